"""Facts that stand above the points: what names mean, where f was looked at."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calctool.notation.tree import INFINITY, Name, Tree, number
from calctool.present.document import Block, Formula, Prose, Text
from calctool.present.optimum.setting import Setting
from calctool.present.parts.divided import Divided
from calctool.present.phrases import formula, joined
from calctool.solve.optimum.record import OptimumQuestion
from calctool.solve.question import Stretch
from calctool.words import table, titles
from calctool.words.extrema import optimum as words
from calctool.words.extrema.cases import CAN_CHANGE


def name_blocks(setting: Setting) -> Iterator[Block]:
    """What the steps call u₁, u₂, …"""
    caption: Text | None = setting.say(titles.WITH)
    for name, tree in setting.answer.names:
        yield Formula(tree, Name(name), caption)
        caption = None


def parameter_blocks(setting: Setting) -> Iterator[Block]:
    """The letters that stand for numbers."""
    if setting.answer.question.parameters:
        yield Divided(setting.answer, setting.wishes, CAN_CHANGE).parameters()


def scope_blocks(setting: Setting) -> Iterator[Block]:
    """The box outside which nothing is claimed."""
    scope = setting.answer.completeness.scope
    if scope:
        parts = (_closed(name, low, high) for name, low, high in scope)
        said = setting.fill(table.WINDOW, setting.join(parts))
        yield Prose(said, setting.say(words.SCOPE))


def given_domain(setting: Setting) -> Iterator[Block]:
    """The part of the line that was asked for, for each variable."""
    given = list(domain_parts(setting.answer.question))
    if given:
        yield Prose(setting.join(given), setting.say(words.GIVEN_DOMAIN))


def domain_parts(asked: OptimumQuestion) -> Iterator[Text]:
    """The parts of the axes that a question is confined to."""
    return (stretch_text(name, part) for name, part in asked.domain)


def stretch_text(name: str, part: Stretch) -> Text:
    """x ∈ [0, 2π)"""
    return joined((Text("{0} ∈ ", (Name(name),)), interval_text(part)), "")


def interval_text(part: Stretch) -> Text:
    """[0, 2π)"""
    left, right = "(["[part.closed[0]], ")]"[part.closed[1]]
    return joined((Text(left), _end(part.start), Text(", "), _end(part.end), Text(right)), "")


def _closed(name: str, low: Fraction, high: Fraction) -> Text:
    return stretch_text(name, Stretch(number(low), number(high), (True, True)))


def _end(tree: Tree) -> Text:
    return Text("+{0}", (tree,)) if tree == INFINITY else formula(tree)
