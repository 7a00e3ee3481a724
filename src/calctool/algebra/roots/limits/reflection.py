"""Functions of u that have poles where u falls without end, by those of 1 - u (DLMF 5.5)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache

from calctool import budget
from calctool.algebra import facts
from calctool.algebra.facts import filled
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.limits.one_sided import limit_at
from calctool.algebra.roots.points.point import Point
from calctool.notation.tree import Call, Name, Tree, rational
from calctool.notation.walk import substitute, transform

_ARGUMENT = "argument"
"""No name that can be typed."""


def by_others(tree: Tree, calls: Collection[Call]) -> Tree | None:
    """With these functions of u as those of 1 - u, where u < 1; None where one has no such form."""
    formulas = {call: _formula(call) for call in calls}
    known = {
        call: substitute(formula, {_ARGUMENT: call.arguments[-1]})
        for call, formula in formulas.items() if formula is not None
    }  # fmt: skip
    if len(known) < len(formulas):
        return None
    return transform(tree, lambda part: known.get(part) if isinstance(part, Call) else None)


def reflected(tree: Tree, name: str, end: Point | None, side: int) -> Tree:
    """The same function near an end of an interval, but for whole numbers u <= 0.

    `end` and `side` are as in `limit_at`. Holds wherever u < 1 for each u that tends to -oo.
    """
    return transform(tree, _at_end(name, end, side))


def _at_end(name: str, end: Point | None, side: int) -> Callable[[Tree], Tree | None]:
    def turned(part: Tree) -> Tree | None:
        if not isinstance(part, Call) or name not in part.names:
            return None
        formula = _formula(part)
        if formula is None:
            return None
        limit = limit_at(part.arguments[-1], name, end, side)
        falls = limit.kind == "infinite" and limit.sign < 0
        return substitute(formula, {_ARGUMENT: part.arguments[-1]}) if falls else None

    return turned


def _formula(call: Call) -> Tree | None:
    """In the last argument; None where there is none."""
    if text := facts.of(call).reflection:
        return filled(text, (Name(_ARGUMENT),))
    if call.function != "polygamma":
        return None
    order = rational(call.arguments[0])
    if order is None or order.denominator != 1 or not 0 <= order <= budget.REFLECTED_ORDER:
        return None
    return _derived(int(order))


@lru_cache(maxsize=8)
def _derived(order: int) -> Tree:
    """That of the digamma function, differentiated so often."""
    made = _formula(Call("digamma", (Name(_ARGUMENT),)))
    assert made is not None  # noqa: S101
    for _ in range(order):
        made = derivative(made, _ARGUMENT)
    return made
