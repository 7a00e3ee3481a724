"""Foreign text made harmless before it is shown: nothing that steers a terminal gets through."""

import re
import unicodedata

_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "Zl", "Zp"}
"""Control, format, unassigned, private, surrogate, combining characters and line separators."""

_PRIME = re.compile(r"(?<=\b[^\W\d_])'(?!\w)")
"""The mark of a derivative in words, as in y'; an apostrophe stands between letters."""


def printable(text: str) -> str:
    """The text on one line, character for character; what cannot be seen becomes U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_printable, text))


def _printable(character: str) -> str:
    if character in "\t\n\r":
        return " "
    return "\ufffd" if unicodedata.category(character) in _UNSEEN else character


def cells(text: str) -> int:
    """How many columns a terminal needs: wide East Asian characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def primed(words: str) -> str:
    """Words with the mark of a derivative as a sign of its own: y′."""
    return _PRIME.sub("′", words)
