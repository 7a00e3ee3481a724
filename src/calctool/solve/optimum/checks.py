"""The second opinion on both extremes: points, places and curves that may object to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from calctool.solve.answer import Check
from calctool.solve.candidates import Extreme
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.problem import Problem
from calctool.verify.optimum.extremes import Claimed, Extremes
from calctool.verify.verdict import Verdict


def extremes_checked(
    task: Problem, minimum: Extreme | None, maximum: Extreme | None
) -> Iterator[Check]:
    """Of a problem without parameters: what is refuted."""
    sides: tuple[tuple[Literal[-1, 1], Extreme | None], ...] = ((-1, minimum), (1, maximum))
    claimed = [found for turn, one in sides if (found := _claimed(one, turn)) is not None]
    if claimed and not task.parameters:
        relations = (*task.relations, *task.open_sides)
        finding = Extremes(task.f, task.names, relations).check(claimed)
        # A theorem has proved them: values may object, they add no doubt and no certainty.
        if finding.verdict is Verdict.REFUTED:
            yield Check("extremes", finding)


def _claimed(extreme: Extreme | None, turn: Literal[-1, 1]) -> Claimed | None:
    if extreme is None or extreme.value is None:
        return None
    curve = extreme.approached
    along = () if curve is None else curve.points
    parameter = "t" if curve is None else curve.parameter
    if is_infinite(extreme.value.expr):
        return Claimed(turn, None, (), along, parameter)
    low, high = extreme.value.low, extreme.value.high
    if low is None or high is None:
        return None
    places = tuple({name: at.expr for name, at in place if at.is_known} for place in extreme.at)
    return Claimed(turn, (low, high), places, along, parameter)
