"""The line of the parameter as cells and the points between them, each with its own table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.cells.cell import Cell
from calctool.algebra.cells.curves import Curve
from calctool.algebra.cells.partition import Partition, is_gap, stretches, value_of
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.projection import Boundary
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.roots import Interval, inside
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.unsettled import Unsettled
from calctool.notation.problem import Problem
from calctool.notation.tree import Tree, expression, number
from calctool.notation.walk import substitute
from calctool.solve import unfinished
from calctool.solve.answer import Completeness, State, Status
from calctool.solve.exact.order import order
from calctool.solve.exact.values import exact
from calctool.solve.question import Stretch
from calctool.solve.table.cases.carried import Carried
from calctool.solve.table.cases.places import Places, places_of
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.typed.options.parameters import put_in
from calctool.solve.variation import Extreme
from calctool.words import Words
from calctool.words import table as words

Solve = Callable[[TableQuestion], Iterator[TableAnswer]]


NOWHERE = (
    "question.defined-nowhere", "question.domain-empty", "value.division-by-zero",
    "value.zero-to-zero",
)  # fmt: skip
"""What is said of a number for which f, as it is written, has no value anywhere."""


class Line(Struct, dict=True):
    """All values of one parameter of a question: `whole` is its answer without any table."""

    whole: TableAnswer
    letter: str
    curves: tuple[Curve, ...]
    solve: Solve
    ground: Stretch | None = None
    """Where x is looked at: a number for a letter in an exponent would let in more."""

    @property
    def question(self) -> TableQuestion:
        return self.whole.question

    @cached_property
    def partition(self) -> Partition[TableAnswer]:
        """The table of each cell, and at each boundary."""
        return Partition(self._answer)

    def allowed(self, boundaries: tuple[Boundary, ...]) -> Iterator[Interval]:
        """The cells and boundaries in which what is assumed holds."""
        return (on for on in stretches(boundaries) if self._is_assumed(_value(on)))

    def table_in(self, on: Interval) -> TableAnswer | None:
        """The table at one value of a cell, or at a boundary; None where f is defined nowhere.
        NoMethod where none is found."""
        return self._table_at(_value(on))

    # --- cells ---

    def _answer(self, on: Interval) -> TableAnswer | None:
        """None where what is assumed does not hold; an open case where no table is found."""
        if not self._is_assumed(_value(on)):
            return None
        told = ((self.letter, exact(_value(on))),)
        if is_gap(on):
            return replace(open_case(self.whole, words.CASE_AROUND), sample=told)
        try:
            return self._table(on)
        except Unsettled:
            return replace(open_case(self.whole), sample=told)

    def _table(self, on: Interval) -> TableAnswer:
        value = _value(on)
        found = self._table_at(value) or nowhere(self.whole)
        if found.domain == () or value_of(on) is not None:
            return replace(found, sample=((self.letter, exact(value)),))
        cell = Cell(self.letter, on.start, on.end)
        places = Places(cell, self.curves, places_of(found))
        return Carried(found, self.whole, cell, places, []).table()

    def _is_assumed(self, value: Tree) -> bool:
        for each in self.question.assumed:
            if self.letter in each.names:
                sign = order(substitute(difference(each), {self.letter: value}))
                if sign is None:
                    raise NoMethod
                if not fulfils(sign, each):
                    return False
        return True

    def _table_at(self, value: Tree) -> TableAnswer | None:
        """The ordinary answer for one value, None where f is defined nowhere; NoMethod where there
        is none."""
        asked = self.question
        last: TableAnswer | None = None
        try:
            question = replace(
                asked,
                statement=expression(put_in(asked.statement, {self.letter: value})),
                where=(*asked.where, (self.letter, value)),
                assumed=(),
                when=None,
                domain=self.ground and self.ground.at({self.letter: value}),
            )
            with unfinished.on_the_way():
                for part in self.solve(question):
                    last = part
        except Problem as problem:
            if problem.id in NOWHERE:
                return None
            raise NoMethod from None
        if last is None or last.status is Status.ERROR or last.minimum is None:
            raise NoMethod
        return last


def nowhere(whole: TableAnswer) -> TableAnswer:
    """What is said where f is defined nowhere."""
    nothing = Extreme(False, None, "nowhere-defined", words.NOWHERE)
    return replace(
        whole,
        domain=(),
        points=(),
        intervals=(),
        minimum=nothing,
        maximum=nothing,
        roots=() if whole.question.with_zeros else None,
        completeness=Completeness(State.COMPLETE, words.NOWHERE),
    )


def open_case(whole: TableAnswer, why: Words = words.CASE_OPEN) -> TableAnswer:
    """What is said where no table was found."""
    told = Completeness(State.UNKNOWN, why)
    return replace(whole, completeness=told)


def _value(on: Interval) -> Tree:
    """The boundary, or a number inside."""
    at = value_of(on)
    if at is None:
        return number(inside(on.start, on.end))
    if at.tree is None:
        raise NoMethod
    return at.tree
