"""Infinitely many zeros at equal distances: the family, and its members where one can look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil, floor

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.build import added, multiplied
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided
from calctool.algebra.real.writing import written
from calctool.algebra.roots.found import Found, Hit, is_inside, sorted_hits
from calctool.algebra.roots.points.point import Point, Written, compare, exact_point
from calctool.algebra.roots.records import Box, Family, Interval
from calctool.notation.tree import ONE, ZERO, Name, Tree, number, rational


class Progression(Struct, frozen=True):
    """start + k*step for all whole k, each a zero of this multiplicity."""

    start: Tree
    step: Tree
    times: int | None = 1

    def points(self) -> Callable[[int], Point]:
        """The member number k, from what start and step are worth exactly."""
        start, step = exact_point(self.start), exact_point(self.step)
        try:
            first, apart = constant_value(start.tree or self.start), constant_value(self.step)
        except Undecided:
            return lambda k: exact_point(added((self.start, multiplied((number(k), self.step)))))

        def member(k: int) -> Point:
            tree = written(first + apart.times(Fraction(k)))
            ends = sorted((step.low * k, step.high * k))
            low, high = start.low + ends[0], start.high + ends[1]
            return Point(tree, low, high, Written(tree))

        return member


def members(progressions: list[Progression], piece: Interval, window: Box, name: str) -> Found:
    """All members on a bounded piece; on an unbounded one the families, and those in the window."""
    bounded = piece.start is not None and piece.end is not None
    hits = [
        Hit(point, each.times) for each in progressions for point in _inside(each, piece, window)
    ]
    if bounded or not progressions:
        return Found(sorted_hits(hits), methods=("half-angle",))
    letter = "k" if name != "k" else "n"
    families = tuple(family_of(each, letter, piece) for each in progressions)
    return Found(sorted_hits(hits), families=families, methods=("half-angle",))


def _inside(each: Progression, piece: Interval, window: Box) -> Iterator[Point]:
    low = window[0] if piece.start is None else piece.start.low
    high = window[1] if piece.end is None else piece.end.high
    start, step = (enclose(tree, budget.ENCLOSED_DIGITS) for tree in (each.start, each.step))
    if start is None or step is None:
        raise Undecided
    first, last = floor((low - start[1]) / step[0]) - 1, ceil((high - start[0]) / step[0]) + 1
    if last - first > budget.MEMBERS:
        raise Undecided
    member = each.points()
    for k in range(first, last + 1):
        point = member(k)
        outside = (piece.start is None and point.high < low) or (
            piece.end is None and point.low > high
        )
        if not outside and is_inside(point, piece):
            yield point


def reach(family: Family) -> tuple[int | None, int | None] | None:
    """The first and the last k of the members, None for no end; None where there are none.

    Undecided where an end and a member cannot be told apart.
    """
    member = Progression(family.start.tree or ZERO, family.step).points()
    first, last = (
        None if end is None else _next(member, end, family, side)
        for end, side in ((family.on.start, 1), (family.on.end, -1))
    )
    return None if first is not None and last is not None and first > last else (first, last)


def _next(member: Callable[[int], Point], end: Point, family: Family, side: int) -> int:
    """The first k, going to this side, whose member lies beyond the end."""
    apart = exact_point(family.step).low
    k = floor((end.low - family.start.low) / apart)
    while compare_surely(member(k), end) == side:
        k -= side
    while compare_surely(member(k), end) != side:
        k += side
    return k


def compare_surely(p: Point, q: Point) -> int:
    """-1, 0 or 1; Undecided where that stays open."""
    found = compare(p, q)
    if found is None:
        raise Undecided
    return found


def family_of(each: Progression, letter: str, piece: Interval) -> Family:
    """A progression of zeros as a family over all whole numbers."""
    start = exact_point(each.start)
    assert start.tree is not None  # noqa: S101
    step = exact_point(each.step).tree or each.step
    moving = Name(letter) if step == ONE else multiplied((Name(letter), step))
    whole = moving if rational(start.tree) == 0 else added((start.tree, moving))
    return Family(whole, letter, start, step, Interval(piece.start, piece.end))
