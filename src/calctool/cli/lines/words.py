"""The words of a line: quotes hold one together, and so do brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

from calctool.notation.problem import Problem

_OPENING, _CLOSING = "([{", ")]}"
_NAMED = re.compile(r"--[a-z][a-z-]*=(?=[\"'])")
_ESCAPED = re.compile(r"\\([\\\"$`])")
"""What a backslash takes its meaning from between double quotes, as in a shell."""


class Word(NamedTuple):
    """What was typed between two blanks, and what it says; `quoted` words are never options."""

    text: str
    start: int
    end: int
    quoted: bool


def words(line: str) -> list[Word]:
    """The words of a line, in order."""
    return _words(line, brackets=True) or _words(line, brackets=False) or []


def _words(line: str, *, brackets: bool) -> list[Word] | None:
    """None where brackets were to hold words together and one of them is never closed."""
    found: list[Word] = []
    at = 0
    while True:
        while at < len(line) and line[at].isspace():
            at += 1
        if at == len(line):
            return found
        word = _quoted(line, at) or _bare(line, at, brackets=brackets)
        if word is None:
            return None
        found.append(word)
        at = word.end


def _quoted(line: str, start: int) -> Word | None:
    """A word in quotes, perhaps behind `--option=`; a quote that nothing closes is a prime."""
    named = _NAMED.match(line, start)
    opening = named.end() if named else start
    sign = line[opening]
    if sign not in "\"'":
        return None
    at = opening + 1
    while at < len(line):
        if line[at] == sign and (at + 1 == len(line) or line[at + 1].isspace()):
            inside = line[opening + 1 : at]
            text = _ESCAPED.sub(r"\1", inside) if sign == '"' else inside
            return Word(line[start:opening] + text, start, at + 1, named is None)
        at += 2 if sign == '"' and line[at] == "\\" else 1
    return None


def _bare(line: str, start: int, *, brackets: bool) -> Word | None:
    depth, at = 0, start
    while at < len(line) and (depth > 0 or not line[at].isspace()):
        if brackets:
            # [0, 1) and ]0, 1[ are intervals: one bracket closes another of any kind.
            depth += (line[at] in _OPENING) - (line[at] in _CLOSING)
        at += 1
    return None if depth > 0 else Word(line[start:at], start, at, False)


def unlettered(word: Word, option: str) -> Problem:
    """Why -w is not taken for an option behind an expression without quotes."""
    return Problem("usage.letter-or-minus", hint="option-in-full", letter=word.text, option=option)
