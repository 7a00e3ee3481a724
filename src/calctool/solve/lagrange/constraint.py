"""One constraint as a function g with a sign."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from calctool.algebra.build import added, negated
from calctool.algebra.clean import clean
from calctool.notation.tree import ZERO, Relation, Sign, Tree

Side = Literal[-1, 0, 1]
"""0 for g = 0, 1 for g <= 0, -1 for g >= 0."""

_SIDES: dict[Sign, Side] = {"=": 0, "<=": 1, ">=": -1}
_TURNED: dict[Sign, Sign] = {"=": "=", "<=": ">=", ">=": "<="}


class Constraint(Struct, frozen=True):
    """Constraint number `number`, counted from 1: g = 0, g <= 0 or g >= 0; `letter` is its
    multiplier."""

    number: int
    relation: Relation
    g: Tree
    side: Side
    letter: str = ""


def hidden(need: Relation) -> Constraint:
    """What f asks for without being told to, as number 0."""
    return Constraint(0, need, added([need.left, negated(need.right)]), _SIDES[need.sign])


def constraint(number: int, typed: Relation, names: tuple[str, ...]) -> Constraint:
    """The constant side is taken from the other, so that g reads as it was typed."""
    left, sign, right = typed.left, typed.sign, typed.right
    if left.names.isdisjoint(names):
        left, sign, right = right, _TURNED[sign], left
    g = added([left, negated(right)]) if clean(right) != ZERO else left
    return Constraint(number, typed, g, _SIDES[sign])
