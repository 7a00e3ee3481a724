r"""LaTeX as TeX cuts it: control sequences, letters, digits, braces; nothing is expanded."""

from __future__ import annotations

import re

from msgspec import Struct

from calctool import budget
from calctool.notation.node import Span
from calctool.notation.problem import Problem
from calctool.notation.tokens.characters import ITALIC


class Token(Struct):
    """`kind` is "command", "letter", "number", "end" or the sign itself; \\frac has text frac."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


_PIECE = re.compile(
    r"""
      \\(?:[A-Za-z]++|.)
    | (?<!\\)%[^\n]*+
    | (?:\d++(?:\.\d++)?+ | \.\d++)(?:[eE][-+]?\d++)?+
    | \s++
    | .""",
    re.VERBOSE | re.DOTALL | re.ASCII,
)
_STYLES = (
    "displaystyle textstyle scriptstyle limits nolimits quad qquad thinspace enspace medspace "
    "thickspace tiny small normalsize large Large LARGE huge Huge "
    "ds nonumber notag hfill , ; : ! > /"
)
_NOTHING = frozenset([*_STYLES.split(), " ", "\n", "\t"])
_SIZES = re.compile(r"(?:big|Big|bigg|Bigg)[lrm]?")
_SAME = {
    "lbrack": "[", "rbrack": "]", "lparen": "(", "rparen": ")", "colon": ":", "lt": "<", "gt": ">",
    "le": "≤", "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥",
    "ne": "≠", "neq": "≠", "cdot": "*", "times": "*", "ast": "*", "cdotp": "*", "div": "/",
    "vert": "|", "lbrace": "\\{", "rbrace": "\\}", "prime": "'", "dfrac": "frac", "tfrac": "frac",
    "cfrac": "frac", "Vert": "\\|", "lVert": "\\|", "rVert": "\\|",
}  # fmt: skip
"""Commands that are another spelling of a sign or of another command."""
_TYPED = str.maketrans("−–×⋅·∗÷∕∣′", "--****//|'") | ITALIC


def tokens(text: str) -> list[Token]:
    """The tokens, spacing and style left out, an `end` token last.

    Raises Problem where the text is longer than what is read.
    """
    if len(text) > budget.EXPRESSION_CHARACTERS:
        most = budget.EXPRESSION_CHARACTERS
        raise Problem("limit.characters", Span(most, len(text)), count=len(text), most=most)
    found: list[Token] = []
    end = 0
    for piece in _PIECE.findall(text.translate(_TYPED)):
        start, end = end, end + len(piece)
        token = _token(piece, start, end)
        if token is not None:
            found.append(token)
    return [*found, Token("end", "", len(text.rstrip()), len(text.rstrip()))]


def _token(piece: str, start: int, end: int) -> Token | None:
    first = piece[0]
    if first == "\\" and len(piece) > 1:
        name = piece[1:]
        if name in _NOTHING or _SIZES.fullmatch(name):
            return None
        same = _SAME.get(name, "")
        if len(same) == 1:
            return Token(same, same, start, end)
        return Token("command", same.removeprefix("\\") or name, start, end)
    if first == "%" or first.isspace() or first == "~":
        return None
    if first.isdigit() or (first == "." and len(piece) > 1):
        return Token("number", piece, start, end)
    if first.isalpha():
        return Token("letter", piece, start, end)
    return Token(first, piece, start, end)
