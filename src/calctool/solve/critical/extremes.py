"""The least and the greatest value of a function of several variables, or why it is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from calctool.algebra.extrema import Bound, Domain, Judgement, global_extremes, judged_by
from calctool.algebra.local.switches import switches
from calctool.algebra.place import Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.systems.scalars import written_scalar
from calctool.solve.answer import Exact, State
from calctool.solve.critical.points import Found, as_test, scalar_value
from calctool.solve.known import known
from calctool.solve.optimum import CriticalAnswer, Extreme, PointKind, PointSet, Test
from calctool.solve.table.line import BOTTOM, TOP, is_infinite

_BREAKING = ("jump", "branch")
"""Switches at which f need not be continuous."""


def extremes(made: CriticalAnswer, listed: Sequence[Found]) -> CriticalAnswer:
    """With both extremes; points that have such a value are minima or maxima for that reason."""
    question = made.question
    points = [scalar_value(one.root, question.statement) for one in listed]
    others = [_height(each.value) for each in made.points[len(listed) :]]
    sets = [_height(each.value) for each in made.sets]
    is_whole = made.completeness.state is State.COMPLETE
    bounds = global_extremes(
        question.statement, question.wrt, [*points, *others, *sets], is_whole, _domain(made)
    )
    numbers = [number for number, one in enumerate(listed) if one.family is not None]
    families = {number: index for index, number in enumerate(numbers)}
    least, greatest = bounds
    if least.attained:
        made = _decided(made, least, judged_by(least, -1), families)
    if greatest.attained:
        made = _decided(made, greatest, judged_by(greatest, 1), families)
    return replace(
        made,
        minimum=_extreme(made, least, BOTTOM, families),
        maximum=_extreme(made, greatest, TOP, families),
    )


def _height(value: Exact | None) -> Scalar | None:
    if value is None or not value.is_known:
        return None
    try:
        return written_scalar(value.expr)
    except (Undecided, Undefined):
        return None


def _domain(made: CriticalAnswer) -> Domain:
    """What the theorems about extreme values may suppose of the domain."""
    f = made.question.statement
    if any(switch.kind in _BREAKING for switch in switches(f)):
        return "other"
    stated = dict(made.question.domain)
    if not stated:
        return "natural" if made.conditions else "everywhere"
    bounded = all(
        name in stated
        and stated[name].closed == (True, True)
        and not is_infinite(stated[name].start)
        and not is_infinite(stated[name].end)
        for name in made.question.wrt
    )
    return "compact" if bounded and not made.conditions else "other"


def _extreme(
    made: CriticalAnswer, bound: Bound, infinite: Exact, families: dict[int, int]
) -> Extreme:
    count = len(made.points)
    value = infinite if bound.infinite else None if bound.value is None else known(bound.value)
    return Extreme(
        bound.attained,
        value,
        bound.argument,
        bound.reason,
        tuple(made.points[i].at for i in bound.at if i < count),
        tuple(families[i] for i in bound.at if i in families),
        tuple(i - count for i in bound.at if i >= count),
    )


# --- kinds that follow from it ------------------------------------------------------------------


def _decided(
    made: CriticalAnswer, bound: Bound, judged: Judgement, families: dict[int, int]
) -> CriticalAnswer:
    """With kinds for the points and sets that have the value, where these were open."""
    count = len(made.points)
    points, repeated, sets = list(made.points), list(made.families), list(made.sets)
    test = as_test(judged)
    for i in bound.at:
        if i < count and points[i].kind == "undecided":
            points[i] = replace(points[i], kind=judged.kind, test=test)
            if i in families:
                one = repeated[families[i]]
                repeated[families[i]] = replace(one, kind=judged.kind, test=test)
        elif i >= count:
            sets[i - count] = _settled(sets[i - count], judged.kind, test)
    return replace(made, points=tuple(points), families=tuple(repeated), sets=tuple(sets))


def _settled(one: PointSet, kind: PointKind, test: Test) -> PointSet:
    kinds = (
        replace(stretch, kind=kind, test=test) if stretch.kind == "undecided" else stretch
        for stretch in one.kinds
    )
    return replace(one, kinds=tuple(kinds))
