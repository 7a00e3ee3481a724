"""Where the rules of differentiation do not hold: the equations at which a formula changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Literal

from msgspec import Struct

from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.fraction import Fraction
from calctool.notation.tree import (
    ONE,
    ZERO,
    Call,
    Constant,
    Negative,
    Piecewise,
    Power,
    Quotient,
    Relation,
    Tree,
)
from calctool.notation.walk import walk

SwitchKind = Literal["kink", "jump", "branch", "root", "end", "gap"]
"""What usually happens there: a corner, a jump, another branch, a vertical tangent, an end; or
that the formula of the derivative has no value, although there is one."""


class Switch(Struct, frozen=True):
    """`relation` holds where the derivative of `tree` does not follow from its rule."""

    relation: Relation
    kind: SwitchKind
    tree: Tree


_AT_ZERO: dict[str, SwitchKind] = {
    "abs": "kink", "relu": "kink", "leaky_relu": "kink", "elu": "kink", "sign": "jump",
    "heaviside": "jump", "sqrt": "root", "cbrt": "root",
    "Si": "gap", "Shi": "gap", "elliptic_k": "gap", "elliptic_e": "gap",
}  # fmt: skip
_ENDS: dict[str, tuple[Tree, ...]] = {
    **dict.fromkeys(("asin", "acos", "asec", "acsc"), (Negative(ONE), ONE)),
    "acosh": (ONE,),
    "elliptic_e": (ONE,),
    "LambertW": (Negative(Quotient(ONE, Constant("e"))),),
}


def switches(tree: Tree) -> tuple[Switch, ...]:
    """Every equation once, in the order in which the parts are written."""
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
        case Call("floor" | "ceil", (u,)):
            yield Relation(u, "=", Call("floor", (u,))), "jump"
        case Call("max" | "min", arguments):
            for u, v in combinations(dict.fromkeys(arguments), 2):
                yield Relation(u, "=", v), "kink"
        case Call("root", (u, degree)):
            yield from _of_power(u, Quotient(ONE, degree))
        case Call(function, (u, *_)):
            if function in _AT_ZERO:
                yield Relation(u, "=", ZERO), _AT_ZERO[function]
            for end in _ENDS.get(function, ()):
                yield Relation(u, "=", end), "end"
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
