"""The answer of `calctool lagrange` as a document; words and order only, no mathematics."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.system import System
from calctool.notation.tree import Applied, Derivative, Name
from calctool.present.cases import case_blocks
from calctool.present.document import (
    Block,
    Document,
    Figure,
    Formula,
    Note,
    Prose,
    Text,
    Title,
    Wishes,
)
from calctool.present.figures.maps import constraint_map, one_drawn
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
from calctool.present.optimum.sets import family_blocks, set_blocks
from calctool.present.optimum.setting import Setting
from calctool.present.optimum.solving import gradient_blocks, solving_blocks
from calctool.present.optimum.tests import test_blocks
from calctool.present.parts.assurance import completed, remarks, said_once
from calctool.present.parts.posing import stated
from calctool.present.phrases import filled, foreign, formula, joined, listed, unbroken
from calctool.solve.answer import State
from calctool.solve.lagrange.record import LagrangeAnswer, LagrangeQuestion
from calctool.words import Language, titles
from calctool.words.doors import handout as exercises
from calctool.words.extrema import multipliers
from calctool.words.extrema import optimum as words

_LAGRANGIANS = ("L", "K", "H", "Lagrangian")


def document(answer: LagrangeAnswer, wishes: Wishes) -> Document:
    """The points and the extremes first, then the method of multipliers, then how certain it is."""
    setting = Setting(answer, wishes)
    blocks: list[Block] = [*_facts(answer, setting)]
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
    found_all = said_once(answer.completeness, reasons(setting), multipliers.ALL_LISTED)
    blocks += completed(found_all, wishes.language, proved=proved)
    if wishes.steps != "none":
        blocks += _derivations(answer, setting, full=full)
    blocks += [*certainty_notes(setting, full=full), *remarks(answer.notes, wishes.language)]
    return Document(tuple(blocks), partial=True)


def found(answer: LagrangeAnswer, wishes: Wishes) -> Iterator[Block]:
    """The points and the extremes alone, with what their names mean."""
    setting = Setting(answer, wishes)
    if answer.feasible is False:
        yield Prose(setting.say(words.INFEASIBLE), setting.say(words.FEASIBLE))
    yield from _points(answer, setting)
    yield from setting.short.meanings(setting.say(words.WITH))


def figure(answer: LagrangeAnswer, wishes: Wishes) -> Figure | None:
    """The constraint among the contours of f; None where no heights were asked for."""
    return constraint_map(one_drawn(answer), wishes)


def _facts(answer: LagrangeAnswer, setting: Setting) -> Iterator[Block]:
    constraints = answer.question.constraints
    beside = None
    if len(constraints) == 1:
        beside = setting.say(words.SUBJECT_TO, constraints[0])
    objective = setting.say(words.OBJECTIVE)
    yield Formula(answer.question.statement, setting.value, objective, aside=beside)
    caption: Text | None = setting.say(words.CONSTRAINTS)
    numbered = len(constraints) > 1
    for number, constraint in enumerate(constraints if numbered else (), start=1):
        text = formula(constraint)
        yield Prose(joined((foreign(f"({number}) "), text), "") if numbered else text, caption)
        caption = None
    if answer.lagrangian is not None:
        yield Formula(
            answer.lagrangian, _lagrangian(answer, setting), setting.say(words.LAGRANGIAN)
        )
    yield from name_blocks(setting)
    if answer.conditions:
        yield Prose(listed(answer.conditions, setting.language), setting.say(titles.DOMAIN))
    yield from given_domain(setting)
    yield from parameter_blocks(setting)
    if answer.feasible is False:
        yield Prose(setting.say(words.INFEASIBLE), setting.say(words.FEASIBLE))
    yield from scope_blocks(setting)


def _lagrangian(answer: LagrangeAnswer, setting: Setting) -> Applied:
    """L(x, y, λ)"""
    arguments = tuple(map(Name, (*setting.variables, *answer.multipliers)))
    return Applied(_letter(setting).id, arguments, (0,) * len(arguments))


def _letter(setting: Setting) -> Name:
    taken = {setting.labels.function, setting.letter, *setting.used}
    return Name(next(letter for letter in _LAGRANGIANS if letter not in taken))


def _points(answer: LagrangeAnswer, setting: Setting) -> Iterator[Block]:
    if answer.points:
        yield Title(setting.say(words.CANDIDATES))
        yield from Points(setting, answer.multipliers, _letter(setting)).blocks()
    yield from set_blocks(setting)
    yield from family_blocks(setting)
    if answer.feasible is not False:
        yield from extreme_blocks(setting)


# --- the derivation -----------------------------------------------------------------------------


def _derivations(answer: LagrangeAnswer, setting: Setting, *, full: bool) -> Iterator[Block]:
    letter = _letter(setting)
    labels = (Derivative(letter, (name,)) for name in setting.variables)
    yield from gradient_blocks(answer.gradient, labels, setting, full=full)
    yield from _system(answer, setting, full=full)
    if answer.bordered:
        yield Title(setting.say(words.BORDERED))
        yield Prose(_matrix(answer))
    if answer.solving:
        yield Title(setting.say(words.SOLVING))
        yield from solving_blocks(setting, full=full)
    if answer.points:
        yield Title(setting.say(words.CLASSIFICATION))
        yield from test_blocks(setting, "bordered", full=full)
    yield from argument_blocks(setting)
    yield from setting.short.meanings(setting.say(words.WITH))


def _matrix(answer: LagrangeAnswer) -> Text:
    """[0, p, q; p, 0, 1; q, 1, 0]"""
    rows = [joined([unbroken(formula(each)) for each in row], ", ") for row in answer.bordered]
    return joined((foreign("["), joined(rows, "; "), foreign("]")), "")


def _qualification(answer: LagrangeAnswer, setting: Setting) -> Text:
    """Which points have no multipliers; none is said only where points are all there is."""
    singular = [setting.point(point.at) for point in answer.points if not point.regular]
    if singular:
        return setting.fill(words.QUALIFICATION, setting.join(singular))
    if answer.sets or answer.families or answer.completeness.state is not State.COMPLETE:
        return setting.say(words.QUALIFICATION_OPEN)
    return setting.fill(words.QUALIFICATION, setting.say(words.NO_POINT))


def _system(answer: LagrangeAnswer, setting: Setting, *, full: bool) -> Iterator[Block]:
    """The equations, unless the solution begins with just these; where they do not reach."""
    if answer.system and not (answer.solving and answer.solving[0].start == System(answer.system)):
        yield Title(setting.say(words.SYSTEM))
        yield from (Formula(equation) for equation in answer.system)
    is_open = (
        any(not point.regular for point in answer.points)
        or answer.completeness.state is not State.COMPLETE
    )
    if answer.system and (full or is_open):
        yield Note("note", _qualification(answer, setting))
    if any(constraint.sign in ("<=", ">=") for constraint in answer.question.constraints):
        yield Note("note", setting.say(words.CASES))


def task(asked: LagrangeQuestion, language: Language) -> Text:
    """The problem as a handout puts it."""
    bounds = (*map(formula, asked.constraints), *domain_parts(asked))
    constraints = joined(bounds, titles.COMMA.say(language))
    return filled(exercises.LAGRANGE, language, formula(stated(asked)), constraints)
