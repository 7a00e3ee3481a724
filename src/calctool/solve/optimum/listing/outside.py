"""Candidates on sides that do not belong to the box: values that f only comes near."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from calctool.algebra.places.place import Scalar
from calctool.algebra.unsettled import Unsettled
from calctool.solve.optimum.listing.points import doubts, spots
from calctool.solve.optimum.listing.sets import sheets
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.strata.stratum import Case, strata


def heights_outside(task: Problem) -> tuple[Scalar | None, ...]:
    """What f is at them, None where that is not known."""
    if not task.open_sides:
        return ()
    own = {each.relation for each in task.inequalities}

    def is_lacking(case: Case) -> bool:
        return any(each.origin == "side" and each.relation not in own for each in case[0])

    return tuple(_heights(task.closure, is_lacking))


def _heights(closure: Problem, is_lacking: Callable[[Case], bool]) -> Iterator[Scalar | None]:
    for face in strata(closure, wanted=is_lacking):
        if face.found.state != "complete" or not face.is_decided or any(doubts(face)):
            yield None
        yield from (spot.height for spot in spots(face))
        try:
            yield from (sheet.height for sheet in sheets(face))
        except Unsettled:
            yield None
