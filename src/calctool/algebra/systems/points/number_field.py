"""Numbers of Q[t]/(w) at one real root of the irreducible w: zero tests and signs are exact."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property, lru_cache

from flint import arb, ctx, fmpq, fmpq_poly
from msgspec import Struct

from calctool.algebra.algebraic import (
    FIRST_BITS,
    Algebraic,
    Coefficients,
    real_balls,
)
from calctool.algebra.algebraic import (
    compare as compared,
)
from calctool.algebra.places.place import Bounds
from calctool.algebra.roots.points.point import bounds_of
from calctool.algebra.systems.points.minimal import minimal_polynomial

RATIONALS = Algebraic((0, 1), 0)
"""The root of t: its field is Q itself."""


APART_BITS = (FIRST_BITS, 4 * FIRST_BITS, 16 * FIRST_BITS)
"""Numbers that these precisions do not tell apart are probably equal."""


class Field(Struct, frozen=True):
    """Q adjoined one real number, the root of its minimal polynomial."""

    root: Algebraic

    @property
    def degree(self) -> int:
        return len(self.root.coefficients) - 1

    @property
    def modulus(self) -> fmpq_poly:
        return modulus(self.root.coefficients)

    def number(self, value: Fraction | int) -> FieldNumber:
        value = Fraction(value)
        return FieldNumber(self, fmpq_poly([fmpq(value.numerator, value.denominator)]))


@lru_cache(maxsize=256)
def modulus(coefficients: Coefficients) -> fmpq_poly:
    """The polynomial w of Q[t]/(w), from its coefficients."""
    return fmpq_poly(list(coefficients))


Q = Field(RATIONALS)


class FieldNumber:
    """A polynomial in the root, reduced; equality of values is equality of remainders."""

    def __init__(self, field: Field, polynomial: fmpq_poly) -> None:
        self.field = field
        reduce = polynomial.degree() >= field.degree
        self.polynomial = polynomial % field.modulus if reduce else polynomial

    def __add__(self, other: FieldNumber) -> FieldNumber:
        return FieldNumber(self.field, self.polynomial + other.polynomial)

    def __sub__(self, other: FieldNumber) -> FieldNumber:
        return FieldNumber(self.field, self.polynomial - other.polynomial)

    def __neg__(self) -> FieldNumber:
        return FieldNumber(self.field, -self.polynomial)

    def __mul__(self, other: FieldNumber) -> FieldNumber:
        return FieldNumber(self.field, self.polynomial * other.polynomial)

    def __pow__(self, power: int) -> FieldNumber:
        made, base = self.field.number(1), self
        while power:
            made = made * base if power & 1 else made
            power >>= 1
            base = base * base if power else base
        return made

    def inverse(self) -> FieldNumber:
        """Of a number that is not zero."""
        divisor, factor, _ = self.polynomial.xgcd(self.field.modulus)
        return FieldNumber(self.field, factor / divisor[0])

    @property
    def is_zero(self) -> bool:
        return self.polynomial.degree() < 0

    @property
    def rational(self) -> Fraction | None:
        if self.polynomial.degree() > 0:
            return None
        value = self.polynomial[0]
        return Fraction(int(value.p), int(value.q))

    def ball(self, bits: int) -> arb:
        root = self.field.root.ball(bits)
        with ctx.workprec(bits):
            made = arb(0)
            for power in range(self.polynomial.degree(), -1, -1):
                made = made * root + arb(self.polynomial[power])
            return made

    def sign(self) -> int:
        if self.is_zero:
            return 0
        bits = FIRST_BITS
        while True:
            ball = self.ball(bits)
            if ball > 0 or ball < 0:
                return 1 if ball > 0 else -1
            bits *= 2

    def bounds(self, bits: int) -> Bounds:
        value = self.rational
        if value is not None:
            return value, value
        working = bits + FIRST_BITS
        while True:
            ball = self.ball(working)
            if ball.rel_accuracy_bits() >= bits:
                return bounds_of(ball)
            working *= 2

    @cached_property
    def algebraic(self) -> Algebraic:
        """The number by its own minimal polynomial."""
        value = self.rational
        if value is not None:
            return Algebraic((-value.numerator, value.denominator), 0)
        if self.polynomial == fmpq_poly([0, 1]):
            return self.field.root
        return self._root_of(minimal_polynomial(self.field.modulus, self.polynomial))

    def _root_of(self, coefficients: Coefficients) -> Algebraic:
        bits = FIRST_BITS
        while True:
            ball = self.ball(bits)
            roots = real_balls(coefficients, bits)
            near = [index for index, root in enumerate(roots) if root.overlaps(ball)]
            if len(near) == 1:
                return Algebraic(coefficients, near[0])
            bits *= 2


def compare(a: FieldNumber, b: FieldNumber) -> int:
    """-1, 0 or 1, for numbers of different fields too."""
    for bits in APART_BITS:
        p, q = a.ball(bits), b.ball(bits)
        if p < q or p > q:
            return -1 if p < q else 1
    return compared(a.algebraic, b.algebraic)
