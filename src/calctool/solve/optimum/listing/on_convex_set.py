"""What convexity says of the candidates: there is one, or none between least and greatest."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.build import negated
from calctool.algebra.extrema.curvature import NotConvex, atoms
from calctool.notation.tree import Tree
from calctool.solve.candidates import Stretch, Test
from calctool.solve.optimum.arguments.existence.convexity import is_convex_problem
from calctool.solve.optimum.arguments.protocol import Task
from calctool.solve.optimum.extremes import Decided
from calctool.solve.optimum.listing.points import Spot, doubts
from calctool.solve.optimum.listing.sets import Sheet, with_kinds
from calctool.solve.optimum.listing.work import Work
from calctool.solve.optimum.strata.on_constraints import Searched
from calctool.words.extrema.multipliers import TESTS
from calctool.words.proofs.boxes import ALONE

_BETWEEN = Test("between-on-convex-set", TESTS["between-on-convex-set"])


def alone(work: Work, task: Task) -> Work:
    """Where a convex f has a strict minimum it is critical nowhere else: the points at which it is
    least are a convex set, and all critical points are among them. The search may end."""
    if not task.is_free or work.sheets or len(work.spots) != 1 or len(work.faces) != 1:
        return work
    (face,), (spot,) = work.faces, work.spots
    turn = {"local-minimum": -1, "local-maximum": 1}.get(spot.point.kind)
    if turn is None or not spot.point.strict or not set(work.missing) <= set(doubts(face)):
        return work
    if not _is_convex(task.f if turn < 0 else negated(task.f), task.names):
        return work
    found = replace(
        face.found, state="complete", reason=ALONE[turn], missing=(), scope=(), undecided=(),
    )  # fmt: skip
    face = replace(face, searched=Searched(found, found))
    return replace(work, faces=(face,), missing=())


def _is_convex(f: Tree, names: tuple[str, ...]) -> bool:
    try:
        return bool(atoms(f, names))
    except NotConvex:
        return False


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
