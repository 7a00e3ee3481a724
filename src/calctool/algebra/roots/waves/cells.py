"""Zeros that are known by their cells: for each whole number k one zero, in an open interval."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.functions.curve import approaching, curve, sign_at
from calctool.algebra.roots.points.isolated import Isolated
from calctool.algebra.roots.points.point import Bounds, Point, exact_point
from calctool.algebra.roots.waves.phase import Wave
from calctool.algebra.roots.waves.pictures import Picture
from calctool.notation.tree import (
    ONE,
    Call,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import substitute

Reach = tuple[int | None, int | None]
"""The first and the last of some whole numbers, both included; None is no end."""


class Cells(Struct, frozen=True):
    """One simple zero of a wave for each whole k of the `reach`, and no others far out.

    The wave is a function of t in a picture of the line, `low` and `high` are the ends of the
    open cell in t, written in k = `integer`; equal ends are the zero itself. From `beyond` on
    the theorem holds. `times` is the multiplicity of the zeros of the function asked for.
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

    @property
    def at(self) -> Tree | None:
        """The zeros in closed form."""
        return self.picture.of(self.low) if self.low == self.high else None

    @property
    def ends(self) -> tuple[Tree, Tree]:
        """The ends of a cell in x, the lower one first."""
        ends = self.picture.of(self.low), self.picture.of(self.high)
        return (ends[1], ends[0]) if self.picture.falls else ends

    def cell(self, k: int) -> tuple[Point, Point]:
        """The ends of the k-th cell in t."""
        value = {self.integer: number(k)}
        return exact_point(substitute(self.low, value)), exact_point(substitute(self.high, value))

    def far(self, k: int) -> Point:
        """The k-th zero in t."""
        low, high = self.cell(k)
        return low if self.low == self.high else isolated(self.wave.tree, self.name, low, high)

    def member(self, k: int) -> Point:
        """The k-th zero."""
        if self.at is not None:
            return exact_point(substitute(self.at, {self.integer: number(k)}))
        far = self.far(k)
        return Point(None, *self.picture.bounds(far.low, far.high), Mapped(far, self.picture))


class Mapped(Struct, frozen=True):
    """What a point is known by that is known in a picture."""

    far: Point
    picture: Picture

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
        next((at for at in approaching(low, high, side) if function.at(at) == sign), None)
        for side, sign in ((1, before), (-1, after))
    ]
    start, stop = ends
    if start is None or stop is None:
        raise Undecided
    source = Isolated(function, start, stop, after)
    return Point(None, *source.bounds(budget.POINT_BITS), source)


def inverse(phase: Tree, name: str, value: Tree) -> Tree | None:
    """t > 0 where the phase has this value, for phases that can be undone step by step."""
    while name in phase.names:
        undone = _undone(phase, name, value)
        if undone is None:
            return None
        phase, value = undone
        if phase == Name(name):
            return value
    return None


def _undone(phase: Tree, name: str, value: Tree) -> tuple[Tree, Tree] | None:
    """The outermost operation moved to the other side."""
    match phase:
        case Name():
            return phase, value
        case Negative(inner):
            return inner, negated(value)
        case Sum(parts):
            moving = [part for part in parts if name in part.names]
            still = [negated(part) for part in parts if name not in part.names]
            return (moving[0], added((value, *still))) if len(moving) == 1 else None
        case Product(parts):
            moving = [part for part in parts if name in part.names]
            still = [part for part in parts if name not in part.names]
            if len(moving) != 1:
                return None
            return moving[0], divided(value, multiplied(still))
        case Quotient(top, bottom) if name not in bottom.names:
            return top, multiplied((value, bottom))
        case Quotient(top, bottom) if name not in top.names:
            return bottom, divided(top, value)
        case Power(base, exponent) if (n := rational(exponent)) is not None:
            return base, _root(value, n)
        case Call("sqrt", (inner,)):
            return inner, raised(value, number(2))
        case Call("exp", (inner,)):
            return inner, Call("log", (value,))
        case Call("log", (inner,)):
            return inner, Call("exp", (value,))
    return None


def _root(value: Tree, power: Fraction) -> Tree:
    if power == 2:
        return Call("sqrt", (value,))
    return divided(ONE, _root(value, -power)) if power < 0 else raised(value, number(1 / power))


def first_beyond(low: Tree, integer: str, place: Fraction, near: int) -> int:
    """The least k, close to `near`, whose cell begins beyond a place in t; Undecided for none."""
    around = range(near - budget.WAVE_SEARCH, near + budget.WAVE_SEARCH)
    for k in around:
        if _begins_beyond(low, integer, k, place):
            return k
    raise Undecided


def _begins_beyond(low: Tree, integer: str, k: int, place: Fraction) -> bool:
    found = enclose(substitute(low, {integer: number(k)}), budget.ENCLOSED_DIGITS)
    return found is not None and found[0] >= place
