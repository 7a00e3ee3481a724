"""The answer of `calctool table`, part by part: derivatives, pieces, points, extremes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import starmap

from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.algebra.clean import clean
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import impossible
from calctool.algebra.domain.intervals import Range
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.parity import parity
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import Family
from calctool.algebra.roots.points.point import Point, compare, rational_point
from calctool.algebra.roots.seen import watched
from calctool.algebra.roots.waves.bounds import meeting
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import (
    ONE,
    ZERO,
    Name,
    Negative,
    Relation,
    Sign,
    Sum,
    expression,
    rational,
)
from calctool.notation.walk import substitute
from calctool.solve import unfinished
from calctool.solve.answer import Completeness, State, Status
from calctool.solve.attempts import tried
from calctool.solve.derivation.engine import NoDerivation
from calctool.solve.exact.line import BOTTOM, TOP, constant, end_of, exact_of, is_infinite
from calctool.solve.exact.order import order
from calctool.solve.exact.record import Exact, Interval
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.rows import Shown
from calctool.solve.table.asymptotes import far_out, vertical
from calctool.solve.table.completeness import completeness, is_whole
from calctool.solve.table.derivatives import derivatives
from calctool.solve.table.endless.gaps import with_gaps
from calctool.solve.table.endless.left_open import why_apart, why_open
from calctool.solve.table.endless.parts import (
    End,
    between_switches,
    ends_of,
    shortened,
    shown_gaps,
    switching_ends,
    with_pieces,
)
from calctool.solve.table.endless.rows import (
    beyond,
    known_values,
    members_at,
    mirrored,
    recurring,
    tail_of,
)
from calctool.solve.table.endless.swings import swings
from calctool.solve.table.extremes import Candidate, Course, extreme
from calctool.solve.table.families import clipped, families, joined, with_families
from calctool.solve.table.line.ground import Ground, ground, without_points
from calctool.solve.table.line.pieces import Cuts, Function, cut
from calctool.solve.table.line.points import Scene, table_intervals, table_points
from calctool.solve.table.line.runs import is_endless, strip
from calctool.solve.table.line.values import edge
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.table.roots import with_roots
from calctool.solve.table.stopped import with_points
from calctool.solve.table.tends import tendencies
from calctool.solve.table.zeros import Repetition, listed_zeros
from calctool.solve.validity.domain_set import domain_set
from calctool.solve.validity.natural import natural_domain
from calctool.solve.variation import Asymptote, Kind
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict
from calctool.words import table as said


def answer(question: TableQuestion) -> Iterator[TableAnswer]:
    """The derivatives as they are found, at last the whole table."""
    started = time.perf_counter()
    domain = natural_domain(question.statement)
    if never := impossible(domain):
        raise Problem("question.defined-nowhere", condition=plain(never))
    so_far = TableAnswer(
        question=question,
        status=Status.PARTIAL,
        completeness=Completeness(State.UNKNOWN, said.UNFINISHED),
        conditions=domain,
        notes=question.notes,
    )
    try:
        found = derivatives(question.statement, question.variable)
    except NoDerivation as stuck:
        yield replace(so_far, completeness=Completeness(State.UNKNOWN, stuck.reason))
        return
    so_far = replace(
        so_far,
        derivative=found.first.result,
        second=found.second.result,
        checks=found.first.checks + found.second.checks,
        names=found.first.names + found.second.names,
    )
    if any(check.finding.verdict is Verdict.REFUTED for check in so_far.checks):
        refuted = ("internal.refuted", "")
        yield replace(so_far, derivative=None, second=None, status=Status.ERROR, error=refuted)
        return
    if question.parameters:
        from calctool.solve.table.cases.answering import by_cases

        yield from by_cases(so_far, found.slope, found.bend, answer)
        return
    with watched() as seen:
        unfinished.keep(partial(with_points, so_far, question.statement, found.slope, seen))
        yield so_far
        function = Function(question.variable, question.statement, found.slope, found.bend)
        whole = _tabulated(so_far, function)
    unfinished.keep(lambda: None)
    yield replace(whole, seconds=time.perf_counter() - started)


# --- the table ----------------------------------------------------------------------------------


def _tabulated(so_far: TableAnswer, function: Function) -> TableAnswer:
    covered = ground(so_far.question, function.slope)
    gaps = tried(None, with_gaps, function, covered)
    scene, ends = gaps or _scene_with_rows(function, covered)
    ends = ends if gaps else (*ends, *_endless_ends(scene))
    shorter = tried(None, _without_end, scene, ends, so_far.question.members) if ends else None
    if shorter is None and gaps is not None:
        scene = _scene(function, covered)
    if shorter is not None:
        scene = shorter
    elif _is_endless(scene):
        scene = _in_window(function, scene)
    elif covered.is_window:
        scene = replace(scene, open_outside=why_apart((function.slope,), function.name))
    covered = scene.ground
    points = table_points(scene)
    made = replace(
        so_far,
        domain=_domain(covered),
        natural=domain_set(function.f, function.name, so_far.conditions),
        shown=(end_of(covered.start, BOTTOM), end_of(covered.end, TOP)),
        period=covered.period if covered.drift is None and covered.factor is None else None,
        drift=None
        if covered.drift is None or covered.period is None
        else (covered.period, covered.drift),
        growth=None
        if covered.factor is None or covered.period is None
        else (covered.period, covered.factor),
        points=points,
        intervals=table_intervals(scene, points),
        families=families(points, scene),
        beyond=beyond(points, scene.tails),
        tends=tendencies(scene),
    )
    made = _with_zeros(made, function, scene)
    made = replace(
        made,
        asymptotes=(
            *vertical(made.distinct_points, function.name), *_far_out(scene), *_damped(made, scene)
        ),
    )  # fmt: skip
    made = _with_extremes(made, scene)
    made = replace(made, swings=tuple(swings(made, scene)))
    judged = completeness(made, scene)
    made = replace(made, completeness=judged)
    if so_far.question.with_zeros:
        made = with_roots(made, covered.asked)
    if not so_far.question.drawn:
        return made
    from calctool.solve.table.sketch import sketch

    return replace(made, sketch=sketch(made, scene))


def _scene(function: Function, covered: Ground) -> Scene:
    cuts = cut(function, covered.intervals)
    strips = tuple(strip(function.name, piece) for piece in cuts.pieces)
    return Scene(function.f, function.name, covered, cuts, strips)


def _scene_with_rows(function: Function, covered: Ground) -> tuple[Scene, tuple[End, ...]]:
    """The whole of it, up to the ends at which f switches without end, if there are any."""
    cuts = cut(function, covered.intervals, endless=True)
    if cuts.endless:
        found = tried(None, _cut_at_rows, function, covered, cuts)
        if found is not None:
            return found
        cuts = cut(function, covered.intervals)
    strips = tuple(strip(function.name, piece) for piece in cuts.pieces)
    return Scene(function.f, function.name, covered, cuts, strips), ()


def _cut_at_rows(function: Function, covered: Ground, cuts: Cuts) -> tuple[Scene, tuple[End, ...]]:
    """The table of a first part, where f switches without end behind it."""
    ends = _switching_ends(function, cuts)
    reached_ = with_pieces(function, cuts, ends)
    strips = tuple(between_switches(function.name, piece, ends) for piece in reached_.pieces)
    return Scene(function.f, function.name, covered, reached_, strips), ends


def _switching_ends(function: Function, cuts: Cuts) -> tuple[End, ...]:
    from calctool.solve.table.endless.switching import reached

    return switching_ends(function, reached(function, cuts))


def _endless_ends(scene: Scene) -> tuple[End, ...]:
    """The ends at which rows of critical points lead on, where nothing else is left out."""
    known = all(s.state == "complete" and not s.families for s in scene.searches())
    return tried((), ends_of, scene.strips) if known and scene.has_last_formula else ()


def _without_end(scene: Scene, ends: tuple[End, ...], shown: Shown | None) -> Scene:
    """The table of a first part, with the rows that go on from there."""
    tails = tuple(tail_of(scene.name, end, shown) for end in ends)
    tails = mirrored(scene.f, scene.name, tails)
    for tail in tails:
        for at, value in known_values(tail):
            scene.values.update({(id(f), at): value for f in (scene.f, tail.end.piece.f)})
    covered = replace(scene.ground, edges=tuple(end.cut for end in ends))
    return replace(
        scene,
        strips=shortened(scene.name, scene.strips, ends),
        ground=without_points(covered, [at for end in ends for at in shown_gaps(end)]),
        families=tuple(family for tail in tails for family in tail.families),
        tails=tails,
    )


def _in_window(function: Function, endless: Scene) -> Scene:
    """The table of a window, with the families that say what lies outside."""
    known = all(search.state == "complete" for search in endless.searches())
    try:
        listed = joined(filter(None, starmap(clipped, _families(endless))))
    except Undecided:
        known, listed = False, ()
    scene = _scene(function, endless.ground.windowed())
    known = known and endless.has_last_formula
    slopes = [s.piece.slope for s in endless.strips if s.slope_roots.state != "complete"]
    why = why_open(slopes, function.name)
    return replace(scene, families=listed, is_known_outside=known, open_outside=why)


def _families(endless: Scene) -> Iterator[tuple[Family, Kind]]:
    """Zeros of f' are stationary, whatever else they are; where f switches, that is all we know."""
    for strip_ in endless.strips if endless.has_last_formula else ():
        yield from ((family, "stationary") for family in strip_.slope_roots.families)
    for search in endless.cuts.searches:
        yield from ((family, "undecided") for family in search.families)


