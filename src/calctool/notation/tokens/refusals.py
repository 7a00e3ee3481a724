"""Characters that no expression has: each is named, and a likely replacement offered."""

import re
import unicodedata
from typing import NoReturn

from calctool.notation.node import Span
from calctool.notation.problem import Problem
from calctool.notation.tokens.characters import LOOKALIKES

_HINTS = {
    "[": "round-brackets",
    "]": "round-brackets",
    "{": "round-brackets",
    "}": "round-brackets",
    "\\": "latex",
    ".": "point",
    ";": "one-at-a-time",
    "&": "one-sign",
    "_": "underscore",
}
_UNDERSCORED = re.compile(r"\w*_\w*", re.ASCII)
_NEVER_SEEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn", "Mn", "Me", "Zl", "Zp"})


def refuse(text: str, plain: str, at: int) -> NoReturn:
    """Raise the Problem for the character of `text` that no token begins with."""
    word = _UNDERSCORED.match(plain, at)
    if word:
        raise Problem("syntax.underscore", Span(*word.span()), hint="underscore")
    character = text[at]
    span = Span(at, at + 1)
    sign = f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
    letter = LOOKALIKES.get(character) or _plain_letter(character)
    if letter:
        raise Problem("character.lookalike", span, hint="lookalike", letter=letter, sign=sign)
    if unicodedata.category(character) in _NEVER_SEEN:
        raise Problem("character.invisible", span, hint="delete", sign=sign)
    raise Problem(
        "character.unknown", span, hint=_HINTS.get(plain[at]), character=character, sign=sign
    )


def _plain_letter(character: str) -> str | None:
    """The ASCII letter or digit of which this is a bold, circled or otherwise dressed form."""
    plain = unicodedata.normalize("NFKC", character)
    is_one = len(plain) == 1 and plain != character and plain.isascii() and plain.isalnum()
    return plain if is_one else None
