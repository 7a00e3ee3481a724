"""One constraint as a function g with a sign."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from calctool.algebra.build import added, negated
from calctool.algebra.clean import clean
from calctool.notation.tree import ZERO, Name, Relation, Sign, Tree
from calctool.solve.optimum.strata.fixed import fixed_by

Side = Literal[-1, 0, 1]
"""0 for g = 0, 1 for g <= 0, -1 for g >= 0."""
Origin = Literal["typed", "side", "natural", "edge"]
"""Typed as a constraint, a side of the box, what f and the constraints need to have a value, or the
edge of a set that does not have it."""

_SIDES: dict[Sign, Side] = {"=": 0, "<=": 1, ">=": -1, "<": 1, ">": -1}
_TURNED: dict[Sign, Sign] = {"=": "=", "<=": ">=", ">=": "<=", "<": ">", ">": "<"}
_CLOSED: dict[Sign, Sign] = {"<": "<=", ">": ">="}


class Constraint(Struct, frozen=True):
    """g = 0, g <= 0 or g >= 0; a typed one has a number, counted from 1, and the `letter` of its
    multiplier, others have the number 0."""

    number: int
    relation: Relation
    g: Tree
    side: Side
    letter: str = ""
    origin: Origin = "typed"

    def as_strict(self) -> Relation:
        """An inequality without equality, as x < 1 where it bounds a name."""
        fixed = fixed_by(self.g)
        if fixed is None:
            return Relation(self.g, "<" if self.side > 0 else ">", ZERO)
        is_below = (self.side > 0) == (fixed.rate > 0)
        return Relation(Name(fixed.name), "<" if is_below else ">", fixed.value)

    @property
    def strict(self) -> Relation:
        """g < 0 or g > 0."""
        return Relation(self.g, "<" if self.side > 0 else ">", ZERO)


def hidden(need: Relation, origin: Origin) -> Constraint:
    """An inequality that was not typed as a constraint."""
    g = need.left if need.right == ZERO else added([need.left, negated(need.right)])
    return Constraint(0, need, g, _SIDES[need.sign], origin=origin)


def with_edge(strict: Relation) -> Constraint:
    """g < 0 or g > 0 with the points at which g is zero."""
    return hidden(Relation(strict.left, _CLOSED[strict.sign], strict.right), "edge")


def constraint(number: int, typed: Relation, names: tuple[str, ...]) -> Constraint:
    """The constant side is taken from the other, so that g reads as it was typed."""
    left, sign, right = typed.left, typed.sign, typed.right
    if left.names.isdisjoint(names):
        left, sign, right = right, _TURNED[sign], left
    g = added([left, negated(right)]) if clean(right) != ZERO else left
    return Constraint(number, typed, g, _SIDES[sign])
