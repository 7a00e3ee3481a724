"""Powers and quotients of exact constants, with the real roots of negative numbers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd, isqrt, lcm

from flint import fmpz

from calctool import budget
from calctool.algebra.real.ring import (
    NOTHING,
    UNIT,
    UNITY,
    Real,
    Undecided,
    Undefined,
    bits,
    monomial,
    total,
    whole_power,
)
from calctool.algebra.real.sign import sign
from calctool.notation.tree import Number


def quotient(top: Real, bottom: Real) -> Real:
    """An exact quotient; Undefined where the divisor is zero."""
    return top * power(bottom, Fraction(-1))


def power(base: Real, exponent: Fraction) -> Real:
    """Undefined for 0 to a negative power and for even roots of negative numbers."""
    if exponent == 0:
        return UNITY
    if exponent.denominator == 1 and exponent > 0:
        return whole_power(base, exponent.numerator)
    s = 0 if not base.parts else _sign_needed(base, exponent)
    if s == 0:
        if exponent < 0:
            raise Undefined
        return NOTHING
    if s < 0 and exponent.denominator % 2 == 0:
        raise Undefined
    made = _positive_power(base.times(Fraction(s)), exponent)
    return -made if s < 0 and exponent.numerator % 2 else made


def _sign_needed(base: Real, exponent: Fraction) -> int:
    """A whole power of one part needs no sign, only that it is not zero."""
    if len(base.parts) == 1 and exponent.denominator == 1 and not base.names:
        return 1
    return sign(base)


def _positive_power(base: Real, exponent: Fraction) -> Real:
    if len(base.parts) == 1:
        ((part, coefficient),) = base.parts.items()
        if exponent.denominator == 1:
            return monomial((a, e * exponent) for a, e in part).times(
                coefficient**exponent.numerator
            )
        if all(isinstance(a, Real) or sign(Real.atom(a)) > 0 for a, _ in part):
            return monomial((a, e * exponent) for a, e in part) * radical(coefficient, exponent)
        return Real.atom(base, exponent)
    if exponent.denominator == 1 and (inverse := _rationalised(base)):
        return whole_power(inverse, -exponent.numerator)
    content = _content(base)
    plain = base.times(1 / content)
    if exponent.denominator == 2 and (root := _denested(plain)):
        return power(root, exponent * 2) * radical(content, exponent)
    return monomial(((plain, exponent),)) * radical(content, exponent)


def radical(base: Fraction, exponent: Fraction) -> Real:
    """A rational to a whole power; a positive one to any, as powers of primes below 1."""
    if exponent.denominator == 1:
        if abs(base) != 1 and bits(Real.of(base)) * abs(exponent) > budget.REAL_BITS:
            raise Undecided
        return Real.of(base**exponent.numerator)
    return monomial(
        (Number(Fraction(prime)), exponent * times) for prime, times in factors(base).items()
    )


def factors(value: Fraction) -> dict[int, int]:
    """The primes of a positive rational, those of its denominator counted negatively."""
    found: dict[int, int] = {}
    for whole, side in ((value.numerator, 1), (value.denominator, -1)):
        for prime, times in _primes(fmpz(whole)):
            found[prime] = found.get(prime, 0) + side * times
    return found


def _primes(whole: fmpz) -> Iterator[tuple[int, int]]:
    """Small primes of any number, and of what is left if that is short or itself a prime."""
    for part, times in whole.factor(trial_limit=budget.FACTOR_TRIAL):
        if part <= budget.FACTOR_TRIAL**2:
            yield int(part), int(times)
        elif int(part).bit_length() <= budget.FACTOR_BITS:
            yield from ((int(prime), int(n * times)) for prime, n in part.factor())
        elif int(part).bit_length() <= budget.PRIME_BITS and part.is_prime():
            yield int(part), int(times)
        else:
            raise Undecided


def _rationalised(base: Real) -> Real | None:
    """1/(a + b*r) with a rational square r^2, else None."""
    if len(base.parts) != 2:
        return None
    (m, c), (n, d) = base.parts.items()
    first, second = Real({m: c}), Real({n: d})
    norm = (first * first - second * second).rational
    return (first - second).times(1 / norm) if norm else None


def _denested(base: Real) -> Real | None:
    """sqrt(a + sqrt(b)) as a sum of two roots where a^2 - b is the square of a rational."""
    a = base.parts.get(UNIT)
    if a is None or len(base.parts) != 2 or a <= 0:
        return None
    rest = base - Real.of(a)
    square = (rest * rest).rational
    norm = None if square is None else _root(a * a - square)
    if norm is None:
        return None
    half = Fraction(1, 2)
    larger, smaller = radical((a + norm) / 2, half), radical((a - norm) / 2, half)
    return total((larger, smaller.times(Fraction(sign(rest)))))


def _root(value: Fraction) -> Fraction | None:
    if value < 0:
        return None
    p, q = isqrt(value.numerator), isqrt(value.denominator)
    return Fraction(p, q) if p * p == value.numerator and q * q == value.denominator else None


def _content(base: Real) -> Fraction:
    """The positive rational that leaves whole coefficients without a common divisor."""
    tops = gcd(*(c.numerator for c in base.parts.values()))
    bottoms = lcm(*(c.denominator for c in base.parts.values()))
    return Fraction(tops, bottoms)
