"""Scalings and shifts: weights of names under which an expression changes in a simple way.

With every name n replaced by λ^w(n)*n, λ > 0, a tree t becomes λ^s*t + c*log λ. Weights are
exponents, so that they are the solutions of linear equations over Q.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import prod

from msgspec import Struct

from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import (
    ZERO,
    AlgebraicRoot,
    Call,
    Constant,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    rational,
)

Form = Mapping[str, Fraction]
"""A linear form in the weights of names; those that are missing have the coefficient 0."""

_NOTHING: Form = {}


class NotScaled(Unsettled):
    """No weights are known that do this."""


class Scaled(Struct, frozen=True):
    """How a tree changes: s and c."""

    power: Form
    logs: Form = _NOTHING


class Scaling(Struct):
    """The linear equations that the weights have to keep."""

    rows: list[Form] = []

    def of(self, tree: Tree) -> Scaled:
        """How a tree changes under the weights that keep all equations, some of which it adds."""
        match tree:
            case Number() | Constant() | AlgebraicRoot():
                return Scaled(_NOTHING)
            case Name(id):
                return Scaled({id: Fraction(1)})
            case Negative(operand):
                inner = self.of(operand)
                return Scaled(inner.power, _times(inner.logs, -1))
            case Sum(terms):
                return self._sum(terms)
            case Product(factors):
                return self._product(factors)
            case Quotient(top, bottom):
                value = rational(bottom)
                if value:
                    inner = self.of(top)
                    return Scaled(inner.power, _times(inner.logs, 1 / value))
                return Scaled(_plus(self.plainly(top), self.plainly(bottom), -1))
            case Power(base, exponent):
                return Scaled(self._power(base, exponent))
            case Call(function, arguments):
                return self._call(function, arguments)
        raise NotScaled

    def plainly(self, tree: Tree) -> Form:
        """The power of a tree to which nothing is added."""
        found = self.of(tree)
        self.zero(found.logs)
        return found.power

    def relation(self, relation: Relation) -> Form:
        """The power of both sides."""
        found = [self.plainly(side) for side in (relation.left, relation.right) if side != ZERO]
        for other in found[1:]:
            self.equal(found[0], other)
        return found[0] if found else _NOTHING

    def zero(self, form: Form) -> None:
        if form:
            self.rows.append(form)

    def equal(self, one: Form, other: Form) -> None:
        self.zero(_plus(one, other, -1))

    def _sum(self, terms: Iterable[Tree]) -> Scaled:
        first: Form | None = None
        logs: Form = _NOTHING
        for term in terms:
            if term == ZERO:
                continue
            found = self.of(term)
            logs = _plus(logs, found.logs)
            if first is None:
                first = found.power
            else:
                self.equal(first, found.power)
        if logs:
            self.zero(first or _NOTHING)
        return Scaled(first or _NOTHING, logs)

    def _product(self, factors: tuple[Tree, ...]) -> Scaled:
        value, others = Fraction(1), []
        for factor in factors:
            own = rational(factor)
            if own is None:
                others.append(factor)
            else:
                value *= own
        if len(others) == 1:
            inner = self.of(others[0])
            return Scaled(inner.power, _times(inner.logs, value))
        power: Form = _NOTHING
        for factor in others:
            power = _plus(power, self.plainly(factor))
        return Scaled(power)

    def _power(self, base: Tree, exponent: Tree) -> Form:
        inner = self.plainly(base)
        value = rational(exponent)
        if value is not None:
            return _times(inner, value)
        self.zero(inner)
        self.zero(self.plainly(exponent))
        return _NOTHING

    def _call(self, function: str, arguments: tuple[Tree, ...]) -> Scaled:
        if function == "log" and len(arguments) == 1:
            return Scaled(_NOTHING, self.plainly(arguments[0]))
        inner = [self.plainly(each) for each in arguments]
        if function in ("sqrt", "cbrt"):
            return Scaled(_times(inner[0], Fraction(1, 2 if function == "sqrt" else 3)))
        if function in ("max", "min"):
            for each in inner[1:]:
                self.equal(inner[0], each)
            return Scaled(inner[0])
        if function == "abs":
            return Scaled(inner[0])
        if function == "sign":
            return Scaled(_NOTHING)
        for each in inner:
            self.zero(each)
        return Scaled(_NOTHING)

    def weights(self, unit: str, kept: Iterable[str]) -> Form | None:
        """Weights that keep all equations, 1 for `unit` and 0 for as many of `kept` as possible,
        the first ones first; None where there are none."""
        return solved(self.rows, unit, kept)


class Shifting(Struct):
    """The same for sums: with every name n replaced by n + λ*w(n) a tree t becomes t + λ*s."""

    rows: list[Form] = []

    def of(self, tree: Tree) -> Form:
        """How a tree changes under the weights that keep all equations, some of which it adds."""
        match tree:
            case Name(id):
                return {id: Fraction(1)}
            case Negative(operand):
                return _times(self.of(operand), -1)
            case Sum(terms):
                made: Form = _NOTHING
                for term in terms:
                    made = _plus(made, self.of(term))
                return made
            case Product(factors):
                values = [each for each in map(rational, factors) if each is not None]
                others = [each for each in factors if rational(each) is None]
                if len(others) == 1:
                    return _times(self.of(others[0]), prod(values, start=Fraction(1)))
                return self._fixed(others)
            case Quotient(top, bottom) if value := rational(bottom):
                return _times(self.of(top), 1 / value)
        return self._fixed(tree.children)

    def _fixed(self, parts: Iterable[Tree]) -> Form:
        """Parts that must not change."""
        for each in parts:
            self.zero(self.of(each))
        return _NOTHING

    def zero(self, form: Form) -> None:
        if form:
            self.rows.append(form)

    def weights(self, unit: str, kept: Iterable[str]) -> Form | None:
        """As of `Scaling`."""
        return solved(self.rows, unit, kept)


def solved(rows: Iterable[Form], unit: str, kept: Iterable[str]) -> Form | None:
    """Weights for which all forms are 0, 1 for `unit` and 0 for as many of `kept` as possible."""
    system = _System()
    one: dict[str, Fraction] = {unit: Fraction(1)}
    if not (all(system.add(row, Fraction(0)) for row in rows) and system.add(one, 1)):
        return None
    for name in kept:
        system.add({name: Fraction(1)}, 0)
    return system.values()


class _System:
    """Linear equations in echelon form, each solved for one name."""

    def __init__(self) -> None:
        self._solved: dict[str, tuple[dict[str, Fraction], Fraction]] = {}

    def add(self, form: Form, right: Fraction | int) -> bool:
        """Whether it goes with those that are there; else nothing changes."""
        left, value = self._reduced(form, Fraction(right))
        if not left:
            return value == 0
        name = next(iter(left))
        by = left.pop(name)
        row = {other: -c / by for other, c in left.items()}
        value /= by
        self._solved = {
            known: self._put(rest, constant, name, row, value)
            for known, (rest, constant) in self._solved.items()
        }
        self._solved[name] = row, value
        return True

    def _reduced(self, form: Form, right: Fraction) -> tuple[dict[str, Fraction], Fraction]:
        left: dict[str, Fraction] = {}
        for name, c in form.items():
            rest, constant = self._solved.get(name, ({name: Fraction(1)}, Fraction(0)))
            right -= c * constant
            for other, by in rest.items():
                left[other] = left.get(other, Fraction(0)) + c * by
        return {name: c for name, c in left.items() if c}, right

    @staticmethod
    def _put(
        rest: dict[str, Fraction],
        constant: Fraction,
        name: str,
        row: dict[str, Fraction],
        value: Fraction,
    ) -> tuple[dict[str, Fraction], Fraction]:
        by = rest.get(name)
        if not by:
            return rest, constant
        made = {other: c for other, c in rest.items() if other != name}
        for other, c in row.items():
            made[other] = made.get(other, Fraction(0)) + by * c
        return {other: c for other, c in made.items() if c}, constant + by * value

    def values(self) -> Form:
        """With 0 for every name that nothing decides."""
        return {name: constant for name, (_, constant) in self._solved.items() if constant}


def _plus(one: Form, other: Form, times: Fraction | int = 1) -> Form:
    made = dict(one)
    for name, c in other.items():
        made[name] = made.get(name, Fraction(0)) + times * c
    return {name: c for name, c in made.items() if c}


def _times(form: Form, by: Fraction | int) -> Form:
    return {name: c * by for name, c in form.items()} if by else _NOTHING


def at(form: Form, weights: Form) -> Fraction:
    """The value of a form for weights."""
    return sum((c * weights.get(name, Fraction(0)) for name, c in form.items()), Fraction(0))
