"""Where floor and ceil jump on a bounded interval: the points at which u is a whole number."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from calctool import budget
from calctool.algebra.build import negated
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.point import Point
from calctool.algebra.roots.records import Interval
from calctool.notation.tree import Sum, Tree, number

if TYPE_CHECKING:
    from calctool.algebra.roots.search import Search


def levels(search: Search, u: Tree, interval: Interval) -> list[Point]:
    """All points of the interval at which u is whole; Undecided where there are too many."""
    low, high = search.range_of(u, interval)
    if high - low > budget.MEMBERS:
        raise Undecided
    found: list[Point] = []
    for level in range(ceil(low), floor(high) + 1):
        apart = Sum((u, negated(number(level))))
        found += search.zeros(apart, interval).all_points()
    return found
