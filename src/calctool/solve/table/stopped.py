"""Zeros of f' that were isolated before a search had to be stopped, and what f does there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.roots.functions.curve import Curve
from calctool.algebra.roots.points.isolated import Isolated
from calctool.algebra.roots.points.point import bounds_of
from calctool.algebra.roots.seen import Seen
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import Tree
from calctool.solve.answer import Completeness, State
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosed
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Kind, TablePoint
from calctool.words import table as said

Bounds = tuple[Fraction, Fraction]


class Zero(Struct, frozen=True):
    """A simple zero of f' and the sign of f' after it."""

    at: Exact
    value: Exact | None
    side: int


def zeros_seen(f: Tree, slope: Tree, name: str, seen: Seen) -> tuple[Zero, ...]:
    """Those of which that is certain, from left to right, each once, though several searches may
    have seen it; as many as there is time for."""
    found: list[tuple[Bounds, Zero]] = []
    for bounds, zero in sorted(_zeros(Curve(f, name), Curve(slope, name), seen), key=_start):
        if not found or found[-1][0][1] < bounds[0]:
            found.append((bounds, zero))
    return tuple(zero for _, zero in found)


def _start(found: tuple[Bounds, Zero]) -> Fraction:
    return found[0][0]


def _zeros(values: Curve, slopes: Curve, seen: Seen) -> Iterator[tuple[Bounds, Zero]]:
    end = time.monotonic() + budget.STOPPED_SECONDS
    for low, high in dict.fromkeys(seen.boxes):
        side = _side(slopes, low, high)
        if side and time.monotonic() < end:
            bounds = Isolated(slopes, low, high, side).bounds(budget.STOPPED_BITS)
            yield bounds, Zero(enclosed(*bounds), _height(values, bounds), side)


def _side(slopes: Curve, low: Fraction, high: Fraction) -> int:
    """The sign of f' at the upper end where f' is monotone and changes its sign; else 0."""
    try:
        jet = slopes.on(low, high, 1, budget.BOX_BITS)
        if jet is None or not jet[1].is_finite() or jet[1].contains(0):
            return 0
        left, right = slopes.at(low), slopes.at(high)
    except Unsettled:
        return 0
    return right if left * right < 0 else 0


def _height(values: Curve, bounds: tuple[Fraction, Fraction]) -> Exact | None:
    ball = values.on(*bounds, 0, budget.BOX_BITS)
    if ball is None or not ball[0].is_finite():
        return None
    return enclosed(*bounds_of(ball[0]))


def _point(zero: Zero) -> TablePoint:
    kind: Kind = "local-minimum" if zero.side > 0 else "local-maximum"
    return TablePoint(zero.at, ("stationary", kind), zero.value)


def with_points(made: TableAnswer, f: Tree, slope: Tree, seen: Seen) -> TableAnswer | None:
    """The derivatives with these points; None where there are none."""
    found = zeros_seen(f, slope, made.question.variable, seen)
    if not found:
        return None
    points = tuple(map(_point, found))
    open_ones = Completeness(State.PARTIAL, said.UNFINISHED, (said.TO_COME,))
    return replace(made, points=points, completeness=open_ones)
