"""A linear objective on a convex set: what is no extremum of the whole set is none near by."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.solve.candidates import Stretch, Test
from calctool.solve.optimum.arguments.existence.convexity import is_convex_problem
from calctool.solve.optimum.arguments.protocol import Task
from calctool.solve.optimum.extremes import Decided
from calctool.solve.optimum.listing.points import Spot
from calctool.solve.optimum.listing.sets import Sheet, with_kinds
from calctool.solve.optimum.listing.work import Work
from calctool.words.extrema.multipliers import TESTS

_BETWEEN = Test("between-on-convex-set", TESTS["between-on-convex-set"])


def without_false_hopes(work: Work, task: Task, found: tuple[Decided, Decided]) -> Work:
    """Open points between the least and the greatest value: on the straight way to these f falls,
    and grows, from the first step on."""
    if work.setup.is_peeled or not all(is_convex_problem(task, task.f, turn) for turn in (-1, 1)):
        return work
    if any(one.extreme.attained is None for one in found):
        return work
    ends = {i for one in found for i in one.at}
    count = len(work.spots)
    spots = (each if i in ends else _neither(each) for i, each in enumerate(work.spots))
    sheets = (
        each if i in ends or each.height is None else _set_of_neither(each)
        for i, each in enumerate(work.sheets, count)
    )
    return replace(work, spots=tuple(spots), sheets=tuple(sheets))


def _neither(spot: Spot) -> Spot:
    if spot.point.kind != "undecided":
        return spot
    return replace(spot, point=replace(spot.point, kind="neither", test=_BETWEEN))


def _set_of_neither(sheet: Sheet) -> Sheet:
    is_open = any(stretch.kind == "undecided" for stretch in sheet.record.kinds)
    return with_kinds(sheet, Stretch((), "neither", _BETWEEN)) if is_open else sheet
