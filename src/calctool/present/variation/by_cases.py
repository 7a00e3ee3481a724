"""Tables by cases of a parameter: where they can change, one for each case, and all in short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from calctool.notation.system import Line
from calctool.notation.tree import INFINITY, Applied, Name, Negative, Relation
from calctool.present.document import Block, Note, Prose, Text, Title, VariationTable, Wishes
from calctool.present.figures.graphs import at_sample, graph
from calctool.present.optimum.facts import interval_text, stretch_text
from calctool.present.parts.divided import Divided
from calctool.present.parts.numbers import Numbers
from calctool.present.phrases import filled, foreign, formula, joined, phrase
from calctool.present.variation.domain import Domain
from calctool.present.variation.tables import monotonic, trend
from calctool.solve.answer import Case
from calctool.solve.question import Stretch
from calctool.solve.table.cases.united import united
from calctool.solve.table.record import TableAnswer
from calctool.words import Language, Words, titles
from calctool.words import table as table_words
from calctool.words.extrema import optimum
from calctool.words.proofs import parameters as words

_MANY = 6
"""With more cases the reader first sees them in short."""


class Found(Protocol):
    """What makes the blocks of one table."""

    def __call__(self, answer: TableAnswer, wishes: Wishes, *, brief: bool) -> Iterator[Block]: ...


class ByCases(Struct, frozen=True):
    """One answer with parameters, to one reader; `function` is the letter for f."""

    answer: TableAnswer
    function: str
    wishes: Wishes

    @property
    def language(self) -> Language:
        return self.wishes.language

    @property
    def divided(self) -> Divided:
        return Divided(self.answer, self.wishes, words.CAN_CHANGE)

    def say(self, words_: Words) -> Text:
        return phrase(words_, self.language)

    def blocks(self, found: Found) -> Iterator[Block]:
        """`found` makes the blocks of one table."""
        yield self.divided.parameters()
        yield from self.domain()
        if self.answer.required_of is not None:
            yield Prose(self.required(), self.say(words.HOLDS_FOR), emphasis=True)
        many = len(self.answer.cases) > _MANY
        yield from self.divided.changes()
        if many:
            yield from self.in_short()
        before: list[tuple[Text, list[Block]]] = []
        for case in self.answer.cases:
            made = list(self.case(case, found))
            yield from as_before(made, before, self.language)
            before.append((self.divided.condition(case.when), made))
        if not many:
            yield from self.in_short()

    def domain(self) -> Iterator[Block]:
        """That of f, where it is the same in all cases; else the interval that was asked for."""
        tables = [case.answer for case in self.answer.cases]
        domains = {table.domain for table in tables if isinstance(table, TableAnswer)}
        first = tables[0] if tables else None
        if len(domains) == 1 and isinstance(first, TableAnswer):
            if not self.repeats_alike:
                first = replace(first, period=None, drift=None, growth=None)
            yield from self.domain_of(first).blocks()
        elif (asked := self.answer.question.domain) is not None and asked.letters:
            name = self.answer.question.variable
            whole = all(isinstance(t, TableAnswer) and _is_all_of(t, asked) for t in tables)
            if whole:
                yield Prose(interval_text(asked), self.say(titles.DOMAIN))
            else:
                yield Prose(stretch_text(name, asked), self.say(optimum.GIVEN_DOMAIN))

    def domain_of(self, table: TableAnswer) -> Domain:
        return Domain(table, self.function, self.language, Numbers(self.wishes.digits))

    @property
    def repeats_alike(self) -> bool:
        """Whether f repeats in all cases in the same way, or in none."""
        tables = (case.answer for case in self.answer.cases)
        return len({self.domain_of(t).repeats for t in tables if isinstance(t, TableAnswer)}) < 2

    # --- one case ---

    def case(self, case: Case, found: Found) -> Iterator[Block]:
        yield Title(self.divided.condition(case.when))
        table = case.answer
        assert isinstance(table, TableAnswer)  # noqa: S101 (a case of a table is a table)
        if table.question.statement != self.answer.question.statement:
            name = Applied(self.function, (Name(table.question.variable),), (0,))
            yield Prose(formula(Relation(name, "=", table.question.statement)))
        if not self.repeats_alike:
            yield from self.domain_of(table).repetition()
        without = self.without_table(table)
        if without is not None:
            yield Prose(without)
            return
        brief = self.wishes.steps != "full"
        inside = found(table, replace(self.wishes, steps="none"), brief=brief)
        yield from (block for block in inside if not isinstance(block, Title))
        yield from self.picture(table)

    def picture(self, table: TableAnswer) -> Iterator[Block]:
        """The graph at one value of the case."""
        drawn = graph(table, self.wishes.digits) if self.wishes.drawn else None
        if drawn is not None:
            where = at_sample(table)
            yield Prose(where, self.say(words.GRAPH))
            yield replace(drawn, label=joined((drawn.label, where), ", "), small=True)

    def without_table(self, table: TableAnswer) -> Text | None:
        """What is said of a case in which there is nothing, or nothing is known."""
        if table.is_open_case:
            around = table.completeness.reason == table_words.CASE_AROUND
            return self.say(table_words.CASE_AROUND if around else words.NO_TABLE)
        if table.domain == ():
            f, x = (formula(Name(n)) for n in (self.function, table.question.variable))
            return filled(words.NOWHERE, self.language, f, x)
        return None

    # --- what was asked for ---

    def required(self) -> Text:
        when = self.answer.required
        if when is None:
            return self.say(words.OPEN)
        if self.answer.required_open:
            left = filled(
                words.OPEN_FOR, self.language, self.divided.told(self.answer.required_open)
            )
            if not when:
                return left
            semicolon = titles.SEMICOLON.say(self.language)
            return joined((self.divided.told(when), left), semicolon)
        if when == ((),):
            return filled(words.EVERY, self.language, self.divided.names)
        if not when:
            return filled(words.NEVER, self.language, self.divided.names)
        return self.divided.told(when)

    # --- in short ---

    def in_short(self) -> Iterator[Block]:
        """Cases in which f goes the same way together."""
        groups: dict[object, list[Case]] = {}
        for case in self.answer.cases:
            table = case.answer
            if isinstance(table, TableAnswer) and not table.is_open_case:
                count = self.count_of(table)
                alone = table.intervals == () and table.domain
                groups.setdefault((trend(table), count, alone), []).append(case)
        if len(self.answer.cases) < 2 or not groups:
            return
        yield Title(self.say(words.IN_SHORT))
        for cases in groups.values():
            table = cases[0].answer
            assert isinstance(table, TableAnswer)  # noqa: S101 (chosen so)
            yield Prose(self.way(table), self.conditions(cases))

    def conditions(self, cases: list[Case]) -> Text:
        return self.divided.condition(united([case.when for case in cases]))

    def way(self, table: TableAnswer) -> Text:
        without = self.without_table(table)
        if without is not None:
            return without
        f = formula(Name(self.function))
        if not table.intervals:
            return self.at_points(table)
        parts: dict[int | None, list[Text]] = {}
        numbers = Numbers(self.wishes.digits)
        runs = monotonic(table)
        for each in runs:
            ends = joined((numbers.short(end) for end in (each.start, each.end)), ", ")
            span = joined((foreign("("), ends, foreign(")")), "")
            parts.setdefault(each.sign, []).append(span)
        told = []
        for sign, spans in parts.items():
            where = self.enumerated(spans)
            goes = words.UNKNOWN if sign is None else words.GOES[sign]
            told.append(filled(goes, self.language, where))
        text = filled(words.WAYS, self.language, f, joined(told, titles.COMMA.say(self.language)))
        if None not in table.period_ends and runs[0].start.expr != Negative(INFINITY):
            text = filled(words.IN_ONE_PERIOD, self.language, text)
        count = self.count_of(table)
        if count is None:
            return text
        return joined((self.count(count), text), titles.SEMICOLON.say(self.language))

    @staticmethod
    def count_of(table: TableAnswer) -> int | None:
        """How many zeros f has, where these were asked for and are finitely many."""
        if table.roots is None or table.flat or table.roots_repeat:
            return None
        return len(table.roots)

    def at_points(self, table: TableAnswer) -> Text:
        """Of a function with a value at single points only."""
        f, x = (formula(Name(n)) for n in (self.function, table.question.variable))
        numbers = Numbers(self.wishes.digits)
        places = self.enumerated([numbers.short(point.at) for point in table.points])
        return filled(words.ONLY_AT, self.language, f, x, places)

    def enumerated(self, spans: list[Text]) -> Text:
        """A, B and C."""
        first = joined(spans[:-1], titles.COMMA.say(self.language))
        return joined(
            filter(lambda text: text.template, (first, spans[-1])), words.AND.say(self.language)
        )

    def count(self, number: int) -> Text:
        known = words.COUNTS.get(number)
        return self.say(known) if known else foreign(words.COUNT.say(self.language, count=number))


def as_before(
    made: list[Block], before: list[tuple[Text, list[Block]]], language: Language
) -> Iterator[Block]:
    """The blocks of a case, without those of an earlier one that has the same tables."""
    tables = [block for block in made if isinstance(block, VariationTable)]
    for condition, blocks in before:
        if tables and tables == [each for each in blocks if isinstance(each, VariationTable)]:
            head, *rest = made
            known = list(_captioned(blocks))
            new = [part for part in _captioned(rest) if part not in known]
            names = {name for part in new for name in _explained(part)}
            told = [p for p in _captioned(rest) if p in new or names & {*_mentioned(p)}]
            yield head
            yield from (block for part in told for block in part)
            said = words.AS_FOR if told else words.ALL_AS_FOR
            yield Note("note", filled(said, language, condition))
            return
    yield from made


def _explained(part: list[Block]) -> Iterator[Line]:
    """The name that a block says the meaning of."""
    match part:
        case [Prose(_, Text("{0}", (Name() as name,))), *_]:
            yield name


def _mentioned(part: list[Block]) -> Iterator[Line]:
    """The names in the blocks of a part."""
    formulas = (each for block in part if isinstance(block, Prose) for each in block.text.formulas)
    yield from (Name(id) for each in formulas for id in each.names)


def _captioned(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Each block with a caption together with those without one that follow."""
    part: list[Block] = []
    for block in blocks:
        if part and not (isinstance(block, Prose) and block.caption is None):
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _is_all_of(table: TableAnswer, asked: Stretch) -> bool:
    """Whether f has values on all of what was asked for."""
    # Few pages ask, and it takes the algebra.
    from calctool.solve.exact.values import exact_value

    if table.domain is None or len(table.domain) != 1 or table.domain[0].closed != asked.closed:
        return False
    at = asked.at({name: value.expr for name, value in table.sample})
    (one,) = table.domain
    return all(
        found.expr in (wanted, exact_value(there))
        for found, wanted, there in (
            (one.start, asked.start, at.start), (one.end, asked.end, at.end)
        )
    )  # fmt: skip
