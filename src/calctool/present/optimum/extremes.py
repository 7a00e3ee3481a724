"""The least and the greatest value: attained where, or not and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from calctool.notation.quoted import quoted
from calctool.notation.tree import INFINITY, Name, Negative
from calctool.present.document import Block, Prose, Text
from calctool.present.optimum.repeated import repetition
from calctool.present.optimum.sets import equations, family_text, rows_of, told
from calctool.present.optimum.setting import Setting
from calctool.present.phrases import foreign
from calctool.solve.candidates import Extreme
from calctool.words import Words, titles
from calctool.words.extrema import optimum as words

_MOST = 8
"""Places of one value that are written out."""

Turn = Literal["least", "greatest"]


def extreme_blocks(setting: Setting) -> Iterator[Block]:
    """The values, the places and the reasons; a reason for both of them stands once, below."""
    least, greatest = setting.answer.minimum, setting.answer.maximum
    is_shared = (
        least is not None
        and greatest is not None
        and _why(least, setting) == _why(greatest, setting)
    )
    captions: tuple[tuple[Extreme | None, Turn, Words], ...] = (
        (least, "least", words.LEAST),
        (greatest, "greatest", words.GREATEST),
    )
    for found, turn, caption in captions:
        if found is None:
            continue
        text = _said(found, turn, setting)
        if not is_shared:
            text = setting.join((text, setting.foreign(_why(found, setting))), titles.SEMICOLON)
        yield Prose(text, setting.say(caption), emphasis=True)
    if is_shared and greatest is not None:
        yield Prose(setting.foreign(greatest.reason))


def reasons(setting: Setting) -> set[Words]:
    """What was said of the least and of the greatest value."""
    both = (setting.answer.minimum, setting.answer.maximum)
    return {_why(found, setting) for found in both if found is not None}


def _why(found: Extreme, setting: Setting) -> Words:
    """The curve that shows a bound says more than the name of an argument."""
    curve = found.approached
    if curve is None or curve.value is None or found.value is None:
        return found.reason
    names = ", ".join(quoted(Name(name)) for name, _ in curve.points)
    places = ", ".join(quoted(tree) for _, tree in curve.points)
    t = quoted(Name(curve.parameter))
    facts = {
        "function": quoted(setting.function),
        "value": quoted(curve.value),
        "limit": quoted(found.value.expr),
        "t": t,
    }
    if len(curve.points) > 1:
        names, places = f"({names})", f"({places})"
    return words.APPROACHED.filled(names=names, places=places, **facts)


def _said(found: Extreme, turn: Turn, setting: Setting) -> Text:
    if found.attained is None and found.value is not None:
        return setting.fill(words.MAYBE_ATTAINED[turn], setting.number(found.value))
    if found.attained is None:
        return setting.say(words.OPEN)
    if found.value is None or found.value.expr in (INFINITY, Negative(INFINITY)):
        # Other reasons say it themselves, and so does a curve.
        derived = found.value is not None and len(found.proof) > 1
        is_silent = derived and _why(found, setting) == found.reason
        return setting.say(words.NOT_BOUNDED[turn] if is_silent else words.NO_POINT)
    value = setting.number(found.value)
    if not found.attained:
        return setting.fill(words.NOT_ATTAINED[turn], value)
    if not found.is_placed:
        return value
    return _taken(value, found, setting)


def _taken(value: Text, found: Extreme, setting: Setting) -> Text:
    """At which points, and where else: whole sets are told by their equations."""
    sets = [setting.answer.sets[index] for index in found.sets]
    if not all(each.told for each in sets):
        return setting.fill(words.AT, value, setting.say(words.EVERY_POINT))
    sign = titles.SEMICOLON if found.families and not repetition(setting) else words.AND_ALSO
    spots = list(_places(found, setting))
    where = equations(*sets, setting=setting)
    if not sets:
        return setting.fill(words.AT, value, setting.join(spots, sign))
    if not spots:
        return setting.fill(words.WHERE_TAKEN, value, where)
    return setting.fill(words.AT_AND_WHERE, value, setting.join(spots, sign), where)


def _places(found: Extreme, setting: Setting) -> Iterator[Text]:
    answer = setting.answer
    single = found.at
    if found.endless:
        rows = rows_of(setting)
        yield from told(setting).recurring(found.endless, rows)
        members = {each.at for one in found.endless for each in rows[one.family].members}
        single = tuple(at for at in found.at if at[0][1] not in members)
    for at in single[:_MOST]:
        yield setting.point(at)
    if len(single) > _MOST:
        yield foreign(words.MORE.say(setting.language, count=len(single) - _MOST))
    for index in () if repetition(setting) else found.families:
        yield family_text(answer.families[index], setting)