def _is_endless(scene: Scene) -> bool:
    """Whether zeros of f' beyond a window are not listed, so that signs hold inside it only."""
    unbounded = scene.ground.start is None or scene.ground.end is None
    return unbounded and any(map(is_endless, scene.searches()))


def _with_zeros(made: TableAnswer, function: Function, scene: Scene) -> TableAnswer:
    """How f' = 0 and f'' = 0 were solved: the products that they were led on to, where they are
    one formula."""
    places = {
        each.place: each.at
        for each in made.families
        if each.place is not None and each.at is not None
    }
    period = Repetition(scene.ground.start, places)
    first, second = (
        {} if one is None else {clean(formula): expression(one.derivative)}
        for one, formula in ((made.derivative, function.slope), (made.second, function.bend))
    )
    return replace(
        made,
        zeros=listed_zeros(1, scene.strips, function.name, first, period),
        bends=listed_zeros(2, scene.strips, function.name, second, period),
    )


def _domain(covered: Ground) -> tuple[Interval, ...] | None:
    if covered.domain is None:
        return None
    found = [
        Interval(end_of(each.start, BOTTOM), end_of(each.end, TOP), each.closed)
        for each in covered.domain
    ]
    return tuple(found)


def _far_out(scene: Scene) -> Iterator[Asymptote]:
    if not scene.strips:
        return
    left_piece, right_piece = (
        next(
            (t.end.piece for t in scene.tails if t.end.cut in (s.piece.start, s.piece.end)), s.piece
        )
        for s in (scene.strips[0], scene.strips[-1])
    )
    left, right = (
        (piece, edge(piece.f, scene.name, None, side)) if at is None and not flat else None
        for piece, at, side, flat in (
            (left_piece, left_piece.start, 1, scene.strips[0].bend_roots.flat),
            (right_piece, right_piece.end, -1, scene.strips[-1].bend_roots.flat),
        )
    )
    yield from far_out(scene.name, "y" if scene.name != "y" else "z", left, right)


