"""What all blocks share: the width, the signs, and formulas and words as strings."""

from msgspec import Struct

from calctool.notation.printing.plain import plain
from calctool.notation.printing.unicode import pretty
from calctool.notation.system import Line
from calctool.notation.tokens.letters import GREEK
from calctool.present.document import Text
from calctool.render.text.ink import ASCII, UNICODE, Signs
from calctool.render.text.wrap import HARD_SPACE
from calctool.words import Language
from calctool.words.printable import primed, printable

_IN_ASCII = str.maketrans(
    {letter: name for name, letter in GREEK.items()}
    | {"∇": "grad ", "π": "pi", "√": "sqrt", "−": "-", "·": "*", "′": "'", "″": "''", "…": "..."}
    | {"≈": "~", "→": "->", "±": "+-", "⇒": "=>", "•": "*", "²": "^2", "∪": "U", "∈": "in"}
    | {"⇔": "<=>", "⁺": "+", "⁻": "-"}
    | {"≠": "!=", "≤": "<=", "≥": ">=", "∞": "oo", "’": "'", "–": "-", "—": "-"}
)
"""The signs that our own words use; Chinese stays as it is."""


class Page(Struct, frozen=True):
    width: int
    ascii_only: bool
    partial: bool
    language: Language = "en"

    @property
    def signs(self) -> Signs:
        return ASCII if self.ascii_only else UNICODE

    def formula(self, statement: Line) -> str:
        if self.ascii_only:
            return self.seen(plain(statement))
        return self.seen(pretty(statement, partial=self.partial, language=self.language))

    def words(self, text: Text) -> str:
        """The words with their formulas, whose blanks are hard ones."""
        formulas = (self.formula(each).replace(" ", HARD_SPACE) for each in text.formulas)
        words = text.template
        template = words.translate(_IN_ASCII) if self.ascii_only else primed(words)
        return self.seen(template.format(*formulas))

    def seen(self, text: str) -> str:
        """The text with a sign in place of what cannot be shown."""
        return printable(text).replace("\ufffd", self.signs.unseen)

    def line(self, text: Text) -> str:
        """The words where they will not be broken."""
        return self.words(text).replace(HARD_SPACE, " ")
