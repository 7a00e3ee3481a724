"""The answer of `calctool lagrange`, part by part: L and its system, points, kinds, extremes."""

from __future__ import annotations

import time
from collections.abc import Iterator

from msgspec.structs import replace

from calctool.algebra.domain.conditions import implied, is_empty
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem as Refused
from calctool.notation.tree import ZERO, Relation, Tree
from calctool.solve.answer import Completeness, State, Status
from calctool.solve.attempts import all_tried, tried
from calctool.solve.candidates import Place
from calctool.solve.derivation.engine import NoDerivation
from calctool.solve.lagrange.checks import checks
from calctool.solve.lagrange.completeness import completeness
from calctool.solve.lagrange.lines import solving, without_multipliers, written
from calctool.solve.lagrange.record import LagrangeAnswer, LagrangeQuestion
from calctool.solve.lagrange.sketch import sketch
from calctool.solve.optimum.checks import extremes_checked
from calctool.solve.optimum.conclusion import concluded
from calctool.solve.optimum.faults import as_fault, is_refuted
from calctool.solve.optimum.listing.families import as_told
from calctool.solve.optimum.listing.work import Work, begun, worked
from calctool.solve.optimum.problem import Problem, problem
from calctool.solve.optimum.strata.stratum import count_of_cases
from calctool.solve.stationary.manifold import gradient
from calctool.solve.stationary.short import short
from calctool.words.extrema import multipliers as said


def answer(question: LagrangeQuestion) -> Iterator[LagrangeAnswer]:
    """L and its partial derivatives, then the points case by case, at last the extremes."""
    started = time.perf_counter()
    made: LagrangeAnswer | None = None
    for made in _parts(question, problem(question)):
        yield replace(made, seconds=time.perf_counter() - started)
    if made is not None and (drawn := tried(None, sketch, made)) is not None:
        yield replace(made, sketch=drawn, seconds=time.perf_counter() - started)


def _parts(question: LagrangeQuestion, task: Problem) -> Iterator[LagrangeAnswer]:
    made = LagrangeAnswer(
        question=question,
        status=Status.PARTIAL,
        completeness=_unfinished(task, 0),
        lagrangian=task.lagrangian,
        multipliers=task.letters,
        conditions=_domain(task, question.assumed),
        notes=(*question.notes, *task.notes),
    )
    try:
        lines = written(task)
    except NoDerivation as stuck:
        yield replace(made, completeness=Completeness(State.UNKNOWN, stuck.reason))
        return
    made = replace(
        made,
        gradient=lines.partials,
        system=lines.system,
        checks=lines.checks,
        names=lines.names,
    )
    if is_refuted(made):
        yield as_fault(made)
        return
    yield made
    if task.parameters:
        from calctool.solve.optimum.cases.answering import in_letters

        made = replace(made, bordered=tried((), _bordered, task))
        yield from in_letters(
            made, answer, first=tried(None, without_multipliers, task, made.system)
        )
        return
    yield from _solved(made, task)


def _bordered(task: Problem) -> tuple[tuple[Tree, ...], ...]:
    """The bordered Hessian: zeros and the gradients of the constraints about that of L."""
    border = [gradient(each.g, task.names) for each in task.constraints]
    zeros = (ZERO,) * len(border)
    top = [(*zeros, *row) for row in border]
    slopes = gradient(task.lagrangian, task.names)
    rows = (
        (*(row[i] for row in border), *gradient(slope, task.names))
        for i, slope in enumerate(slopes)
    )
    return tuple(tuple(map(short, row)) for row in (*top, *rows))


def _domain(task: Problem, assumed: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """What f and the constraints need to have a value, without what is assumed."""
    if is_empty(task.domain):
        raise Refused("question.defined-nowhere", condition=plain(task.domain[0]))
    return tuple(each for each in task.domain if not implied(each, assumed))


def _solved(made: LagrangeAnswer, task: Problem) -> Iterator[LagrangeAnswer]:
    found = begun(task)
    for progress in worked(found):
        found = progress
        yield _with(made, found)
    end = concluded(found)
    made = _with(made, end.work)
    made = replace(
        made,
        solving=tuple(
            each for face in end.work.faces for each in all_tried(solving, task, made.system, face)
        ),
        families=end.families,
        feasible=end.feasible,
        minimum=end.minimum,
        maximum=end.maximum,
        checks=(
            *made.checks,
            *all_tried(checks, end.work),
            *all_tried(extremes_checked, task, end.minimum, end.maximum, _places(end.work)),
        ),
    )
    if is_refuted(made):
        yield as_fault(made)
        return
    yield replace(made, completeness=completeness(end))


def _places(work: Work) -> list[Place]:
    return [spot.point.at for spot in work.spots]


def _unfinished(task: Problem, done: int) -> Completeness:
    cases = count_of_cases(task)
    left = said.CASES_TO_COME.filled(done=done, all=cases)
    left = left if done < cases else said.CANDIDATES_OPEN
    return Completeness(State.UNKNOWN, said.UNFINISHED, (left,))


def _with(made: LagrangeAnswer, progress: Work) -> LagrangeAnswer:
    return replace(
        made,
        points=tuple(spot.point for spot in progress.spots),
        sets=tuple(as_told(each.record, made.question.wrt) for each in progress.sheets),
        completeness=_unfinished(progress.setup, len(progress.faces)),
    )
