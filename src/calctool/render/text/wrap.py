"""Breaking words and formulas into lines; every character but the blank at a break is kept."""

import re
from collections.abc import Iterable, Iterator

from calctool.words.printable import cells

HARD_SPACE = "\u00a0"
"""Stands for a blank inside a formula that is part of a sentence."""

_UNITS = re.compile(r"( *)([^ ]+)")
_RELATIONS = frozenset(("→", "≈", "=", "≠", "<", ">", "≤", "≥", "∈", "->", "~=", "<=", ">=", "!="))
"""Signs that begin no line and end none where there is room: x → ∞."""
_LABEL = 8
"""Cells of what stands before such a sign and stays with it: f(1) ≈ 2.71828."""
_GROUP = 0.6
"""What stands between brackets is kept together up to this part of a line."""
_BREAKS = (
    re.compile(r" (?=(?:∨|or) )"),
    re.compile(r"(?<=;) | (?=if )"),
    re.compile(r"(?<=,) "),
    re.compile(r" (?=(?:[=<>≤≥≠]|<=|>=|!=) )"),
    re.compile(r" (?=[-+−] )"),
    re.compile(r"(?<=[\w)|])(?=[+−](?! ))"),
    re.compile(r" (?=/ )"),
    re.compile(r"(?<=[·*])"),
)
"""Where a formula may be broken, the best places first: between cases, then at loose signs."""

_LOOK_AHEAD = 4
"""So many characters at most must be seen after a place to know whether it is a break."""

_OPENING, _CLOSING = "([{（“《", ")]}）”》，。、；：！？"
_NEAR = 0.5
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
    """The place that leaves the fewest brackets open, at the loosest sign, furthest right."""
    most = _fitting(text, width)
    depths = _depths(text)
    usable = [
        (depths[found.start()], looseness, -found.start())
        for looseness, signs in enumerate(_BREAKS)
        for found in signs.finditer(text, 1, most + _LOOK_AHEAD)
        if found.start() <= most
    ]
    near = [place for place in usable if -place[2] >= _NEAR * most] or usable
    return -min(near)[2] if near else most


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
    for blank, unit in _grouped(_units(text), int(_GROUP * rest)):
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


def _grouped(units: Iterable[tuple[str, str]], most: int) -> Iterator[tuple[str, str]]:
    """Pieces of at most so many cells that belong together: (0, −t), t → ∞, ≈ 2.71828."""
    waiting: tuple[str, str] | None = None
    for blank, unit in units:
        if waiting is None:
            waiting = blank, unit
            continue
        before, last = waiting
        joined = last + blank + unit
        if blank and _belongs(last, unit) and cells(joined) <= most:
            waiting = before, joined
        else:
            yield waiting
            waiting = blank, unit
    if waiting is not None:
        yield waiting


def _belongs(last: str, unit: str) -> bool:
    """Whether a line should not be broken between the two."""
    words = last.split(" ")
    if _depths(last)[-1] > 0:
        return True
    return words[-1] in _RELATIONS or (unit in _RELATIONS and cells(words[-1]) <= _LABEL)


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
