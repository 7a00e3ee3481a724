"""Why the table is right: the zeros of f', the sign on each interval, and what excludes others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import Applied, Name, Product, Relation, Tree, number
from calctool.present.document import (
    Blank,
    Block,
    Cell,
    Chain,
    Grid,
    Link,
    Note,
    NoteKind,
    Prose,
    Row,
    Sign,
    Text,
    Title,
    VariationTable,
)
from calctool.present.parts.derivation import GAP
from calctool.present.parts.members import Members, enclosed
from calctool.present.parts.numbers import Numbers
from calctool.present.parts.rows import Rows
from calctool.present.phrases import (
    filled,
    foreign,
    formula,
    inserted,
    joined,
    listed,
    phrase,
    said,
)
from calctool.present.variation.named import Named
from calctool.present.variation.tables import bend_intervals, slope_intervals
from calctool.solve.answer import Step
from calctool.solve.exact.record import Exact
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Rolle, Sample, TableInterval, Zeros
from calctool.words import Language, Words, titles
from calctool.words import table as words
from calctool.words.proofs import roots

FLAT = roots.METHODS["identically-zero"]

Order = Literal[1, 2]

_TRENDS: dict[Order, dict[int, Words]] = {
    1: {1: words.INCREASING, -1: words.DECREASING, 0: words.CONSTANT},
    2: {1: words.CONVEX, -1: words.CONCAVE, 0: words.STRAIGHT},
}
_MOST_ROOTS = 8
_MOST_VALUES = 8
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
    def x(self) -> Text:
        return formula(Name(self.answer.question.variable))

    def derivative(self, order: Order) -> Applied:
        return Applied(self.function, (Name(self.answer.question.variable),), (order,))

    def blocks(self, *, full: bool) -> Iterator[Block]:
        if not self.answer.intervals:
            return
        orders: tuple[tuple[Order, tuple[Zeros, ...]], ...]
        orders = ((1, self.answer.zeros), (2, self.answer.bends))
        told = [each for each in orders if any(zeros.reason != FLAT for zeros in each[1])]
        told = told or [each for each in orders[:1] if each[1]]
        names = [self.derivative(order) for order, _ in told]
        if told:
            yield Title(phrase(words.ZEROS_AND_SIGNS[len(told)], self.language, *names))
        for order, found in told:
            for zeros in found:
                if len(found) > 1 or self.answer.beyond:
                    yield from self.where(zeros)
                yield from self.zeros(zeros, order, full=full)
            if full:
                yield from self.signs(order)
        if not full:
            values = [self.values(order) for order, _ in told]
            shown = joined((each for each in values if each is not None), "; ")
            if shown.template:
                yield Note("note", filled(words.SIGN_BETWEEN, self.language, shown))

    # --- zeros ---

    def zeros(self, zeros: Zeros, order: Order, *, full: bool) -> Iterator[Block]:
        """The lines from the equation to its solutions."""
        if zeros.steps:
            members = Members(self.named.in_rows)
            links = (self.link(each, zeros, members) for each in zeros.steps)
            yield Chain(zeros.equation, tuple(links))
        else:
            yield from self.outcome(zeros, order)
        if full:
            if zeros.steps and zeros.steps[-1].title != zeros.reason:
                yield Note(self.kind(zeros), said(zeros.reason, self.language))
            for link in zeros.chain:
                yield from self.small_table_of(link)

    def where(self, zeros: Zeros) -> Iterator[Block]:
        """Which part of the domain a formula holds on, where that has several."""
        if self.is_held_on_a_part(zeros):
            spans = [self.span(ends) for ends in zeros.spans[:_MOST_SPANS]]
            more = [foreign("…")] if len(zeros.spans) > _MOST_SPANS else []
            where = joined([*spans, *more], " ∪ ")
            yield Prose(
                filled(words.FOR, self.language, filled(words.IN, self.language, self.x, where))
            )

    @property
    def named(self) -> Named:
        told = Rows(self.answer.question.variable, self.function, self.language, self.numbers)
        return Named(self.answer, self.function, told, self.numbers)

    def link(self, step: Step, zeros: Zeros, members: Members) -> Link:
        """A line of the solution, what it rests on: since e^x is not 0, and what the equation
        needs to have a value."""
        why = said(step.title, self.language)
        after = members.line(step.after)
        asked = _needed(zeros.equation.left) if step.where else ()
        needs = [each for each in step.where if each in asked]
        facts = [each for each in step.where if each not in asked]
        if facts:
            since = inserted(words.SINCE, self.language, listed(facts, self.language))
            one_left = isinstance(step.after, Alternatives) and len(step.after.systems) == 1
            why = since if one_left else joined((why, since), GAP)
        if needs:
            told = dict.fromkeys(members.needs(needs))
            needed = inserted(titles.NEEDS, self.language, listed(told, self.language))
            why = joined((why, needed), GAP)
        return Link(after, why, step.finding.verdict, equivalent=not _is_rounded(after))

    def outcome(self, zeros: Zeros, order: Order) -> Iterator[Block]:
        """The zeros that are known, without the way to them."""
        yield Prose(formula(zeros.equation))
        if zeros.roots:
            solved = [self.numbers.equation(self.x, root.at) for root in zeros.roots[:_MOST_ROOTS]]
            if len(zeros.roots) > _MOST_ROOTS:
                count = len(zeros.roots) - _MOST_ROOTS
                solved.append(foreign(words.MORE.say(self.language, count=count)))
            yield Prose(joined((foreign("⇒ "), joined(solved, ",  ")), ""))
        elif self.is_settled(zeros, order):
            yield Prose(joined((foreign("⇒ "), self.say(words.NO_ZERO)), ""))
        yield Note(self.kind(zeros), said(zeros.reason, self.language))

    def kind(self, zeros: Zeros) -> NoteKind:
        return "proved" if zeros.all_known else "undecided"

    def is_held_on_a_part(self, zeros: Zeros) -> bool:
        """Whether the formula alone would have other zeros, or may seem to have."""
        if len(self.answer.zeros) > 1 or len(zeros.spans) > 1 or self.answer.beyond:
            return True
        return not zeros.roots and any(end.low is not None for end in zeros.spans[0])

    def is_settled(self, zeros: Zeros, order: Order) -> bool:
        """Whether the sign of the derivative is known wherever it has this formula."""
        starts = {start for start, _ in zeros.spans}
        ends = {end for _, end in zeros.spans}
        inside = False
        for interval in self.answer.intervals:
            inside = inside or interval.start in starts
            if inside and not (interval.sign if order == 1 else interval.concavity):
                return False
            inside = inside and interval.end not in ends
        return not inside

    def span(self, ends: tuple[Exact, Exact]) -> Text:
        inner = joined(map(self.numbers.short, ends), ", ")
        return joined((foreign("("), inner, foreign(")")), "")

    def small_table_of(self, link: Rolle) -> Iterator[Block]:
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

    def intervals(self, order: Order) -> list[TableInterval]:
        """Without those in which rows go on: they hold zeros, and no one sign."""
        listed = (slope_intervals if order == 1 else bend_intervals)(self.answer)
        if all(family.row is None for family in self.answer.families):
            return listed
        signs = [each.sign if order == 1 else each.concavity for each in listed]
        return [each for each, sign in zip(listed, signs, strict=True) if sign is not None]

    def signs(self, order: Order) -> Iterator[Block]:
        """A table with a value for each interval."""
        head = (words.INTERVAL, words.TEST_VALUE, words.SIGN, words.TREND[order])
        rows = tuple(self.line(each, order) for each in self.intervals(order))
        yield Grid(tuple(map(self.say, head)), rows)
        yield Note("note", self.say(words.NO_ZERO_BETWEEN))

    def values(self, order: Order) -> Text | None:
        """A value for each interval, in a line; None where none is known."""
        samples = (_sample(each, order) for each in self.intervals(order))
        values = [self.value(*known) for known in samples if known]
        more = foreign(words.MORE.say(self.language, count=len(values) - _MOST_VALUES))
        kept = values if len(values) <= _MOST_VALUES else [*values[:_MOST_VALUES], more]
        return joined(kept, ", ") if kept else None

    def line(self, interval: TableInterval, order: Order) -> tuple[Text, ...]:
        span = self.span((interval.start, interval.end))
        side = interval.sign if order == 1 else interval.concavity
        trend = None if side is None else _TRENDS[order][side]
        known = _sample(interval, order)
        value = Text("") if known is None else self.value(*known)
        return span, value, foreign(_SIGN[side]), self.say(trend) if trend else Text("?")

    def value(self, sample: Sample, order: Order) -> Text:
        """f'(-2) = -96; what is rounded says so."""
        at = self.numbers.sampled(self.function, order, sample.at)
        exact = sample.low == sample.high
        expr = number(sample.low) if exact else self.derivative(order)
        known = Exact(expr, sample.low, sample.high, is_known=exact)
        return self.numbers.equation(at, known)


def _is_rounded(line: Line) -> bool:
    """Whether it only says between which numbers a zero lies."""
    systems = line.systems if isinstance(line, Alternatives) else (line,)
    return any(isinstance(each, System) and enclosed(each) is not None for each in systems)


def _sample(interval: TableInterval, order: Order) -> tuple[Sample, Order] | None:
    found = interval.sample if order == 1 else interval.bend_sample
    return None if found is None else (found, order)


def _sign(sign: int) -> Sign:
    return Sign("+" if sign > 0 else "-" if sign < 0 else "0")


def _needed(tree: Tree) -> tuple[Relation, ...]:
    """What a formula needs to have a value; few pages ask, and it takes the algebra."""
    from calctool.algebra.domain.conditions import conditions

    return tuple(conditions(tree))
