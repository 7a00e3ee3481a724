"""Names for points of a table: x₁ for a member of a row, or for a formula too long for a column."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import count

from calctool.notation.printing.unicode import pretty
from calctool.notation.tree import Applied, Name, Tree
from calctool.present.document import Block, Prose, Text
from calctool.present.parts.members import member_names
from calctool.present.parts.numbers import Numbers
from calctool.present.parts.rows import Rows
from calctool.present.phrases import formula
from calctool.solve.exact.record import Exact
from calctool.solve.rows import Row
from calctool.solve.table.record import TableAnswer
from calctool.words.printable import cells

_STEMS = "wvu"
_LONG_PLACE, _LONG_VALUE = 16, 20
"""Cells beyond which a formula has a name in a table that is wide, and stands under it."""
_ROOM = 56
"""So many cells of places and values fit on any page."""


class Named:
    """The names on one page: of members of rows, and of formulas."""

    def __init__(self, answer: TableAnswer, function: str, told: Rows, numbers: Numbers) -> None:
        self.answer, self.function, self.told, self.numbers = answer, function, told, numbers

    @cached_property
    def critical(self) -> list[Row]:
        return [f.row for f in self.answer.families if f.row is not None and f.is_critical]

    @cached_property
    def bends(self) -> list[Row]:
        return [f.row for f in self.answer.families if f.row and f.kind == "inflection"]

    @property
    def stem_of_bends(self) -> str:
        """A letter for inflections, which is not that of the critical points."""
        return next(each for each in _STEMS if each not in (self.told.variable, self.function))

    @cached_property
    def in_rows(self) -> dict[Exact, Tree]:
        """The members of rows that the table shows."""
        bends = member_names(self.told, self.bends, self.stem_of_bends)
        return member_names(self.told, self.critical) | bends

    @cached_property
    def formulas(self) -> dict[Exact, Name]:
        """Places whose formula is too long for a column, or that of the value there."""
        taken = {at.expr for at in self._listed() if at.root is not None}
        free = (name for k in count(1) if (name := Name(f"{self.told.variable}{k}")) not in taken)
        shown = [point for point in self.answer.points if point.kinds != ("inflection",)]
        if sum(max(map(self._width, (p.at, p.value))) for p in shown) <= _ROOM:
            return {}
        long = [p.at for p in shown if self._is_long(p.at, _LONG_PLACE)]
        long += [p.at for p in shown if self._is_long(p.value, _LONG_VALUE)]
        named = [p.at for p in shown if p.at in long and p.at.root is None]
        return dict(zip(named, free, strict=False))

    def _listed(self) -> Iterator[Exact]:
        yield from (point.at for point in self.answer.points)
        yield from (root.at for root in self.answer.roots or ())

    def _is_long(self, value: Exact | None, most: int) -> bool:
        return self._width(value) > most

    def _width(self, value: Exact | None) -> int:
        if value is None:
            return 0
        text = self.numbers.short(value)
        return cells(text.template) + sum(cells(pretty(each)) for each in text.formulas)

    def head(self, at: Exact) -> Text:
        """What stands over the column of a place."""
        name = self.in_rows.get(at) or self.formulas.get(at)
        return self.numbers.short(at) if name is None else formula(name)

    def cell(self, value: Exact, at: Exact) -> Text:
        """The value of f at a place, or f(x₁) where that has too long a formula."""
        name = self.formulas.get(at)
        if name is None or not self._is_long(value, _LONG_VALUE):
            return self.numbers.short(value)
        return self.value_at(name)

    def value_at(self, name: Name) -> Text:
        return formula(Applied(self.function, (name,), (0,)))

    def meanings(self) -> Iterator[Block]:
        """The formulas that the names in the table stand for."""
        for at, name in self.formulas.items():
            yield Prose(formula(at.expr), formula(name))
