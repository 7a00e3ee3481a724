"""Algebraic constants among the coefficients: unknowns of their own, each with its equation."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from calctool.algebra.algebraic import from_tree
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.systems.points.number_field import FieldNumber
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import AlgebraicRoot, Number, Tree, rational


class NotPolynomial(Unsettled):
    """Some equation is no polynomial in the names with real algebraic coefficients."""


class Adjoined(Struct, frozen=True):
    """A positive root base^(1/degree), its inverse, or a numbered root of a polynomial."""

    base: Tree | Real
    degree: int = 1
    inverse: bool = False

    @property
    def is_numbered(self) -> bool:
        return isinstance(self.base, AlgebraicRoot) and self.degree == 1 and not self.inverse

    @property
    def value(self) -> Real:
        if isinstance(self.base, Number):
            return Real.of(self.base.value)
        return self.base if isinstance(self.base, Real) else Real.atom(self.base)

    @property
    def real(self) -> Real:
        return Real.atom(self.base, Fraction(-1 if self.inverse else 1, self.degree))

    @property
    def tree(self) -> Tree:
        return written(self.real)

    def is_meant(self, value: FieldNumber) -> bool:
        """Whether a real solution of its equation is this constant and not a conjugate of it."""
        if self.is_numbered:
            assert isinstance(self.base, AlgebraicRoot)  # noqa: S101 (the definition)
            return value.algebraic == from_tree(self.base)
        return self.degree % 2 == 1 or value.sign() == 1


Powers = tuple[tuple[Adjoined, int], ...]


def exact(tree: Tree) -> Real:
    """The value of a tree without unknowns; NotPolynomial where it is not known exactly."""
    value = rational(tree)
    if value is not None:
        return Real.of(value)
    try:
        return constant_value(tree)
    except (Undecided, Undefined) as reason:
        raise NotPolynomial from reason


def terms(value: Real) -> Iterator[tuple[Fraction, Powers]]:
    """The value as a sum of rational multiples of products of adjoined constants."""
    for part, coefficient in value.parts.items():
        yield coefficient, tuple(_power(atom, exponent) for atom, exponent in part)


def _power(atom: Tree | Real, exponent: Fraction) -> tuple[Adjoined, int]:
    if not isinstance(atom, Real | Number | AlgebraicRoot):
        raise NotPolynomial
    return Adjoined(atom, exponent.denominator, exponent < 0), abs(exponent.numerator)


def adjoined(value: Real) -> Iterator[Adjoined]:
    """Every constant that occurs, those inside roots before the roots."""
    for _, powers in terms(value):
        for constant, _ in powers:
            if isinstance(constant.base, Real) or not constant.is_numbered:
                yield from _inside(constant)
            yield constant


def _inside(constant: Adjoined) -> Iterator[Adjoined]:
    if not isinstance(constant.base, Number):
        yield from adjoined(constant.value)
