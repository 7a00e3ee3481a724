"""The polynomial ring of a system: its unknowns and the constants that were adjoined to Q."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm
from typing import Any

from flint import fmpq, fmpq_mpoly_ctx, fmpz_mpoly_ctx, fmpz_poly

from calctool import budget
from calctool.algebra.algebraic import from_tree
from calctool.algebra.build import added, divided, multiplied, raised
from calctool.algebra.real.ring import Real
from calctool.algebra.systems.points.constants import (
    Adjoined,
    NotPolynomial,
    adjoined,
    exact,
    terms,
)
from calctool.algebra.systems.points.number_field import FieldNumber
from calctool.algebra.systems.points.place import AlgebraicPlace
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import (
    ONE,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)

Polynomial = Any
"""`flint.fmpz_mpoly`, which has no type information of its own."""
Context = Any
"""`flint.fmpz_mpoly_ctx`, the same."""
Fractional = Any
"""`flint.fmpq_mpoly`, the same."""


class TooLarge(Unsettled):
    """More work than the budget allows: never a verdict."""


class Frame:
    """The unknowns in their order, then the constants; polynomials have whole coefficients."""

    def __init__(self, names: Sequence[str], trees: Iterable[Tree]) -> None:
        self.names = tuple(names)
        self._values: dict[Tree, Real] = {}
        found: dict[Adjoined, None] = {}
        for tree in trees:
            self._collect(tree, found)
        self.constants = tuple(found)
        self.count = len(self.names) + len(self.constants)
        variables = [f"v{index}" for index in range(self.count)] or ["none"]
        self.context = fmpz_mpoly_ctx.get(variables, "degrevlex")
        self.rational = fmpq_mpoly_ctx.get(variables, "degrevlex")
        self._gens = self.rational.gens()
        self._index = {name: index for index, name in enumerate(self.names)}
        self.trees = (*map(Name, self.names), *(each.tree for each in self.constants))

    def _collect(self, tree: Tree, found: dict[Adjoined, None]) -> None:
        if rational(tree) is not None:
            return
        if tree.names.isdisjoint(self.names):
            value = self._values[tree] = exact(tree)
            found.update(dict.fromkeys(adjoined(value)))
            return
        parts = tree.children
        if isinstance(tree, Quotient) and tree.denominator.names.isdisjoint(self.names):
            parts = (tree.numerator, Quotient(ONE, tree.denominator))
        self._collect_all(parts, found)

    def _collect_all(self, trees: Iterable[Tree], found: dict[Adjoined, None]) -> None:
        for tree in trees:
            self._collect(tree, found)

    @property
    def relations(self) -> list[Polynomial]:
        """The equations of the adjoined constants."""
        return [self._relation(each, n) for n, each in enumerate(self.constants, len(self.names))]

    def _relation(self, constant: Adjoined, place: int) -> Polynomial:
        g = self._gens[place]
        if constant.is_numbered:
            number = from_tree(constant.base)
            if number is None:
                raise NotPolynomial
            return self.whole(sum((c * g**n for n, c in enumerate(number.coefficients)), 0 * g))
        base = self._constant(constant.value)
        power = g**constant.degree
        return self.whole(power * base - 1 if constant.inverse else power - base)

    def polynomial(self, tree: Tree) -> Polynomial:
        """The tree without common divisor of its coefficients: the same zeros."""
        return self.whole(self._converted(tree))

    def whole(self, p: Any) -> Polynomial:
        bottom = lcm(*(int(c.q) for c in p.coeffs())) if len(p) else 1
        made = self.context.from_dict({m: int(c * bottom) for m, c in p.to_dict().items()})
        return made.primitive()[1] if made else made

    def _converted(self, tree: Tree) -> Any:
        value = rational(tree)
        if value is not None:
            return self.rational.constant(fmpq(value.numerator, value.denominator))
        if tree in self._values:
            return self._constant(self._values[tree])
        match tree:
            case Name(id) if id in self._index:
                return self._gens[self._index[id]]
            case Negative(operand):
                return -self._converted(operand)
            case Sum(parts):
                return sum(map(self._converted, parts), self.rational.constant(0))
            case Product(parts):
                made = self.rational.constant(1)
                for part in parts:
                    made = self._times(made, self._converted(part))
                return made
            case Quotient(top, bottom):
                return self._times(self._converted(top), self._inverse(bottom))
            case Power(base, exponent):
                return self._raised(base, rational(exponent))
        raise NotPolynomial

    def _times(self, p: Any, q: Any) -> Any:
        if len(p) * len(q) > budget.SYSTEM_TERMS:
            raise TooLarge
        made = p * q
        if made and made.total_degree() > budget.SYSTEM_DEGREE:
            raise TooLarge
        return made

    def _raised(self, base: Tree, exponent: Fraction | None) -> Any:
        if exponent is None or exponent.denominator != 1 or exponent < 0:
            raise NotPolynomial
        if exponent > budget.SYSTEM_DEGREE:
            raise TooLarge
        made, factor = self.rational.constant(1), self._converted(base)
        for _ in range(int(exponent)):
            made = self._times(made, factor)
        return made

    def _inverse(self, bottom: Tree) -> Any:
        known = rational(bottom)
        if known:
            return self.rational.constant(fmpq(known.denominator, known.numerator))
        value = self._values.get(Quotient(ONE, bottom))
        if value is None:
            raise NotPolynomial
        return self._constant(value)

    def _constant(self, value: Real) -> Any:
        made = self.rational.constant(0)
        for coefficient, powers in terms(value):
            term = self.rational.constant(fmpq(coefficient.numerator, coefficient.denominator))
            for constant, power in powers:
                term *= self._gens[len(self.names) + self.constants.index(constant)] ** power
            made += term
        return made

    def fractional(self, p: Polynomial) -> Any:
        """The same polynomial where fractions are allowed."""
        return self.rational.from_dict({m: fmpq(int(c)) for m, c in p.to_dict().items()})

    def quotient(self, top: Polynomial, bottom: Polynomial) -> Tree:
        """A polynomial over a number, term by term."""
        scale = Fraction(1, int(bottom.leading_coefficient()))
        return self._terms({m: int(c) * scale for m, c in top.to_dict().items()})

    def univariate(self, p: Polynomial, i: int) -> fmpz_poly:
        coefficients = [0] * (int(p.degrees()[i]) + 1)
        for monomial, c in p.to_dict().items():
            coefficients[int(monomial[i])] = int(c)
        return fmpz_poly(coefficients)

    def at(self, place: AlgebraicPlace, p: Polynomial) -> FieldNumber:
        """The value of a polynomial at a point, its constants being those of the point."""
        return FieldNumber(place.field, place.powers(self.constants).value(p))

    def accepts(self, place: AlgebraicPlace) -> bool:
        """Whether its constants are those that were meant, not conjugates of them."""
        return all(each.is_meant(place.constant(each)) for each in self.constants)

    def tree(self, p: Polynomial) -> Tree:
        """The polynomial as a sum of terms, those of the highest degree first."""
        return self._terms({m: Fraction(int(c)) for m, c in p.to_dict().items()})

    def _terms(self, terms: dict[tuple[int, ...], Fraction]) -> Tree:
        ordered = sorted(terms.items(), key=lambda term: _rank(term[0]))
        if len(ordered) == 2 and ordered[0][1] < 0 < ordered[1][1]:
            ordered.reverse()  # 3 - x
        return added(scaled(c, self._powers(m)) for m, c in ordered)

    def _powers(self, monomial: tuple[int, ...]) -> list[Tree]:
        # Constants come first, the way coefficients are written.
        order = [*range(len(self.names), self.count), *range(len(self.names))]
        return [raised(self.trees[i], number(int(monomial[i]))) for i in order if monomial[i]]


def scaled(factor: Fraction, trees: Sequence[Tree]) -> Tree:
    """A rational multiple with a fraction bar: 3*x/2."""
    above = multiplied((number(factor.numerator), *trees))
    return above if factor.denominator == 1 else divided(above, number(factor.denominator))


def _rank(monomial: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    return -sum(map(int, monomial)), tuple(-int(n) for n in monomial)
