"""From candidates to the least and the greatest value, and what these say of the candidates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions
from calctool.algebra.solutions import Box, Solutions
from calctool.notation.quoted import quoted
from calctool.notation.tree import Relation
from calctool.solve.attempts import tried
from calctool.solve.candidates import Extreme, Place, PointFamily
from calctool.solve.exact.order import compared
from calctool.solve.optimum.arguments.listed import Candidate, Found, Listed
from calctool.solve.optimum.arguments.protocol import Task
from calctool.solve.optimum.arguments.sides import task_of
from calctool.solve.optimum.extremes import UNSETTLED, extremes, is_flat, placed
from calctool.solve.optimum.listing.by_extremes import (
    constant,
    has_open,
    is_open,
    split,
    with_extremes,
)
from calctool.solve.optimum.listing.joining import with_ends
from calctool.solve.optimum.listing.symmetry import orbits
from calctool.solve.optimum.listing.work import Work
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.reduced.branches import Branch, branches
from calctool.words.extrema.multipliers import ARGUMENTS, EVERYWHERE
from calctool.words.proofs.boxes import LEFT

if TYPE_CHECKING:
    from calctool.solve.optimum.reduced.course import Course

INFEASIBLE = Extreme(False, None, "infeasible", ARGUMENTS["infeasible"])
UNDEFINED = Extreme(False, None, "no-value-on-set", ARGUMENTS["no-value-on-set"])


class Conclusion(Struct, frozen=True):
    work: Work
    families: tuple[PointFamily, ...]
    feasible: bool | None
    minimum: Extreme
    maximum: Extreme


class _Reduction:
    """The constraints solved for some variables, worked out when it is first asked for."""

    def __init__(self, task: Task) -> None:
        self._task = task

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        return tried((), branches, self._task) if self._task.relations else ()

    @cached_property
    def course(self) -> Course | None:
        from calctool.solve.optimum.reduced.course import course

        return tried(None, course, self.branches) if self.branches else None


def concluded(work: Work) -> Conclusion:
    """The least and the greatest value, and what they say of the candidates that were open."""
    task = task_of(work.setup)
    reduction = _Reduction(task)
    feasible = _feasible(work, reduction)
    if feasible is False:
        return Conclusion(work, (), False, INFEASIBLE, INFEASIBLE)
    if not work.reached and reduction.course is not None and not reduction.course.tables:
        return Conclusion(work, (), feasible, UNDEFINED, UNDEFINED)
    if not work.is_whole and reduction.course is not None:
        from calctool.solve.optimum.reduced.by_table import counted, repeated

        work = tried(work, repeated, work, reduction.course)
        work = tried(work, counted, work, reduction.course)
    if reduction.branches and has_open(work):
        from calctool.solve.optimum.reduced.unconstrained import reconsidered

        work = tried(work, reconsidered, work, reduction.branches)
    if not work.is_whole:
        from calctool.solve.optimum.listing.on_convex_set import alone

        work = tried(work, alone, work, task)
    numbers = [i for i, spot in enumerate(work.spots) if spot.root.periods]
    repeated_ = _families(work, numbers)
    families = {i: k for k, i in enumerate(numbers) if repeated_[k].is_level}
    task = replace(task, listing=_listed(work))
    found = tried(UNSETTLED, extremes, task)
    if numbers and reduction.course is not None:
        from calctool.solve.optimum.reduced.by_table import recurring

        least, greatest = (tried(each, recurring, each, work, reduction.course) for each in found)
        found = least, greatest
    minimum, maximum = (placed(each, _places(work), families) for each in found)
    if any(each.proof for each in (minimum, maximum)):
        feasible = True  # A bound is one of values that f takes.
    work = tried(work, with_extremes, work, found)
    if work.sheets and _is_constant(minimum, maximum):
        work = constant(work, minimum.value)
        minimum, maximum = (_everywhere(work, one) for one in (minimum, maximum))
    if has_open(work):
        from calctool.solve.optimum.listing.on_convex_set import without_false_hopes

        work = tried(work, without_false_hopes, work, task, found)
    if any(map(is_open, work.spots)) and reduction.course is not None:
        from calctool.solve.optimum.reduced.by_table import with_kinds_of

        work = tried(work, with_kinds_of, work, reduction.course)
    work = tried(work, split, work, (minimum, maximum))
    repeated_ = _families(work, numbers)
    work = replace(work, sheets=with_ends(work.sheets, work.spots))
    return Conclusion(work, repeated_, feasible, minimum, maximum)


def _families(work: Work, numbers: Sequence[int]) -> tuple[PointFamily, ...]:
    if not numbers:
        return ()
    from calctool.solve.optimum.listing.families import family

    return tuple(family(work, i) for i in numbers)


def _feasible(work: Work, reduction: _Reduction) -> bool | None:
    if work.reached:
        return True
    nowhere = reduction.course is not None and not reduction.course.tables
    if nowhere and not conditions(work.setup.f):
        return False
    from calctool.solve.optimum.listing.feasible import has_feasible_point

    return tried(None, has_feasible_point, work)


def _places(work: Work) -> list[Place]:
    return [spot.point.at for spot in work.spots]


def _listed(work: Work) -> Listed:
    """The candidates in the order of the answer."""
    task, sides = work.setup, task_of(work.setup).sides
    points = (
        Candidate(
            spot.point.value,
            is_flat(spot.point, sides),
            spot.height,
            spot.corner if spot.face.is_smooth and not spot.is_rough else None,
        )
        for spot in work.spots
    )
    sets = (
        Candidate(
            each.record.value,
            is_flat=bool(each.face and each.face.is_inner and each.is_feasible and not sides),
            height=each.height,
            is_certain=bool(each.is_feasible),
            counts=not each.is_passed,
            is_set=True,
        )
        for each in work.sheets
    )
    is_boxed = not work.missing and all(_is_searched(face.found) for face in work.faces)
    return Listed(
        (*points, *sets),
        work.is_whole,
        _are_all_points(work),
        outside=lambda: _outside(task),
        within=lambda level, box: _within(work, level, box),
        scope=work.scope if is_boxed else (),
        doubtful=tuple(box for face in work.faces for box in face.found.undecided),
        orbits=tuple(tried((), orbits, task, work.spots)) if work.is_whole else (),
        is_inner=task.is_peeled,
        sign=task.sign,
    )


def _outside(task: Problem) -> tuple[Candidate | None, ...]:
    from calctool.solve.optimum.listing.outside import outside

    return tried((None,), outside, task)


def _within(work: Work, level: Relation, box: Box) -> tuple[Found, ...] | None:
    from calctool.solve.optimum.listing.within import within

    return tried(None, within, work, level, box)


def _is_searched(found: Solutions) -> bool:
    """Whether nothing hides but outside of a box, and in boxes that are listed."""
    is_boxed = found.state != "partial" or all(each == LEFT for each in found.missing)
    return found.state == "complete" or (bool(found.scope) and is_boxed)


def _are_all_points(work: Work) -> bool:
    """Whether all feasible points are candidates: the constraints alone fix them, or f is constant
    on each part of the set."""
    alone = all(
        not face.manifold.dependence and face.is_smooth and not face.is_thinned
        for face in work.faces
    )
    return alone and not work.setup.walls and not any(spot.root.periods for spot in work.spots)


def _is_constant(minimum: Extreme, maximum: Extreme) -> bool:
    """Whether the least value is the greatest one, so that f is it at every feasible point."""
    least, greatest = minimum.value, maximum.value
    if not (minimum.attained and maximum.attained and least and greatest):
        return False
    return compared(least, greatest) == 0


def _everywhere(work: Work, extreme: Extreme) -> Extreme:
    if extreme.value is None:
        return extreme
    return replace(
        extreme,
        argument="constant",
        reason=EVERYWHERE.filled(value=quoted(extreme.value.expr)),
        at=tuple(spot.point.at for spot in work.spots),
        sets=tuple(range(len(work.sheets))),
    )
