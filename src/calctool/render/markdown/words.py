"""Words and formulas as Markdown: no sign of either is taken for a mark of the other."""

import re

from msgspec import Struct

from calctool.notation.printing.latex import latex
from calctool.notation.system import Line
from calctool.present.document import Text
from calctool.words import Language

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~$&]|(?<=\w)[:.@](?=//|\w)")
_AT_THE_START = re.compile(r"^(\d*)([-+=.)])")
_SIGN_BEFORE = re.compile(r"(?<!\$)([+−≈])\$")
"""A sign close to a formula belongs inside: a dollar sign needs a blank before it."""
_BAR = re.compile(r"\|(?=([A-Za-z])?)")
_FOR_TEX = str.maketrans("\\{}[]$&#%_^~<>|`*", "＼｛｝［］＄＆＃％＿＾～＜＞｜｀＊")
"""Words inside a formula have their special signs as the wide forms, which TeX leaves alone."""


class Writing(Struct, frozen=True):
    partial: bool
    language: Language = "en"
    level: int = 2
    """That of the headings."""

    def maths(self, line: Line) -> str:
        r"""LaTeX that survives being read as Markdown first.

        There a backslash before a sign is taken off, a bar ends the cell of a table, and _ between
        brackets may begin emphasis, unless a blank stands before it.
        """
        text = latex(line, partial=self.partial, language=self.language).replace(r"\\", r"\cr")
        text = _BAR.sub(lambda bar: r"\vert " if bar[1] else r"\vert", text)
        return re.sub(r"(?<!\\)_", " _", text).replace(" < ", r" \lt ")

    def formula(self, line: Line) -> str:
        return f"${self.maths(line)}$"

    def words(self, text: Text) -> str:
        shown = "".join(
            escaped(piece) if isinstance(piece, str) else self.formula(piece)
            for piece in text.pieces()
        )
        return _SIGN_BEFORE.sub(r"$\1", shown)

    def in_maths(self, text: Text) -> str:
        """Words with formulas, for the inside of a formula."""
        return "".join(
            rf"\text{{{piece.translate(_FOR_TEX)}}}"
            if isinstance(piece, str)
            else self.maths(piece)
            for piece in text.pieces()
        )


def escaped(words: str) -> str:
    """Words that are no marks, no HTML and no links."""
    return _MARKS.sub(lambda found: "\\" + found[0], words)


def as_paragraph(shown: str) -> str:
    """Text that begins a line, and neither a list nor a heading."""
    return _AT_THE_START.sub(r"\1\\\2", shown)
