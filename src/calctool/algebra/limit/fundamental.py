"""The fundamental limits as text: theorems of every first course, each for t tending to 0.

`c` is a positive constant and `a` any constant; t may be any expression that tends to 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from calctool.algebra.facts import formula
from calctool.notation.tree import ZERO, Call, Limit, Name, Quotient, Relation, Tree
from calctool.notation.walk import substitute, transform, walk


class Fundamental(Struct, frozen=True):
    """quotient -> value as t -> 0; the quotient is something over t."""

    id: str
    quotient: str
    value: str

    @property
    def statement(self) -> Relation:
        """The theorem as an equation."""
        return Relation(Limit(formula(self.quotient), "t", ZERO), "=", formula(self.value))


FUNDAMENTAL = (
    Fundamental("limit-sine", "sin(t)/t", "1"),
    Fundamental("limit-cosine", "(1 - cos(t))/t", "0"),
    Fundamental("limit-exponential", "(exp(t) - 1)/t", "1"),
    Fundamental("limit-exponential-base", "(c^t - 1)/t", "log(c)"),
    Fundamental("limit-logarithm", "log(1 + t)/t", "1"),
    Fundamental("limit-power", "((1 + t)^a - 1)/t", "a"),
    Fundamental("limit-hyperbolic-sine", "sinh(t)/t", "1"),
    Fundamental("limit-hyperbolic-cosine", "(cosh(t) - 1)/t", "0"),
)


class Instance(Struct, frozen=True):
    """A place where a fundamental limit stands: `quotient` -> `value` as `small` -> 0."""

    theorem: Fundamental
    quotient: Tree
    small: Tree
    value: Tree


def instances(tree: Tree, variable: str) -> Iterator[Instance]:
    """Every fundamental quotient in the tree whose t contains the variable."""
    for part in walk(tree):
        if isinstance(part, Quotient) and variable in part.denominator.names:
            found = instance(part, variable)
            if found is not None:
                yield found


@cache
def instance(quotient: Quotient, variable: str) -> Instance | None:
    """Which fundamental limit a quotient is, if any."""
    for theorem in FUNDAMENTAL:
        letters: dict[str, Tree] = {"t": quotient.denominator}
        if _fits(formula(theorem.quotient), quotient, variable, letters):
            value = substitute(formula(theorem.value), letters)
            return Instance(theorem, quotient, quotient.denominator, value)
    return None


def applied(tree: Tree, variable: str) -> Tree:
    """The tree with every fundamental quotient replaced by its limit."""
    values = {found.quotient: found.value for found in instances(tree, variable)}
    return transform(tree, values.get)


def _fits(pattern: Tree, tree: Tree, variable: str, letters: dict[str, Tree]) -> bool:
    if isinstance(pattern, Name):
        if pattern.id != "t" and variable in tree.names:
            return False
        return letters.setdefault(pattern.id, tree) == tree
    if type(pattern) is not type(tree):
        return False
    if isinstance(pattern, Call) and isinstance(tree, Call) and pattern.function != tree.function:
        return False
    if not pattern.children:
        return pattern == tree
    pairs = tuple(zip(pattern.children, tree.children, strict=False))
    return len(pattern.children) == len(tree.children) and all(
        _fits(part, other, variable, letters) for part, other in pairs
    )
