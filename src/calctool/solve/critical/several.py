"""Several variables: ∇f = 0 solved, its solutions classified, the extremes among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Root, Solutions
from calctool.solve.answer import Check
from calctool.solve.attempts import all_tried, tried
from calctool.solve.candidates import PointSet
from calctool.solve.critical.completeness import completeness
from calctool.solve.critical.extremes import with_extremes, without_extremes
from calctool.solve.critical.inside import Inside, inside
from calctool.solve.critical.kinks.edges import Edges, edges
from calctool.solve.critical.points import Found, classified, found
from calctool.solve.critical.record import CriticalAnswer, CriticalQuestion
from calctool.solve.critical.sets import point_sets
from calctool.solve.critical.strata.facets import UNSOLVED
from calctool.solve.critical.strata.regions import Smooth, smooth_solutions
from calctool.solve.exact.at_point import middle, recorded
from calctool.solve.exact.rounding import shown
from calctool.solve.optimum.checks import extremes_checked
from calctool.solve.optimum.faults import as_fault, is_refuted
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.strata.repeats import repeats
from calctool.solve.stationary.slopes import Slopes
from calctool.solve.stationary.solving import all_zero, derivations
from calctool.verify.optimum.neighbourhoods import check_kind, confirmed
from calctool.verify.systems import check_count, check_residuals
from calctool.words import Words
from calctool.words.extrema import candidates as said


def several(so_far: CriticalAnswer, slopes: Slopes) -> Iterator[CriticalAnswer]:
    """The points as soon as they are found, then with their kinds, at last the extremes."""
    question = so_far.question
    area = inside(problem(question))
    smooth = tried(Smooth(UNSOLVED, ()), smooth_solutions, question, slopes.gradient)
    solved = smooth.solved
    listed, doubts = _inside(solved, area, question)
    made = replace(
        so_far,
        completeness=completeness(solved, (*doubts, said.EDGES_TO_COME)),
        solving=tried((), derivations, all_zero(slopes.gradient), solved, area.all),
        checks=(*so_far.checks, *all_tried(_checks, solved, slopes)),
    )
    if is_refuted(made):
        yield as_fault(made)
        return
    yield _listing(made, listed, Edges(), ())
    rim = tried(Edges(missing=(said.EDGES_TO_COME,)), edges, question)
    made = replace(made, completeness=completeness(solved, (*rim.missing, *doubts)))
    yield _listing(made, listed, rim, ())
    for number, one in enumerate(listed):
        listed[number] = classified(one, question, slopes)
        yield _listing(made, listed, rim, ())
    sets, open_sets = point_sets(smooth, area)
    made = replace(made, completeness=completeness(solved, (*rim.missing, *doubts, *open_sets)))
    made = _listing(made, listed, rim, tuple(sets))
    yield made
    made = tried(without_extremes(made), with_extremes, made, listed, rim.outside)
    near = all_tried(_compared, made, listed)
    beyond = all_tried(extremes_checked, problem(question), made.minimum, made.maximum)
    made = replace(made, checks=(*made.checks, *near, *beyond))
    yield as_fault(made) if is_refuted(made) else made


def _inside(
    solved: Solutions, area: Inside, question: CriticalQuestion
) -> tuple[list[Found], list[Words]]:
    """The solutions inside the domain in the order of their coordinates, and what is in doubt."""
    listed: list[Found] = []
    doubts: list[Words] = []
    for root in sorted(solved.roots, key=lambda root: tried([], _order, root.place)):
        one = tried(said.UNSHOWN, _judged, root, area, question)
        if isinstance(one, Found):
            listed.append(one)
        elif one is not None:
            doubts.append(one)
    return listed, doubts


def _judged(root: Root, area: Inside, question: CriticalQuestion) -> Found | Words | None:
    """A point inside the domain, or what is in doubt; None for one outside."""
    belongs = area.holds(root.place)
    if belongs is not False and not repeats(area.all, root):
        return said.REPEATED_OPEN
    if belongs is None:
        return said.OUTSIDE_OPEN.filled(place=shown(recorded(root.place, question.wrt)))
    return found(root, question) if belongs else None


def _order(place: Place) -> list[int]:
    """Equal coordinates have bounds that differ a little."""
    lows = (place.coordinate(name).bounds(budget.BALL_BITS)[0] for name in place.names)
    return [round(low * 10**12) for low in lows]


def _listing(
    made: CriticalAnswer, listed: Sequence[Found], rim: Edges, sets: tuple[PointSet, ...]
) -> CriticalAnswer:
    return replace(
        made,
        points=(*(one.point for one in listed), *rim.points),
        families=tuple(one.family for one in listed if one.family is not None),
        sets=(*sets, *rim.sets),
    )


def _checks(solved: Solutions, slopes: Slopes) -> Iterator[Check]:
    places = [root.place for root in solved.roots]
    if places:
        yield Check("residual", check_residuals(slopes.gradient, places))
    counted = check_count(solved.counts, len(places))
    if counted is not None and solved.state == "complete":
        yield Check("count", counted)


def _compared(made: CriticalAnswer, listed: Sequence[Found]) -> Iterator[Check]:
    """Values of f near each point, which may object to what it is said to be."""
    question = made.question
    near = []
    for one, point in zip(listed, made.points, strict=False):
        centre = middle(one.root.place, question.wrt)
        if point.kind != "undecided" and centre is not None:
            near.append(check_kind(question.statement, centre, point.kind))
    if near:
        yield Check("classification", confirmed(near))
