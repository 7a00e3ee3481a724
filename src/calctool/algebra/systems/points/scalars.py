"""Exact values at a point, as callers see them: numbers of its field, or written constants."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TypeGuard

from flint import arb
from msgspec import Struct

from calctool import budget
from calctool.algebra.ball import Lack, Program, enclose
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.places.place import Bounds, Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.algebra.systems.points.closed_form import closed_form
from calctool.algebra.systems.points.number_field import FieldNumber
from calctool.notation.tree import Tree


class AlgebraicScalar(Struct, frozen=True):
    """A number of a field; with numbers from elsewhere it becomes a written constant."""

    number: FieldNumber

    def __add__(self, other: Scalar) -> Scalar:
        if self._shares_field(other):
            return AlgebraicScalar(self.number + other.number)
        return self.written + other

    def __sub__(self, other: Scalar) -> Scalar:
        if self._shares_field(other):
            return AlgebraicScalar(self.number - other.number)
        return self.written - other

    def __mul__(self, other: Scalar) -> Scalar:
        if self._shares_field(other):
            return AlgebraicScalar(self.number * other.number)
        return self.written * other

    def __neg__(self) -> Scalar:
        return AlgebraicScalar(-self.number)

    def _shares_field(self, other: Scalar) -> TypeGuard[AlgebraicScalar]:
        return isinstance(other, AlgebraicScalar) and other.number.field == self.number.field

    @property
    def written(self) -> WrittenScalar:
        return WrittenScalar(self.tree())

    @property
    def rational(self) -> Fraction | None:
        return self.number.rational

    def sign(self) -> int:
        return self.number.sign()

    def tree(self) -> Tree:
        return closed_form(self.number.algebraic)

    def bounds(self, bits: int) -> Bounds:
        return self.number.bounds(bits)


class WrittenScalar(Struct, frozen=True):
    """A constant known by a tree that certainly has a value."""

    exact: Tree

    def __add__(self, other: Scalar) -> Scalar:
        return _combined(other, lambda tree: added((self.exact, tree)))

    def __sub__(self, other: Scalar) -> Scalar:
        return _combined(other, lambda tree: added((self.exact, negated(tree))))

    def __mul__(self, other: Scalar) -> Scalar:
        return _combined(other, lambda tree: multiplied((self.exact, tree)))

    def __neg__(self) -> Scalar:
        return WrittenScalar(negated(self.exact))

    def sign(self) -> int | None:
        return known_sign(self.exact)

    def tree(self) -> Tree:
        return _tidied(self.exact)

    def bounds(self, bits: int) -> Bounds:
        found = enclose(self.exact, bits * 3 // 10 + 2)
        if found is None:
            raise Undecided
        return found


def _combined(other: Scalar, made: Callable[[Tree], Tree]) -> Scalar:
    tree = other.tree()
    if tree is None:
        raise Undecided
    return WrittenScalar(made(tree))


def written_scalar(tree: Tree) -> WrittenScalar:
    """The value of a constant; Undefined or Undecided where it has none or none is found."""
    program = Program((tree,))
    for bits in budget.ROOT_SIGN_BITS[:2]:
        (value,) = program.balls({}, bits=bits)
        if value is Lack.UNDEFINED:
            raise Undefined
        if isinstance(value, arb):
            return WrittenScalar(tree)
    return WrittenScalar(written(constant_value(tree)))


def _tidied(tree: Tree) -> Tree:
    try:
        made = written(constant_value(tree))
    except (Undecided, Undefined):
        return tree
    return made if made.size <= 2 * tree.size else tree
