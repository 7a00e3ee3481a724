"""Zeros that are known by their cells: for each whole number k one zero, in an open interval."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.functions.curve import approaching, curve, sign_at
from calctool.algebra.roots.limits.far_forms import normalised, with_roots
from calctool.algebra.roots.points.isolated import Beside, Isolated
from calctool.algebra.roots.points.point import Bounds, Point, enclosed, exact_point, rational_point
from calctool.algebra.roots.waves.pictures import Picture
from calctool.algebra.roots.waves.undone import around_calls, by_turns
from calctool.algebra.roots.waves.wave import Wave
from calctool.notation.tree import (
    Name,
    Tree,
    number,
)
from calctool.notation.walk import substitute

Reach = tuple[int | None, int | None]
"""The first and the last of some whole numbers, both included; None is no end."""


class Cells(Struct, frozen=True):
    """One simple zero of a wave for each whole k of the `reach`, and no others far out.

    The wave is a function of t in a picture of the line, `low` and `high` are the ends of the
    open cell in t, written in k = `integer`; equal ends are the zero itself. From `beyond` on
    the theorem holds. `times` is the multiplicity of the zeros of the function asked for. The wave
    turns by (step*k + start)*pi where `numbers` is (step, start).
    """

    wave: Wave
    picture: Picture
    name: str
    integer: str
    low: Tree
    high: Tree
    reach: Reach
    beyond: Fraction
    times: int = 1
    numbers: tuple[int, int] = (1, 0)
    phase: Tree | None = None
    """Where this is set, the ends are values of it, a function of t that rises from `rises` on."""
    rises: Fraction = Fraction(0)

    @property
    def at(self) -> Tree | None:
        """The zeros in closed form."""
        return self._written(self.low) if self.is_exact and self.phase is None else None

    @property
    def first(self) -> int:
        """The first number of a row that leads out."""
        assert self.reach[0] is not None  # noqa: S101
        return self.reach[0]

    @property
    def is_exact(self) -> bool:
        """Whether the cells are the zeros."""
        return self.low == self.high

    @property
    def seen_phase(self) -> Tree | None:
        """What has the values at the ends, as a function of x."""
        if self.phase is None:
            return None
        seen = substitute(self.phase, {self.name: self.picture.back(Name(self.name))})
        return min(seen, normalised(seen), key=lambda tree: tree.size)

    @property
    def ends(self) -> tuple[Tree, Tree]:
        """The ends of a cell in x, the lower one first; or the values of the phase there."""
        if self.phase is not None:
            return self.low, self.high
        ends = self._written(self.low), self._written(self.high)
        return (ends[1], ends[0]) if self.picture.falls else ends

    def _written(self, end: Tree) -> Tree:
        """As x, by turns where it is a whole number of equal steps."""
        at = self.picture.of(end)
        forms = at, around_calls(at, self.integer), normalised(at)
        return by_turns(min(forms, key=lambda tree: tree.size), self.integer)

    def thinned(self, residue: int, by: int) -> Cells:
        """Those with k = by*n + residue, numbered by n."""
        number_of = added((multiplied((number(by), Name(self.integer))), number(residue)))
        low, high = (
            with_roots(normalised(substitute(end, {self.integer: number_of})))
            for end in (self.low, self.high)
        )
        first = None if self.reach[0] is None else -((residue - self.reach[0]) // by)
        step, start = self.numbers
        numbers = (by * step, step * residue + start)
        high = low if self.low == self.high else high
        return replace(self, low=low, high=high, reach=(first, None), numbers=numbers)

    def cell(self, k: int) -> tuple[Point, Point]:
        """The ends of the k-th cell in t."""
        value = {self.integer: number(k)}
        low, high = (substitute(end, value) for end in (self.low, self.high))
        if self.phase is None:
            return exact_point(low), exact_point(high)
        first = _reached(self.phase, self.name, low, self.rises)
        return first, first if self.is_exact else _reached(self.phase, self.name, high, self.rises)

    def seen(self, far: Point) -> Point:
        """A place in t as one in x."""
        if far.tree is not None:
            return exact_point(self.picture.of(far.tree))
        return Point(None, *self.picture.bounds(far.low, far.high), Mapped(far, self.picture))

    def far(self, k: int) -> Point:
        """The k-th zero in t."""
        return _far(self, k)

    def member(self, k: int) -> Point:
        """The k-th zero."""
        return _member(self, k)


@lru_cache(maxsize=1024)
def _far(row: Cells, k: int) -> Point:
    low, high = row.cell(k)
    return low if row.is_exact else isolated(row.wave.tree, row.name, low, high)


@lru_cache(maxsize=1024)
def _member(row: Cells, k: int) -> Point:
    if row.at is not None:
        return exact_point(substitute(row.at, {row.integer: number(k)}))
    return row.seen(row.far(k))


@lru_cache(maxsize=1024)
def _reached(phase: Tree, name: str, value: Tree, start: Fraction) -> Point:
    """Where the phase has a value, as it rises beyond a place; Undecided where it does before."""
    apart = added((phase, negated(value)))
    function = curve(apart, name)
    if function.at(start) >= 0:
        raise Undecided
    before = start
    for power in budget.PHASE_POWERS:
        after = start + 2**power
        sign = function.at(after)
        if sign >= 0:
            return enclosed(Isolated(function, before, after + (not sign), 1))
        before = after
    raise Undecided


class Turned(Protocol):
    """A change of the variable."""

    def back(self, x: Tree) -> Tree:
        """The new variable, from the old."""

    def bounds(self, low: Fraction, high: Fraction) -> Bounds:
        """Bounds of the old variable, from those of the new."""


class Mapped(Struct, frozen=True):
    """What a point is known by that is known in a picture."""

    far: Point
    picture: Turned
    is_alone: bool = False

    @property
    def function(self) -> Tree | None:
        """That of the picture, seen from x."""
        inner = self.far.source.function
        if inner is None:
            return None
        (name,) = inner.names
        return substitute(inner, {name: self.picture.back(Name(name))})

    def bounds(self, bits: int) -> Bounds:
        """Rational bounds of about so many bits."""
        return self.picture.bounds(*self.far.refined(bits))


def isolated(tree: Tree, name: str, low: Point, high: Point) -> Point:
    """The only zero between two points, a simple one, by the signs next to them."""
    function = curve(tree, name)
    before, after = (sign_at(tree, name, end) or 0 for end in (low, high))
    if not (before and after):
        before, after = before or -after, after or -before
    if before * after >= 0:
        raise Undecided
    ends = [
        next(
            (
                at
                for at in approaching(low, high, side)
                if sign_at(tree, name, rational_point(at)) == sign
            ),
            None,
        )
        for side, sign in ((1, before), (-1, after))
    ]
    start, stop = ends
    if start is None and stop is not None:
        return enclosed(Beside(function, low, stop, 1, after))
    if start is not None and stop is None:
        return enclosed(Beside(function, high, start, -1, before))
    if start is None or stop is None:
        raise Undecided
    return enclosed(Isolated(function, start, stop, after))


def first_beyond(start: Tree, integer: str, value: Fraction, near: int) -> int:
    """The least k, close to `near`, for which `start` is no less than a value."""
    for k in range(near - budget.WAVE_SEARCH, near + budget.WAVE_SEARCH):
        found = enclose(substitute(start, {integer: number(k)}), budget.ENCLOSED_DIGITS)
        if found is not None and found[0] >= value:
            return k
    raise Undecided
