"""Polynomials multiplied out: sums of monomials, and back to trees in the order of a textbook.

What does not contain the chosen names stays as it is written, (a + b)*x^2 for instance.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct, field

from calctool import budget
from calctool.algebra.build import negated, product, raised
from calctool.notation.tree import (
    ZERO,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)

Monomial = tuple[tuple[int, int], ...]
"""(number of an atom, its power), by ascending numbers."""
Terms = Mapping[Monomial, Fraction]


class NotPolynomial(Exception):  # noqa: N818 (an answer, not a fault)
    """No polynomial in the chosen names, or one of too many terms."""


class Expander(Struct):
    """Polynomials in `names`; constants in front come first in a product, then the names."""

    names: tuple[str, ...]
    keeps_sums: bool = True
    """Whether sums without the names stand as they are: they must where they are compared."""
    atoms: list[Tree] = field(default_factory=list)

    def terms(self, tree: Tree) -> Terms:
        """Raises NotPolynomial."""
        value = rational(tree)
        if value is not None:
            return {(): value} if value else {}
        match tree:
            case Negative(operand):
                return {m: -c for m, c in self.terms(operand).items()}
            case Sum(terms) if not (self.keeps_sums and self._is_constant(tree)):
                return _added([self.terms(term) for term in terms])
            case Product(factors):
                return self._product([self.terms(factor) for factor in factors])
            case Quotient(numerator, denominator):
                return self._divided(self.terms(numerator), denominator)
            case Power(base, exponent):
                return self._power(tree, base, exponent)
            case Name(id) if id in self.names:
                return self._atom(tree)
        if not self._is_constant(tree):
            raise NotPolynomial
        return self._atom(tree)

    def _is_constant(self, tree: Tree) -> bool:
        return tree.names.isdisjoint(self.names)

    def _atom(self, tree: Tree) -> Terms:
        if tree not in self.atoms:
            self.atoms.append(tree)
        return {((self.atoms.index(tree), 1),): Fraction(1)}

    def _product(self, factors: list[Terms]) -> Terms:
        total: Terms = {(): Fraction(1)}
        for factor in factors:
            if len(total) * len(factor) > budget.LIMIT_PRODUCTS:
                raise NotPolynomial
            made: dict[Monomial, Fraction] = {}
            for m, c in total.items():
                for n, d in factor.items():
                    key = _times(m, n)
                    made[key] = made.get(key, Fraction(0)) + c * d
            total = {m: c for m, c in made.items() if c}
        return total

    def _divided(self, terms: Terms, denominator: Tree) -> Terms:
        value = rational(denominator)
        if value:
            return {m: c / value for m, c in terms.items()}
        if value == 0 or not self._is_constant(denominator):
            raise NotPolynomial
        (under,) = self._atom(denominator)
        return {_times(m, tuple((i, -n) for i, n in under)): c for m, c in terms.items()}

    def _power(self, tree: Tree, base: Tree, exponent: Tree) -> Terms:
        n = rational(exponent)
        if n is not None and n.denominator == 1 and 0 <= n <= budget.LIMIT_DEGREE:
            return self._product([self.terms(base)] * int(n))
        if self._is_constant(tree):
            return self._atom(tree)
        raise NotPolynomial

    # --- back to trees ---

    def degree(self, monomial: Monomial, name: str) -> int:
        """The power of a name in a monomial."""
        return sum(n for i, n in monomial if self.atoms[i] == Name(name))

    def lowered(self, terms: Terms, name: str) -> Terms:
        """Every term divided by the name; raises NotPolynomial where one does not contain it."""
        if any(not self.degree(m, name) for m in terms):
            raise NotPolynomial
        index = self.atoms.index(Name(name)) if terms else 0
        return {_times(m, ((index, -1),)): c for m, c in terms.items()}

    def listed(self, terms: Terms) -> list[Tree]:
        """Low powers of the last name first, within them high powers of the one before it."""
        return [self._tree(m, terms[m]) for m in sorted(terms, key=self._order)]

    def tree(self, terms: Terms) -> Tree:
        """Terms as a tree, in the order of a textbook."""
        found = self.listed(terms)
        if len(found) < 2:
            return found[0] if found else ZERO
        start = next((i for i, term in enumerate(found) if not isinstance(term, Negative)), 0)
        return Sum((found[start], *found[:start], *found[start + 1 :]))

    def _order(self, monomial: Monomial) -> tuple[int, ...]:
        *others, last = self.names
        return (self.degree(monomial, last), *(-self.degree(monomial, name) for name in others))

    def _tree(self, monomial: Monomial, coefficient: Fraction) -> Tree:
        size = abs(coefficient)
        parts = sorted(monomial, key=lambda part: self._place(self.atoms[part[0]]))
        above = [raised(self.atoms[i], number(n)) for i, n in parts if n > 0]
        below = [raised(self.atoms[i], number(-n)) for i, n in parts if n < 0]
        if size.numerator != 1 or not above:
            above.insert(0, Number(Fraction(size.numerator)))
        if size.denominator != 1:
            below.insert(0, Number(Fraction(size.denominator)))
        made = product(above)
        made = Quotient(made, product(below)) if below else made
        return negated(made) if coefficient < 0 else made

    def _place(self, atom: Tree) -> int:
        if isinstance(atom, Name) and atom.id in self.names:
            return 1 + self.names.index(atom.id)
        return 0


def _times(m: Monomial, n: Monomial) -> Monomial:
    powers = dict(m)
    for i, power in n:
        powers[i] = powers.get(i, 0) + power
    return tuple(sorted((i, power) for i, power in powers.items() if power))


def _added(all_terms: list[Terms]) -> Terms:
    total: dict[Monomial, Fraction] = {}
    for terms in all_terms:
        for m, c in terms.items():
            total[m] = total.get(m, Fraction(0)) + c
    return {m: c for m, c in total.items() if c}
