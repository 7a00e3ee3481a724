"""Text by its brackets: parts between commas, the value before or after a sign."""

from __future__ import annotations

import re
from collections.abc import Callable

_OPENING, _CLOSING = "([{", ")]}"
VALUE = r"(?:\d+(?:\.\d+)?|[^\W\d_]\w*)"
"""A number or a name."""


def parts(text: str, separator: str = ",") -> list[str]:
    """The parts between separators that stand outside all brackets."""
    found, depth, start = [], 0, 0
    for at, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth == 0 and text.startswith(separator, at):
            found.append(text[start:at])
            start = at + len(separator)
    return [*found, text[start:]]


def closing(text: str, opening: int) -> int | None:
    """Where the bracket is closed that opens at a place."""
    depth = 0
    for at in range(opening, len(text)):
        depth += (text[at] in _OPENING) - (text[at] in _CLOSING)
        if depth == 0:
            return at
    return None


def opening(text: str, closing: int) -> int | None:
    """Where the bracket was opened that closes at a place."""
    depth = 0
    for at in range(closing, -1, -1):
        depth += (text[at] in _CLOSING) - (text[at] in _OPENING)
        if depth == 0:
            return at
    return None


def value_before(text: str, end: int) -> int | None:
    """Where the number, the name or the bracket begins that ends at a place."""
    end = len(text[:end].rstrip())
    if end and text[end - 1] == ")":
        start = opening(text, end - 1)
        if start is None:
            return None
        called = re.search(r"[^\W\d_]\w*$", text[:start])
        return called.start() if called else start
    found = re.search(VALUE + "$", text[:end])
    return found.start() if found else None


def value_after(text: str, start: int) -> int | None:
    """Where the number, the name or the bracket ends that begins at a place."""
    found = re.compile(rf"\s*(?:{VALUE})?").match(text, start)
    end = found.end() if found else start
    if text[end : end + 1] == "(":
        last = closing(text, end)
        return None if last is None else last + 1
    return end if found and found[0].strip() else None


def in_groups(text: str, change: Callable[[str], str | None]) -> str:
    """Each part between brackets and commas changed, the innermost first; None leaves a part."""
    made, at = "", 0
    pieces: list[str] = []
    while at < len(text):
        character = text[at]
        if character == "(" and (last := closing(text, at)) is not None and text[last] == ")":
            made += f"({in_groups(text[at + 1 : last], change)})"
            at = last + 1
            continue
        if character == ",":
            pieces.append(made)
            made = ""
        else:
            made += character
        at += 1
    pieces.append(made)
    return ",".join(piece if (new := change(piece)) is None else new for piece in pieces)


def bare(text: str) -> str:
    """Without the brackets that stand around all of it."""
    text = text.strip()
    while text[:1] == "(" and closing(text, 0) == len(text) - 1:
        text = text[1:-1].strip()
    return text
