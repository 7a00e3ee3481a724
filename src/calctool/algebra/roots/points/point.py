"""Points of the real line: an exact form where there is one, and always an enclosure to refine."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import Protocol

from flint import arb, ctx
from msgspec import Struct

from calctool import budget
from calctool.algebra.algebraic import FIRST_BITS
from calctool.algebra.ball import enclose
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.sign import sign
from calctool.algebra.real.writing import written
from calctool.algebra.roots.points.norms import vanishes
from calctool.notation.tree import Negative, Number, Sum, Tree, number, rational

Bounds = tuple[Fraction, Fraction]


class Source(Protocol):
    """What a point is known by."""

    def bounds(self, bits: int) -> Bounds:
        """An enclosure with about so many significant bits."""

    @property
    def function(self) -> Tree | None:
        """An irreducible function whose zero it is, where that is all that is known."""

    @property
    def is_alone(self) -> bool:
        """Whether that function has no other zero within the bounds."""


class Point(Struct, frozen=True):
    """A finite point; `tree` is its exact form, None where only an enclosure is known."""

    tree: Tree | None
    low: Fraction
    high: Fraction
    source: Source

    def __eq__(self, other: object) -> bool:
        """Equal form and bounds; the source is a way to more digits of the same number."""
        return self is other or (
            isinstance(other, Point)
            and self.low == other.low
            and self.high == other.high
            and self.tree == other.tree
        )

    def __hash__(self) -> int:
        return hash((self.tree, self.low, self.high))

    @property
    def exact(self) -> bool:
        """Whether there is an exact form."""
        return self.tree is not None

    @property
    def value(self) -> Fraction | None:
        """The value of a rational point."""
        return self.low if self.low == self.high else None

    def refined(self, bits: int) -> Bounds:
        """Rational bounds with at least so many significant bits."""
        if self.low == self.high or bits <= budget.POINT_BITS:
            return self.low, self.high
        low, high = self.source.bounds(bits)
        return max(low, self.low), min(high, self.high)

    def ball(self, bits: int) -> arb:
        """A ball around the point; the caller has set the precision."""
        return around(*self.refined(bits))


class Written(Struct, frozen=True):
    """A point known by a constant expression."""

    tree: Tree
    function: Tree | None = None
    is_alone: bool = False

    def bounds(self, bits: int) -> Bounds:
        """Rational bounds of about so many bits; Undecided where there are none."""
        found = enclose(self.tree, bits * 3 // 10 + 2)
        if found is None:
            raise Undecided
        return found


def exact_point(tree: Tree) -> Point:
    """The point with this value; Undecided or Undefined where it cannot be worked out."""
    tree = _tidied(tree)
    value = rational(tree)
    if value is not None:
        return Point(tree, value, value, Written(tree))
    source = Written(tree)
    return Point(tree, *source.bounds(budget.POINT_BITS), source)


def rational_point(value: Fraction | int) -> Point:
    """A rational number as a point of the line."""
    tree = number(value)
    return Point(tree, Fraction(value), Fraction(value), Written(tree))


def decimal_point(units: int, digits: int) -> Point:
    """So many units of the last of some decimal places, written as a decimal."""
    value = Fraction(units, 10**digits)
    size = number(abs(value))
    if value.denominator > 1:
        text = f"{abs(units):0{digits + 1}d}"
        size = Number(abs(value), typed=f"{text[:-digits]}.{text[-digits:].rstrip('0')}")
    tree = size if value >= 0 else Negative(size)
    return Point(tree, value, value, Written(tree))


def enclosed(source: Source) -> Point:
    """A number of which no more is known than its bounds; Undecided where there are none."""
    return Point(None, *source.bounds(budget.POINT_BITS), source)


def either(p: Point, q: Point) -> Point:
    """A point of which is known only that one of the two, which cannot be told apart, lies
    there."""
    return enclosed(_Either(p, q))


class _Either(Struct, frozen=True):
    p: Point
    q: Point
    function: Tree | None = None
    is_alone: bool = False

    def bounds(self, bits: int) -> Bounds:
        (a, b), (c, d) = self.p.refined(bits), self.q.refined(bits)
        return min(a, c), max(b, d)


def _tidied(tree: Tree) -> Tree:
    if rational(tree) is not None:
        return number(rational(tree) or 0)
    try:
        found = written(constant_value(tree))
    except Undecided:
        return tree
    return found if found.size <= 2 * tree.size else tree


def around(low: Fraction, high: Fraction) -> arb:
    """A ball that holds the interval."""
    if low == high:
        return _exactly(low)
    middle, radius = (low + high) / 2, (high - low) / 2
    ball = _exactly(middle) + arb(0, 1) * _exactly(radius)
    # Rounded outwards it would reach below 0, where roots and logarithms have no value.
    return ball.nonnegative_part() if low == 0 else ball


def _exactly(value: Fraction) -> arb:
    return arb(value.numerator) / arb(value.denominator)


def bounds_of(ball: arb) -> Bounds:
    """Rational bounds of a finite ball, as close as it was made, whatever precision is set."""
    ends = []
    with ctx.workprec(max(ctx.prec, int(ball.bits()) + FIRST_BITS)):
        for end in (ball.lower(), ball.upper()):
            mantissa, exponent = (int(part) for part in end.man_exp())
            ends.append(Fraction(mantissa) * Fraction(2) ** exponent)
    return ends[0], ends[1]


def compare(p: Point, q: Point) -> int | None:
    """-1, 0 or 1 as p lies left of q, on it, or right of it; None where that stays open.

    >>> compare(exact_point(tree("sqrt(2)")), exact_point(tree("3/2")))
    -1
    """
    if p is q or (p.tree is not None and p.tree == q.tree):
        return 0
    for bits in budget.POINT_ORDER_BITS:
        (a, b), (c, d) = p.refined(bits), q.refined(bits)
        if b < c or d < a:
            return -1 if b < c else 1
        if a == b == c == d or _is_one_zero(p, q, bits):
            return 0
        if bits == budget.POINT_ORDER_BITS[0] and (found := _compared_exactly(p, q)) is not None:
            return found
    return None


def _is_one_zero(p: Point, q: Point, bits: int) -> bool:
    """Whether both are known as zeros of one function, that has only one in the bounds of either
    of them, within which those of the other lie."""
    if p.tree is not None or q.tree is not None or p.source.function is None:
        return False
    if p.source.function != q.source.function or not (p.source.is_alone and q.source.is_alone):
        return False
    (a, b), (c, d) = p.source.bounds(bits), q.source.bounds(bits)
    return (a <= c and d <= b) or (c <= a and b <= d)


def _compared_exactly(p: Point, q: Point) -> int | None:
    if p.tree is None or q.tree is None:
        return None
    try:
        return sign(constant_value(p.tree) - constant_value(q.tree))
    except Undefined:
        return None
    except Undecided:
        return _equal_by_norm(Sum((p.tree, Negative(q.tree))))


def _equal_by_norm(apart: Tree) -> int | None:
    try:
        return 0 if vanishes(apart) else None
    except (Undecided, UnknownError):
        return None


def inside(start: Point | None, end: Point | None, margin: int = 3) -> Fraction:
    """A short rational number strictly between two points; None stands for infinity.

    It keeps so a part of their distance away from both: a third, or less.
    """
    if start is None or end is None:
        if start is not None:
            return Fraction(floor(start.high) + 1)
        return Fraction(0) if end is None else Fraction(-floor(-end.low) - 1)
    low, high = _apart(start, end)
    apart = (high - low) / margin
    return simplest_between(low + apart, high - apart)


def _apart(start: Point, end: Point) -> Bounds:
    """Rational numbers low < high between the points."""
    for bits in (budget.POINT_BITS, *budget.POINT_ORDER_BITS):
        low, high = start.refined(bits)[1], end.refined(bits)[0]
        if low < high:
            return low, high
    raise Undecided


def simplest_between(low: Fraction, high: Fraction) -> Fraction:
    """The rational number with the least denominator in a closed interval."""
    if low > 0:
        return Fraction(*_simplest(*low.as_integer_ratio(), *high.as_integer_ratio()))
    return -simplest_between(-high, -low) if high < 0 else Fraction(0)


def _simplest(a: int, b: int, c: int, d: int) -> tuple[int, int]:
    """Between a/b and c/d, both above 0: the continued fractions as far as they agree."""
    whole, rest = divmod(a, b)
    if rest == 0:
        return whole, 1
    if (whole + 1) * d <= c:
        return whole + 1, 1
    p, q = _simplest(d, c - whole * d, b, rest)
    return whole * p + q, p
