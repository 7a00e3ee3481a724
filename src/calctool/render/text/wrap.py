"""Breaking words and formulas into lines; every character but the blank at a break is kept."""

import re
from collections.abc import Iterator

from calctool.words.printable import cells

HARD_SPACE = "\u00a0"
"""Stands for a blank inside a formula that is part of a sentence."""

_UNITS = re.compile(r"( *)([^ ]+)")
_BEFORE = re.compile(r" (?=[-+−=<>≤≥≠/] )|(?<=\w|[)|√])(?=[+−](?! ))")
_AFTER = re.compile(r"(?<=[·*])(?! )|(?<=[,;]) ")
_OPENING, _CLOSING = "([{（“《", ")]}）”》，。、；：！？"
_NEAR = 0.6
"""A break further left than this part of the line is taken only for want of a better one."""


def wrap_formula(text: str, first: int, rest: int) -> list[str]:
    """Lines of at most `first` and then `rest` cells, broken at the outermost operators."""
    lines: list[str] = []
    width = first
    while cells(text) > width:
        at = _best_break(text, width)
        lines.append(text[:at].rstrip(" "))
        text = text[at:].lstrip(" ")
        width = rest
    return [*lines, text]


def _best_break(text: str, width: int) -> int:
    """The place that leaves the fewest brackets open, the last such one on the line."""
    most = _fitting(text, width)
    places = {found.start() for found in (*_BEFORE.finditer(text), *_AFTER.finditer(text))}
    depths = _depths(text)
    usable = [place for place in places if 0 < place <= most]
    near = [place for place in usable if place >= _NEAR * most] or usable
    return min(near, key=lambda place: (depths[place], -place), default=most)


def _fitting(text: str, width: int) -> int:
    """How many characters fit, at least one."""
    used = 0
    for place, character in enumerate(text):
        used += cells(character)
        if used > width:
            return max(1, place)
    return len(text)


def _depths(text: str) -> list[int]:
    """How many brackets are open before each character."""
    depths = [0]
    for character in text:
        depths.append(depths[-1] + (character in "([{") - (character in ")]}"))
    return depths


def wrap_reason(text: str, width: int) -> list[str]:
    """Words and the formula after them, two blanks between, each on lines of its own if need be."""
    if cells(text) <= width:
        return wrap_words(text, width, width)
    return [line for part in text.split("  ") for line in wrap_words(part, width, width)]


def wrap_words(text: str, first: int, rest: int) -> list[str]:
    """Lines of at most `first` and then `rest` cells; formulas stay whole where they can."""
    lines = [""]
    for blank, unit in _units(text):
        width = first if len(lines) == 1 else rest
        joined = lines[-1] + (blank if lines[-1] else "") + unit
        if cells(joined) <= width:
            lines[-1] = joined
        elif cells(unit) <= rest:
            lines.append(unit)
        else:
            room = width - cells(lines[-1] + blank)
            if room < rest // 2:
                lines.append("")
                blank, room = "", rest
            shown = wrap_formula(unit.replace(HARD_SPACE, " "), room, rest)
            lines[-1] += (blank if lines[-1] else "") + shown[0]
            lines += shown[1:]
    return [line.replace(HARD_SPACE, " ") for line in lines if line] or [""]


def _units(text: str) -> Iterator[tuple[str, str]]:
    """Pieces that should not be broken, each with the blanks before it."""
    for blank, word in _UNITS.findall(text):
        unit = ""
        for character in word:
            if unit and _may_break(unit[-1], character):
                yield blank, unit
                blank, unit = "", ""
            unit += character
        yield blank, unit


def _may_break(left: str, right: str) -> bool:
    """Chinese is broken between any two characters, but not beside the inside of a bracket."""
    if right in _CLOSING or left in _OPENING:
        return False
    return cells(left) == 2 or cells(right) == 2
