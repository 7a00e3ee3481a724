"""What the variation table of the only free variable says of the candidates."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.real.ring import Undecided
from calctool.algebra.solutions import Root
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import State
from calctool.solve.candidates import PointKind, Test
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.extremes import Decided
from calctool.solve.optimum.listing.points import Spot, judged, spots
from calctool.solve.optimum.listing.work import Work
from calctool.solve.optimum.reduced.branches import Branch
from calctool.solve.optimum.reduced.course import Course, substitution
from calctool.solve.optimum.strata.on_constraints import Searched
from calctool.solve.stationary.manifold import slope
from calctool.solve.variation import Kind, TablePoint
from calctool.words import Words
from calctool.words.extrema.multipliers import ARGUMENTS, TESTS

if TYPE_CHECKING:
    from calctool.solve.table.record import TableAnswer

_KINDS: tuple[tuple[Kind, PointKind], ...] = (
    ("local-minimum", "local-minimum"),
    ("local-maximum", "local-maximum"),
    ("neither", "neither"),
)
"""Those of a table that are kinds of candidates too."""
_CRITICAL: tuple[Kind, ...] = ("stationary", "kink", "vertical-tangent", "jump", "undecided")


def with_kinds_of(work: Work, course: Course) -> Work:
    """Open points with the kind that their place in the table has."""
    return replace(work, spots=tuple(_decided(spot, course) for spot in work.spots))


def _decided(spot: Spot, course: Course) -> Spot:
    if spot.point.kind != "undecided":
        return spot
    found = [at for branch, made in course.tables for at in _places(spot, branch, made)]
    # Where two branches meet each of them is one side only.
    if len(found) != 1 or found[0].is_a("endpoint", "undecided"):
        return spot
    kind = next((own for kind, own in _KINDS if found[0].is_a(kind)), None)
    if kind is None:
        return spot
    test = Test("in-the-table", TESTS["in-the-table"])
    return replace(spot, point=replace(spot.point, kind=kind, test=test))


def _places(spot: Spot, branch: Branch, made: TableAnswer) -> Iterator[TablePoint]:
    at = dict(spot.point.at)
    free = branch.names[0]
    own = {free: at[free].expr}
    if not all(
        compared(exact(exact_value(substitute(value, own))), at[name]) == 0
        for name, value in branch.values
    ):
        return
    yield from (point for point in made.points if compared(point.at, at[free]) == 0)


# --- the candidates at which a value recurs ---


def recurring(found: Decided, work: Work, course: Course) -> Decided:
    """An extreme at all candidates that are its places or lie whole periods of f from them; as it
    is where not all candidates are listed."""
    places = found.extreme.at or [work.spots[i].point.at for i in found.at if i < len(work.spots)]
    if not places or not work.is_whole or len(course.tables) != 1:
        return found
    ((branch, made),) = course.tables
    if made.period is None or made.drift is not None or made.growth is not None:
        return found
    free, period = branch.names[0], exact(exact_value(made.period))
    own = [dict(spot.point.at)[free] for spot in work.spots]
    met = [
        {i for i, one in enumerate(own) if _recurs(one, dict(place)[free], period)}
        for place in places
    ]
    if not all(met):
        return found
    return Decided(replace(found.extreme, at=()), tuple(sorted({*found.at}.union(*met))))


def _recurs(one: Exact, other: Exact, period: Exact) -> bool:
    """Whether one may be the other, moved by whole periods: enclosures of candidates are apart."""
    (low, high), (start, end), (least, most) = map(_bounds, (one, other, period))
    turns = round((low - start) / most)
    near, far = sorted((turns * least, turns * most))
    return low - end <= far and high - start >= near


def _bounds(finite: Exact) -> tuple[Fraction, Fraction]:
    if finite.low is None or finite.high is None:
        raise Undecided
    return finite.low, finite.high


# --- candidates from the table --------------------------------------------------------------------


def repeated(work: Work, course: Course) -> Work:
    """All candidates, where the search for them did not end: one period of the table, whose
    other periods repeat it."""
    if work.is_whole or len(work.faces) != 1 or len(course.tables) != 1:
        return work
    (face,), ((branch, made),) = work.faces, course.tables
    period, points = made.period, _one_period(made)
    known = all(point.at.is_known for point in points)
    if period is None or not known or made.completeness.state is not State.COMPLETE:
        return work
    free = branch.names[0]
    roots = tuple(
        Root(
            TracedPlace(_coordinates(work, branch, point.at.expr)),
            None,
            ((free, period),),
            branch.values,
        )
        for point in points
    )
    found = replace(
        face.found, roots=roots, state="complete", reason=made.completeness.reason,
        missing=(), scope=(), undecided=(), moves=(), counts=(),
    )  # fmt: skip
    face = replace(face, searched=Searched(found, found))
    return replace(work, faces=(face,), spots=tuple(map(judged, spots(face))))


def counted(work: Work, course: Course) -> Work:
    """The points that were found are all, where the only table has as many.

    Where one free variable gives the whole set by differentiable formulas, on an open domain, each
    stationary point of f on the set is a zero of the derivative of f in that variable; the table
    has all of these. A point that is stationary is one of them, so that equal numbers are enough.
    """
    open_faces = [face for face in work.faces if face.found.state != "complete"]
    if work.is_whole or len(open_faces) != 1 or len(course.tables) != 1:
        return work
    (face,), ((branch, made),) = open_faces, course.tables
    if made.completeness.state is not State.COMPLETE or made.period or made.families:
        return work
    if not _is_smooth(branch) or any(map(_is_end_of_set, made.points)):
        return work
    kinks = [point for point in made.points if point.is_a(*_CRITICAL[1:])]
    zeros = [point for point in made.points if point.is_a("stationary")]
    listed = [s for s in work.spots if s.point.why == "gradient-zero" and not s.root.periods]
    if kinks or work.sheets or len(listed) != len(work.spots) or len(listed) != len(zeros):
        return work
    reason, said = made.completeness.reason, ARGUMENTS["one-variable"]
    facts = {"substitution": all_quoted(substitution(branch)), "name": branch.names[0]}
    reason = Words(
        en=said.marked("en", reason=reason.en, **facts),
        zh=said.marked("zh", reason=reason.zh, **facts),
    )
    found = replace(face.found, state="complete", reason=reason, missing=(), undecided=())
    whole = replace(face, searched=Searched(found, found))
    return replace(work, faces=tuple(whole if each is face else each for each in work.faces))


def _is_end_of_set(point: TablePoint) -> bool:
    """Whether the domain has an end that belongs to it."""
    return point.is_a("endpoint") and (point.is_defined or point.value is not None)


def _is_smooth(branch: Branch) -> bool:
    """Whether the formulas have derivatives wherever the branch has a point."""
    free, known = branch.names[0], conditions(branch.function)
    return all(
        implied(need, known)
        for _, value in branch.values
        for need in conditions(slope(value, free))
    )


def _one_period(made: TableAnswer) -> list[TablePoint]:
    end = made.shown[1] if made.shown is not None else None
    return [point for point in made.points if point.is_a(*_CRITICAL) and point.at != end]


def _coordinates(work: Work, branch: Branch, at: Tree) -> dict[str, Tree]:
    known = {branch.names[0]: at}
    lifted = {name: exact_value(substitute(value, known)) for name, value in branch.values}
    every = known | lifted
    return {name: every[name] for name in work.setup.names}
