"""From candidates to the least and the greatest value, and what these say of the candidates."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions
from calctool.notation.quoted import quoted
from calctool.solve.attempts import tried
from calctool.solve.candidates import Extreme, PointFamily, PointKind, Stretch, Test
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.lagrange.extremes.affine import without_false_hopes
from calctool.solve.lagrange.extremes.among_candidates import (
    INFEASIBLE,
    OPEN,
    UNDEFINED,
    Field,
    attained,
    from_table,
)
from calctool.solve.lagrange.extremes.by_table import repeated, with_kinds_of
from calctool.solve.lagrange.extremes.existence import exists, grows
from calctool.solve.lagrange.extremes.feasible import has_feasible_point
from calctool.solve.lagrange.extremes.in_range import at_the_end_of_its_range
from calctool.solve.lagrange.extremes.one_variable import Course, course
from calctool.solve.lagrange.extremes.reduced import Branch, branches
from calctool.solve.lagrange.extremes.symmetry import orbits
from calctool.solve.lagrange.extremes.unconstrained import reconsidered
from calctool.solve.optimum.arguments.protocol import Candidate, Task, Turn
from calctool.solve.optimum.arguments.sides import task_of
from calctool.solve.optimum.extremes import Ladder, candidate, decided, left_open, placed
from calctool.solve.optimum.listing.families import family
from calctool.solve.optimum.listing.points import Spot
from calctool.solve.optimum.listing.sets import CONSTANT, Sheet, with_kinds
from calctool.solve.optimum.listing.work import Work
from calctool.words.extrema.multipliers import EVERYWHERE, TESTS


class Conclusion(Struct, frozen=True):
    work: Work
    families: tuple[PointFamily, ...]
    feasible: bool | None
    minimum: Extreme
    maximum: Extreme


class _Reduction:
    """The constraints solved for some variables, worked out when it is first asked for."""

    def __init__(self, work: Work) -> None:
        self._setup = work.setup

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        return tried((), branches, self._setup, self._setup.f)

    @cached_property
    def course(self) -> Course | None:
        return tried(None, course, self.branches) if self.branches else None


def concluded(work: Work) -> Conclusion:
    """The least and the greatest value, and what they say of the candidates that were open."""
    reduction = _Reduction(work)
    feasible = _feasible(work, reduction)
    if feasible is False:
        return Conclusion(work, (), False, INFEASIBLE, INFEASIBLE)
    if not work.reached and reduction.course is not None and not reduction.course.tables:
        return Conclusion(work, (), feasible, UNDEFINED, UNDEFINED)
    if not work.is_whole and reduction.course is not None:
        work = tried(work, repeated, work, reduction.course)
    if any(map(_is_open, work.spots)) or any(map(_is_open, work.sheets)):
        work = tried(work, reconsidered, work, reduction.branches)
    numbers = [i for i, spot in enumerate(work.spots) if spot.root.periods]
    field = Field(
        work.spots,
        work.sheets,
        work.is_whole,
        work.setup.sign,
        tried((), orbits, work.setup, work.spots) if work.is_whole else (),
        {i: k for k, i in enumerate(numbers) if family(work, i).is_level},
    )
    ladder = Ladder()
    least, greatest = (_extreme(work, field, reduction, turn) for turn in (-1, 1))
    minimum = _raised_by(ladder, work, field, least, -1)
    maximum = _raised_by(ladder, work, field, greatest, 1)
    if any(each.proof for each in (minimum, maximum)):
        feasible = True  # A bound is one of values that f takes.
    work = tried(work, _with_extremes, work, field, minimum, maximum)
    if work.sheets and _is_constant(minimum, maximum):
        work = _constant(work, minimum.value)
        minimum, maximum = (_everywhere(work, one) for one in (minimum, maximum))
    if any(map(_is_open, work.spots)) or any(map(_is_open, work.sheets)):
        work = tried(work, without_false_hopes, work, field, minimum, maximum)
    if any(map(_is_open, work.spots)) and reduction.course is not None:
        work = tried(work, with_kinds_of, work, reduction.course)
    families = tuple(family(work, i) for i in numbers)
    return Conclusion(work, families, feasible, minimum, maximum)


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
    return tried(None, has_feasible_point, work)


def _extreme(work: Work, field: Field, reduction: _Reduction, turn: int) -> Extreme:
    """By the first argument that settles it."""
    arguments = (_by_theorem, _by_table, _by_range, _by_growth)
    told = (tried(None, each, work, field, reduction, turn) for each in arguments)
    return next((each for each in told if each is not None), OPEN)


def _raised_by(ladder: Ladder, work: Work, field: Field, found: Extreme, turn: Turn) -> Extreme:
    """By the ladder where nothing else settled it."""
    if found.attained is not None:
        return found
    task = tried(None, _task, work)
    told = None if task is None else tried(None, decided, task, turn, ladder)
    if told is None:
        return left_open(found, turn, ladder)
    return placed(told, [spot.point.at for spot in work.spots], field.families)


def _task(work: Work) -> Task:
    """The question to the ladder, with the candidates in the order of the answer."""
    task = task_of(work.setup)
    points = (candidate(spot.point, task.sides) for spot in work.spots)
    sets = (Candidate(each.record.value if each.is_feasible else None) for each in work.sheets)
    return replace(task, listed=(*points, *sets), is_whole=work.is_whole)


def _by_theorem(work: Work, field: Field, _: _Reduction, turn: int) -> Extreme | None:
    reason = exists(work, turn)
    made = None if reason is None else attained(field, turn, reason)
    return made if made is not None and made.attained else None


def _by_table(work: Work, field: Field, reduction: _Reduction, turn: int) -> Extreme | None:
    if reduction.course is None:
        return None
    return from_table(field, reduction.course, turn, work.setup.names)


def _by_range(work: Work, field: Field, _: _Reduction, turn: int) -> Extreme | None:
    return at_the_end_of_its_range(work, field, turn)


def _by_growth(work: Work, field: Field, reduction: _Reduction, turn: int) -> Extreme | None:
    return grows(work, reduction.branches, turn, field.orbits)


# --- kinds by extremes ----------------------------------------------------------------------------


def _with_extremes(work: Work, field: Field, minimum: Extreme, maximum: Extreme) -> Work:
    """A point that was not decided and has the least value of all is a minimum."""
    spots, sheets = list(work.spots), list(work.sheets)
    for extreme, turn in ((minimum, -1), (maximum, 1)):
        best = field.best(turn) if extreme.attained else None
        level = [work.sheets[i - len(spots)] for i in best or () if i >= len(spots)]
        for index in best or ():
            if index < len(spots):
                kind = _isolated() if extreme.argument == "finite-set" else _kind(turn)
                spots[index] = _raised(spots[index], kind, level)
            else:
                at = index - len(spots)
                sheets[at] = _raised_sheet(sheets[at], turn)
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


def _kind(turn: int) -> tuple[PointKind, Test]:
    id = "least-value" if turn < 0 else "greatest-value"
    return ("local-minimum" if turn < 0 else "local-maximum"), Test(id, TESTS[id])


def _isolated() -> tuple[PointKind, Test]:
    """Of finitely many feasible points each is a minimum and a maximum; the first is said."""
    return "local-minimum", Test("isolated-point", TESTS["isolated-point"])


def _raised(spot: Spot, found: tuple[PointKind, Test], level: list[Sheet]) -> Spot:
    """Strict unless it lies on one of the sets with the same value: other points with that value
    near by would be candidates too."""
    kind, test = found
    if spot.point.strict and kind != spot.point.kind:
        # Near by f is only smaller, or only greater; and nowhere it is: no feasible point is near.
        kind, test = _isolated()
        return replace(spot, point=replace(spot.point, kind=kind, test=test))
    if not _is_open(spot):
        return spot
    strict = None if any(_may_lie_on(spot, sheet) for sheet in level) else True
    return replace(spot, point=replace(spot.point, kind=kind, test=test, strict=strict))


def _may_lie_on(spot: Spot, sheet: Sheet) -> bool:
    equations = [each.left for each in sheet.record.equations if each.sign == "="]
    return all(spot.place.scalar(each).sign() in (0, None) for each in equations)


def _raised_sheet(sheet: Sheet, turn: int) -> Sheet:
    kind, test = _kind(turn)
    return with_kinds(sheet, Stretch((), kind, test)) if _is_open(sheet) else sheet
