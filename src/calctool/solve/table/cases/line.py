"""The line of the parameter as cells and the points between them, each with its own table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.cells.cell import Cell, Cut
from calctool.algebra.cells.curves import Curve
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.projection import Boundary, Cause, joined
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.roots import Interval, Point, inside
from calctool.algebra.roots.functions.branches import difference
from calctool.notation.problem import Problem
from calctool.notation.tree import Tree, expression, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Completeness, State, Status
from calctool.solve.exact.line import exact_of
from calctool.solve.exact.order import order
from calctool.solve.exact.values import exact
from calctool.solve.question import Stretch
from calctool.solve.table.cases.carried import Carried
from calctool.solve.table.cases.places import Places
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

    @property
    def question(self) -> TableQuestion:
        return self.whole.question

    def parts(self, boundaries: tuple[Boundary, ...]) -> tuple[tuple[Boundary, ...], list[Part]]:
        """From left to right: cell, boundary, cell, …; with the boundaries that came to it.

        NoMethod where there are too many.
        """
        known = boundaries
        made: dict[tuple[Point | None, Point | None], Part | None] = {}
        while True:
            if len(known) > budget.CELLS:
                raise NoMethod
            try:
                points = [None, *(each.at for each in known), None]
                for start, end in pairwise(points):
                    if (start, end) not in made:
                        made[start, end] = self._cell(start, end)
                break
            except Cut as cut:
                news = [(at, Cause("sign", cut.of)) for at in cut.points]
                old = [(each.at, cause) for each in known for cause in each.causes]
                known = joined([*old, *news])
        listed: list[Part] = []
        for start, end in pairwise(points):
            cell = made[start, end]
            listed += [cell] if cell is not None else []
            point = None if end is None else self._point(end)
            listed += [point] if point is not None else []
        return known, listed

    def tables(
        self, boundaries: tuple[Boundary, ...]
    ) -> Iterator[tuple[Interval, TableAnswer | None]]:
        """The table at one value of each cell and at each boundary, where it is allowed; None
        where f is defined nowhere."""
        points = [None, *(each.at for each in boundaries), None]
        for start, end in pairwise(points):
            sample = number(inside(start, end))
            if self._is_assumed(sample):
                yield Interval(start, end), self._table_at(sample)
            if end is not None:
                if end.tree is None:
                    raise NoMethod
                if self._is_assumed(end.tree):
                    yield Interval(end, end, (True, True)), self._table_at(end.tree)

    # --- cells ---

    def _cell(self, start: Point | None, end: Point | None) -> Part | None:
        """None where what is assumed does not hold."""
        cell = Cell(self.letter, start, end)
        if not self._is_assumed(number(cell.sample[self.letter])):
            return None
        sample = self._table_at(number(cell.sample[self.letter]))
        if sample is None:
            told = tuple((name, exact(number(v))) for name, v in cell.sample.items())
            return Part(cell.on, replace(nowhere(self.whole), sample=told))
        table = Carried(sample, self.whole, cell, Places(cell, self.curves), []).table()
        return Part(cell.on, table)

    def _point(self, at: Point) -> Part | None:
        if at.tree is None:
            raise NoMethod
        if not self._is_assumed(at.tree):
            return None
        table = self._table_at(at.tree) or nowhere(self.whole)
        told = ((self.letter, exact_of(at)),)
        return Part(Interval(at, at, (True, True)), replace(table, sample=told))

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
                drawn=False,
                when=None,
                domain=self.ground,
            )
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
