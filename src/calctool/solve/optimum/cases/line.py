"""The line of the only letter: a case for each cell of it, and for the values between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.cells import projection
from calctool.algebra.cells.cell import Cell
from calctool.algebra.cells.partition import partition
from calctool.algebra.cells.plane import NoMethod as NoPartition
from calctool.algebra.cells.projection import Cause
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.roots import LINE, Point, zeros
from calctool.algebra.roots.functions.branches import difference
from calctool.notation.tree import Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Case
from calctool.solve.exact.line import exact_of
from calctool.solve.exact.order import order
from calctool.solve.optimum.cases.asked import (
    Found,
    NoMethod,
    Solve,
    answer_at,
    is_open,
    needs_of_letters,
    nowhere,
    undecided,
)
from calctool.solve.optimum.cases.joining import joined
from calctool.solve.optimum.cases.merging import together
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.table.cases.conditions import condition
from calctool.solve.variation import Boundary


def of_one(
    whole: OptimumAnswer,
    solve: Solve,
    boundaries: tuple[projection.Boundary, ...],
    inside: Callable[[Cell], OptimumAnswer],
    *,
    open_cases: bool = False,
) -> Found:
    """`inside` answers for a cell, at the values between them the question itself is asked. With
    `open_cases` one that has no answer leaves the others."""
    (letter,) = whole.question.parameters
    line = _Line(whole, solve, inside, letter, open_cases)
    try:
        first = projection.joined([*_causes(boundaries), *_of_relations(line.needs, letter)])
        known, parts = partition(letter, first, line.cell, line.point)
        listed = joined(parts, letter)
        cases = together(tuple(Case((condition(each.on, letter),), each.answer) for each in listed))
    except NoPartition:
        raise NoMethod from None
    if cases and all(is_open(case.answer) for case in cases):
        raise NoMethod
    return Found(cases, tuple(map(_listed, known)))


class _Line(Struct, frozen=True, dict=True):
    whole: OptimumAnswer
    solve: Solve
    inside: Callable[[Cell], OptimumAnswer]
    letter: str
    open_cases: bool

    @cached_property
    def needs(self) -> list[Relation]:
        """What is assumed, and what f needs to have a value."""
        return [*self.whole.question.assumed, *needs_of_letters(self.whole)]

    def cell(self, at: Cell) -> OptimumAnswer | None:
        """None where it is not as assumed."""
        sample = number(at.sample[self.letter])

        def found() -> OptimumAnswer:
            return replace(self.inside(at), sample=((self.letter, sample),))

        return self._where(sample, found)

    def point(self, at: Point) -> OptimumAnswer | None:
        """The same for one value."""
        if at.tree is None:
            raise NoMethod
        value = at.tree
        return self._where(
            value, lambda: answer_at(self.whole, {self.letter: value}, self.solve, ())
        )

    def _where(
        self, value: Tree, found: Callable[[], OptimumAnswer | None]
    ) -> OptimumAnswer | None:
        if not self._holds(value, self.whole.question.assumed):
            return None
        if not self._holds(value, self.needs):
            return nowhere(self.whole)
        try:
            return found()
        except NoMethod:
            if not self.open_cases:
                raise
            return undecided(self.whole)

    def _holds(self, value: Tree, relations: Iterable[Relation]) -> bool:
        put = {self.letter: value}
        return all(_holds(substitute(difference(each), put), each) for each in relations)


def _listed(one: projection.Boundary) -> Boundary:
    return Boundary(exact_of(one.at), tuple((cause.why, cause.of) for cause in one.causes))


def _causes(found: tuple[projection.Boundary, ...]) -> Iterator[tuple[Point, Cause]]:
    return ((each.at, cause) for each in found for cause in each.causes)


def _of_relations(needs: list[Relation], letter: str) -> Iterator[tuple[Point, Cause]]:
    """Where what is assumed, or what f needs, begins to hold."""
    for each in needs:
        tree = difference(each)
        found = zeros(tree, letter, (LINE,), whole=True)
        if found.state != "complete" or found.families or found.flat:
            raise NoMethod
        for zero in found.zeros:
            yield zero.at, Cause("assumption", tree)


def _holds(tree: Tree, relation: Relation) -> bool:
    sign = order(tree)
    if sign is None:
        raise NoMethod
    return fulfils(sign, relation)
