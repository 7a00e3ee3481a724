"""Functions with switches, piece by piece: |u| as u or -u, floor(u) as a number, one branch."""

from __future__ import annotations

from collections.abc import Callable

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.build import negated
from calctool.algebra.germ.expansion import compare
from calctool.algebra.local.switches import Switch, switches
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.points.point import around
from calctool.fraction import Fraction
from calctool.notation.tree import (
    ONE,
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
)
from calctool.notation.walk import transform, walk

CHANGING = frozenset({"kink", "jump", "branch"})
"""The switches at which another formula holds."""


def formula_switches(tree: Tree, name: str) -> tuple[Switch, ...]:
    """Those behind which another formula holds."""
    found = [s for s in switches(tree) if s.kind in CHANGING and name in s.relation.names]
    found += [
        Switch(Relation(part.arguments[0], "=", ZERO), "kink", part)
        for part in walk(tree)
        if isinstance(part, Call) and part.function == "softsign" and name in part.names
    ]
    return tuple(found)


def smoothness_switches(tree: Tree, name: str) -> tuple[Switch, ...]:
    """Those at which the formula stays but is not smooth: ends and roots."""
    return tuple(s for s in switches(tree) if s.kind not in CHANGING and name in s.relation.names)


def difference(relation: Relation) -> Tree:
    if relation.right == ZERO:
        return relation.left
    return Sum((relation.left, Negative(relation.right)))


def resolved(tree: Tree, name: str, at: Fraction) -> Tree:
    """The formula that holds around a point at which nothing switches.

    Raises Undefined where no branch is taken.
    """
    return transform(tree, _Branch(name, at).settled)


class _Branch:
    """What every switch says at one point."""

    def __init__(self, name: str, at: Fraction) -> None:
        self.name, self.at = name, at

    def settled(self, part: Tree) -> Tree | None:
        if self.name not in part.names:
            return part
        chosen = self._chosen(part)
        return None if chosen is None else transform(chosen, self.settled)

    def _chosen(self, part: Tree) -> Tree | None:
        match part:
            case Call("sign", (u,)):
                return number(self._sign(u))
            case Call("heaviside", (u,)):
                return number(Fraction(self._sign(u) + 1, 2))
            case Call("floor" | "ceil"):
                return number(self._whole(part))
            case Call("max" | "min" as kind, arguments):
                return self._extreme(arguments, 1 if kind == "max" else -1)
            case Call(function, (u,)) if function in BY_SIGN:
                return BY_SIGN[function](u, self._sign(u))
            case Piecewise(branches):
                for value, condition in branches:
                    if condition is None or self._holds(condition):
                        return value
                raise Undefined
        return None

    def _sign(self, u: Tree) -> int:
        return curve(u, self.name).at(self.at)

    def _holds(self, condition: Relation) -> bool:
        return compare(self._sign(difference(condition)), condition)

    def _extreme(self, arguments: tuple[Tree, ...], direction: int) -> Tree:
        best = arguments[0]
        for other in arguments[1:]:
            if self._sign(Sum((other, Negative(best)))) * direction > 0:
                best = other
        return best

    def _whole(self, step: Tree) -> int:
        with working(budget.ROOT_EXACT_BITS, 1):
            at = around(self.at, self.at)
        value = curve(step, self.name).value(at, budget.ROOT_EXACT_BITS)
        found = None if value is None else value.unique_fmpz()
        if found is None:
            raise Undecided
        return int(found)


def _leaky(u: Tree, s: int) -> Tree:
    return u if s > 0 else Product((number(Fraction(1, 100)), u))


def _elu(u: Tree, s: int) -> Tree:
    return u if s > 0 else Sum((Call("exp", (u,)), Negative(ONE)))


def _softsign(u: Tree, s: int) -> Tree:
    return Quotient(u, Sum((ONE, u if s > 0 else Negative(u))))


BY_SIGN: dict[str, Callable[[Tree, int], Tree]] = {
    "abs": lambda u, s: u if s >= 0 else negated(u),
    "relu": lambda u, s: u if s > 0 else ZERO,
    "leaky_relu": _leaky,
    "elu": _elu,
    "softsign": _softsign,
}
"""Functions with one formula for u > 0 and another one for u < 0."""
