"""Powers, quotients and polynomials of one-sided expansions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from calctool.algebra.germ.series import (
    CONSTANT,
    FLAT,
    ZERO,
    Germ,
    Huge,
    Key,
    Series,
    add,
    constant,
    exponent_of,
    leading,
    multiply,
    times,
    without_leading_zeros,
)
from calctool.algebra.real.power import power as real_power
from calctool.algebra.real.ring import UNITY, Real, Undecided, Undefined


def inverse(a: Germ, keep: int) -> Germ:
    """The germ of 1/f; of one that outgrows every power it is flat, and the other way round."""
    if isinstance(a, Huge):
        return Series(remainder=FLAT, sign=a.sign, continuous=a.continuous)
    if not a.terms and a.remainder == FLAT and a.sign and not a.wave:
        return Huge(a.sign, a.continuous)
    return power(a, Fraction(-1), keep)


def power(a: Germ, exponent: Fraction, keep: int) -> Germ:
    """Rational powers, with the real roots of negative functions."""
    if exponent == 0:
        return constant(UNITY)
    if isinstance(a, Huge):
        return _huge_power(a, exponent, keep)
    if exponent in _SMALL and a.terms and a.terms[0][1].names:
        return _repeated(a, exponent, keep)
    a = without_leading_zeros(a)
    if a.lowest is None:
        if exponent < 0:
            raise Undefined
        return ZERO
    try:
        key, coefficient = leading(a)
    except Undecided:
        return _unknown_power(a, exponent, keep)
    log_power = exponent * key[1]
    if log_power.denominator != 1:
        raise Undecided
    start: Key = (key[0] * exponent_of(exponent), int(log_power))
    first = Series(((start, real_power(coefficient, exponent)),))
    rest = replace(a, terms=a.terms[1:])
    if rest.lowest is None:
        return replace(first, continuous=a.continuous)
    scale = Series((((-key[0], -key[1]), real_power(coefficient, Fraction(-1))),))
    small = multiply(rest, scale, keep)
    return multiply(first, substitute(binomials(exponent, keep), small, keep), keep)


_SMALL = (2, 3, 4)
"""Powers that are products: where letters stand in the first coefficient, whether that vanishes
need not be known."""


def _repeated(a: Series, exponent: Fraction, keep: int) -> Germ:
    made: Germ = a
    for _ in range(exponent.numerator - 1):
        made = multiply(made, a, keep)
    return made


def _unknown_power(a: Series, exponent: Fraction, keep: int) -> Germ:
    """Without a leading term only positive powers are bounded."""
    if exponent.denominator == 1 and 0 < exponent <= keep:
        return _repeated(a, exponent, keep)
    low = a.lowest
    if exponent < 0:
        if low == FLAT and a.sign and not a.terms:
            return power(Huge(a.sign, a.continuous), -exponent, keep)
        raise Undecided
    if low is None or (exponent * low[1]).denominator != 1:
        raise Undecided
    key = FLAT if low == FLAT else (low[0] * exponent_of(exponent), int(exponent * low[1]))
    even = exponent.numerator % 2 == 0 or exponent.denominator % 2 == 0
    s = abs(a.sign) if a.sign is not None and even else a.sign
    return Series(remainder=key, continuous=a.continuous, sign=s)


def _huge_power(a: Huge, exponent: Fraction, keep: int) -> Germ:
    if a.sign < 0 and exponent.denominator % 2 == 0:
        raise Undefined
    grown = Huge(a.sign if exponent.numerator % 2 else 1, a.continuous)
    return grown if exponent > 0 else inverse(grown, keep)


def binomials(exponent: Fraction, keep: int) -> list[Real]:
    """Coefficients of (1 + z)^exponent; a whole exponent ends them."""
    found = [Fraction(1)]
    while len(found) <= keep and found[-1]:
        k = len(found)
        found.append(found[-1] * (exponent - k + 1) / k)
    return [Real.of(c) for c in found]


def substitute(coefficients: Sequence[Real], small: Germ, keep: int) -> Germ:
    """c0 + c1 z + … with z = small; a last coefficient 0 says that the polynomial ends."""
    if isinstance(small, Huge):
        raise Undecided
    low = small.lowest
    if low is None:
        return constant(coefficients[0])
    if low <= CONSTANT:
        raise Undecided
    found: Germ = ZERO
    for each in reversed(coefficients):
        found = add(multiply(found, small, keep), constant(each), keep)
    if coefficients[-1].parts:
        found = add(found, Series(remainder=times(low, len(coefficients))), keep)
    return replace(found, continuous=found.continuous and small.continuous)
