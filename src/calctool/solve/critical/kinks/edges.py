"""Candidates that no gradient shows: where f switches its formula, and edges of the domain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.systems.points.scalars import written_scalar
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import Relation
from calctool.solve.attempts import tried
from calctool.solve.candidates import CandidatePoint, PointSet
from calctool.solve.critical.kinks.sets import kink_sets
from calctool.solve.critical.record import CriticalQuestion
from calctool.solve.critical.strata.facets import Facet, Facets
from calctool.solve.critical.strata.rim import missing_ends, rim_sets
from calctool.solve.exact.at_point import known, recorded
from calctool.solve.exact.rounding import shown
from calctool.solve.optimum.kinds.at_edge import END, at_edge
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.strata.on_set import Unknown
from calctool.words import Words
from calctool.words.extrema import candidates as said
from calctool.words.extrema import kinks


class Edges(Struct, frozen=True):
    """Points and sets of points, and in `missing` what was not examined; `outside` are values at
    candidates on edges that do not belong to the domain, None where one is not known."""

    points: tuple[CandidatePoint, ...] = ()
    sets: tuple[PointSet, ...] = ()
    missing: tuple[Words, ...] = ()
    outside: tuple[Scalar | None, ...] = ()


def edges(question: CriticalQuestion) -> Edges:
    """What lies on every facet but the open regions."""
    facets = Facets(question)
    left = tuple(said.SWITCH_OPEN.filled(condition=quoted(each)) for each in facets.uncrossed)
    if facets.are_too_many:
        return Edges(missing=(*left, kinks.TOO_MANY.filled(count=budget.FACETS)))
    found = [tried(Edges(missing=(_open(facet),)), _on, facet) for facet in facets.borders()]
    missing = (*left, *(words for each in found for words in each.missing))
    return Edges(
        tuple(point for each in found for point in each.points),
        tuple(_joined(one for each in found for one in each.sets)),
        tuple(dict.fromkeys(missing)),
        tuple(height for each in found for height in each.outside),
    )


def _on(facet: Facet) -> Edges:
    missing = [] if facet.found.state == "complete" else [_open(facet)]
    points: list[CandidatePoint] = []
    outside: list[Scalar | None] = []
    is_missing_edge = any(missing_ends(facet))
    for place, inside in facet.places():
        if is_missing_edge:
            outside.append(_value(facet, place))
        elif inside is None:
            missing.append(said.OUTSIDE_OPEN.filled(place=_shown(facet, place)))
        else:
            point, doubts = _candidate(facet, place)
            points += point
            missing += doubts
    try:
        sets = tuple(rim_sets(facet) if facet.is_rim else kink_sets(facet))
    except Unknown:
        sets = ()
        missing.append(_sets_open(facet))
    if is_missing_edge:
        outside += [_height(each) for each in sets]
        sets = ()
    return Edges(tuple(points), sets, tuple(missing), tuple(outside))


def _open(facet: Facet) -> Words:
    condition = all_quoted(facet.equations)
    if facet.fixed:
        return said.FACES_OPEN.filled(condition=condition)
    words = said.BOUNDARY_OPEN if facet.is_rim else said.SWITCH_OPEN
    return words.filled(condition=condition)


def _sets_open(facet: Facet) -> Words:
    if facet.is_rim:
        return _open(facet)
    return kinks.KINKS_OPEN.filled(condition=all_quoted(facet.equations))


def _shown(facet: Facet, place: Place) -> str:
    return shown(recorded(place, facet.question.wrt))


def _value(facet: Facet, place: Place) -> Scalar | None:
    try:
        return place.scalar(facet.question.statement)
    except (Undecided, Undefined):
        return None


def _height(one: PointSet) -> Scalar | None:
    return written_scalar(one.value.expr) if one.value and one.value.is_known else None


def _candidate(facet: Facet, place: Place) -> tuple[list[CandidatePoint], list[Words]]:
    """The point, unless f has a gradient there that is not zero; and what is open."""
    at, height = recorded(place, facet.question.wrt), _value(facet, place)
    value = None if height is None else known(height)
    if facet.is_rim:
        judged = tried(END, at_edge, problem(facet.question), facet.fixed, place)
        return [CandidatePoint(at, value, judged.kind, "endpoint", judged.test, judged.strict)], []
    kink = facet.crease(place)
    slope = kink.slope()
    if slope.is_other:
        return [], []
    judged, why = kink.judged(), slope.found or "gradient-missing"
    point = CandidatePoint(at, value, judged.kind, why, judged.test, judged.strict)
    return [point], [] if slope.found else [kinks.GRADIENT_OPEN.filled(place=shown(at))]


# --- sets that are the same but for a side --------------------------------------------------------


def _joined(sets: Iterable[PointSet]) -> Iterator[PointSet]:
    """One set for x = 0, y > 0 and x = 0, y < 0: where y != 0."""
    kept: list[PointSet] = []
    for one in sets:
        for place, other in enumerate(kept):
            both = _both(other, one)
            if both is not None:
                kept[place] = both
                break
        else:
            kept.append(one)
    return iter(kept)


def _both(one: PointSet, other: PointSet) -> PointSet | None:
    if replace(one, equations=()) != replace(other, equations=()):
        return None
    mine = [each for each in one.equations if each not in other.equations]
    its = [each for each in other.equations if each not in one.equations]
    if (
        len(mine) != 1
        or len(its) != 1
        or (mine[0].left, mine[0].right) != (its[0].left, its[0].right)
    ):
        return None
    if {mine[0].sign, its[0].sign} != {"<", ">"}:
        return None
    apart = Relation(mine[0].left, "!=", mine[0].right)
    equations = tuple(apart if each == mine[0] else each for each in one.equations)
    return replace(one, equations=equations)
