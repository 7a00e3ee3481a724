"""The least and the greatest value of a function of several variables, or why it is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from calctool.algebra.extrema.kinds.judgement import Judgement, extremum, joined
from calctool.algebra.places.place import Scalar
from calctool.solve.answer import State
from calctool.solve.attempts import tried
from calctool.solve.candidates import Extreme, PointKind, PointSet, Test
from calctool.solve.critical.mirrored import orbits
from calctool.solve.critical.points import Found, scalar_value
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.optimum.arguments.listed import Candidate, Listed
from calctool.solve.optimum.arguments.protocol import Turn
from calctool.solve.optimum.arguments.sides import task_of
from calctool.solve.optimum.extremes import Decided, extremes, is_flat, placed
from calctool.solve.optimum.kinds.record import as_test
from calctool.solve.optimum.problem import problem
from calctool.words.extrema.extremes import ARGUMENTS, HAS_BOUND


def with_extremes(
    made: CriticalAnswer, listed: Sequence[Found], outside: Sequence[Scalar | None] = ()
) -> CriticalAnswer:
    """With both extremes; points that have such a value are minima or maxima for that reason.

    `outside` are values at candidates on edges that do not belong to the domain.
    """
    is_whole = made.completeness.state is State.COMPLETE
    repeated = [(number, one.family) for number, one in enumerate(listed) if one.family is not None]
    mirrored = tried((), orbits, made) if is_whole and not repeated else ()
    listing = Listed(
        tuple(_candidates(made, listed, outside)), is_whole, has_edges=True, orbits=tuple(mirrored)
    )
    task = replace(task_of(problem(made.question)), listing=listing)
    families = {number: i for i, (number, one) in enumerate(repeated) if one.is_level}
    places = [each.at for each in made.points]
    least, greatest = extremes(task)
    made = _decided(_decided(made, least, -1, families), greatest, 1, families)
    minimum, maximum = (placed(each, places, families) for each in (least, greatest))
    return replace(made, minimum=minimum, maximum=maximum)


def _candidates(
    made: CriticalAnswer, listed: Sequence[Found], outside: Sequence[Scalar | None]
) -> Iterator[Candidate]:
    """In the order of the answer."""
    question = made.question
    heights = [scalar_value(one.root, question.statement) for one in listed]
    for number, point in enumerate(made.points):
        height = heights[number] if number < len(heights) else None
        yield Candidate(point.value, is_flat(point, question.domain), height)
    for each in made.sets:
        yield Candidate(each.value, counts=not _is_passed(each), is_set=True)
    for height in outside:
        yield Candidate(None, height=height, belongs=False)


def without_extremes(made: CriticalAnswer) -> CriticalAnswer:
    """Where no argument came to an end."""
    undecided = Extreme(None, None, "undecided", ARGUMENTS["undecided"])
    return replace(made, minimum=undecided, maximum=undecided)


def _is_passed(one: PointSet) -> bool:
    """Whether no point of the set can have an extreme value."""
    return all(stretch.kind == "neither" for stretch in one.kinds)


# --- kinds that follow from it ------------------------------------------------------------------


def _decided(
    made: CriticalAnswer, found: Decided, turn: Turn, families: Mapping[int, int]
) -> CriticalAnswer:
    """With kinds for the points and sets that have the value, where these were open."""
    if not found.extreme.attained:
        return made
    count, kind = len(made.points), extremum(-turn)
    reason = joined(HAS_BOUND[turn], found.extreme.reason)
    test = as_test(Judgement(kind, None, "extreme-value", reason))
    points, repeated, sets = list(made.points), list(made.families), list(made.sets)
    for i in found.at:
        if i < count and points[i].kind == "undecided":
            points[i] = replace(points[i], kind=kind, test=test)
            if i in families:
                one = repeated[families[i]]
                repeated[families[i]] = replace(one, kind=kind, test=test)
        elif i >= count:
            sets[i - count] = _settled(sets[i - count], kind, test)
    return replace(made, points=tuple(points), families=tuple(repeated), sets=tuple(sets))


def _settled(one: PointSet, kind: PointKind, test: Test) -> PointSet:
    kinds = (
        replace(stretch, kind=kind, test=test) if stretch.kind == "undecided" else stretch
        for stretch in one.kinds
    )
    return replace(one, kinds=tuple(kinds))
