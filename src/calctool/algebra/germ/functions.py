"""exp, log, sin, cos, abs, max, sign and floor of one-sided expansions."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import factorial

from msgspec.structs import replace

from calctool.algebra.germ.powers import substitute
from calctool.algebra.germ.series import (
    CONSTANT,
    FLAT,
    ZERO,
    Germ,
    Huge,
    Key,
    Series,
    add,
    bounded,
    coefficient,
    constant,
    exponent_of,
    leading,
    multiply,
    negate,
    sign,
    without_leading_zeros,
)
from calctool.algebra.real.power import power as real_power
from calctool.algebra.real.ring import UNITY, Real, Undecided, Undefined
from calctool.algebra.real.sign import is_nothing, whole_part
from calctool.algebra.real.values import value

LOG_KEY: Key = (0, -1)


def split(a: Series) -> tuple[Series, Real, Series]:
    """What grows, the constant, and what tends to 0."""
    growing = tuple(term for term in a.terms if term[0] < CONSTANT)
    small = tuple(term for term in a.terms if term[0] > CONSTANT)
    return (
        Series(growing, continuous=a.continuous),
        coefficient(a, CONSTANT),
        replace(a, terms=small, sign=None),
    )


def tends(a: Series) -> bool:
    """Whether the expansion says what f tends to: a finite value or an infinite one."""
    return a.bound is None or a.bound > CONSTANT


def is_infinite(a: Germ) -> bool:
    """Whether a germ certainly tends to oo or -oo."""
    if isinstance(a, Huge):
        return True
    a = without_leading_zeros(a)
    try:
        return leading(a)[0] < CONSTANT
    except Undecided:
        return False


def outgrows_logarithms(a: Germ) -> bool:
    """Whether exp(|a|) outgrows every power."""
    if isinstance(a, Huge):
        return True
    a = without_leading_zeros(a)
    return is_infinite(a) and leading(a)[0] < LOG_KEY


def exponential(a: Germ, keep: int) -> Germ:
    if isinstance(a, Huge):
        return a if a.sign > 0 else Series(remainder=FLAT, sign=1, continuous=a.continuous)
    a = without_leading_zeros(a)
    if outgrows_logarithms(a):
        return exponential(Huge(sign(a), a.continuous), keep)
    growing, at, small = split(a)
    if not tends(a):
        if growing.terms or a.bound is None or a.bound < CONSTANT:
            raise Undecided
        return bounded(a.continuous, sign=1)
    made = substitute(_exponential_series(keep), small, keep)
    made = multiply(constant(value("exp", (at,))), made, keep)
    return multiply(_power_of_t(growing), made, keep)


def _power_of_t(growing: Series) -> Germ:
    """exp(c L) = t^-c; only bounds where c is irrational."""
    if not growing.terms:
        return constant(UNITY)
    ((_, c),) = growing.terms
    if c.rational is not None:
        return Series((((-exponent_of(c.rational), 0), UNITY),), continuous=growing.continuous)
    lower = Fraction(whole_part((-c).times(Fraction(1024))), 1024)
    return Series(remainder=(lower, 0), sign=1, continuous=growing.continuous)


def logarithm(a: Germ, keep: int) -> Germ:
    if isinstance(a, Huge):
        raise Undecided
    a = without_leading_zeros(a)
    s = sign(a)
    if s <= 0:
        raise Undefined
    (e, m), c = leading(a)
    if isinstance(e, float) or m:
        raise Undecided
    rest = replace(a, terms=a.terms[1:], sign=None)
    scale = Series((((-e, 0), real_power(c, Fraction(-1))),))
    small = multiply(rest, scale, keep)
    grown = Series(((LOG_KEY, Real.of(-e)),)) if e else ZERO
    changed = substitute(_logarithmic_series(keep), small, keep)
    made = add(add(grown, constant(value("log", (c,))), keep), changed, keep)
    return replace(made, continuous=a.continuous)


def sine(a: Germ, keep: int, quarter: int = 0) -> Germ:
    """sin(a + quarter*pi/2): a wave where a runs to infinity without a gap."""
    if isinstance(a, Huge) or is_infinite(a):
        return Series(wave=CONSTANT) if a.continuous else bounded(False)
    growing, at, small = split(a)
    if growing.terms or not tends(a):
        return bounded(a.continuous)
    names = ("sin", "cos") if quarter == 0 else ("cos", "sin")
    here, other = (value(name, (at,)) for name in names)
    slope = other if quarter == 0 else -other
    odd, even = _sine_series(keep)
    return add(
        multiply(constant(slope), _sines(odd, small, keep), keep),
        multiply(constant(here), _sines(even, small, keep), keep),
        keep,
    )


def _sines(coefficients: list[Real], small: Series, keep: int) -> Germ:
    """A trailing zero would say that the series ends: it is cut off first."""
    if not coefficients[-1].parts:
        coefficients = coefficients[:-1]
    return substitute(coefficients, small, keep)


def absolute(a: Germ) -> Germ:
    try:
        s = sign(a)
    except Undecided:
        if isinstance(a, Huge) or a.lowest is None:
            raise
        return Series(remainder=a.lowest, continuous=a.continuous)
    return a if s > 0 else negate(a) if s < 0 else ZERO


def greatest(a: Germ, b: Germ, keep: int) -> Germ:
    difference = add(a, negate(b), keep)
    try:
        return a if sign(difference) >= 0 else b
    except Undecided:
        return either(a, b, keep)


def either(a: Germ, b: Germ, keep: int, continuous: bool = True) -> Germ:
    """What is certain of a function that is a here and b there."""
    difference = add(a, negate(b), keep)
    if isinstance(a, Huge) or isinstance(difference, Huge):
        raise Undecided
    if difference.lowest is None:
        return a
    apart = Series(remainder=difference.lowest, continuous=continuous)
    return add(a, apart, keep)


def sign_of(a: Germ) -> Germ:
    try:
        return constant(Real.of(sign(a)))
    except Undecided:
        return bounded(False)


def floor(a: Germ, keep: int) -> Germ:
    if isinstance(a, Huge):
        return replace(a, continuous=False)
    growing, at, small = split(a)
    if growing.terms or not tends(a):
        return add(a, bounded(False), keep)
    below = whole_part(at)
    if is_nothing(at - Real.of(below)):
        try:
            below -= sign(small) < 0
        except Undecided:
            return add(constant(at), bounded(False), keep)
    return constant(Real.of(below))


@lru_cache(maxsize=32)
def _exponential_series(keep: int) -> list[Real]:
    return [Real.of(Fraction(1, factorial(n))) for n in range(keep + 1)]


@lru_cache(maxsize=32)
def _logarithmic_series(keep: int) -> list[Real]:
    return [Real.of(0)] + [Real.of(Fraction((-1) ** (n + 1), n)) for n in range(1, keep + 1)]


@lru_cache(maxsize=32)
def _sine_series(keep: int) -> tuple[list[Real], list[Real]]:
    """Of the sine and of the cosine."""
    terms = [Fraction((-1) ** (n // 2), factorial(n)) for n in range(keep + 2)]
    odd = [Real.of(c * (n % 2)) for n, c in enumerate(terms)]
    return odd, [Real.of(c * (1 - n % 2)) for n, c in enumerate(terms)]
