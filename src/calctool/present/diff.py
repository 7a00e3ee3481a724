"""The answer of `calctool diff` as a document; words and order only, no mathematics."""

from collections.abc import Iterator

from calctool.notation.system import Line
from calctool.notation.tree import Applied, Name, Relation, Statement, expression
from calctool.present.cases import case_blocks
from calctool.present.document import (
    Block,
    Document,
    Figure,
    Formula,
    Prose,
    Text,
    Title,
    Wishes,
)
from calctool.present.figures.graphs import slope
from calctool.present.figures.pictures import sketch_blocks
from calctool.present.parts.assurance import assurance
from calctool.present.parts.derivation import chains
from calctool.present.parts.labels import Labels
from calctool.present.parts.places import Places
from calctool.present.parts.posing import at_point, stated
from calctool.present.parts.sets import domain_text
from calctool.present.parts.sigmoid import sigmoid_written_out
from calctool.present.phrases import filled, formula, listed, phrase
from calctool.solve.answer import OneDerivative
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.question import DiffQuestion
from calctool.words import Language, titles
from calctool.words.doors import handout as exercises


def document(answer: DiffAnswer, wishes: Wishes) -> Document:
    """The answer first, then the derivation, then how far all this is certain."""
    language, steps = wishes.language, wishes.steps
    labels = Labels(answer.question)
    blocks = [
        *([question_block(answer.question, labels, language)] if steps == "none" else []),
        *found(answer, wishes),
        *case_blocks(answer, wishes),
        *sketch_blocks(figure(answer, wishes), answer, wishes),
    ]
    if steps != "none":
        blocks += _derivations(answer, labels, language, full=steps == "full")
    blocks += assurance(answer, language, full=steps == "full")
    return Document(tuple(blocks), partial=labels.partial)


def found(answer: DiffAnswer, wishes: Wishes) -> Iterator[Block]:
    """The derivatives, and where they are."""
    language, labels = wishes.language, Labels(answer.question)
    yield from _results(answer, labels, language)
    yield from _names(answer, language)
    yield from _domain(answer, language)
    yield from Places(labels, language, wishes.digits).blocks(answer)


def question_block(asked: DiffQuestion, labels: Labels, language: Language) -> Block:
    """What was asked, where no derivation begins with it."""
    if isinstance(asked.statement, Relation):
        return Formula(asked.statement, None, phrase(titles.EQUATION, language))
    names = tuple(map(Name, dict.fromkeys((*asked.wrt, *asked.mixed))))
    f = Applied(labels.function, names, (0,) * len(names))
    return Formula(asked.statement, f, phrase(titles.FUNCTION, language))


def _results(answer: DiffAnswer, labels: Labels, language: Language) -> Iterator[Block]:
    caption: Text | None = phrase(titles.ANSWER, language)
    written_out: Text | None = None
    for one in answer.derivatives:
        for order, statement in _orders(one):
            label = labels.derivative(one.wrt[:order])
            is_asked = order == len(one.wrt)
            aside = (
                sigmoid_written_out(answer.question.statement, statement, one.wrt[0])
                if is_asked
                else None
            )
            is_new = aside != written_out
            yield Formula(
                statement, label, caption, aside=aside if is_new else None, emphasis=is_asked
            )
            caption, written_out = None, aside or written_out


def _orders(one: OneDerivative) -> Iterator[tuple[int, Statement]]:
    """The derivatives on the way, where they are known, and the one asked for."""
    for order, derivation in enumerate(one.derivations[:-1], start=1):
        end = derivation.end
        yield order, end.right if isinstance(end, Relation) else expression(end)
    yield len(one.wrt), one.derivative


def _names(answer: DiffAnswer, language: Language) -> Iterator[Block]:
    caption: Text | None = phrase(titles.WITH, language)
    for name, tree in answer.names:
        yield Formula(tree, Name(name), caption)
        caption = None


def _domain(answer: DiffAnswer, language: Language) -> Iterator[Block]:
    """The natural domain, once for all derivatives that share it."""
    texts = (
        domain_text(one.conditions, one.domain, one.wrt[0], language)
        for one in answer.derivatives
        if one.conditions
    )
    for text in dict.fromkeys(texts):
        yield Prose(text, phrase(titles.DOMAIN, language))


def _derivations(
    answer: DiffAnswer, labels: Labels, language: Language, *, full: bool
) -> Iterator[Block]:
    several = sum(len(one.derivations) for one in answer.derivatives) > 1
    seen: set[Line] = set()
    for one in answer.derivatives:
        for order, derivation in enumerate(one.derivations, start=1):
            label = labels.derivative(one.wrt[:order])
            title = (titles.DERIVATION_OF, label) if several else (titles.DERIVATION,)
            yield Title(phrase(title[0], language, *title[1:]))
            yield from chains(derivation, one.wrt[order - 1], language, full, seen)


def figure(answer: DiffAnswer, wishes: Wishes) -> Figure | None:
    """The curve and its slope; None where there is nothing to draw."""
    return slope(answer, wishes.language)


def task(asked: DiffQuestion, language: Language) -> Text:
    """The problem as a handout puts it."""
    labels = Labels(asked)
    turns = [asked.mixed] if asked.mixed else [(name,) * asked.order for name in asked.wrt]
    wanted = listed(map(labels.derivative, turns), language)
    said = [formula(stated(asked)), wanted]
    words = exercises.DERIVE_AT if asked.at else exercises.DERIVE
    if asked.of is not None:
        said += [formula(Name(asked.of)), listed(map(Name, asked.wrt), language)]
        words = exercises.DERIVE_IMPLICIT_AT if asked.at else exercises.DERIVE_IMPLICIT
    if asked.at:
        said.append(at_point(asked.at, language))
    return filled(words, language, *said)
