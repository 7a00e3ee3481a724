"""The answer of `calctool table` as a document; words and order only, no mathematics."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.tree import Applied, Name, Tree
from calctool.present.cases import case_blocks
from calctool.present.document import Block, Document, Figure, Formula, Text, Title, Wishes
from calctool.present.figures.graphs import family, graph
from calctool.present.figures.pictures import sketch_blocks
from calctool.present.optimum.facts import stretch_text
from calctool.present.parts.assurance import (
    certainty,
    completed,
    is_proved,
    remarks,
    without_method,
)
from calctool.present.parts.derivation import GAP, chains, is_short, rule_names, summary
from calctool.present.parts.labels import Labels
from calctool.present.parts.numbers import Numbers
from calctool.present.parts.posing import said_of
from calctool.present.parts.sigmoid import sigmoid_written_out
from calctool.present.phrases import joined, phrase
from calctool.present.variation.argument import Argument
from calctool.present.variation.by_cases import ByCases
from calctool.present.variation.domain import Domain
from calctool.present.variation.events import Events
from calctool.present.variation.limits import Limits
from calctool.present.variation.tables import Tables
from calctool.present.variation.zeros import places, zeros
from calctool.solve.answer import OneDerivative
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.verify.verdict import Finding
from calctool.words import Language, titles
from calctool.words import table as words
from calctool.words.doors import handout as exercises
from calctool.words.proofs import checks


def document(answer: TableAnswer, wishes: Wishes) -> Document:
    """The function, the table, what it says in words and whether that is all; then the steps."""
    language, steps, digits = wishes.language, wishes.steps, wishes.digits
    function = Labels(answer.question.as_diff()).function
    numbers = Numbers(digits)
    blocks: list[Block] = [*_functions(answer, function, wishes)]
    if answer.question.parameters:
        blocks += ByCases(answer, function, wishes).blocks(found)
    else:
        blocks += [*found(answer, wishes), *case_blocks(answer, wishes)]
    blocks += sketch_blocks(figure(answer, wishes), answer, wishes)
    proved = steps != "full" and is_proved(*_findings(answer))
    is_solved = steps != "none" and all(zeros.steps for zeros in answer.zeros)
    found_all = without_method(answer.completeness) if is_solved else answer.completeness
    blocks += completed(found_all, language, proved=proved)
    if steps != "none":
        full = steps == "full"
        blocks += _steps(answer, function, language, full=full)
        blocks += Argument(answer, function, language, numbers).blocks(full=full)
        blocks += Limits(answer, function, language, numbers).blocks(full=full)
    if not proved:
        blocks += certainty(*_findings(answer), language, checks.LINES_PROVED)
    blocks += remarks(answer.notes, language)
    return Document(tuple(blocks))


def found(answer: TableAnswer, wishes: Wishes, *, brief: bool = False) -> Iterator[Block]:
    """The domain, the tables and what they say; `brief` leaves out the domain and the shape."""
    function = Labels(answer.question.as_diff()).function
    numbers = Numbers(wishes.digits)
    events = Events(answer, function, wishes.language, numbers)
    if not brief:
        yield from events.part(Domain).blocks()
    yield from _tables(events, shape=not brief)
    yield from events.named.meanings()
    yield from zeros(answer, numbers, wishes.language)
    yield from events.blocks()
    yield from places(answer, numbers, wishes.language)


def _functions(answer: TableAnswer, function: str, wishes: Wishes) -> Iterator[Block]:
    """f and its derivatives, with the rules beside those that need no lines of their own."""
    name, language = Name(answer.question.variable), wishes.language

    def label(order: int) -> Tree:
        return Applied(function, (name,), (order,))

    caption = phrase(words.FUNCTION, language)
    yield Formula(answer.question.statement, label(0), caption)
    written_out: Text | None = None
    for order, one in enumerate(_derivatives(answer), start=1):
        aside = sigmoid_written_out(answer.question.statement, one.derivative, name.id)
        remarks = [aside] if aside is not None and aside != written_out else []
        if wishes.steps == "brief" and _is_short(one):
            remarks.append(rule_names(one.derivations[0].steps, language))
        shown = joined(remarks, GAP) if remarks else None
        yield Formula(one.derivative, label(order), aside=shown)
        written_out = aside or written_out
    for letter, tree in answer.names:
        yield Formula(tree, Name(letter))


def _derivatives(answer: TableAnswer) -> list[OneDerivative]:
    """Those that are known; none where f has values at single points only."""
    alone = bool(answer.domain) and not answer.intervals
    return [] if alone else [one for one in (answer.derivative, answer.second) if one is not None]


def _tables(events: Events, *, shape: bool) -> Iterator[Block]:
    tables = Tables(events.answer, events.function, events.named)
    for title, table in (
        (words.TABLE, tables.variation()),
        (words.CONCAVITY, tables.concavity() if shape else None),
    ):
        if table is not None:
            yield Title(events.say(title))
            yield table


# --- the derivation of f' -----------------------------------------------------------------------


def _steps(
    answer: TableAnswer, function: str, language: Language, *, full: bool
) -> Iterator[Block]:
    name = answer.question.variable
    found = _derivatives(answer)
    if not full:
        long = [each for one in found if not _is_short(one) for each in one.derivations]
        if long:
            yield Title(phrase(words.DERIVATIVES, language))
        yield from (summary(each, language) for each in long)
        return
    for order, one in enumerate(found, start=1):
        label = Applied(function, (Name(name),), (order,))
        yield Title(phrase(titles.DERIVATION_OF, language, label))
        for derivation in one.derivations:
            yield from chains(derivation, name, language, full, set())


def _is_short(one: OneDerivative) -> bool:
    return len(one.derivations) == 1 and is_short(one.derivations[0])


def _findings(answer: TableAnswer) -> tuple[list[Finding], list[Finding]]:
    """Of the lines, and of the checks of the whole."""
    steps = [step for one in _derivatives(answer) for d in one.derivations for step in d.steps]
    steps += [step for zeros in (*answer.zeros, *answer.bends) for step in zeros.steps]
    whole = [check.finding for check in answer.checks if check.finding.method != "each-step"]
    return [step.finding for step in steps], whole


# --- the graph ----------------------------------------------------------------------------------


def figure(answer: TableAnswer, wishes: Wishes) -> Figure | None:
    """The graph with its points; None where it was not asked for or nothing was found."""
    return family(answer) if answer.question.parameters else graph(answer, wishes.digits)


def task(asked: TableQuestion, language: Language) -> Text:
    """The problem as a handout puts it."""
    parts = [] if asked.domain is None else [stretch_text(asked.variable, asked.domain)]
    return said_of(asked, language, exercises.TABLE, parts)
