"""The derivative of each function that has a name, from its record in the atlas."""

from __future__ import annotations

from functools import cache

from calctool.atlas import FUNCTIONS
from calctool.atlas.record import Line
from calctool.rules.rule import Rule
from calctool.words import Words

_NOT_CHINESE = "\u2e80"
"""What comes before it is set apart by a blank."""


@cache
def of(function: str) -> tuple[Rule, ...]:
    """The rules of one function, in the order in which they are tried."""
    return tuple(_rule(function, line) for line in FUNCTIONS[function].lines)


def _rule(function: str, line: Line) -> Rule:
    pattern = line.pattern or f"{function}(u)"
    example = line.example or pattern.replace("(u)", "(x^2)")
    words = Words(en=line.en, zh=line.zh)
    if not line.is_title:
        blank = " " if line.zh[-1] < _NOT_CHINESE else ""
        words = Words(en=f"derivative of {line.en}", zh=f"{line.zh}{blank}的导数")
    return Rule(line.id, pattern, line.derivative, words, example, line.where)
