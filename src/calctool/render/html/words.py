"""Words and formulas as HTML; nothing gets through that is not escaped here."""

from html import escape

from msgspec import Struct

from calctool.notation.printing.mathml import mathml
from calctool.notation.system import Line
from calctool.present.document import Text
from calctool.words import Language


class Writing(Struct, frozen=True):
    partial: bool
    language: Language = "en"
    level: int = 2
    """That of the headings."""

    def formula(self, line: Line, *, display: bool = False) -> str:
        return mathml(line, partial=self.partial, display=display, language=self.language)

    def heading(self, text: Text) -> str:
        return f"<h{self.level}>{self.words(text)}</h{self.level}>"

    def words(self, text: Text) -> str:
        return "".join(
            escape(piece) if isinstance(piece, str) else self.formula(piece)
            for piece in text.pieces()
        )
