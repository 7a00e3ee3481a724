"""From candidates to the least and the greatest value, and what these say of the candidates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.extrema.kinds.judgement import joined
from calctool.algebra.field import is_zero
from calctool.algebra.solutions import Box, Solutions
from calctool.notation.quoted import quoted
from calctool.notation.tree import Relation, Tree, number
from calctool.solve.attempts import tried
from calctool.solve.candidates import Extreme, Place, PointFamily, PointKind, Stretch, Test
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.arguments.listed import Candidate, Found, Listed
from calctool.solve.optimum.arguments.protocol import Task
from calctool.solve.optimum.arguments.sides import task_of
from calctool.solve.optimum.extremes import Decided, extremes, is_flat, placed
from calctool.solve.optimum.kinds.record import extremum
from calctool.solve.optimum.listing.joining import with_ends
from calctool.solve.optimum.listing.points import Spot
from calctool.solve.optimum.listing.sets import CONSTANT, Sheet, with_kinds
from calctool.solve.optimum.listing.symmetry import orbits
from calctool.solve.optimum.listing.work import Work
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.reduced.branches import Branch, branches
from calctool.solve.stationary.manifold import gradient
from calctool.words.extrema.extremes import HAS_BOUND
from calctool.words.extrema.multipliers import ARGUMENTS, EVERYWHERE, TESTS
from calctool.words.proofs.boxes import LEFT

if TYPE_CHECKING:
    from calctool.solve.optimum.reduced.course import Course

INFEASIBLE = Extreme(False, None, "infeasible", ARGUMENTS["infeasible"])
UNDEFINED = Extreme(False, None, "no-value-on-set", ARGUMENTS["no-value-on-set"])


_OPEN = Decided(Extreme(None, None, "undecided", ARGUMENTS["undecided"]), ())


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
        from calctool.solve.optimum.reduced.by_table import repeated

        work = tried(work, repeated, work, reduction.course)
    if reduction.branches and _has_open(work):
        from calctool.solve.optimum.reduced.unconstrained import reconsidered

        work = tried(work, reconsidered, work, reduction.branches)
    if not work.is_whole:
        from calctool.solve.optimum.listing.on_convex_set import alone

        work = tried(work, alone, work, task)
    numbers = [i for i, spot in enumerate(work.spots) if spot.root.periods]
    repeated_ = _families(work, numbers)
    families = {i: k for k, i in enumerate(numbers) if repeated_[k].is_level}
    task = replace(task, listing=_listed(work))
    found = tried((_OPEN, _OPEN), extremes, task)
    minimum, maximum = (placed(each, _places(work), families) for each in found)
    if any(each.proof for each in (minimum, maximum)):
        feasible = True  # A bound is one of values that f takes.
    work = tried(work, _with_extremes, work, found)
    if work.sheets and _is_constant(minimum, maximum):
        work = _constant(work, minimum.value)
        minimum, maximum = (_everywhere(work, one) for one in (minimum, maximum))
    if _has_open(work):
        from calctool.solve.optimum.listing.on_convex_set import without_false_hopes

        work = tried(work, without_false_hopes, work, task, found)
    if any(map(_is_open, work.spots)) and reduction.course is not None:
        from calctool.solve.optimum.reduced.by_table import with_kinds_of

        work = tried(work, with_kinds_of, work, reduction.course)
    work = tried(work, _split, work, (minimum, maximum))
    repeated_ = _families(work, numbers)
    work = replace(work, sheets=with_ends(work.sheets, work.spots))
    return Conclusion(work, repeated_, feasible, minimum, maximum)


def _families(work: Work, numbers: Sequence[int]) -> tuple[PointFamily, ...]:
    if not numbers:
        return ()
    from calctool.solve.optimum.listing.families import family

    return tuple(family(work, i) for i in numbers)


def _has_open(work: Work) -> bool:
    return any(map(_is_open, work.spots)) or any(map(_is_open, work.sheets))


def _is_open(each: Spot | Sheet) -> bool:
    if isinstance(each, Spot):
        return each.point.kind == "undecided"
    return any(stretch.kind == "undecided" for stretch in each.record.kinds)


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


# --- kinds by extremes ----------------------------------------------------------------------------


def _with_extremes(work: Work, found: tuple[Decided, Decided]) -> Work:
    """A point that was not decided and has the least value of all is a minimum."""
    spots, sheets = list(work.spots), list(work.sheets)
    for one, turn in zip(found, (-1, 1), strict=True):
        best = one.at if one.extreme.attained else ()
        level = [work.sheets[i - len(spots)] for i in best if i >= len(spots)]
        for index in best:
            if index < len(spots):
                kind = (
                    _isolated() if one.extreme.argument == "finite-set" else _kind(work, one, turn)
                )
                spots[index] = _raised(spots[index], kind, level, is_alone=work.is_whole)
            else:
                at = index - len(spots)
                sheets[at] = _raised_sheet(sheets[at], _kind(work, one, turn))
    return replace(work, spots=tuple(spots), sheets=tuple(sheets))


def _is_constant(minimum: Extreme, maximum: Extreme) -> bool:
    """Whether the least value is the greatest one, so that f is it at every feasible point."""
    least, greatest = minimum.value, maximum.value
    if not (minimum.attained and maximum.attained and least and greatest):
        return False
    return compared(least, greatest) == 0


def _constant(work: Work, value: Exact | None) -> Work:
    """Each point is a minimum and a maximum, of a point the first is said."""
    sheets = (with_kinds(each, *CONSTANT) for each in work.sheets)
    valued = (replace(each, record=replace(each.record, value=value)) for each in sheets)
    first = CONSTANT[0]
    spots = (
        replace(spot, point=replace(spot.point, kind=first.kind, test=first.test))
        if _is_open(spot)
        else spot
        for spot in work.spots
    )
    return replace(work, sheets=tuple(valued), spots=tuple(spots))


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


def _kind(work: Work, found: Decided, turn: int) -> tuple[PointKind, Test]:
    kind = extremum(turn < 0)
    if work.setup.is_critical:
        reason = joined(HAS_BOUND[-1 if turn < 0 else 1], found.extreme.reason)
        return kind, Test("extreme-value", reason)
    id = "least-value" if turn < 0 else "greatest-value"
    return kind, Test(id, TESTS[id])


def _isolated() -> tuple[PointKind, Test]:
    """Of finitely many feasible points each is a minimum and a maximum; the first is said."""
    return "local-minimum", Test("isolated-point", TESTS["isolated-point"])


def _raised(
    spot: Spot, found: tuple[PointKind, Test], level: list[Sheet], *, is_alone: bool
) -> Spot:
    """Strict unless it lies on one of the sets with the same value: other points with that value
    near by would be candidates too."""
    kind, test = found
    if spot.point.strict and kind != spot.point.kind:
        # Near by f is only smaller, or only greater; and nowhere it is: no feasible point is near.
        kind, test = _isolated()
        return replace(spot, point=replace(spot.point, kind=kind, test=test))
    if not _is_open(spot):
        return spot
    strict = (is_alone and not any(_may_lie_on(spot, sheet) for sheet in level)) or None
    return replace(spot, point=replace(spot.point, kind=kind, test=test, strict=strict))


def _may_lie_on(spot: Spot, sheet: Sheet) -> bool:
    equations = [each.left for each in sheet.record.equations if each.sign == "="]
    return all(spot.place.scalar(each).sign() in (0, None) for each in equations)


def _split(work: Work, ends: tuple[Extreme, Extreme]) -> Work:
    """Sets on which f has no values but the least and the greatest one: by these."""
    values = [each.value.expr for each in ends if each.attained and each.value is not None]
    if len(values) < 2 or not all(each.value and each.value.is_known for each in ends):
        return work
    f, (least, greatest) = work.setup.f, values
    rest = multiplied((added((f, negated(least))), added((f, negated(greatest)))))
    kinds = (
        Stretch((Relation(f, "=", value),), *_kind(work, Decided(end), turn))
        for value, end, turn in zip(values, ends, (-1, 1), strict=True)
    )
    parts = tuple(kinds)
    sheets = (
        with_kinds(each, *parts) if _is_open(each) and vanishes_with(rest, each) else each
        for each in work.sheets
    )
    return replace(work, sheets=tuple(sheets))


def vanishes_with(tree: Tree, sheet: Sheet) -> bool:
    """Whether a tree is a multiple of a power of the only equation of a set, by a constant: the
    derivative of the quotient is zero."""
    on = [each.left for each in sheet.record.equations if each.sign == "="]
    if sheet.record.value is not None or len(on) != 1:
        return False
    (equation,), names = on, sorted(tree.names)
    tops, bottoms = (gradient(each, names) for each in (tree, equation))
    return any(
        all(
            is_zero(
                added(
                    (
                        multiplied((top, equation)),
                        negated(multiplied((number(power), tree, bottom))),
                    )
                )
            )
            for top, bottom in zip(tops, bottoms, strict=True)
        )
        for power in (1, 2)
    )


def _raised_sheet(sheet: Sheet, found: tuple[PointKind, Test]) -> Sheet:
    """What is open on it; where nothing else is known all of it."""
    kind, test = found
    kinds = (
        Stretch(each.where, kind, test) if each.kind == "undecided" else each
        for each in sheet.record.kinds
    )
    return with_kinds(sheet, *kinds)
