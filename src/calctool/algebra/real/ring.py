"""Exact real constants: polynomials over Q in atoms such as sqrt(2), pi, sin(1), 1/(1+pi).

Radicals of primes are in normal form, so that equal algebraic constants meet. No signs here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property, lru_cache
from math import floor

from msgspec import Struct

from calctool import budget
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import E, Number, Tree


class Undecided(Unsettled):
    """No method here settles the question; never shown to a user."""


class Undefined(Unsettled):
    """The expression has no real value there."""


class Real(Struct, frozen=True, dict=True):
    """The sum of coefficient times product of atom^exponent.

    An atom is a tree without normal form of its own (the prime in 2^(1/2), pi, sin(1)), never
    zero, or a positive `Real` of several parts under a root or a bar. A name other than the
    variable may be an atom too: then no sign is known.
    """

    parts: Mapping[Monomial, Fraction]

    @staticmethod
    def of(value: Fraction | int) -> Real:
        """A rational number."""
        return Real({UNIT: Fraction(value)}) if value else NOTHING

    @staticmethod
    def atom(atom: Atom, exponent: Fraction | int = 1) -> Real:
        """A power of an atom, such as a root, pi or a logarithm."""
        return Real({frozenset({(atom, Fraction(exponent))}): Fraction(1)})

    @cached_property
    def rational(self) -> Fraction | None:
        """The number as a fraction; None where other atoms occur."""
        if not self.parts:
            return Fraction(0)
        return self.parts.get(UNIT) if len(self.parts) == 1 else None

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of constants that are not known."""
        return frozenset().union(*(atom.names for part in self.parts for atom, _ in part))

    def __eq__(self, other: object) -> bool:
        """Equal in normal form; whether two values agree is a question of `sign`."""
        return self is other or (isinstance(other, Real) and self.parts == other.parts)

    @cached_property
    def _hash(self) -> int:
        return hash(frozenset(self.parts.items()))

    def __hash__(self) -> int:
        return self._hash

    def __add__(self, other: Real) -> Real:
        return total((self, other))

    def __neg__(self) -> Real:
        return Real({monomial: -c for monomial, c in self.parts.items()})

    def __sub__(self, other: Real) -> Real:
        return total((self, -other))

    def __mul__(self, other: Real) -> Real:
        if other is UNITY:
            return self
        if self is UNITY:
            return other
        if other.rational is not None:
            return self.times(other.rational)
        if self.rational is not None:
            return other.times(self.rational)
        if len(self.parts) * len(other.parts) > budget.REAL_PARTS:
            raise Undecided
        parts: dict[Monomial, Fraction] = {}
        for m, c in self.parts.items():
            for n, d in other.parts.items():
                for part, factor in _product(m, n):
                    found = c * d if factor is None else c * d * factor
                    known = parts.get(part)
                    parts[part] = found if known is None else known + found
        return Real({part: c for part, c in parts.items() if c})

    def times(self, factor: Fraction) -> Real:
        """A rational multiple."""
        return Real({m: c * factor for m, c in self.parts.items()}) if factor else NOTHING


Atom = Tree | Real
Monomial = frozenset[tuple[Atom, Fraction]]
UNIT: Monomial = frozenset()
NOTHING = Real({})
UNITY = Real.of(1)


def total(numbers: Iterable[Real]) -> Real:
    """The sum of exact constants."""
    parts: dict[Monomial, Fraction] = {}
    for each in numbers:
        for part, coefficient in each.parts.items():
            known = parts.get(part)
            parts[part] = coefficient if known is None else known + coefficient
    return Real({part: c for part, c in parts.items() if c})


def monomial(powers: Iterable[tuple[Atom, Fraction]]) -> Real:
    """A product of powers of atoms: whole powers of primes and of sums are worked out."""
    exponents: dict[Atom, Fraction] = {}
    for atom, exponent in powers:
        exponents[atom] = exponents.get(atom, Fraction(0)) + exponent
    coefficient, sums = Fraction(1), UNITY
    for atom, exponent in exponents.items():
        whole = floor(exponent)
        if abs(whole) > budget.REAL_EXPONENT:
            raise Undecided
        if isinstance(atom, Number):
            coefficient *= atom.value**whole
            exponents[atom] -= whole
        elif isinstance(atom, Real) and whole > 0:
            sums *= whole_power(atom, whole)
            exponents[atom] -= whole
    kept = frozenset((atom, exponent) for atom, exponent in exponents.items() if exponent)
    return Real({_interned(kept): coefficient}) * sums


@lru_cache(maxsize=4096)
def _product(m: Monomial, n: Monomial) -> tuple[tuple[Monomial, Fraction | None], ...]:
    """Its parts and their coefficients, None for 1: the same few atoms meet again and again."""
    made = monomial((*m, *n))
    return tuple((part, None if c == 1 else c) for part, c in made.parts.items())


@lru_cache(maxsize=8192)
def _interned(powers: Monomial) -> Monomial:
    """One object for equal monomials, so that a dictionary finds it without comparing."""
    return powers


def whole_power(base: Real, exponent: int) -> Real:
    """base^exponent for exponent >= 0, by squaring."""
    if base in (NOTHING, UNITY, -UNITY) and exponent:
        return base if exponent % 2 else base * base
    if exponent > budget.REAL_EXPONENT or bits(base) * exponent > budget.REAL_BITS:
        raise Undecided
    made = UNITY
    while exponent:
        if exponent & 1:
            made *= base
        exponent >>= 1
        base = base * base if exponent else base
    return made


def bits(value: Real) -> int:
    """The length of the longest coefficient."""
    return max(
        (c.numerator.bit_length() + c.denominator.bit_length() for c in value.parts.values()),
        default=0,
    )


def euler(exponent: Fraction) -> Real:
    """e to a rational power."""
    return Real.atom(E, exponent) if exponent else UNITY
