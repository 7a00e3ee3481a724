"""Rational numbers below, between and above real algebraic ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import floor

from calctool.algebra.algebraic import FIRST_BITS, Algebraic
from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.real.ring import Undecided


def between(points: Sequence[Algebraic]) -> Iterator[Fraction]:
    """One in each of the intervals into which the points, from left to right, cut the line."""
    if not points:
        yield Fraction(0)
        return
    yield Fraction(floor(_bounds(points[0], FIRST_BITS)[0]) - 1)
    for left, right in pairwise(points):
        yield _separating(left, right)
    yield Fraction(floor(_bounds(points[-1], FIRST_BITS)[1]) + 2)


def _separating(left: Algebraic, right: Algebraic) -> Fraction:
    bits = FIRST_BITS
    while _bounds(left, bits)[1] >= _bounds(right, bits)[0]:
        bits *= 2
    low, high = _bounds(left, bits)[1], _bounds(right, bits)[0]
    return ((low + high) / 2).limit_denominator(floor(4 / (high - low)) + 1)


def _bounds(number: Algebraic, bits: int) -> tuple[Fraction, Fraction]:
    value = number.rational
    found = (value, value) if value is not None else bounds_of(number.ball(bits))
    if found is None:
        raise Undecided
    return found
