"""Where the graph of g, in a = g(x), meets a horizontal line in another number of points.

On each part of its domain on which g is strictly monotonic it takes every value between its limits
exactly once; so only stationary values and limits at the ends matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from msgspec import Struct

from calctool.algebra.ball import Lack, Program
from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.waves.arcs import without_arcs
from calctool.algebra.domain.conditions import conditions, impossible
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.roots import (
    LINE,
    Domain,
    Interval,
    Point,
    domain,
    exact_point,
    limit_at,
    period,
    rational_point,
    zeros,
)
from calctool.algebra.roots.found import meet
from calctool.algebra.roots.periods.moved import moved, periods_over
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.algebra.roots.points.point import Bounds, enclosed
from calctool.notation.tree import Quotient, Tree
from calctool.notation.walk import substitute

Change = tuple[Literal["stationary-value", "limit"], Point]


def changes(g: Tree, name: str, on: tuple[Interval, ...]) -> Iterator[Change]:
    """The values of g at its stationary points, and its finite limits at ends of its domain.

    NoMethod where one of them is not known.
    """
    slope = slope_of(g, name)
    for piece in pieces(g, name, on):
        found = zeros(slope, name, (piece,))
        if found.state != "complete" or found.families or found.flat:
            raise NoMethod
        for zero in found.zeros:
            for value in values_at(g, name, zero.at):
                yield "stationary-value", value
        for at, side in ((piece.start, 1), (piece.end, -1)):
            yield from (("limit", value) for value in _limit(g, name, at, side))


def verticals(g: Tree, name: str, on: tuple[Interval, ...]) -> Iterator[Point]:
    """The x at which both sides of the quotient g are 0: in a*c(x) + b(x) = 0 every a goes with
    them. NoMethod where they are not all known."""
    assert isinstance(g, Quotient)  # noqa: S101 (of a curve that is linear in a)
    top, below = g.children
    if name not in below.names:
        return
    found = zeros(below, name, on)
    if found.state != "complete" or found.families or found.flat:
        raise NoMethod
    for zero in found.zeros:
        if _vanishes(top, name, zero.at):
            yield zero.at


def _vanishes(tree: Tree, name: str, at: Point) -> bool:
    if at.tree is not None:
        there = substitute(tree, {name: at.tree})
        if impossible(conditions(there)):
            return False  # No point of the curve lies there: x*ln(x) at 0.
        sign = known_sign(there)
        if sign is None:
            raise NoMethod
        return sign == 0
    try:
        low, high = ValueAt(tree, name, at).bounds(_BITS)
    except (Undecided, Undefined):
        raise NoMethod from None
    if low <= 0 <= high:
        raise NoMethod
    return False


_BITS = 160
"""Of the value at a place without an exact form."""


def pieces(g: Tree, name: str, on: tuple[Interval, ...]) -> Iterator[Interval]:
    """The intervals of the domain of g, or of one period of it, on these parts of the line."""
    repeated = period(g, name)
    whole = domain(g, name)
    if repeated is not None and on == (LINE,) and whole.intervals == (LINE,):
        yield Interval(rational_point(0), exact_point(repeated), (True, True))
        return
    for each in on:
        for piece in _listed(g, name, whole, each):
            common = meet(each, piece)
            if common is not None:
                yield common


def _listed(g: Tree, name: str, whole: Domain, on: Interval) -> Iterator[Interval]:
    """The intervals of the domain of g; of one that repeats those near a part of the line."""
    bounded = on.start is not None and on.end is not None
    if whole.state != "complete" and on.start is not None and on.end is not None:
        whole = domain(g, name, (Fraction(floor(on.start.low)), Fraction(ceil(on.end.high))), on=on)
        if whole.state == "partial":
            raise NoMethod
    elif whole.state != "complete":
        raise NoMethod
    if whole.period is None:
        yield from whole.intervals
        return
    if not bounded:
        raise NoMethod
    for times in periods_over(whole.period, whole.intervals, on):
        yield from (moved(each, whole.period, times) for each in whole.intervals)


def slope_of(g: Tree, name: str) -> Tree:
    """The numerator of g'; NoMethod where there is no normal form."""
    own = Field()
    element = own.normal(g)
    try:
        slope = None if element is None else own.derivative(element, name)
    except UnknownError:
        slope = None
    tree = None if slope is None else own.to_tree(Element(own.ring, slope.parts()[0], own.ring.one))
    if tree is None:
        raise NoMethod
    return tree


def values_at(g: Tree, name: str, at: Point) -> Iterator[Point]:
    """The value of g at a point, perhaps enclosed only, none where it has none; NoMethod where it
    is not known."""
    try:
        if at.tree is None:
            yield enclosed(ValueAt(g, name, at))
        else:
            yield exact_point(without_arcs(substitute(g, {name: at.tree})))
    except Undefined:
        return
    except Undecided:
        raise NoMethod from None


class ValueAt(Struct, frozen=True):
    """The value of g at a point that is enclosed."""

    g: Tree
    name: str
    at: Point
    is_alone: bool = False

    def bounds(self, bits: int) -> Bounds:
        """Undefined where there is no value, Undecided where no ball tells."""
        place = {self.name: self.at.refined(bits + _GUARD)}
        (found,) = Program((self.g,)).balls(place, bits=bits + _GUARD)
        if found is Lack.UNDEFINED:
            raise Undefined
        known = None if isinstance(found, Lack) else bounds_of(found)
        if known is None:
            raise Undecided
        return known

    @property
    def function(self) -> Tree | None:
        return None


_GUARD = 40
"""More bits of the place than of the value."""


def _limit(g: Tree, name: str, at: Point | None, side: int) -> Iterator[Point]:
    found = limit_at(g, name, at, side)
    if found.kind == "infinite":
        return
    if found.kind != "finite":
        raise NoMethod
    if found.number is None:
        if at is None:
            raise NoMethod
        yield from values_at(g, name, at)
        return
    yield exact_point(written(found.number))
