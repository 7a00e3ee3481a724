"""Generalised power series in t -> 0+: terms c t^e L^-m with L = -log t, and what is left out.

Only data and ring operations; functions of a series are in germ.functions.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby
from math import inf
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.real.ring import NOTHING, UNITY, Real, Undecided, total
from calctool.algebra.real.sign import is_nothing
from calctool.algebra.real.sign import sign as real_sign

Key = tuple[Fraction | float, int]
"""(e, m) stands for t^e L^-m: the smaller key is the larger function, as t -> 0+.

A whole exponent is kept as an `int`: keys are compared and added more than anything else.
"""

CONSTANT: Key = (0, 0)
FLAT: Key = (inf, 0)
"""Smaller than every power of t."""


class Series(Struct, frozen=True):
    """f = sum of terms + wave + O(remainder), defined for all small t > 0.

    `remainder` None: nothing is left out. `wave`: there are t -> 0 along which that part, divided
    by its key, tends to a positive limit, and others along which it tends to a negative one.
    `sign` is kept where the terms do not show it. `continuous`: f is so for all small t > 0.
    """

    terms: tuple[tuple[Key, Real], ...] = ()
    remainder: Key | None = None
    wave: Key | None = None
    sign: int | None = None
    continuous: bool = True

    @property
    def bound(self) -> Key | None:
        """From this key on the terms do not tell the whole truth."""
        known = [key for key in (self.remainder, self.wave) if key is not None]
        return min(known, default=None)

    @property
    def lowest(self) -> Key | None:
        """f = O(this); None for the zero function."""
        known = [key for key in (self.bound, self.terms[0][0] if self.terms else None) if key]
        return min(known, default=None)


class Huge(Struct, frozen=True):
    """Grows to infinity with this sign, faster than every power of 1/t."""

    sign: int
    continuous: bool = True


Germ = Series | Huge
Side = Literal[-1, 0, 1]
"""Left of the point, at it, right of it."""

ZERO = Series()


def constant(value: Real) -> Series:
    """A constant as the germ of a function."""
    return Series(((CONSTANT, value),)) if value.parts else ZERO


def bounded(continuous: bool, sign: int | None = None) -> Series:
    """A function of which only |f| <= C is known."""
    return Series(remainder=CONSTANT, continuous=continuous, sign=sign)


def plus(a: Key, b: Key) -> Key:
    """The key of a product."""
    if isinstance(a[0], float) or isinstance(b[0], float):
        return FLAT
    return (a[0] + b[0], a[1] + b[1])


def times(a: Key, n: int) -> Key:
    """A power to the n-th power, as a key."""
    return FLAT if isinstance(a[0], float) else (a[0] * n, a[1] * n)


def exponent_of(value: Fraction) -> Fraction | int:
    """As it stands in a key."""
    return value.numerator if value.denominator == 1 else value


Pair = tuple[Key, Real, Real]
"""A term that is a product of two coefficients, not worked out before it is needed."""


def made(pairs: Iterable[Pair], ends: Iterable[Key], keep: int) -> Series:
    """At most `keep` terms, up to where the remainder begins or the coefficients get too long."""
    remainder = min(ends, default=None)
    terms: list[tuple[Key, Real]] = []
    for key, group in groupby(sorted(pairs, key=_key), key=_key):
        if remainder is not None and key >= remainder:
            break
        try:
            coefficients = [c * d for _, c, d in group]
            coefficient = coefficients[0] if len(coefficients) == 1 else total(coefficients)
        except Undecided:
            coefficient = None
        if coefficient is None or (coefficient.parts and len(terms) == keep):
            remainder = key
            break
        if coefficient.parts:
            terms.append((key, coefficient))
    return Series(tuple(terms), remainder)


def _key(pair: Pair) -> Key:
    return pair[0]


def _shaken(series: Series, wave: Key | None, continuous: bool) -> Series:
    """With a wave, unless the remainder covers it."""
    if wave is not None and series.remainder is not None and wave >= series.remainder:
        wave = None
    return replace(series, wave=wave, continuous=continuous)


def add(a: Germ, b: Germ, keep: int) -> Germ:
    """The sum of two germs, with so many terms kept; Undecided for oo - oo."""
    if isinstance(a, Huge) or isinstance(b, Huge):
        signs = {each.sign for each in (a, b) if isinstance(each, Huge)}
        if len(signs) > 1:
            raise Undecided
        return Huge(signs.pop(), a.continuous and b.continuous)
    if a == ZERO or b == ZERO:
        return a if b == ZERO else b
    wave, lost = _strongest(a.wave, b.wave)
    ends = [key for key in (a.remainder, b.remainder, *lost) if key is not None]
    pairs = ((key, coefficient, UNITY) for key, coefficient in (*a.terms, *b.terms))
    found = _shaken(made(pairs, ends, keep), wave, a.continuous and b.continuous)
    return replace(found, sign=a.sign) if not found.terms and a.sign == b.sign else found


def _strongest(*waves: Key | None) -> tuple[Key | None, list[Key]]:
    """Of two waves the larger stays one, the other is a bound; equal ones may cancel."""
    found = sorted(key for key in waves if key is not None)
    if len(found) == 2 and found[0] == found[1]:
        return None, found
    return (found[0], found[1:]) if found else (None, [])


def negate(a: Germ) -> Germ:
    """The germ of -f."""
    if isinstance(a, Huge):
        return replace(a, sign=-a.sign)
    flipped = None if a.sign is None else -a.sign
    return replace(a, terms=tuple((key, -c) for key, c in a.terms), sign=flipped)


def multiply(a: Germ, b: Germ, keep: int) -> Germ:
    """The product of two germs, with so many terms kept; Undecided for 0*oo where it stays open."""
    if ZERO in (a, b):
        return ZERO
    if isinstance(a, Huge) or isinstance(b, Huge):
        return _huge_product(a, b)
    low_a, low_b = a.lowest, b.lowest
    if low_a is None or low_b is None:
        return ZERO
    ends = [plus(r, low) for r, low in ((a.remainder, low_b), (b.remainder, low_a)) if r]
    waves: list[Key | None] = []
    for one, other in ((a, b), (b, a)):
        if one.wave:
            at, rest = _wave_times(one.wave, without_leading_zeros(other))
            waves.append(at)
            ends += rest
    wave, lost = _strongest(*waves)
    ends += lost
    pairs = ((plus(k, n), c, d) for k, c in a.terms for n, d in b.terms)
    product = _shaken(made(pairs, ends, keep), wave, a.continuous and b.continuous)
    if product.terms or a.sign is b.sign is None:
        return product
    return replace(product, sign=_maybe_sign(a, b))


def _wave_times(wave: Key, other: Series) -> tuple[Key | None, list[Key]]:
    """Where a wave goes when multiplied: kept by the leading term, unknown beyond it."""
    try:
        lead, _ = leading(other)
    except Undecided:
        lead = None
    low = other.lowest
    if low is None:
        return None, []
    if lead is None:
        return None, [plus(wave, low)]
    rest = [key for key, _ in other.terms[1:2]] + ([other.bound] if other.bound else [])
    return plus(wave, lead), [plus(wave, key) for key in rest]


def _maybe_sign(a: Series, b: Series) -> int | None:
    try:
        return sign(a) * sign(b)
    except Undecided:
        return None


def _huge_product(a: Germ, b: Germ) -> Germ:
    for each in (a, b):
        if isinstance(each, Series):
            leading(each)  # a factor that may be flat, or oscillate, decides nothing
    return Huge(sign(a) * sign(b), a.continuous and b.continuous)


def leading(a: Series) -> tuple[Key, Real]:
    """The first term that is certainly not zero and dominates everything after it."""
    for key, coefficient in a.terms:
        if a.bound is not None and a.bound <= key:
            break
        if not is_nothing(coefficient):
            return key, coefficient
    raise Undecided


def without_leading_zeros(a: Series) -> Series:
    """The same series, its vanishing first coefficients dropped."""
    first = 0
    while first < len(a.terms) and _is_surely_nothing(a.terms[first][1]):
        first += 1
    return replace(a, terms=a.terms[first:]) if first else a


def _is_surely_nothing(value: Real) -> bool:
    """Whether a coefficient is zero; one with letters of which nothing is known stays."""
    try:
        return is_nothing(value)
    except Undecided:
        if value.names:
            return False
        raise


def sign(a: Germ) -> int:
    """The sign for all small t > 0; Undecided where it is not certain."""
    if isinstance(a, Huge):
        return a.sign
    if a.sign is not None:
        return a.sign
    a = without_leading_zeros(a)
    if a.lowest is None:
        return 0
    return real_sign(leading(a)[1])


def coefficient(a: Series, key: Key) -> Real:
    """The coefficient at one power; zero where there is none."""
    return next((c for at, c in a.terms if at == key), NOTHING)
