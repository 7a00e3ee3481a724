"""The zeros of f itself, where they were asked for."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.roots import Interval as Part
from calctool.algebra.roots import zeros
from calctool.solve.answer import Completeness, State
from calctool.solve.exact.line import BOTTOM, TOP, end_of, exact_of
from calctool.solve.exact.record import Interval
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Root
from calctool.words import table as words


def with_roots(made: TableAnswer, asked: Part) -> TableAnswer:
    """The answer with all zeros on the part of the line that was asked for; where they are not all
    known, or not finitely many, that is missing."""
    question = made.question
    found = zeros(question.statement, question.variable, (asked,))
    made = replace(
        made,
        roots=tuple(Root(exact_of(zero.at), zero.multiplicity) for zero in found.zeros),
        flat=tuple(
            Interval(end_of(i.start, BOTTOM), end_of(i.end, TOP), i.closed) for i in found.flat
        ),
        roots_repeat=bool(found.families or found.cells),
    )
    if found.state == "complete" and not made.roots_repeat:
        return made
    given = made.completeness
    state = State.PARTIAL if given.state is State.COMPLETE else given.state
    missing = (*given.missing, words.WITH_ZEROS)
    return replace(
        made,
        completeness=Completeness(state, given.reason, missing, given.scope, given.undecided),
    )
