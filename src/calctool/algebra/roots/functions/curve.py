"""A function of one name, enclosed on balls; and its certified signs at points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from math import gcd

from flint import arb

from calctool import budget
from calctool.algebra.ball.numbers import Lack, working
from calctool.algebra.ball.program import Program
from calctool.algebra.ball.slope import Place, coefficients
from calctool.algebra.field import Field
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.sign import sign
from calctool.algebra.roots.points.norms import vanishes
from calctool.algebra.roots.points.point import Point, around, inside, rational_point
from calctool.notation.tree import Call, Power, Tree, rational
from calctool.notation.walk import substitute, transform


class Curve:
    """A tree without other names as a function of `name`."""

    def __init__(self, tree: Tree, name: str) -> None:
        self.tree, self.name = tree, name
        self._program = Program((transform(tree, _square_root),))

    def jet(self, at: arb, order: int, bits: int) -> list[arb] | Lack:
        """Enclosures of the Taylor coefficients 0 to `order` at every point of the ball."""
        with working(bits, order + 1):
            direction = {self.name: 1} if order else {}
            (value,) = self._program.run(Place({self.name: at}, direction, order, 0))
            return coefficients(value, order)

    def value(self, at: arb, bits: int) -> arb | None:
        """A ball with the values on a ball; None where there is none for certain."""
        found = self.jet(at, 0, bits)
        return None if isinstance(found, Lack) else found[0]

    def on(self, low: Fraction, high: Fraction, order: int, bits: int) -> list[arb] | None:
        """The same on an interval."""
        with working(bits, order + 1):
            box = around(low, high)
        found = self.jet(box, order, bits)
        return None if isinstance(found, Lack) else found

    def sign(self, point: Point) -> int:
        """-1, 0 or 1, certain; raises Undecided, or Undefined where there is no value."""
        for bits in budget.ROOT_SIGN_BITS:
            with working(bits, 1):
                ball = point.ball(bits)
            found = self.jet(ball, 0, bits)
            if found is Lack.UNDEFINED:
                raise Undefined
            if isinstance(found, list) and (found[0] > 0 or found[0] < 0):
                return 1 if found[0] > 0 else -1
            if bits == budget.ROOT_EXACT_BITS and (exact := self._exact_sign(point)) is not None:
                return exact
        raise Undecided

    def _exact_sign(self, point: Point) -> int | None:
        if point.value is not None and _is_long(point.value):
            return None
        if point.tree is None:
            function = point.source.function
            return 0 if function is not None and vanishes_with(self.tree, function) else None
        value = substitute(self.tree, {self.name: point.tree})
        try:
            return sign(constant_value(value))
        except Undecided:
            return _by_norm(value)

    def at(self, value: Fraction) -> int:
        """The sign at a rational number."""
        return self.sign(rational_point(value))


def _square_root(part: Tree) -> Tree | None:
    """u^(1/2) as sqrt(u), which balls have an enclosure of where they touch 0."""
    match part:
        case Power(base, exponent) if rational(exponent) == Fraction(1, 2):
            return Call("sqrt", (transform(base, _square_root),))
    return None


def _by_norm(value: Tree) -> int | None:
    try:
        return 0 if vanishes(value) else None
    except (Undecided, UnknownError):
        return None


def _is_long(value: Fraction) -> bool:
    """No zero of interest, and slow in exact arithmetic."""
    return (value.numerator * value.denominator).bit_length() > budget.ROOT_EXACT_BITS


@lru_cache(maxsize=1024)
def curve(tree: Tree, name: str) -> Curve:
    """A tree as a function of one name; the same object for the same question.

    >>> from calctool.algebra.roots.points.point import exact_point
    >>> curve(tree("x^2 - 2"), "x").sign(exact_point(tree("sqrt(2)")))
    0
    """
    return Curve(tree, name)


@lru_cache(maxsize=256)
def vanishes_with(tree: Tree, function: Tree) -> bool:
    """Whether the irreducible `function` divides `tree`, so that its zeros are zeros there too."""
    field = Field()
    a, b = field.normal(function), field.normal(tree)
    if a is None or b is None:
        return False
    a = field.normal(function) or a
    p, q = field.ring.lift(a.num), field.ring.lift(b.num)
    if p.total_degree() > budget.DEGREE or q.total_degree() > budget.DEGREE:
        return False
    content = gcd(*(int(coefficient) for _, coefficient in field.ring.terms(p)))
    return bool(q.is_zero() or divmod(q * content, p)[1].is_zero())


def sign_at(tree: Tree, name: str, point: Point) -> int | None:
    """The certified sign at a point; None where it is not defined, or not decided."""
    try:
        return curve(tree, name).sign(point)
    except (Undecided, Undefined):
        return None


def sign_between(tree: Tree, name: str, start: Point | None, end: Point | None) -> int | None:
    """The certified sign at a rational number between two points, None being infinity.

    It is the sign on the whole open interval where that holds no zero and no break.
    """
    try:
        return curve(tree, name).at(inside(start, end))
    except (Undecided, Undefined):
        return None


def approaching(start: Point | None, end: Point | None, side: int) -> Iterator[Fraction]:
    """Rational numbers between two points that tend to the start (side 1) or to the end (-1)."""
    goal = start if side > 0 else end
    first = inside(start, end)
    yield first
    if goal is None:
        for power in budget.ROOT_FAR_POWERS:
            yield first - side * 2**power
        return
    for bits in budget.ROOT_NEAR_BITS:
        low, high = goal.refined(max(bits, budget.POINT_BITS))
        near = high if side > 0 else low
        if (first - near) * side > 0:
            step = abs(first - near) / 2**bits
            yield near + side * step
