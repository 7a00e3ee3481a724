"""Words and formulas as LaTeX; whatever TeX would take for a command is taken from it here."""

from msgspec import Struct

from calctool.notation.printing.latex import latex
from calctool.notation.system import Line
from calctool.notation.tokens.letters import GREEK, LOWERED, RAISED
from calctool.present.document import Text
from calctool.words import Language
from calctool.words.printable import cells

_SPECIAL = {
    "\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}", '"': r"\textquotedbl{}", "-": "-{}",
    "\u00a0": "~",
} | {sign: "\\" + sign for sign in "{}$&#%_"}  # fmt: skip
_SIGNS = {
    "<": "<", ">": ">", "|": "|", "−": "-", "·": r"\cdot", "′": "'", "″": "''", "≈": r"\approx",
    "→": r"\to", "⇒": r"\Rightarrow", "⇔": r"\Leftrightarrow", "•": r"\bullet",
    "∪": r"\cup", "∩": r"\cap", "∈": r"\in",
    "≠": r"\ne", "≤": r"\le", "≥": r"\ge", "∞": r"\infty", "√": r"\sqrt{\ }", "π": r"\pi",
    "∂": r"\partial", "✓": r"\checkmark", "✗": r"\times", "×": r"\times",
    "∅": r"\emptyset", "∨": r"\lor",
    "±": r"\pm", "∇": r"\nabla",
}  # fmt: skip
_MATHS = (
    {low: f"^{{{plain}}}" for plain, low in RAISED.items()}
    | {low: f"_{{{plain}}}" for plain, low in LOWERED.items()}
    | {letter: "\\" + name for name, letter in GREEK.items()}
    | {"²": "^{2}", "³": "^{3}"}
    | _SIGNS
)
_SAFE = frozenset("…–—‘’“”")
"""Beyond ASCII, LaTeX knows these and the letters of Western Europe by itself."""


class Writing(Struct, frozen=True):
    partial: bool
    language: Language = "en"
    heading: str = "subsection"
    """The command of the headings."""

    def formula(self, line: Line) -> str:
        return latex(line, partial=self.partial, language=self.language)

    def words(self, text: Text) -> str:
        shown = "".join(
            escaped(piece) if isinstance(piece, str) else f"${self.formula(piece)}$"
            for piece in text.pieces()
        )
        return shown.replace("+$", "$+").replace(r"\ensuremath{\approx}$", r"$\approx ")


def escaped(words: str) -> str:
    """Words that TeX prints as they are."""
    return "".join(map(_escaped, words))


def _escaped(character: str) -> str:
    if character in _SPECIAL:
        return _SPECIAL[character]
    if character in _MATHS:
        return rf"\ensuremath{{{_MATHS[character]}}}"
    if character.isascii() or character in _SAFE or cells(character) == 2:
        return character
    if "À" <= character <= "ÿ" and character not in "ÐÞðþ÷":
        return character
    return rf"\texttt{{U+{ord(character):04X}}}"
