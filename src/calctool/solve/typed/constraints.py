"""Constraints typed in one text: x+y=1, x-y=2; 0 <= x <= 1; x, y, z >= 0."""

import re

from calctool.notation.tokens.scan import parts
from calctool.words import Note
from calctool.words.notes import reading_note

_SIGN = re.compile(r"<=|>=|==|!=|[<>=≤≥≠＜＞＝]")
_NAME = re.compile(r"\s*[^\W\d_]\w*\s*")
_BETWEEN = re.compile(r"[;；，、]|&&?|∧|\band\b|\bund\b|且")


def separated(
    texts: tuple[str, ...], option: str = "--subject-to"
) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    """Each constraint by itself, and a note on every text of the option that held several."""
    found: list[str] = []
    notes: list[Note] = []
    for text in texts:
        single = _apart(text)
        found += single
        if len(single) > 1:
            reading = "; ".join(single)
            notes.append(
                reading_note("note.option-read", option=option, typed=text, reading=reading)
            )
    return tuple(found), tuple(notes)


def _apart(text: str) -> list[str]:
    pieces = [piece.strip() for piece in parts(_BETWEEN.sub(",", text)) if piece.strip()]
    *names, last = pieces or [text]
    if names and all(map(_NAME.fullmatch, names)):
        # x, y, z >= 0 says the same of each name.
        sides = _SIGN.split(last)
        if len(sides) == 2 and _NAME.fullmatch(sides[0]):
            tail = last[len(sides[0]) :]
            return [f"{name}{tail}" for name in (*names, sides[0].strip())]
    if len(pieces) > 1 and all(map(_SIGN.search, pieces)):
        return [single for piece in pieces for single in _unchained(piece)]
    return _unchained(text)


def _unchained(text: str) -> list[str]:
    """0 <= x <= 1 is two constraints; signs inside brackets belong to conditions."""
    signs = [found for found in _SIGN.finditer(text) if _is_outside(text, found.start())]
    if len(signs) < 2:
        return [text]
    ends = [0, *(sign.end() for sign in signs)]
    starts = [*(sign.start() for sign in signs), len(text)]
    sides = [text[end:start].strip() for end, start in zip(ends, starts, strict=True)]
    pairs = zip(sides, signs, sides[1:], strict=False)
    return [f"{left} {sign[0]} {right}" for left, sign, right in pairs]


def _is_outside(text: str, at: int) -> bool:
    return text.count("(", 0, at) == text.count(")", 0, at)
