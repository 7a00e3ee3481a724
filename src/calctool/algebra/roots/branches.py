"""Functions with switches, piece by piece: |u| as u or -u, floor(u) as a number, one branch."""

from __future__ import annotations

from fractions import Fraction

from calctool.algebra.ball.numbers import working
from calctool.algebra.build import negated
from calctool.algebra.germ.expansion import compare
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.curve import curve
from calctool.algebra.switches import Switch, switches
from calctool.notation.tree import (
    ONE,
    TWO,
    ZERO,
    Call,
    Negative,
    Piecewise,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    number,
    transform,
)

CHANGING = frozenset({"kink", "jump", "branch"})
"""The switches at which another formula holds."""
_STEPS = frozenset({"floor", "ceil"})


def formula_switches(tree: Tree, name: str) -> tuple[Switch, ...]:
    """Those behind which another formula holds."""
    return tuple(s for s in switches(tree) if s.kind in CHANGING and name in s.relation.names)


def smoothness_switches(tree: Tree, name: str) -> tuple[Switch, ...]:
    """Those at which the formula stays but is not smooth: ends and roots."""
    return tuple(s for s in switches(tree) if s.kind not in CHANGING and name in s.relation.names)


def difference(relation: Relation) -> Tree:
    if relation.right == ZERO:
        return relation.left
    return Sum((relation.left, Negative(relation.right)))


def resolved(tree: Tree, name: str, at: Fraction) -> Tree:
    """The formula that holds around a point at which nothing switches."""

    def sign_of(u: Tree) -> int:
        return curve(u, name).at(at)

    def change(part: Tree) -> Tree | None:
        if name not in part.names:
            return part
        match part:
            case Call("abs", (u,)):
                return go(u) if sign_of(u) >= 0 else negated(go(u))
            case Call("sign", (u,)):
                return number(sign_of(u))
            case Call("heaviside", (u,)):
                return number(Fraction(sign_of(u) + 1, 2))
            case Call("floor" | "ceil"):
                return number(_whole(part, name, at))
            case Call("max" | "min" as kind, arguments):
                return go(_extreme(arguments, sign_of, 1 if kind == "max" else -1))
            case Call(kind, (u,)) if kind in _BY_SIGN:
                return go(_BY_SIGN[kind](u, sign_of(u) > 0))
            case Piecewise(branches):
                for value, condition in branches:
                    if condition is None or compare(sign_of(difference(condition)), condition):
                        return go(value)
                raise Undecided
        return None

    def go(part: Tree) -> Tree:
        return transform(part, change)

    return go(tree)


def _extreme(arguments: tuple[Tree, ...], sign_of: object, direction: int) -> Tree:
    assert callable(sign_of)  # noqa: S101
    best = arguments[0]
    for other in arguments[1:]:
        if sign_of(Sum((other, Negative(best)))) * direction > 0:
            best = other
    return best


_HUNDREDTH = Fraction(1, 100)
_BY_SIGN = {
    "relu": lambda u, above: u if above else ZERO,
    "leaky_relu": lambda u, above: u if above else Product((number(_HUNDREDTH), u)),
    "elu": lambda u, above: u if above else Sum((Call("exp", (u,)), Negative(ONE))),
    "softsign": lambda u, above: Quotient(u, Sum((ONE, u if above else Negative(u)))),
}
assert TWO  # noqa: S101


def _whole(step: Tree, name: str, at: Fraction) -> Fraction:
    with working(256, 1):
        from calctool.algebra.roots.point import around

        value = curve(step, name).value(around(at, at), 256)
    found = None if value is None else value.unique_fmpz()
    if found is None:
        raise Undecided
    return Fraction(int(found))
