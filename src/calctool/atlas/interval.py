"""The intervals of the records: [0, oo), (-pi/2, pi/2)."""

from __future__ import annotations

import math
import re
from functools import cache

import msgspec

_INTERVAL = re.compile(r"([\[(])(.+), (.+)([\])])")
_END = re.compile(r"(-?)(\d*)(oo|pi)?(?:/(\d+))?")


class Interval(msgspec.Struct, frozen=True):
    """The ends as texts, and which of them belong to it."""

    low: str
    high: str
    low_open: bool
    high_open: bool


@cache
def interval(text: str) -> Interval:
    found = _INTERVAL.fullmatch(text)
    assert found, text  # noqa: S101 (our own text, not a user's)
    return Interval(found[2], found[3], found[1] == "(", found[4] == ")")


def size(end: str) -> float:
    """The end of an interval as a number; oo, 3/10 and pi/2 are what an end can be."""
    found = _END.fullmatch(end)
    assert found, end  # noqa: S101
    minus, count, unit, divisor = found.groups()
    value = float(count or 1) * {"oo": math.inf, "pi": math.pi, None: 1.0}[unit]
    return (-value if minus else value) / float(divisor or 1)