def _damped(made: TableAnswer, scene: Scene) -> Iterator[Asymptote]:
    """The axis, where f(x + T) = r*f(x) becomes ever smaller and f is bounded over one T."""
    reached = [end for each in made.intervals for end in (each.left, each.right)]
    if any(one is None or is_infinite(one.expr) for one in reached):
        return
    ordinate = Name("y" if scene.name != "y" else "z")
    for far, value in _grown(made, scene):
        if value.expr == ZERO:
            yield Asymptote(
                "horizontal", Relation(ordinate, "=", ZERO), "oo" if far == TOP else "-oo"
            )


def _with_extremes(made: TableAnswer, scene: Scene) -> TableAnswer:
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
        far=(*_far_limits(scene), *_limits_behind_fences(scene)),
        meeting=_meeting(scene),
        fences=tuple(fence for tail in scene.tails for fence in tail.fences),
        waves=(*_grown(made, scene), *_envelope_limits(scene)),
        early=tuple(member for tail in scene.tails for member in tail.early),
        beside=tuple(m for tail in scene.tails for one in tail.beside for m in one.early),
        reach=_reach(scene),
    )
    least, greatest = (with_families(extreme(course, turn), made.points, scene) for turn in (-1, 1))
    found = [
        replace(
            one, members=members_at(one, scene.families), endless=recurring(one, scene.families)
        )
        for one in (least, greatest)
    ]
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
    """All c with f(c - x) = f(x), as is proved: 0, or the sum of the ends of a bounded table.

    Asked only where values are known by enclosures.
    """
    if parity(scene.f, scene.name) == 1:
        yield exact(ZERO)
    elif any(stop.at.tree is None for strip_ in scene.strips for stop in strip_.stops):
        ends = [end.tree for end in (scene.ground.asked.start, scene.ground.asked.end) if end]
        known = [end for end in ends if end is not None]
        total = exact_value(added(known)) if len(known) == 2 else ZERO
        for c in dict.fromkeys((ZERO, total)):
            image = substitute(scene.f, {scene.name: added((c, negated(Name(scene.name))))})
            if check_equality(scene.f, image).verdict is Verdict.PROVED:
                yield exact(c)


