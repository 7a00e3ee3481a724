"""Points with algebraic coordinates, and exact values of expressions there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from flint import fmpq_poly

from calctool import budget
from calctool.algebra.places.place import Scalar
from calctool.algebra.real.ring import Undefined
from calctool.algebra.systems.points.closed_form import closed_form
from calctool.algebra.systems.points.constants import Adjoined, NotPolynomial, exact, terms
from calctool.algebra.systems.points.evaluation import PowersModulo
from calctool.algebra.systems.points.number_field import Field, FieldNumber, compare
from calctool.algebra.systems.points.scalars import AlgebraicScalar, written_scalar
from calctool.notation.tree import (
    Call,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)
from calctool.notation.walk import substitute


class _OutsideError(Exception):
    """The value is not known to be in the field."""


class AlgebraicPlace:
    """A point whose coordinates lie in one number field; `known` are constants found in it."""

    def __init__(
        self,
        field: Field,
        coordinates: Mapping[str, fmpq_poly],
        known: Mapping[Adjoined, fmpq_poly] | None = None,
    ) -> None:
        self.field = field
        self._coordinates = {name: FieldNumber(field, p) for name, p in coordinates.items()}
        self._known = {c: FieldNumber(field, p) for c, p in (known or {}).items()}
        self._found: dict[Tree, FieldNumber] = {}
        self._trees: dict[str, Tree] | None = None
        self._powers: PowersModulo | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._coordinates)

    def coordinate(self, name: str) -> AlgebraicScalar:
        return AlgebraicScalar(self._coordinates[name])

    def constant(self, constant: Adjoined) -> FieldNumber:
        return self._known[constant]

    def powers(self, constants: Iterable[Adjoined]) -> PowersModulo:
        """For polynomials in the names and, after them, in these constants."""
        if self._powers is None:
            numbers = [*self._coordinates.values(), *map(self.constant, constants)]
            values = (number.polynomial for number in numbers)
            self._powers = PowersModulo(values, self.field.modulus)
        return self._powers

    @property
    def trees(self) -> dict[str, Tree]:
        """The coordinates in closed form, or as numbered roots."""
        if self._trees is None:
            self._trees = {
                name: closed_form(number.algebraic) for name, number in self._coordinates.items()
            }
        return self._trees

    def scalar(self, tree: Tree) -> Scalar:
        try:
            return AlgebraicScalar(self._value(tree))
        except _OutsideError:
            return written_scalar(substitute(tree, self.trees))

    def number(self, tree: Tree) -> FieldNumber | None:
        """The value as a number of the field, where it is seen to be one."""
        try:
            return self._value(tree)
        except _OutsideError:
            return None

    def _value(self, tree: Tree) -> FieldNumber:
        if tree not in self._found:
            self._found[tree] = self._evaluated(tree)
        return self._found[tree]

    def _evaluated(self, tree: Tree) -> FieldNumber:
        value = rational(tree)
        if value is not None:
            return self.field.number(value)
        if tree.names.isdisjoint(self._coordinates):
            constant = self._constant(tree)
            if constant is not None:
                return constant
        match tree:
            case Name(id):
                return self._coordinates[id]
            case Negative(operand):
                return -self._value(operand)
            case Sum(parts):
                return sum(map(self._value, parts), self.field.number(0))
            case Product(parts):
                made = self.field.number(1)
                for part in parts:
                    made = made * self._value(part)
                return made
            case Quotient(top, bottom):
                return self._value(top) * self._inverse(self._value(bottom))
            case Power(base, exponent):
                return self._raised(self._value(base), rational(exponent))
            case Call(function, arguments):
                return self._called(function, [self._value(each) for each in arguments])
        raise _OutsideError

    def _inverse(self, value: FieldNumber) -> FieldNumber:
        if value.is_zero:
            raise Undefined
        return value.inverse()

    def _raised(self, base: FieldNumber, exponent: Fraction | None) -> FieldNumber:
        if exponent is None or exponent.denominator != 1 or abs(exponent) > budget.SYSTEM_DEGREE:
            raise _OutsideError
        return base ** int(exponent) if exponent >= 0 else self._inverse(base) ** int(-exponent)

    def _called(self, function: str, values: list[FieldNumber]) -> FieldNumber:
        first = values[0]
        match function:
            case "abs":
                return -first if first.sign() < 0 else first
            case "sign":
                return self.field.number(first.sign())
            case "max" | "min":
                side = 1 if function == "max" else -1
                for other in values[1:]:
                    first = other if (other - first).sign() == side else first
                return first
        raise _OutsideError

    def _constant(self, tree: Tree) -> FieldNumber | None:
        """A coordinate in closed form, or what the adjoined constants make; None if neither."""
        same = next((name for name, known in self.trees.items() if known == tree), None)
        if same is not None:
            return self._coordinates[same]
        try:
            total = self.field.number(0)
            for coefficient, powers in terms(exact(tree)):
                term = self.field.number(coefficient)
                for constant, power in powers:
                    term = term * self._known[constant] ** power
                total = total + term
        except (NotPolynomial, KeyError):
            return None
        return total

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, AlgebraicPlace):
            return NotImplemented
        return self.names == other.names and self.compare(other) == 0

    def compare(self, other: AlgebraicPlace) -> int:
        """-1, 0 or 1 by the first coordinate that differs."""
        for name in self.names:
            a, b = self._coordinates[name], other._coordinates[name]
            found = (a - b).sign() if a.field == b.field else compare(a, b)
            if found:
                return found
        return 0

    def __hash__(self) -> int:
        return hash((self.names, tuple(each.rational for each in self._coordinates.values())))

    def __repr__(self) -> str:
        shown = (f"{n}={float(v.ball(64).mid()):.6g}" for n, v in self._coordinates.items())
        return f"AlgebraicPlace({', '.join(shown)})"
