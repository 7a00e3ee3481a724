"""Why the table is right: the zeros of f', the sign on each interval, and what excludes others."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from calctool.notation.tree import Applied, Name, Product, Relation, number
from calctool.present.document import (
    Blank,
    Block,
    Cell,
    Grid,
    Note,
    Prose,
    Row,
    Sign,
    Text,
    Title,
    VariationTable,
)
from calctool.present.parts.numbers import Numbers
from calctool.present.phrases import filled, foreign, formula, joined, phrase, said
from calctool.present.variation.tables import slope_intervals
from calctool.solve.exact.record import Exact
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Rolle, Sample, TableInterval, Zeros
from calctool.words import Language, Words
from calctool.words import table as words

_TRENDS = {1: words.INCREASING, -1: words.DECREASING, 0: words.CONSTANT}
_MOST_SPANS = 4
_SIGN = {1: "> 0", -1: "< 0", 0: "= 0", None: "?"}


class Argument(Struct, frozen=True):
    answer: TableAnswer
    function: str
    language: Language
    numbers: Numbers

    def say(self, words_: Words) -> Text:
        return phrase(words_, self.language)

    @property
    def slope(self) -> Applied:
        return Applied(self.function, (Name(self.answer.question.variable),), (1,))

    def blocks(self, *, full: bool) -> Iterator[Block]:
        if not self.answer.intervals:
            return
        yield Title(phrase(words.ZEROS, self.language, self.slope))
        for zeros in self.answer.zeros:
            yield from self.zeros(zeros, full=full)
        yield Title(phrase(words.SIGNS, self.language, self.slope))
        yield self.signs()
        yield Note("note", self.say(words.NO_ZERO_BETWEEN))

    # --- zeros ---

    def zeros(self, zeros: Zeros, *, full: bool) -> Iterator[Block]:
        equation = formula(zeros.equation)
        variable = formula(Name(self.answer.question.variable))
        if self.is_held_on_a_part(zeros):
            spans = [self.span(ends) for ends in zeros.spans[:_MOST_SPANS]]
            more = [foreign("…")] if len(zeros.spans) > _MOST_SPANS else []
            place = filled(words.IN, self.language, variable, joined([*spans, *more], " ∪ "))
            equation = filled(words.ON, self.language, equation, place)
        yield Prose(equation)
        if zeros.roots:
            solved = [self.numbers.equation(variable, root.at) for root in zeros.roots]
            yield Prose(joined((foreign("⇒ "), joined(solved, ",  ")), ""))
        elif self.is_settled(zeros):
            yield Prose(joined((foreign("⇒ "), self.say(words.NO_ZERO)), ""))
        yield Note("proved", said(zeros.reason, self.language))
        if full:
            for link in zeros.chain:
                yield from self.link(link)

    def is_held_on_a_part(self, zeros: Zeros) -> bool:
        """Whether the formula alone would have other zeros, or may seem to have."""
        if len(self.answer.zeros) > 1 or len(zeros.spans) > 1:
            return True
        return not zeros.roots and any(end.low is not None for end in zeros.spans[0])

    def is_settled(self, zeros: Zeros) -> bool:
        """Whether the sign of f' is known wherever it has this formula."""
        starts = {start for start, _ in zeros.spans}
        ends = {end for _, end in zeros.spans}
        inside = False
        for interval in self.answer.intervals:
            inside = inside or interval.start in starts
            if inside and not interval.sign:
                return False
            inside = inside and interval.end not in ends
        return not inside

    def span(self, ends: tuple[Exact, Exact]) -> Text:
        inner = joined(map(self.numbers.short, ends), ", ")
        return joined((foreign("("), inner, foreign(")")), "")

    def link(self, link: Rolle) -> Iterator[Block]:
        """A step of the Rolle chain as the small variation table that it is."""
        x = Name(self.answer.question.variable)
        g, slope = (Applied("g", (x,), (order,)) for order in (0, 1))
        yield Prose(formula(Relation(g, "=", link.function)))
        if link.factor is not None:
            product = Product((Applied("h", (x,), (0,)), link.factor))
            yield Prose(phrase(words.WITH_FACTOR, self.language, Relation(g, "=", product)))
        yield Prose(formula(Relation(slope, "=", link.derivative)))
        yield self.small_table(link, "g" if link.factor is None else "h")

    def small_table(self, link: Rolle, letter: str) -> VariationTable:
        """The signs near the start, at each point, and near the end."""
        variable = Name(self.answer.question.variable)
        at: list[Cell] = [Blank(), *map(_sign, link.signs[1:-1]), Blank()]
        between: list[Cell] = [Blank()] * (len(at) - 1)
        between[0] = _sign(link.signs[0])
        between[-1] = _sign(link.signs[-1])
        stops = tuple(map(self.numbers.short, (link.start, *link.points, link.end)))
        row = Row(formula(Applied(letter, (variable,), (0,))), tuple(at), tuple(between))
        return VariationTable(formula(variable), stops, (row,))

    # --- signs ---

    def signs(self) -> Grid:
        head = (words.INTERVAL, words.TEST_VALUE, words.SIGN, words.TREND)
        rows = tuple(map(self.line, slope_intervals(self.answer)))
        return Grid(tuple(map(self.say, head)), rows)

    def line(self, interval: TableInterval) -> tuple[Text, ...]:
        span = self.span((interval.start, interval.end))
        sign = foreign(f"{_SIGN[interval.sign]}")
        trend = _TRENDS.get(interval.sign) if interval.sign is not None else None
        value = Text("") if interval.sample is None else self.value(interval.sample)
        return span, value, sign, self.say(trend) if trend else Text("?")

    def value(self, sample: Sample) -> Text:
        at = formula(Applied(self.function, (number(sample.at),), (1,)))
        if sample.low == sample.high:
            return self.numbers.equation(at, Exact(number(sample.low), sample.low, sample.high))
        known = Exact(self.slope, sample.low, sample.high, is_known=False)
        return self.numbers.equation(at, known)


def _sign(sign: int) -> Sign:
    return Sign("+" if sign > 0 else "-" if sign < 0 else "0")