def _far_limits(scene: Scene) -> Iterator[tuple[Exact, Exact]]:
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
        if ground.drift is not None:
            yield far, BOTTOM if order(ground.drift) == side else TOP


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


def _grown(made: TableAnswer, scene: Scene) -> Iterator[tuple[Exact, Exact]]:
    """Where f(x + T) = r*f(x): 0 at the end towards which f is damped, at the other one as high and
    as low as the signs of f let it be."""
    ground = scene.ground
    if ground.factor is None:
        return
    rises = order(Sum((ground.factor, Negative(ONE))))
    values = [point.value for point in made.points]
    values += [end for each in made.intervals for end in (each.left, each.right)]
    signs = {order(value.expr) for value in values if value is not None and value.is_known}
    signs |= {1 for v in values if v is not None and v.low is not None and v.low > 0}
    signs |= {-1 for v in values if v is not None and v.high is not None and v.high < 0}
    for far, asked, side in ((BOTTOM, ground.asked.start, -1), (TOP, ground.asked.end, 1)):
        if asked is not None:
            continue
        if rises == -side:
            yield far, Exact(ZERO, Fraction(0), Fraction(0))
        yield from (
            (far, TOP if sign == 1 else BOTTOM) for sign in signs & {1, -1} if rises == side
        )


def _is_compact(made: TableAnswer) -> bool:
    """Whether f is continuous and its domain closed and bounded."""
    bounded = all(
        end.low is not None and closed
        for interval in made.domain or ()
        for end, closed in zip((interval.start, interval.end), interval.closed, strict=True)
    )
    return bounded and not any(point.is_a("jump", "discontinuity", "pole") for point in made.points)
