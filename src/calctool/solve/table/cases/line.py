"""The line of the parameter as cells and the points between them, each with its own table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.cells.cell import Cell, Cut
from calctool.algebra.cells.curves import Curve
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.projection import Boundary, cut_at
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.roots import Interval, Point, inside
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
from calctool.words import table as words

Solve = Callable[[TableQuestion], Iterator[TableAnswer]]


NOWHERE = (
    "question.defined-nowhere", "question.domain-empty", "value.division-by-zero",
    "value.zero-to-zero",
)  # fmt: skip
"""What is said of a number for which f, as it is written, has no value anywhere."""


class Part(Struct, frozen=True):
    """A cell of the line, open, or one value (`start` is `end`), with the table there."""

    on: Interval
    table: TableAnswer

    @property
    def at(self) -> Point | None:
        """The value, where it is one."""
        start = self.on.start
        return start if start is not None and start is self.on.end else None


class Line(Struct):
    """All values of one parameter of a question: `whole` is its answer without any table."""

    whole: TableAnswer
    letter: str
    curves: tuple[Curve, ...]
    solve: Solve
    ground: Stretch | None = None
    """Where x is looked at: a number for a letter in an exponent would let in more."""
    stretches: tuple[Interval, ...] = ()
    made: dict[Interval, Part | None] = field(default_factory=dict)

    @property
    def question(self) -> TableQuestion:
        return self.whole.question

    def parts(self, boundaries: tuple[Boundary, ...]) -> tuple[tuple[Boundary, ...], list[Part]]:
        """From left to right: cell, boundary, cell, …; with the boundaries that came to it.

        NoMethod where there are too many. What is finished stands in `made` before all is.
        """
        known = boundaries
        while True:
            if len(known) > budget.CELLS:
                raise NoMethod
            self.stretches = tuple(_stretches(known))
            try:
                for on in self.stretches:
                    if on not in self.made:
                        self.made[on] = self._part(on)
                return known, self.finished()
            except Cut as cut:
                known = cut_at(known, cut)

    def finished(self) -> list[Part]:
        """Those of `stretches` that have been looked at, without those that are not allowed."""
        found = (self.made.get(on) for on in self.stretches)
        return [part for part in found if part is not None]

    def left(self) -> list[Interval]:
        """Those that have not."""
        return [on for on in self.stretches if on not in self.made]

    def allowed(self, boundaries: tuple[Boundary, ...]) -> Iterator[Interval]:
        """The cells and boundaries in which what is assumed holds."""
        return (on for on in _stretches(boundaries) if self._is_assumed(_value(on)))

    def table_in(self, on: Interval) -> TableAnswer | None:
        """The table at one value of a cell, or at a boundary; None where f is defined nowhere.
        NoMethod where none is found."""
        return self._table_at(_value(on))

    # --- cells ---

    def _part(self, on: Interval) -> Part | None:
        """None where what is assumed does not hold; an open case where no table is found."""
        if not self._is_assumed(_value(on)):
            return None
        try:
            return Part(on, self._table(on))
        except Unsettled:
            told = ((self.letter, exact(_value(on))),)
            return Part(on, replace(open_case(self.whole), sample=told))

    def _table(self, on: Interval) -> TableAnswer:
        value = _value(on)
        found = self._table_at(value) or nowhere(self.whole)
        if found.domain == () or on.start is on.end is not None:
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
                domain=self.ground,
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


def open_case(whole: TableAnswer) -> TableAnswer:
    """What is said where no table was found."""
    told = Completeness(State.UNKNOWN, words.CASE_OPEN)
    return replace(whole, completeness=told)


def _stretches(boundaries: tuple[Boundary, ...]) -> Iterator[Interval]:
    """Open ones, and the boundaries between them."""
    for start, end in pairwise([None, *(each.at for each in boundaries), None]):
        yield Interval(start, end)
        if end is not None:
            yield Interval(end, end, (True, True))


def _value(on: Interval) -> Tree:
    """The boundary, or a number inside."""
    if on.start is None or on.start is not on.end:
        return number(inside(on.start, on.end))
    if on.start.tree is None:
        raise NoMethod
    return on.start.tree
