"""Conditions carried by a formula: 0*sqrt(u) beside it asks for u >= 0, and changes no value."""

from __future__ import annotations

from collections.abc import Iterable

from calctool.algebra.build import added, negated
from calctool.notation.between import TURNED
from calctool.notation.tree import ONE, ZERO, Call, Product, Quotient, Relation, Sum, Tree


def fenced(f: Tree, conditions: Iterable[Relation]) -> Tree:
    """f as written, with a value only where the conditions (>=, >, <=, < or !=) hold too."""
    fences = [Product((ZERO, _fence(against_zero(each)))) for each in conditions]
    return Sum((f, *fences)) if fences else f


def against_zero(condition: Relation) -> Relation:
    """The same as a tree with a sign and 0: >= or > where it is an inequality."""
    ends, sign = (condition.left, condition.right), condition.sign
    low, high = ends if sign in ("<", "<=") else ends[::-1]
    risen = TURNED[sign] if sign in ("<", "<=") else sign
    return Relation(high if low == ZERO else added([high, negated(low)]), risen, ZERO)


def _fence(condition: Relation) -> Tree:
    """What has a value just where the condition, between a tree and 0, holds."""
    u = condition.left
    match condition.sign:
        case ">=":
            return Call("sqrt", (u,))
        case ">":
            return Call("log", (u,))
    return Quotient(ONE, u)
