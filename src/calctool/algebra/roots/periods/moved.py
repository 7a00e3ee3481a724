"""The pieces of one period moved along the line."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from calctool import budget
from calctool.algebra.roots.points.point import Point, exact_point
from calctool.algebra.roots.records import Interval
from calctool.notation.problem import Problem
from calctool.notation.tree import Product, Sum, Tree, number


def shifted(point: Point, by: Tree, times: int) -> Point:
    """Periodic breaks are exact, so their repetitions are too."""
    assert point.tree is not None  # noqa: S101
    return exact_point(Sum((point.tree, Product((number(times), by)))))


def as_interval(at: Point) -> Interval:
    """A point as an interval of its own."""
    return Interval(at, at, (True, True))


def periods_over(repeats: Tree, listed: tuple[Interval, ...], span: Interval) -> Iterator[int]:
    """By how many periods the listed pieces must be moved to cover a bounded part of the line."""
    if not listed:
        return
    length = exact_point(repeats).low
    first = min(i.start.low for i in listed if i.start is not None)
    last = max(i.end.high for i in listed if i.end is not None)
    assert span.start is not None  # noqa: S101 (bounded)
    assert span.end is not None  # noqa: S101
    fewest, most = ((span.start.low - last) / length, (span.end.high - first) / length)
    if Fraction(most - fewest) > budget.TABLE_POINTS:
        raise Problem("question.domain-long")
    yield from range(floor(fewest), ceil(most) + 1)


def moved(interval: Interval, repeats: Tree, times: int) -> Interval:
    """An interval moved by so many periods."""
    ends = (e and shifted(e, repeats, times) for e in (interval.start, interval.end))
    start, end = ends
    return Interval(start, end, interval.closed)
