"""Exact real algebraic numbers: an irreducible polynomial over Z and the index of a real root.

Zero tests are remainders, so that signs and order are always decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cmp_to_key, lru_cache
from typing import Any

from flint import arb, ctx, fmpq, fmpz_poly
from msgspec import Struct

from calctool.notation.tree import AlgebraicRoot, Tree, number

Coefficients = tuple[int, ...]
"""From the constant term up, the last one not zero."""

FIRST_BITS = 64


class Algebraic(Struct, frozen=True):
    """The real root number `index`, counted upwards, of an irreducible primitive polynomial."""

    coefficients: Coefficients
    index: int

    @property
    def polynomial(self) -> fmpz_poly:
        """The irreducible polynomial, as FLINT has it."""
        return fmpz_poly(list(self.coefficients))

    @property
    def rational(self) -> Fraction | None:
        """The number as a fraction; None where it is irrational."""
        if len(self.coefficients) != 2:
            return None
        return Fraction(-self.coefficients[0], self.coefficients[1])

    @property
    def tree(self) -> Tree:
        """The number as text can name it."""
        value = self.rational
        return AlgebraicRoot(self.coefficients, self.index) if value is None else number(value)

    def ball(self, bits: int) -> arb:
        """A ball around it, of about so many bits."""
        value = self.rational
        if value is not None:
            with ctx.workprec(bits):
                return arb(fmpq(value.numerator, value.denominator))
        return real_balls(self.coefficients, bits)[self.index]

    def is_zero_of(self, p: fmpz_poly) -> bool:
        """Whether p vanishes there: exact, since the own polynomial is irreducible."""
        return bool(p.gcd(self.polynomial).degree() == self.polynomial.degree())

    def sign_of(self, p: fmpz_poly) -> int:
        """The sign of p at this number."""
        if self.is_zero_of(p):
            return 0
        bits = FIRST_BITS
        while True:
            at = self.ball(bits)
            with ctx.workprec(bits):
                value = p(at)
            if value > 0 or value < 0:
                return 1 if value > 0 else -1
            bits *= 2


def compare(a: Algebraic, b: Algebraic) -> int:
    """-1, 0 or 1: roots of different irreducible polynomials are never equal."""
    if a.coefficients == b.coefficients:
        return (a.index > b.index) - (a.index < b.index)
    bits = FIRST_BITS
    while True:
        p, q = a.ball(bits), b.ball(bits)
        if p < q or p > q:
            return -1 if p < q else 1
        bits *= 2


def ascending(numbers: Iterable[Algebraic]) -> list[Algebraic]:
    """Real algebraic numbers by size."""
    return sorted(numbers, key=cmp_to_key(compare))


@lru_cache(maxsize=512)
def real_balls(coefficients: Coefficients, bits: int) -> tuple[arb, ...]:
    """Disjoint balls around the real roots of a squarefree polynomial, from left to right."""
    with ctx.workprec(bits):
        roots: list[Any] = fmpz_poly(list(coefficients)).complex_roots()
        # FLINT gives real roots an imaginary part that is exactly zero.
        real = [root.real for root, _ in roots if root.imag == 0]
        return tuple(sorted(real, key=cmp_to_key(_left_to_right)))


def _left_to_right(a: arb, b: arb) -> int:
    return -1 if a < b else 1


def real_roots(p: fmpz_poly) -> list[tuple[Algebraic, int]]:
    """All real roots from left to right, each with its multiplicity.

    >>> from flint import fmpz_poly
    >>> [plain(root.tree) for root, times in real_roots(fmpz_poly([-2, 0, 1]))]
    ['CRootOf(x^2 - 2, 0)', 'CRootOf(x^2 - 2, 1)']
    """
    times: dict[Algebraic, int] = {}
    for factor, power in p.factor()[1]:
        coefficients = primitive(factor)
        count = 1 if len(coefficients) == 2 else len(real_balls(coefficients, FIRST_BITS))
        for index in range(count):
            times[Algebraic(coefficients, index)] = int(power)
    return [(number, times[number]) for number in ascending(times)]


def primitive(p: fmpz_poly) -> Coefficients:
    """Without a common divisor, the last coefficient positive."""
    content = int(p.content()) * (-1 if p[p.degree()] < 0 else 1)
    return tuple(int(c) // content for c in p.coeffs())


@lru_cache(maxsize=256)
def from_tree(tree: AlgebraicRoot) -> Algebraic | None:
    """The number that a tree names, counting repeated roots; None where it is not real."""
    listed = [
        number
        for number, times in real_roots(fmpz_poly(list(tree.coefficients)))
        for _ in range(times)
    ]
    return listed[tree.index] if tree.index < len(listed) else None
