"""Where the rules of differentiation do not hold: the equations at which a formula changes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from msgspec import Struct

from calctool.algebra import facts
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.atlas.record import SwitchKind
from calctool.notation.tree import (
    ONE,
    ZERO,
    Call,
    Piecewise,
    Power,
    Quotient,
    Relation,
    Tree,
)
from calctool.notation.walk import walk


class Switch(Struct, frozen=True):
    """`relation` holds where the derivative of `tree` does not follow from its rule."""

    relation: Relation
    kind: SwitchKind
    tree: Tree


def switches(tree: Tree) -> tuple[Switch, ...]:
    """Every equation once, in the order in which the parts are written.

    >>> [plain(each.relation) for each in switches(tree("abs(x - 1)"))]
    ['x - 1 = 0']
    """
    found: dict[tuple[Relation, SwitchKind], Switch] = {}
    for switch in all_switches(tree):
        found.setdefault((switch.relation, switch.kind), switch)
    return tuple(found.values())


def all_switches(tree: Tree) -> tuple[Switch, ...]:
    """Those of every part, also where parts change at the same equation."""
    found: dict[Switch, None] = {}
    for part in walk(tree):
        if isinstance(part, Call | Power | Piecewise) and part.names:
            found.update((Switch(relation, kind, part), None) for relation, kind in _of(part))
    return tuple(found)


def bend_switches(tree: Tree) -> tuple[Switch, ...]:
    """Where f' follows from its rule and f'' may not exist: zeros of u in u^r for 1 < r < 2."""
    found: dict[Switch, None] = {}
    for part in walk(tree):
        match part:
            case Power(u, exponent) if u.names and not exponent.names:
                value = _rational_value(exponent)
                if value is not None and 1 < value < 2:
                    found[Switch(Relation(u, "=", ZERO), "root", part)] = None
    return tuple(found)


def _of(part: Tree) -> Iterator[tuple[Relation, SwitchKind]]:
    match part:
        case Call("max" | "min", arguments):
            for u, v in combinations(dict.fromkeys(arguments), 2):
                yield Relation(u, "=", v), "kink"
        case Call("root", (u, degree)):
            yield from _of_power(u, Quotient(ONE, degree))
        case Call():
            for switch in facts.of(part).switches:
                yield facts.filled_relation(switch.at, part.arguments), switch.kind
        case Power(u, exponent):
            yield from _of_power(u, exponent)
        case Piecewise(branches):
            for _, condition in branches:
                if condition is not None:
                    yield Relation(condition.left, "=", condition.right), "branch"


def _rational_value(exponent: Tree) -> Fraction | None:
    try:
        return constant_value(exponent).rational
    except (Undecided, Undefined):
        return None


def _of_power(base: Tree, exponent: Tree) -> Iterator[tuple[Relation, SwitchKind]]:
    """u^r is not differentiable at u = 0 for 0 < r < 1, and ends there for r with even roots."""
    if exponent.names or not base.names:
        return
    value = _rational_value(exponent)
    if value is None or (value > 0 and (value < 1 or value.denominator % 2 == 0)):
        yield Relation(base, "=", ZERO), "root"
