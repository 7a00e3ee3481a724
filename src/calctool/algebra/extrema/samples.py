"""Rational numbers below, between and above real numbers that are enclosed as closely as asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import floor

from calctool import budget
from calctool.algebra.algebraic import FIRST_BITS, Algebraic
from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.places.place import Bounds, Scalar
from calctool.algebra.real.ring import Undecided

Number = Algebraic | Scalar


def between(points: Sequence[Number]) -> Iterator[Fraction]:
    """One in each of the intervals into which the points, from left to right, cut the line.

    Raises Undecided where two of the points are not told apart.
    """
    if not points:
        yield Fraction(0)
        return
    yield Fraction(floor(_bounds(points[0], FIRST_BITS)[0]) - 1)
    for left, right in pairwise(points):
        yield _separating(left, right)
    yield Fraction(floor(_bounds(points[-1], FIRST_BITS)[1]) + 2)


def _separating(left: Number, right: Number) -> Fraction:
    for bits in (FIRST_BITS, *budget.EXTREMA_ORDER_BITS):
        low, high = _bounds(left, bits)[1], _bounds(right, bits)[0]
        if low < high:
            return simplest(low, high)
    raise Undecided


def simplest(low: Fraction, high: Fraction) -> Fraction:
    """The fraction with the least denominator strictly between two others.

    >>> simplest(Fraction(2, 7), Fraction(5, 7)), simplest(Fraction(1), Fraction(2))
    (Fraction(1, 2), Fraction(3, 2))
    """
    if low < 0 < high:
        return Fraction(0)
    if high <= 0:
        return -simplest(-high, -low)
    whole = floor(low)
    if whole + 1 < high:
        return Fraction(whole + 1)
    if low == whole:
        return whole + Fraction(1, floor(1 / (high - whole)) + 1)
    return whole + 1 / simplest(1 / (high - whole), 1 / (low - whole))


def _bounds(number: Number, bits: int) -> Bounds:
    if not isinstance(number, Algebraic):
        return number.bounds(bits)
    value = number.rational
    found = (value, value) if value is not None else bounds_of(number.ball(bits))
    if found is None:
        raise Undecided
    return found
