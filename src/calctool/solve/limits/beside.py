"""What f does beside a point at which it has no value, and what it is with its limit there."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from calctool.algebra.germ.series import Side
from calctool.algebra.local.one_side import on_side
from calctool.algebra.local.point import SIDES, Local, OneSide
from calctool.notation.tree import Name, Piecewise, Relation, Tree
from calctool.solve.attempts import tried
from calctool.solve.exact.line import BOTTOM, TOP
from calctool.solve.exact.order import compared
from calctool.solve.exact.oscillation import between
from calctool.solve.exact.record import Between, Exact
from calctool.solve.exact.values import exact
from calctool.solve.limits.record import Beside, LimitDefAnswer, LimitDefQuestion

LEFT, RIGHT = SIDES
Solver = Callable[[LimitDefQuestion, Tree], LimitDefAnswer]


def beside(question: LimitDefQuestion, local: Local, solved: Solver) -> Beside | None:
    """By the limits of f at the point from both sides; None where nothing is known of them.

    `solved` answers the question for f with a value at the point.
    """
    sides = ((local.left, LEFT), (local.right, RIGHT))
    (left, low), (right, high) = (_limit(question, local, own, side) for own, side in sides)
    wanders = low, high
    if left is None and right is None and wanders == (None, None):
        return None
    both = None not in (left, right)
    value = left if both and left == right else None
    if value is None or value in (BOTTOM, TOP):
        return Beside(left, right, wanders)
    here = Relation(Name(question.variable), "!=", local.point)
    whole = Piecewise(((question.statement, here), (value.expr, None)))
    extended = tried(None, solved, replace(question, statement=whole), local.point)
    return Beside(left, right, wanders, extended)


def _limit(
    question: LimitDefQuestion, local: Local, own: OneSide | None, side: Side
) -> tuple[Exact | None, Between | None]:
    """The limit from a side, or what f comes near where it has none."""
    if own is None:
        return None, None
    if own.limit.kind == "infinite":
        return TOP if own.limit.sign > 0 else BOTTOM, None
    if own.limit.value is not None:
        return exact(own.limit.value), None
    f, name = question.statement, question.variable
    ends = between(on_side(f, name, local.point, side), name, local.point, side)
    order = None if ends is None else compared(*ends)
    if ends is None or order is None:
        return None, None
    return (ends[0], None) if order == 0 else (None, ends)
