"""The second opinion on both extremes: points, places and curves that may object to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from calctool.notation.tree import Tree
from calctool.solve.answer import Check
from calctool.solve.candidates import Extreme, Place
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.problem import Problem
from calctool.verify.optimum.extremes import Claimed, Extremes
from calctool.verify.verdict import Verdict


def extremes_checked(
    task: Problem,
    minimum: Extreme | None,
    maximum: Extreme | None,
    listed: Sequence[Place] = (),
) -> Iterator[Check]:
    """Of a problem without parameters: what is refuted; `listed` are all points of the answer."""
    sides: tuple[tuple[Literal[-1, 1], Extreme | None], ...] = ((-1, minimum), (1, maximum))
    claimed = [found for turn, one in sides if (found := _claimed(one, turn, listed)) is not None]
    if claimed and not task.parameters:
        relations = (*task.relations, *task.open_sides)
        finding = Extremes(task.f, task.names, relations).check(claimed)
        # A theorem has proved them: values may object, they add no doubt and no certainty.
        if finding.verdict is Verdict.REFUTED:
            yield Check("extremes", finding)


def _claimed(
    extreme: Extreme | None, turn: Literal[-1, 1], listed: Sequence[Place]
) -> Claimed | None:
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
    return Claimed(
        turn,
        (low, high),
        tuple(map(_known, extreme.at)),
        along,
        parameter,
        extreme.attained,
        extreme.value.expr if extreme.value.is_known else None,
        tuple(map(_known, listed)) if extreme.attained is False else (),
    )


def _known(place: Place) -> dict[str, Tree]:
    return {name: at.expr for name, at in place if at.is_known}
