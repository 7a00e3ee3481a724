"""Candidates on edges that do not belong to the set: values that f only comes near."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from calctool.algebra.build import added, negated
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Component
from calctool.algebra.unsettled import Unsettled
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.arguments.listed import Candidate
from calctool.solve.optimum.listing.points import doubts, spots
from calctool.solve.optimum.listing.sets import sheets
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.strata.folds import normal
from calctool.solve.optimum.strata.reach import trials
from calctool.solve.optimum.strata.stratum import Case, Stratum, strata


def outside(task: Problem) -> tuple[Candidate | None, ...]:
    """What f is at them, None where that is not known, or where it is open whether points of the
    set come near: of x*(y - 1) = 0 with x > 0 none does at (0, 0)."""
    if not task.open_sides:
        return ()
    left_out = {normal(added((each.left, negated(each.right))))[0] for each in task.open_sides}

    def is_lacking(case: Case) -> bool:
        """An edge of the set may be one of the domain of f as well, a fold where f is steep."""
        active, signs = case
        on = {normal(each.g)[0] for each in active if each.side}
        on.update(fold.at for fold, side in signs.items() if side == 0)
        return not on.isdisjoint(left_out)

    is_box = not task.constraints and not task.strict_ones
    return tuple(_found(task.closure, is_lacking, is_box=is_box))


def _found(
    closure: Problem, is_lacking: Callable[[Case], bool], *, is_box: bool
) -> Iterator[Candidate | None]:
    for face in strata(closure, wanted=is_lacking):
        if face.found.state != "complete" or not face.is_decided or any(doubts(face)):
            yield None
        for spot in spots(face):
            is_near = is_box or _is_limit(face, spot.place)
            yield _as_candidate(spot.point.value, spot.height) if is_near else None
        try:
            found = [_as_candidate(each.record.value, each.height) for each in sheets(face)]
        except Unsettled:
            found = [None]
        is_met = is_box or all(_has_limit(face, each) for each in face.found.components)
        yield from found if is_met else [None] * len(found)


def _as_candidate(value: Exact | None, height: Scalar | None) -> Candidate | None:
    return None if height is None else Candidate(value, height=height)


def _has_limit(face: Stratum, component: Component) -> bool:
    """The same of one of its points: f has one value on it, or none that is told."""
    places = (place for place in trials(component) if face.holds(place))
    return any(all_hold_at(at, face.task.strict) and _is_limit(face, at) for at in places)


def _is_limit(face: Stratum, place: Place) -> bool:
    """Whether the gradients of what is zero there are independent: then points at which the edges
    are not reached and all else holds are as near as one likes (implicit functions)."""
    try:
        return not face.is_tangled and face.manifold.columns(place) is not None
    except (Undecided, Undefined):
        return False
