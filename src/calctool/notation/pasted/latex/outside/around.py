"""What stands around a formula, and which of its tokens stand in no bracket."""

from __future__ import annotations

from msgspec import Struct

from calctool.notation.node import Span
from calctool.notation.pasted.latex.tokens import Token

WORDS = frozenset(("text", "mathrm", "operatorname", "mathit", "textit", "textrm"))
_OPENS = frozenset(("{", "(", "[", "\\{", "\\left", "\\begin"))
_CLOSES = frozenset(("}", ")", "]", "\\}", "\\right", "\\end"))


class Shelled(Struct):
    """The tokens of the formula itself, an `end` last, and those of what stood around it."""

    formula: list[Token]
    condition: list[Token]
    left: Span | None = None
    chain: Span | None = None
    operator: Span | None = None
    wrt: str | None = None
    order: str | None = None


def key(token: Token) -> str:
    return "\\" + token.text if token.kind == "command" else token.kind


def is_word(token: Token) -> bool:
    return token.kind == "command" and token.text in WORDS


def top_level(tokens: list[Token]) -> list[int]:
    """The places that stand in no bracket."""
    depth = 0
    found: list[int] = []
    for at, token in enumerate(tokens):
        name = key(token)
        depth -= name in _CLOSES
        if depth <= 0 and name not in _CLOSES and name not in _OPENS:
            found.append(at)
        depth += name in _OPENS
    return found
