"""Numbers known by two bounds, as decimals: the shortest between them, and those around them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from math import ceil, floor

from calctool.notation.tree import Name, Negative, Number, Relation, Tree, number

PLACES = 6
"""Decimals of a place between two bounds: enough to tell places apart, few enough to read."""


def rounded(value: Fraction, digits: int, way: str = ROUND_HALF_EVEN) -> Decimal:
    """To so many significant digits, without zeros at the end."""
    context = Context(prec=digits, rounding=way)
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))


def shortest(low: Fraction, high: Fraction, most: int) -> Tree:
    """The shortest decimal between two bounds; the middle, rounded, where that is a long one.

    >>> from fractions import Fraction
    >>> plain(shortest(Fraction(1, 3), Fraction(2, 5), 5))
    '0.4'
    """
    if low <= 0 <= high:
        return number(0)
    middle = (low + high) / 2
    tries = (rounded(middle, digits) for digits in range(1, most + 1))
    return _typed(next((each for each in tries if low <= each <= high), rounded(middle, most)))


def beside(bound: Fraction, digits: int, side: int) -> Tree:
    """A decimal that is not on the other side of a number: not above it for -1."""
    return _typed(rounded(bound, digits, ROUND_FLOOR if side < 0 else ROUND_CEILING))


def _typed(value: Decimal) -> Tree:
    if not value:
        return number(0)
    text = _plainly(abs(value))
    made = Number(Fraction(Decimal(text)), typed=text)
    return Negative(made) if value < 0 else made


def around(low: Fraction, high: Fraction, digits: int) -> tuple[str, str]:
    """Two decimals with the bounds between them."""
    below, above = rounded(low, digits, ROUND_FLOOR), rounded(high, digits, ROUND_CEILING)
    return _plainly(below), _plainly(above)


def between(name: str, low: Fraction, high: Fraction) -> Iterator[Relation]:
    """The name between two decimals, rounded outwards."""
    yield Relation(Name(name), ">=", _fixed(floor(low * 10**PLACES)))
    yield Relation(Name(name), "<=", _fixed(ceil(high * 10**PLACES)))


def _plainly(value: Decimal) -> str:
    exact = Context(prec=len(value.as_tuple().digits))
    return f"{value.normalize(exact):g}".replace("e+", "e")


def _fixed(units: int) -> Tree:
    if units < 0:
        return Negative(_fixed(-units))
    whole, rest = divmod(units, 10**PLACES)
    return Number(Fraction(units, 10**PLACES), f"{whole}.{rest:0{PLACES}}")
