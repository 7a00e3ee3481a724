"""One answer of `table`, to one reader: its names, numbers and phrases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from calctool.notation.tree import Name, Relation, Statement, Tree
from calctool.present.document import Text
from calctool.present.parts.numbers import Numbers
from calctool.present.parts.rows import Rows
from calctool.present.phrases import filled, foreign, formula, joined, phrase
from calctool.present.variation.named import Named
from calctool.solve.exact.record import Exact, Interval
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Family
from calctool.words import Language, Words, titles

MOST = 8
"""Points of one kind, or pieces of a domain, that are written out."""
Part = TypeVar("Part", bound="Voice")


class Voice(Struct, frozen=True):
    """What all parts of the page share; `function` is the letter for f."""

    answer: TableAnswer
    function: str
    language: Language
    numbers: Numbers

    def part(self, kind: type[Part]) -> Part:
        """Another part of the page, of the same answer to the same reader."""
        return kind(self.answer, self.function, self.language, self.numbers)

    @property
    def named(self) -> Named:
        return Named(self.answer, self.function, self.told, self.numbers)

    @property
    def told(self) -> Rows:
        return Rows(self.variable.id, self.function, self.language, self.numbers)

    def say(self, phrase_: Words, *formulas: Statement) -> Text:
        return phrase(phrase_, self.language, *formulas)

    def fill(self, phrase_: Words, *texts: Text) -> Text:
        return filled(phrase_, self.language, *texts)

    def join(self, texts: Iterable[Text], sign: Words = titles.COMMA) -> Text:
        return joined(texts, sign.say(self.language))

    @property
    def variable(self) -> Name:
        return Name(self.answer.question.variable)

    @property
    def x(self) -> Text:
        return formula(self.variable)

    @property
    def in_rows(self) -> set[Exact]:
        """The points that the rows below tell of, those of x < 0 too."""
        return {at for each in self.answer.families if each.row for at in each.row.listed}

    def interval(self, interval: Interval) -> Text:
        if interval.start == interval.end:
            return joined((foreign("{ "), self.numbers.full(interval.start), foreign(" }")), "")
        left, right = "(["[interval.closed[0]], ")]"[interval.closed[1]]
        ends = joined(map(self.numbers.short, (interval.start, interval.end)), ", ")
        return joined((foreign(left), ends, foreign(right)), "")

    def repeated(self, family: Family, at: Tree) -> Text:
        """x = pi + k*pi, or x ≈ 2.07080 + k*pi."""
        if family.place is None or not (family.rounded or self.numbers.is_long(at)):
            return formula(Relation(self.variable, "=", at))
        return self.numbers.moved(formula(self.variable), family.place, at, family.integer)
