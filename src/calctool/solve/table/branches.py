"""The branch of a function that holds on a piece on which none of its switches changes."""

from __future__ import annotations

from fractions import Fraction

from calctool.algebra.ball import sign
from calctool.algebra.clean import clean
from calctool.algebra.whole import whole_part
from calctool.notation.tree import (
    ONE,
    TWO,
    ZERO,
    Call,
    Negative,
    Piecewise,
    Quotient,
    Relation,
    Sum,
    Tree,
    number,
    substitute,
    transform,
)

_HOLDS = {
    "<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (0, 1), "=": (0,), "!=": (-1, 1),
}  # fmt: skip


class Unsettled(Exception):  # noqa: N818 (a state of knowledge)
    """A switch whose branch could not be told at the sample."""


def settled(tree: Tree, name: str, sample: Fraction) -> Tree:
    """`tree` with every switch replaced by the branch that holds at `sample` and all around it."""
    at = {name: number(sample)}

    def value_sign(part: Tree) -> int:
        found = sign(substitute(part, at))
        if found is None:
            raise Unsettled
        return found

    def change(part: Tree) -> Tree | None:
        if name not in part.names:
            return part
        match part:
            case Call("abs", (u,)):
                return go(u) if value_sign(u) > 0 else Negative(go(u))
            case Call("sign", (u,)):
                return number(value_sign(u))
            case Call("heaviside", (u,)):
                return {1: ONE, 0: Quotient(ONE, TWO), -1: ZERO}[value_sign(u)]
            case Call("relu", (u,)):
                return go(u) if value_sign(u) > 0 else ZERO
            case Call("leaky_relu", (u,)):
                return go(u) if value_sign(u) > 0 else Quotient(go(u), number(100))
            case Call("elu", (u,)):
                below = Sum((Call("exp", (go(u),)), Negative(ONE)))
                return go(u) if value_sign(u) > 0 else below
            case Call("softsign", (u,)):
                size = go(u) if value_sign(u) > 0 else Negative(go(u))
                return Quotient(go(u), Sum((ONE, size)))
            case Call("floor" | "ceil" as function, (u,)):
                return number(_whole(substitute(u, at), function))
            case Call("max" | "min" as function, arguments):
                return go(_chosen(function, arguments))
            case Piecewise(branches):
                return go(_branch(branches))
        return None

    def _chosen(function: str, arguments: tuple[Tree, ...]) -> Tree:
        best, *rest = arguments
        for other in rest:
            higher = value_sign(Sum((other, Negative(best))))
            if higher == (1 if function == "max" else -1):
                best = other
        return best

    def _branch(branches: tuple[tuple[Tree, Relation | None], ...]) -> Tree:
        for value, condition in branches:
            if condition is None:
                return value
            side = value_sign(Sum((condition.left, Negative(condition.right))))
            if side in _HOLDS[condition.sign]:
                return value
        raise Unsettled

    def go(part: Tree) -> Tree:
        return transform(part, change)

    return clean(go(tree))


def _whole(constant: Tree, function: str) -> int:
    found = whole_part(constant)
    if found is None:
        raise Unsettled
    floor, is_whole = found
    return floor if function == "floor" or is_whole else floor + 1
