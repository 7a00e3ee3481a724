"""Functions with switches, piece by piece: |u| as u or -u, floor(u) as a number, one branch."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from calctool import budget
from calctool.algebra import facts
from calctool.algebra.ball.numbers import working
from calctool.algebra.build import multiplied
from calctool.algebra.domain.requirements import compare
from calctool.algebra.local.switches import Switch, switches
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.points.point import Point, rational_point
from calctool.notation.tree import (
    PI,
    ZERO,
    Call,
    Negative,
    Piecewise,
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
    known = {switch.relation for switch in found}
    for part in walk(tree):
        if isinstance(part, Call) and name in part.names:
            others = (at for at in facts.boundaries(part) if name in at.names and at not in known)
            found += (Switch(at, "kink", part) for at in others)
    return tuple(found)


def smoothness_switches(tree: Tree, name: str) -> tuple[Switch, ...]:
    """Those at which the formula stays but is not smooth: ends and roots."""
    return tuple(s for s in switches(tree) if s.kind not in CHANGING and name in s.relation.names)


def difference(relation: Relation) -> Tree:
    """Left minus right: the sign of it says whether a relation holds.

    >>> plain(difference(relation("x^2 > 1")))
    'x^2 - 1'
    """
    if relation.right == ZERO:
        return relation.left
    return Sum((relation.left, Negative(relation.right)))


def resolved(tree: Tree, name: str, at: Fraction) -> Tree:
    """The formula that holds around a point at which nothing switches.

    Raises Undefined where no branch is taken.
    """
    return resolved_at(tree, name, rational_point(at))


def resolved_at(
    tree: Tree, name: str, at: Point, is_zero: Callable[[Tree], bool] = lambda _: False
) -> Tree:
    """The formula that holds at a point, also where some switches change: at its zeros, as far as
    the point itself shows that they are, and at those that `is_zero` knows.

    Raises Undecided where a point that is only enclosed leaves it open, Undefined where no branch
    is taken.
    """
    return transform(tree, _Branch(name, at, is_zero).settled)


class _Branch:
    """What every switch says at one point."""

    def __init__(self, name: str, at: Point, is_zero: Callable[[Tree], bool]) -> None:
        self.name, self.at, self.is_zero = name, at, is_zero

    def settled(self, part: Tree) -> Tree | None:
        if self.name not in part.names:
            return part
        chosen = self._chosen(part)
        return None if chosen is None else transform(chosen, self.settled)

    def _chosen(self, part: Tree) -> Tree | None:
        match part:
            case Call(kind, (u,)) if facts.of(part).steps:
                return number(self._whole(kind, u))
            case Call("max" | "min" as kind, arguments):
                return self._extreme(arguments, 1 if kind == "max" else -1)
            case Call() if (by_cases := facts.pieces(part)) is not None:
                return self._chosen(by_cases)
            case Piecewise(branches):
                for value, condition in branches:
                    if condition is None or self._holds(condition):
                        return value
                raise Undefined
        return None

    def _sign(self, u: Tree) -> int:
        return 0 if self.is_zero(u) else curve(u, self.name).sign(self.at)

    def _holds(self, condition: Relation) -> bool:
        return compare(self._sign(difference(condition)), condition)

    def _extreme(self, arguments: tuple[Tree, ...], direction: int) -> Tree:
        best = arguments[0]
        for other in arguments[1:]:
            if self._sign(Sum((other, Negative(best)))) * direction > 0:
                best = other
        return best

    def _whole(self, kind: str, u: Tree) -> int:
        """A step function of u: at the whole number that u is there, or by the one value that it
        has wherever the point may lie. Points at which u is whole are found in turns of pi."""
        near = self._only_whole(u)
        if near is not None:
            turns = multiplied((PI, Sum((u, Negative(number(near))))))
            if any(map(self._is_nothing, (turns, Call("sin", (multiplied((PI, u)),))))):
                u = number(near)
        found = self._only_whole(Call(kind, (u,)))
        if found is None:
            raise Undecided
        return found

    def _is_nothing(self, u: Tree) -> bool:
        try:
            return self._sign(u) == 0
        except (Undecided, Undefined):
            return False

    def _only_whole(self, u: Tree) -> int | None:
        """The only whole number among the values that u may have there."""
        with working(budget.ROOT_EXACT_BITS, 1):
            at = self.at.ball(budget.ROOT_EXACT_BITS)
        value = curve(u, self.name).value(at, budget.ROOT_EXACT_BITS)
        found = None if value is None else value.unique_fmpz()
        return None if found is None else int(found)
