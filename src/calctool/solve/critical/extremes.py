"""The least and the greatest value of a function of several variables, or why it is open."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from calctool.algebra.extrema import Bound, Judgement, judged_by
from calctool.algebra.extrema.scalars import Enclosed
from calctool.algebra.places.place import Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.systems.points.scalars import written_scalar
from calctool.solve.answer import State
from calctool.solve.attempts import tried
from calctool.solve.candidates import Extreme, PointKind, PointSet, Test
from calctool.solve.critical.existence import bounds_on
from calctool.solve.critical.mirrored import orbits
from calctool.solve.critical.points import Found, scalar_value
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.critical.strata.territory import territory
from calctool.solve.exact.at_point import known
from calctool.solve.exact.line import BOTTOM, TOP
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.arguments.protocol import Candidate, Task, Turn
from calctool.solve.optimum.extremes import Ladder, as_curve, candidate, decided, left_open, placed
from calctool.solve.optimum.kinds.record import as_test
from calctool.words.extrema.extremes import ARGUMENTS


def extremes(
    made: CriticalAnswer, listed: Sequence[Found], outside: Sequence[Scalar | None] = ()
) -> CriticalAnswer:
    """With both extremes; points that have such a value are minima or maxima for that reason.

    `outside` are values at candidates on edges that do not belong to the domain.
    """
    question = made.question
    points = [scalar_value(one.root, question.statement) for one in listed]
    others = [_height(each.value) for each in made.points[len(listed) :]]
    kept = [i for i, each in enumerate(made.sets) if not _is_passed(each)]
    heights = [*points, *others, *(_height(made.sets[i].value) for i in kept)]
    is_whole = made.completeness.state is State.COMPLETE
    repeated = [(number, one.family) for number, one in enumerate(listed) if one.family is not None]
    mirrored = tried((), orbits, made) if is_whole and not repeated else ()
    bounds = bounds_on(territory(made), question, heights, outside, is_whole, mirrored)
    families = {number: i for i, (number, one) in enumerate(repeated) if one.is_level}
    least, greatest = (_renumbered(each, len(made.points), kept) for each in bounds)
    task, ladder = _task(made, is_whole=is_whole), Ladder()
    sides: tuple[tuple[Bound, Turn, Exact], ...] = ((least, -1, BOTTOM), (greatest, 1, TOP))
    for bound, turn, infinite in sides:
        extreme = _extreme(made, bound, infinite, families)
        if bound.attained is None:
            found = tried(None, decided, task, turn, ladder)
            if found is not None:
                extreme = placed(found, [each.at for each in made.points], families)
                reason = extreme.reason
                bound = replace(bound, attained=extreme.attained, reason=reason, at=found.at)
            else:
                extreme = left_open(extreme, turn, ladder)
        if bound.attained:
            made = _decided(made, bound, judged_by(bound, turn), families)
        made = replace(made, minimum=extreme) if turn < 0 else replace(made, maximum=extreme)
    return made


def _task(made: CriticalAnswer, *, is_whole: bool) -> Task:
    """The question to the ladder, with the candidates in the order of the answer."""
    question = made.question
    points = (candidate(each, question.domain) for each in made.points)
    sets = (Candidate(each.value) for each in made.sets)
    listed = (*points, *sets)
    return Task(question.statement, question.wrt, question.domain, (), listed, is_whole)


def without_extremes(made: CriticalAnswer) -> CriticalAnswer:
    """Where no argument came to an end."""
    undecided = Extreme(None, None, "undecided", ARGUMENTS["undecided"])
    return replace(made, minimum=undecided, maximum=undecided)


def _is_passed(one: PointSet) -> bool:
    """Whether no point of the set can have an extreme value."""
    return all(stretch.kind == "neither" for stretch in one.kinds)


def _renumbered(bound: Bound, count: int, kept: Sequence[int]) -> Bound:
    """With the numbers that sets have in the answer."""
    at = tuple(i if i < count else count + kept[i - count] for i in bound.at)
    return replace(bound, at=at)


def _height(value: Exact | None) -> Scalar | None:
    if value is None or value.low is None or value.high is None:
        return None
    try:
        return written_scalar(value.expr) if value.is_known else Enclosed(value.low, value.high)
    except (Undecided, Undefined):
        return None


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
        approached=as_curve(bound.curve, ()),
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
