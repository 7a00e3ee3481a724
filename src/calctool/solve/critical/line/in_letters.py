"""A function of one variable with letters: what its variation tables by cases found."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.notation.problem import Problem
from calctool.solve.answer import Case
from calctool.solve.critical.line.one_variable import as_table, translated
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve
from calctool.solve.optimum.cases.merging import neighbours_merged
from calctool.solve.table import answering as table
from calctool.solve.table.record import TableAnswer


def by_tables(whole: CriticalAnswer, solve: Solve) -> Found:
    """A case for each case of the table; NoMethod where it has none."""
    del solve
    question = whole.question
    last: TableAnswer | None = None
    try:
        for part in table.answer(as_table(question)):
            last = part
    except Problem as problem:
        if problem.id == "parameters.contradictory":
            raise
        raise NoMethod from None
    if last is None or not last.cases:
        raise NoMethod
    cases = []
    for case in last.cases:
        one = case.answer
        assert isinstance(one, TableAnswer)  # noqa: S101 (a case of a table is a table)
        asked = one.question
        own = replace(question, statement=asked.statement, where=asked.where)
        made = translated(one, question if asked.statement == question.statement else own)
        cases.append(Case(case.when, _of(whole, made, one)))
    return Found(neighbours_merged(tuple(cases)), last.boundaries)


def _of(whole: CriticalAnswer, made: CriticalAnswer, one: TableAnswer) -> CriticalAnswer:
    """With the derivatives that the question has as it was asked."""
    sample = tuple((name, value.expr) for name, value in one.sample)
    return replace(
        made,
        gradient=whole.gradient,
        hessian=whole.hessian,
        names=whole.names,
        solving=(),
        checks=(),
        sketch=None,
        sample=sample,
    )
