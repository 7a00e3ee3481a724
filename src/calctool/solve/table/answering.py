"""The answer of `calctool table`, part by part: derivatives, pieces, points, extremes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from calctool.algebra.clean import clean
from calctool.algebra.domain.conditions import implied, impossible
from calctool.algebra.roots.seen import watched
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import (
    ZERO,
    Name,
    Relation,
    expression,
)
from calctool.solve import unfinished
from calctool.solve.answer import Completeness, State, Status
from calctool.solve.derivation.engine import NoDerivation
from calctool.solve.exact.line import BOTTOM, TOP, end_of, is_infinite
from calctool.solve.exact.record import Interval
from calctool.solve.table.completeness import completeness
from calctool.solve.table.course import grown, with_extremes
from calctool.solve.table.derivatives import derivatives
from calctool.solve.table.endless.rows import (
    beyond,
)
from calctool.solve.table.ends.asymptotes import far_out, vertical
from calctool.solve.table.ends.swings import swings
from calctool.solve.table.ends.tends import tendencies
from calctool.solve.table.families import families
from calctool.solve.table.line.ground import Ground, ground
from calctool.solve.table.line.intervals import table_intervals
from calctool.solve.table.line.pieces import Function
from calctool.solve.table.line.points import Scene, table_points
from calctool.solve.table.line.values import edge
from calctool.solve.table.reach import drawn_up
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.table.roots import with_roots
from calctool.solve.table.stopped import with_points
from calctool.solve.table.zeros import Repetition, listed_zeros
from calctool.solve.validity.domain_set import domain_set
from calctool.solve.validity.natural import natural_domain
from calctool.solve.variation import Asymptote
from calctool.verify.verdict import Verdict
from calctool.words import table as said


def answer(question: TableQuestion) -> Iterator[TableAnswer]:
    """The derivatives as they are found, at last the whole table."""
    started = time.perf_counter()
    domain = natural_domain(question.statement)
    if never := impossible(domain):
        raise Problem("question.defined-nowhere", condition=plain(never))
    sides = () if question.domain is None else question.domain.sides(question.variable)
    so_far = TableAnswer(
        question=question,
        status=Status.PARTIAL,
        completeness=Completeness(State.UNKNOWN, said.UNFINISHED, (said.ALL_TO_COME,)),
        conditions=domain,
        needed=tuple(each for each in domain if not implied(each, sides)),
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
    scene = drawn_up(function, ground(so_far.question, function.slope), so_far.question.members)
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
    if made.domain is not None and not made.intervals:
        # At single points there is no derivative: what is said of it holds wherever it has a value.
        first, second = (d and replace(d, derivations=()) for d in (made.derivative, made.second))
        true = tuple(
            replace(each, finding=replace(each.finding, verdict=Verdict.PROVED))
            for each in made.checks
        )
        made = replace(made, derivative=first, second=second, checks=true)
    made = _with_zeros(made, function, scene)
    made = replace(
        made,
        asymptotes=(
            *vertical(made.distinct_points, function.name), *_far_out(scene), *_damped(made, scene)
        ),
    )  # fmt: skip
    made = with_extremes(made, scene)
    made = replace(made, swings=tuple(swings(made, scene)))
    judged = completeness(made, scene)
    made = replace(made, completeness=judged)
    if so_far.question.with_zeros:
        made = with_roots(made, covered.asked)
    if not so_far.question.drawn:
        return made
    from calctool.solve.table.sketch import sketch

    return replace(made, sketch=sketch(made, scene))


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
    for far, value in grown(made, scene):
        if value.expr == ZERO:
            yield Asymptote(
                "horizontal", Relation(ordinate, "=", ZERO), "oo" if far == TOP else "-oo"
            )
