"""The least and the greatest value: attained where, or not and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from calctool.notation.tree import INFINITY, Negative
from calctool.present.document import Block, Prose, Text
from calctool.present.optimum.sets import equations, family_text, repetition
from calctool.present.optimum.setting import Setting
from calctool.present.phrases import foreign
from calctool.solve.candidates import Extreme
from calctool.words import titles
from calctool.words.extrema import optimum as words

_MOST = 8
"""Places of one value that are written out."""

Turn = Literal["least", "greatest"]


def extreme_blocks(setting: Setting) -> Iterator[Block]:
    """The values and the places, and under them the reason, once if it is the same."""
    least, greatest = setting.answer.minimum, setting.answer.maximum
    if least is not None:
        yield Prose(_said(least, "least", setting), setting.say(words.LEAST))
    if least is not None and (greatest is None or least.reason != greatest.reason):
        yield Prose(setting.foreign(least.reason))
    if greatest is not None:
        yield Prose(_said(greatest, "greatest", setting), setting.say(words.GREATEST))
        yield Prose(setting.foreign(greatest.reason))


def _said(found: Extreme, turn: Turn, setting: Setting) -> Text:
    if found.attained is None:
        return setting.say(words.OPEN)
    if found.value is None or found.value.expr in (INFINITY, Negative(INFINITY)):
        return setting.say(words.UNBOUNDED[turn], setting.function)
    value = setting.number(found.value)
    if not found.attained:
        return setting.fill(words.NOT_ATTAINED[turn], value)
    if not (found.at or found.families or found.sets):
        return value
    sign = titles.SEMICOLON if found.families and not repetition(setting) else words.AND_ALSO
    return setting.fill(words.AT, value, setting.join(_places(found, setting), sign))


def _places(found: Extreme, setting: Setting) -> Iterator[Text]:
    answer = setting.answer
    for at in found.at[:_MOST]:
        yield setting.point(at)
    if len(found.at) > _MOST:
        yield foreign(words.MORE.say(setting.language, count=len(found.at) - _MOST))
    for index in () if repetition(setting) else found.families:
        yield family_text(answer.families[index], setting)
    for index in found.sets:
        yield equations(answer.sets[index], setting)
