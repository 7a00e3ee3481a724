"""The course of f on its table, as far as least and greatest values depend on it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, negated
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.intervals import Range
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.parity import parity
from calctool.algebra.roots.points.point import Point, compare, rational_point
from calctool.algebra.roots.waves.bounds import meeting
from calctool.notation.tree import (
    ONE,
    ZERO,
    Name,
    Negative,
    Relation,
    Sign,
    Sum,
    Tree,
    rational,
)
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.exact.line import BOTTOM, TOP, constant, exact_of, is_infinite
from calctool.solve.exact.order import order
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.table.attained import attained_at_rows
from calctool.solve.table.completeness import is_whole
from calctool.solve.table.extremes import Candidate, Course, extreme
from calctool.solve.table.families import with_families
from calctool.solve.table.line.points import Scene
from calctool.solve.table.line.values import edge
from calctool.solve.table.record import TableAnswer
from calctool.solve.validity.natural import natural_domain
from calctool.solve.variation import TableInterval, TablePoint
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict


def with_extremes(made: TableAnswer, scene: Scene) -> TableAnswer:
    course = Course(
        scene.name,
        made.points,
        made.intervals,
        is_whole=is_whole(scene) and all(tail.is_known for tail in scene.tails),
        has_rows=bool(scene.tails),
        is_compact=_is_compact(made),
        is_periodic=made.period is not None,
        drift=None if scene.ground.drift is None else order(scene.ground.drift),
        grows=scene.ground.factor is not None,
        mirrors=tuple(_mirrors(scene)),
        far=(*_far_limits(made, scene), *_limits_behind_fences(scene)),
        meeting=_meeting(scene),
        fences=tuple(fence for tail in scene.tails for fence in tail.fences),
        waves=(*grown(made, scene), *_risen(made, scene), *_envelope_limits(scene)),
        early=tuple(member for tail in scene.tails for member in tail.early),
        beside=tuple(m for tail in scene.tails for one in tail.beside for m in one.early),
        reach=_reach(scene),
    )
    least, greatest = (with_families(extreme(course, turn), made.points, scene) for turn in (-1, 1))
    found = [attained_at_rows(one, scene.families) for one in (least, greatest)]
    return replace(made, minimum=found[0], maximum=found[1])


def _meeting(scene: Scene) -> tuple[Candidate | None, Candidate | None]:
    """Infimum and supremum of waves without a common period, on a half line or the line."""
    asked = scene.ground.asked
    if scene.ground.period is not None or (asked.start is not None and asked.end is not None):
        return None, None
    found = tried(None, meeting, scene.f, scene.name)
    if found is None:
        return None, None
    far, zero = TOP if asked.end is None else BOTTOM, exact_of(rational_point(0))
    is_held = all(
        end is None or (compare(end, rational_point(0)) or 0) != side
        for end, side in ((asked.start, 1), (asked.end, -1))
    )
    low, high = (
        None
        if there is None
        else Candidate(constant(value), zero, attained=True)
        if there and is_held
        else Candidate(constant(value), far, attained=False, is_limit=False)
        for value, there in zip(found.ends, found.at_zero, strict=True)
    )
    return low, high


def _reach(scene: Scene) -> Range:
    """By coarse ranges, on the part of the line that was asked for."""
    asked, x = scene.ground.asked, Name(scene.name)
    ends: tuple[tuple[Sign, Point | None], ...] = ((">=", asked.start), ("<=", asked.end))
    stated = [Relation(x, sign, at.tree) for sign, at in ends if at is not None and at.tree]
    return range_of(scene.f, bounds((*stated, *natural_domain(scene.f))))


def _mirrors(scene: Scene) -> Iterator[Exact]:
    """All c with f(c - x) = f(x), as is proved: 0, the sum of the ends of a bounded table, or twice
    a place in it: a function that is smooth where its mirror stands is critical there.

    Asked only where values are known by enclosures.
    """
    stops = [stop.at.tree for strip_ in scene.strips for stop in strip_.stops]
    if parity(scene.f, scene.name) == 1:
        yield exact(ZERO)
    elif None in stops:
        ends = [end.tree for end in (scene.ground.asked.start, scene.ground.asked.end) if end]
        known = [end for end in ends if end is not None]
        sums = [added(known)] if len(known) == 2 else []
        exact_ones = (at for at in stops if at is not None)
        sums += [added((at, at)) for at in islice(exact_ones, budget.MIRRORS)]
        for c in dict.fromkeys((ZERO, *map(exact_value, sums))):
            image = substitute(scene.f, {scene.name: added((c, negated(Name(scene.name))))})
            if check_equality(scene.f, image).verdict is Verdict.PROVED:
                yield exact(c)


def _far_limits(made: TableAnswer, scene: Scene) -> Iterator[tuple[Exact, Exact]]:
    """Infinite ends and the limits there, where the table does not reach so far."""
    ground = scene.ground
    for far, own, asked, side in (
        (BOTTOM, ground.start, ground.asked.start, 1),
        (TOP, ground.end, ground.asked.end, -1),
    ):
        if own is None or asked is not None:
            continue
        if ground.is_window:
            limit = edge(scene.f, scene.name, None, side).value
            if limit is not None:
                yield far, limit
    if _is_bounded(made):
        yield from _by_drift(scene)


def _risen(made: TableAnswer, scene: Scene) -> Iterator[tuple[Exact, Exact]]:
    """Where f(x + T) = f(x) + c and f is not bounded on one T: it has no limit far out, and values
    as high as one likes."""
    if not _is_bounded(made):
        yield from _by_drift(scene)


def _by_drift(scene: Scene) -> Iterator[tuple[Exact, Exact]]:
    ground = scene.ground
    for far, asked, side in ((BOTTOM, ground.asked.start, 1), (TOP, ground.asked.end, -1)):
        if ground.drift is not None and asked is None:
            yield far, BOTTOM if order(ground.drift) == side else TOP


def _is_bounded(made: TableAnswer) -> bool:
    """Whether f is known to be on the part of the line that is shown."""
    ends = [end for each in made.intervals for end in (each.left, each.right)]
    return all(end is not None and not is_infinite(end.expr) for end in ends) and all(
        each.sign is not None for each in made.intervals
    )


def _envelope_limits(scene: Scene) -> Iterator[tuple[Exact, Exact]]:
    """What the values at the critical points of a row come near without end."""
    for tail in scene.tails:
        place = constant(tail.end.picture.place)
        for limit in tail.approached:
            yield place, limit


def _limits_behind_fences(scene: Scene) -> Iterator[tuple[Exact, Exact]]:
    """Where f tends to, though its values along a row are not known."""
    for tail in scene.tails:
        place = tail.end.picture.place
        if tail.fences and rational(place) is None:
            limit = edge(tail.end.piece.f, scene.name, None, tail.end.picture.side).value
            if limit is not None:
                yield constant(place), limit


def grown(made: TableAnswer, scene: Scene) -> Iterator[tuple[Exact, Exact]]:
    """See `outgrown`."""
    ground = scene.ground
    if ground.factor is not None:
        is_free = ground.asked.start is None, ground.asked.end is None
        yield from outgrown(made.points, made.intervals, ground.factor, is_free)


def outgrown(
    points: tuple[TablePoint, ...],
    intervals: tuple[TableInterval, ...],
    factor: Tree,
    is_free: tuple[bool, bool],
) -> Iterator[tuple[Exact, Exact]]:
    """Where f(x + T) = r*f(x), r being the factor: 0 at the end towards which f is damped, at the
    other one as high and as low as the signs of f let it be; what cannot be compared with anything
    where one is not known. The ends are those of the line that are free."""
    rises = order(Sum((factor, Negative(ONE))))
    values = [point.value for point in points]
    values += [end for each in intervals for end in (each.left, each.right)]
    known = {value: _sign(value) for value in values if value is not None}
    lost = next((value for value, sign in known.items() if sign is None), None)
    for far, free, side in ((BOTTOM, is_free[0], -1), (TOP, is_free[1], 1)):
        if not free:
            continue
        if rises is None or (rises == side and lost is not None):
            yield far, replace(lost or TOP, low=None, high=None, is_known=False)
        elif rises == -side:
            yield far, Exact(ZERO, Fraction(0), Fraction(0))
        else:
            for sign in {*known.values()} & {1, -1}:
                yield far, TOP if sign == 1 else BOTTOM


def _sign(value: Exact) -> int | None:
    if value.low is not None and value.low > 0:
        return 1
    if value.high is not None and value.high < 0:
        return -1
    return order(value.expr) if value.is_known else None


def _is_compact(made: TableAnswer) -> bool:
    """Whether f is continuous and its domain closed and bounded."""
    bounded = all(
        end.low is not None and closed
        for interval in made.domain or ()
        for end, closed in zip((interval.start, interval.end), interval.closed, strict=True)
    )
    return bounded and not any(point.is_a("jump", "discontinuity", "pole") for point in made.points)
