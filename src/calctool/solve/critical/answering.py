"""The answer of `calctool critical`, part by part: gradient, points, kinds, extremes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions, implied, is_empty
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.solve.answer import Completeness, State, Status
from calctool.solve.attempts import tried
from calctool.solve.critical.record import CriticalAnswer, CriticalQuestion
from calctool.solve.critical.several import several
from calctool.solve.critical.sketch import sketch
from calctool.solve.derivation.engine import NoDerivation
from calctool.solve.optimum.faults import as_fault, is_refuted
from calctool.solve.stationary.slopes import Slopes, first_slopes, with_hessian
from calctool.words.extrema import candidates as said


def answer(question: CriticalQuestion) -> Iterator[CriticalAnswer]:
    """More and more of the answer; the last part is the whole."""
    started = time.perf_counter()
    alone = len(question.wrt) == 1 and not question.parameters
    parts = _of_one_variable(question) if alone else _answers(question)
    part: CriticalAnswer | None = None
    for part in parts:
        yield replace(part, seconds=time.perf_counter() - started)
    if part is not None and (drawn := tried(None, sketch, part)) is not None:
        yield replace(part, sketch=drawn, seconds=time.perf_counter() - started)


def _of_one_variable(question: CriticalQuestion) -> Iterator[CriticalAnswer]:
    # The engine of `table` costs as much time to import as all of the rest.
    from calctool.solve.critical.line.one_variable import answers

    return answers(question)


def _answers(question: CriticalQuestion) -> Iterator[CriticalAnswer]:
    """The gradient and the Hessian first: all that follows is made from them."""
    f = question.statement
    domain = conditions(f)
    if is_empty(domain):
        raise Problem("question.defined-nowhere", condition=plain(domain[0]))
    unfinished = Completeness(State.UNKNOWN, said.UNFINISHED, (said.POINTS_TO_COME,))
    so_far = CriticalAnswer(
        question=question,
        status=Status.PARTIAL,
        completeness=unfinished,
        conditions=tuple(each for each in domain if not implied(each, question.assumed)),
        notes=question.notes,
    )
    try:
        slopes = first_slopes(f, question.wrt)
        so_far = _with(so_far, slopes)
        yield so_far
        slopes = with_hessian(f, question.wrt, slopes)
    except NoDerivation as stuck:
        yield replace(so_far, completeness=Completeness(State.UNKNOWN, stuck.reason))
        return
    so_far = _with(so_far, slopes)
    if is_refuted(so_far):
        yield as_fault(so_far)
        return
    yield so_far
    if question.parameters:
        from calctool.solve.optimum.cases.answering import in_letters

        yield from in_letters(so_far, answer, _own_methods(question))
    else:
        yield from several(so_far, slopes)


def _own_methods(question: CriticalQuestion) -> tuple[Any, ...]:
    if len(question.wrt) > 1:
        return ()
    from calctool.solve.critical.line.in_letters import by_tables

    return (by_tables,)


def _with(so_far: CriticalAnswer, slopes: Slopes) -> CriticalAnswer:
    return replace(
        so_far,
        gradient=slopes.partials,
        hessian=slopes.hessian,
        checks=slopes.checks,
        names=slopes.names,
    )
