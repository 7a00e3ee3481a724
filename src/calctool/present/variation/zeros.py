"""The zeros of f, where they were asked for, and what names of places stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from calctool.notation.tree import Name
from calctool.present.document import Block, Prose, Text
from calctool.present.parts.divided import named_places
from calctool.present.parts.integers import integers
from calctool.present.parts.numbers import Numbers
from calctool.present.phrases import filled, foreign, formula, joined, phrase
from calctool.solve.exact.record import Exact, Interval
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import RootFamily
from calctool.words import Language, Words, titles
from calctool.words.extrema import optimum
from calctool.words.proofs import parameters as words


def places(table: TableAnswer, numbers: Numbers, language: Language) -> Iterator[Block]:
    """What the names of places without a formula stand for."""
    listed = [point.at for point in table.points] + [root.at for root in table.roots or ()]
    yield from named_places(listed, numbers, language)


def zeros(table: TableAnswer, numbers: Numbers, language: Language) -> Iterator[Block]:
    """The zeros of f, where they were asked for."""
    if table.roots is None:
        return
    caption, name = phrase(words.ZEROS, language), table.question.variable
    if not table.roots and not table.flat:
        yield Prose(phrase(words.NO_ZERO, language), caption)
        return
    alone = table.lone_roots if table.root_families else table.roots
    told = [_zero(root.at, root.multiplicity, name, numbers, language) for root in alone]
    told += _repeated(table.root_families, name, numbers, language)
    told += [_all_of(one, name, numbers, language) for one in table.flat]
    yield Prose(joined(told, titles.COMMA.say(language)), caption, emphasis=True)


def _all_of(one: Interval, name: str, numbers: Numbers, language: Language) -> Text:
    ends = joined((numbers.short(end) for end in (one.start, one.end)), ", ")
    left, right = ("[" if one.closed[0] else "(", "]" if one.closed[1] else ")")
    span = joined((foreign(left), ends, foreign(right)), "")
    return filled(words.ALL_OF, language, formula(Name(name)), span)


def _repeated(
    families: Iterable[RootFamily], name: str, numbers: Numbers, language: Language
) -> Iterator[Text]:
    """x = k*pi (multiplicity 2), x = pi/2 + k*pi, k any integer"""
    for whole, group in groupby(families, lambda each: (each.integer, each.reach)):
        at = [
            _zero(Exact(each.at, None, None), each.multiplicity, name, numbers, language)
            for each in group
        ]
        places = joined(at, titles.COMMA.say(language))
        yield filled(optimum.FAMILY, language, places, integers([whole], language))


def _zero(
    at: Exact, multiplicity: int | None, name: str, numbers: Numbers, language: Language
) -> Text:
    text = numbers.equation(formula(Name(name)), at)
    if multiplicity is None or multiplicity < 2:
        return text
    return filled(
        Words(
            en=words.DOUBLE.en.replace("{count}", str(multiplicity)),
            zh=words.DOUBLE.zh.replace("{count}", str(multiplicity)),
        ),
        language,
        text,
    )
