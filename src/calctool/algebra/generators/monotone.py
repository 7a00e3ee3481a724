"""Objectives without their monotone outer functions: exp(x*y) grows exactly where x*y does."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from calctool.algebra import facts
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.ranges import decided
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.notation.tree import (
    ONE,
    ZERO,
    Call,
    Negative,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    rational,
)

Peel = tuple[Tree, bool, str]
"""What is inside, whether the outside increases, and what the outside is."""


class Inner(Struct, frozen=True):
    """`tree` under `functions`, the outermost first; together they increase or decrease strictly.

    Where the original has a value is a question of its own: sqrt(u) needs u >= 0.
    """

    tree: Tree
    increasing: bool = True
    functions: tuple[str, ...] = ()


def inner(tree: Tree) -> Inner:
    """Everything strictly monotone taken off from the outside."""
    at, increasing, functions = tree, True, []
    while (found := _peeled(at)) is not None:
        at, grows, function = found
        increasing = increasing == grows
        functions.append(function)
    return Inner(at, increasing, tuple(functions))


def _peeled(tree: Tree) -> Peel | None:
    try:
        match tree:
            case Negative(u) if u.names:
                return u, False, "negative"
            case Sum(terms):
                return _shifted(terms)
            case Product(factors):
                return _scaled(factors)
            case Quotient(u, v) if not v.names and u.names:
                return u, constant_sign(v) > 0, "multiple"
            case Quotient(u, v) if not u.names and _side(v) is not None:
                return v, constant_sign(u) < 0, "reciprocal"
            case Call(function, (u,)) if u.names and facts.is_monotone(function):
                return u, facts.of(tree).monotone == "increasing", function
            case Power(base, exponent):
                return _power(base, exponent)
    except (Undecided, Undefined):
        pass
    return None


def _only_moving(parts: Sequence[Tree]) -> Tree | None:
    moving = [part for part in parts if part.names]
    return moving[0] if len(moving) == 1 else None


def _shifted(terms: Sequence[Tree]) -> Peel | None:
    moving = _only_moving(terms)
    return None if moving is None else (moving, True, "shift")


def _scaled(factors: Sequence[Tree]) -> Peel | None:
    moving = _only_moving(factors)
    if moving is None:
        return None
    side = 1
    for factor in factors:
        side *= 1 if factor is moving else constant_sign(factor)
    return (moving, side > 0, "multiple") if side else None


def _side(tree: Tree) -> int | None:
    """1 or -1 where the tree plainly has this sign wherever it has a value."""
    known = bounds(conditions(tree))
    if decided(Relation(tree, ">", ZERO), known) is True:
        return 1
    return -1 if decided(Relation(tree, "<", ZERO), known) is True else None


def _power(base: Tree, exponent: Tree) -> Peel | None:
    value = rational(exponent)
    if value is not None and value and base.names:
        return _of_base(base, value)
    if not base.names and exponent.names:
        side = constant_sign(Sum((base, Negative(ONE))))
        return (exponent, side > 0, "exp") if side else None
    return None


def _of_base(base: Tree, value: Fraction) -> Peel | None:
    """u^(p/q): odd over odd increases everywhere, others where u has one sign."""
    known = bounds(conditions(base))
    never_below = value.denominator % 2 == 0 or decided(Relation(base, ">=", ZERO), known) is True
    if value > 0 and (never_below or value.numerator % 2):
        return base, True, "power"
    if value < 0 and (never_below or _side(base) == 1):
        return base, False, "power"
    return None
