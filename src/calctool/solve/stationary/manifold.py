"""Where f may be extreme on {g1 = 0, …, gm = 0}: its gradient depends on those of the constraints.

Singular points, at which the gradients of the constraints depend on each other, are found too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from math import gcd, lcm

from msgspec import Struct

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.clean import clean
from calctool.algebra.field import is_zero
from calctool.algebra.places.place import Place, sign_at
from calctool.algebra.tidy.collect import collected
from calctool.notation.tree import ONE, ZERO, Negative, Product, Sum, Tree, number, rational
from calctool.rules.apply import differentiate
from calctool.solve.derivation.engine import NoRule

Row = tuple[Tree, ...]


def slope(tree: Tree, name: str) -> Tree:
    """The derivative in its light form."""
    raw = differentiate(tree, name)
    if raw is None:
        raise NoRule(tree)
    return collected(clean(raw))


def gradient(tree: Tree, names: Sequence[str]) -> Row:
    """The partial derivatives in these names, by the rules, without a derivation."""
    return tuple(slope(tree, name) for name in names)


def determinant(rows: Sequence[Row]) -> Tree:
    """By expansion along the first row; 1 for a matrix without rows."""
    if not rows:
        return ONE
    first, *rest = rows
    if not rest:
        return first[0]
    terms = []
    for column, entry in enumerate(first):
        if entry == ZERO:
            continue
        minor = determinant([row[:column] + row[column + 1 :] for row in rest])
        term = multiplied((entry, minor))
        terms.append(negated(term) if column % 2 else term)
    return collected(added(terms))


class Manifold(Struct, frozen=True, dict=True):
    """f and the functions that are zero on the set, all of the same names."""

    f: Tree
    constraints: tuple[Tree, ...]
    names: tuple[str, ...]

    @cached_property
    def slopes(self) -> Row:
        """The gradient of f."""
        return gradient(self.f, self.names)

    @cached_property
    def jacobian(self) -> tuple[Row, ...]:
        """The gradients of the constraints, a row for each."""
        return tuple(gradient(g, self.names) for g in self.constraints)

    @cached_property
    def dependence(self) -> tuple[Tree, ...]:
        """Zero together exactly where the gradients of f and of the constraints are dependent."""
        rows = (self.slopes, *self.jacobian)
        minors = (determinant(chosen) for chosen in _square(rows, len(rows)))
        kept = (primitive(minor) for minor in minors if not is_zero(minor))
        return tuple(dict.fromkeys(kept))

    @property
    def equations(self) -> tuple[Tree, ...]:
        """Of all candidates, each to be zero."""
        return tuple(dict.fromkeys((*self.constraints, *self.dependence)))

    # --- at a point ---

    def columns(self, place: Place) -> tuple[int, ...] | None:
        """Variables for which the constraints' gradients are independent there; None at a
        singular point. Raises Undecided where a sign is open."""
        count = len(self.constraints)
        for columns in combinations(range(len(self.names)), count):
            if not columns or sign_at(place, self.minor(columns)):
                return columns
        return None

    def multipliers(self, columns: tuple[int, ...]) -> Row:
        """Each λ as a quotient of minors in these columns (Cramer)."""
        below = self.minor(columns) if columns else ZERO
        above = (
            determinant([
                _picked(self.slopes if row == replaced else self.jacobian[row], columns)
                for row in range(len(self.constraints))
            ])
            for replaced in range(len(self.constraints))
        )  # fmt: skip
        return tuple(divided(each, below) for each in above)

    def hessian(self, multipliers: Row) -> tuple[Row, ...]:
        """The second derivatives of L = f - Σ λ*g, the multipliers put in."""
        return tuple(
            tuple(self._bend(i, name, multipliers) for name in self.names)
            for i in range(len(self.names))
        )

    def _bend(self, i: int, name: str, multipliers: Row) -> Tree:
        pairs = zip(multipliers, self.jacobian, strict=True)
        terms = [negated(multiplied((weight, slope(row[i], name)))) for weight, row in pairs]
        return added([slope(self.slopes[i], name), *terms])

    def minor(self, columns: tuple[int, ...]) -> Tree:
        """The determinant of these columns of the Jacobian."""
        return determinant([_picked(row, columns) for row in self.jacobian])


def primitive(tree: Tree) -> Tree:
    """x - y in place of 2*y - 2*x: the same zeros."""
    terms = tree.terms if isinstance(tree, Sum) else (tree,)
    sizes = [_coefficient(term) for term in terms]
    common = Fraction(
        gcd(*(size.numerator for size in sizes)), lcm(*(size.denominator for size in sizes))
    )
    scale = number((-1 if sizes[0] < 0 else 1) / common)
    return collected(added(multiplied((scale, term)) for term in terms))


def _coefficient(term: Tree) -> Fraction:
    """The number in front of a product."""
    if isinstance(term, Negative):
        return -_coefficient(term.operand)
    first = term.factors[0] if isinstance(term, Product) else term
    return rational(first) or Fraction(1)


def _square(rows: Sequence[Row], size: int) -> Iterator[list[Row]]:
    """The rows cut down to as many columns, in every way."""
    for columns in combinations(range(len(rows[0])), size):
        yield [_picked(row, columns) for row in rows]


def _picked(row: Row, columns: tuple[int, ...]) -> Row:
    return tuple(row[column] for column in columns)
