"""The answer of `calctool critical` as a document; words and order only, no mathematics."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.tree import Relation, Tree
from calctool.present.cases import case_blocks
from calctool.present.document import (
    Block,
    Document,
    Figure,
    Formula,
    Note,
    Prose,
    Steps,
    Text,
    Title,
    Wishes,
)
from calctool.present.figures.graphs import graph
from calctool.present.figures.maps import contour_map, one_drawn
from calctool.present.figures.pictures import sketch_blocks
from calctool.present.optimum.argument import argument_blocks
from calctool.present.optimum.by_letters import ByLetters
from calctool.present.optimum.certainty import certainty_notes, is_all_proved
from calctool.present.optimum.extremes import extreme_blocks, reasons
from calctool.present.optimum.facts import (
    domain_parts,
    given_domain,
    name_blocks,
    parameter_blocks,
    scope_blocks,
)
from calctool.present.optimum.points import Points
from calctool.present.optimum.sets import family_blocks, row_blocks, set_blocks
from calctool.present.optimum.setting import Setting
from calctool.present.optimum.solving import gradient_blocks, rules_used, solving_blocks
from calctool.present.optimum.tests import test_blocks
from calctool.present.parts.assurance import completed, remarks, said_once, without_method
from calctool.present.parts.posing import said_of
from calctool.present.parts.sets import domain_text
from calctool.present.phrases import formula, joined, unbroken
from calctool.solve.answer import State, Status
from calctool.solve.critical.record import CriticalAnswer, CriticalQuestion
from calctool.words import Language, titles
from calctool.words.doors import handout as exercises
from calctool.words.extrema import candidates
from calctool.words.extrema import optimum as words


def document(answer: CriticalAnswer, wishes: Wishes) -> Document:
    """The points first, then how they were found and tested, then how certain all this is."""
    setting = Setting(answer, wishes)
    blocks: list[Block] = [*_facts(answer, setting, wishes.steps)]
    if len(answer.cases) > 1 and answer.question.parameters:
        blocks += ByLetters(answer, wishes, figure).blocks(found)
    else:
        blocks += [*_points(answer, setting), *case_blocks(answer, wishes)]
    if answer.pictured is not None:
        blocks += ByLetters(answer, wishes, figure).picture(answer)
    elif len(answer.cases) < 2 or not answer.question.parameters:
        blocks += sketch_blocks(figure(answer, wishes), answer, wishes)
    full = wishes.steps == "full"
    proved = not full and is_all_proved(setting)
    is_solved = setting.is_of_one and bool(answer.solving) and wishes.steps != "none"
    found_all = without_method(answer.completeness) if is_solved else answer.completeness
    found_all = said_once(found_all, reasons(setting), candidates.COMPLETE)
    blocks += completed(found_all, wishes.language, proved=proved)
    if wishes.steps != "none":
        blocks += _derivations(answer, setting, full=full)
    blocks += [*certainty_notes(setting, full=full), *remarks(answer.notes, wishes.language)]
    return Document(tuple(blocks), partial=not setting.is_of_one)


def found(answer: CriticalAnswer, wishes: Wishes) -> Iterator[Block]:
    """The points and the extremes alone, with what their names mean."""
    setting = Setting(answer, wishes)
    yield from _points(answer, setting)
    yield from setting.short.meanings(setting.say(words.WITH))


def figure(answer: CriticalAnswer, wishes: Wishes) -> Figure | None:
    """The contours with the points; None where no heights were asked for."""
    if len(answer.question.wrt) == 1:
        return graph(answer, wishes.digits)
    return contour_map(one_drawn(answer), wishes)


def _facts(answer: CriticalAnswer, setting: Setting, steps: Steps) -> Iterator[Block]:
    yield Formula(answer.question.statement, setting.value, setting.say(words.FUNCTION))
    caption: Text | None = setting.say(words.SLOPE if setting.is_of_one else words.GRADIENT)
    for place, (one, label) in enumerate(zip(answer.gradient, _slopes(setting), strict=False)):
        aside = rules_used(answer.gradient, place, setting) if steps == "brief" else None
        yield Formula(one.derivative, label, caption, aside=aside)
        caption = None
    yield from name_blocks(setting)
    if answer.conditions:
        name = answer.question.wrt[0]
        text = domain_text(answer.conditions, answer.natural, name, setting.language)
        yield Prose(text, setting.say(titles.DOMAIN))
    yield from given_domain(setting)
    yield from parameter_blocks(setting)
    yield from scope_blocks(setting)


def _slopes(setting: Setting) -> Iterator[Tree]:
    return (setting.labels.derivative((name,)) for name in setting.variables)


def _points(answer: CriticalAnswer, setting: Setting) -> Iterator[Block]:
    zero = all(point.why == "gradient-zero" for point in answer.points)
    if answer.points:
        yield Title(setting.say(words.STATIONARY_POINTS if zero else words.CRITICAL_POINTS))
        yield from Points(setting).blocks()
    elif not (answer.sets or answer.families or answer.status is Status.STOPPED) and _is_said(
        answer
    ):
        complete = answer.completeness.state is State.COMPLETE
        none = words.NO_POINT if complete else words.NO_POINT_FOUND
        yield Prose(setting.say(none), setting.say(words.CRITICAL_POINTS))
    yield from set_blocks(setting)
    yield from family_blocks(setting)
    yield from row_blocks(setting, answer.beyond)
    yield from extreme_blocks(setting)


def _is_said(answer: CriticalAnswer) -> bool:
    """Whether points were looked for at all."""
    return answer.minimum is not None or not answer.question.parameters


# --- the derivation -----------------------------------------------------------------------------


def _derivations(answer: CriticalAnswer, setting: Setting, *, full: bool) -> Iterator[Block]:
    yield from gradient_blocks(answer.gradient, _slopes(setting), setting, full=full)
    if answer.solving:
        title = words.SOLVING_ONE if setting.is_of_one else words.SOLVING_GRADIENT
        yield Title(setting.say(title, setting.function))
        yield from solving_blocks(setting, full=full)
    if answer.question.parameters:
        yield from _hessian(answer, setting, full=full)
    if answer.points or answer.sets or answer.families:
        yield Title(setting.say(words.CLASSIFICATION))
        if full:
            necessary = words.NECESSARY_OF_ONE if setting.is_of_one else words.NECESSARY
            yield Note("note", setting.say(necessary, setting.function))
        if full or not all(point.test.samples for point in answer.points):
            yield from _hessian(answer, setting, full=full)
        yield from test_blocks(setting, "plain", full=full)
    yield from argument_blocks(setting)
    yield from setting.short.meanings(setting.say(words.WITH))


def _hessian(answer: CriticalAnswer, setting: Setting, *, full: bool) -> Iterator[Block]:
    """The second derivatives, each pair of equal ones once; in brief as they fit into a line."""
    caption: Text | None = setting.say(words.SECOND_SLOPE if setting.is_of_one else words.BENDS)
    found = [
        (setting.labels.derivative((setting.variables[row], setting.variables[column])), tree)
        for row, entries in enumerate(answer.hessian)
        for column, tree in enumerate(entries)
        if column >= row
    ]
    if not full and found:
        listed_ = [unbroken(formula(Relation(label, "=", tree))) for label, tree in found]
        yield Prose(joined(listed_, ",  "), caption)
        return
    for label, tree in found:
        yield Formula(tree, label, caption)
        caption = None


def task(asked: CriticalQuestion, language: Language) -> Text:
    """The problem as a handout puts it."""
    return said_of(asked, language, exercises.CRITICAL, domain_parts(asked))
