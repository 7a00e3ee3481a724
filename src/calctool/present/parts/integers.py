"""The whole numbers for which points repeat: k any integer, or k = 0, 1, 2, …"""

from __future__ import annotations

from collections.abc import Sequence

from calctool.notation.tree import Name, Relation, number
from calctool.present.document import Text
from calctool.present.phrases import filled, foreign, formula, joined, unbroken
from calctool.solve.exact.record import EVERY, Reach
from calctool.words import Language, titles
from calctool.words.extrema import optimum as words

_LISTED = 3
"""Values that are written out where there are many."""


def integers(reaches: Sequence[tuple[str, Reach]], language: Language) -> Text:
    """Names that take all values together, those with an end one by one."""
    free = [name for name, reach in reaches if reach == EVERY]
    names = joined((formula(Name(name)) for name in free), words.AND_ALSO.say(language))
    parts = [filled(words.ANY_INTEGER[len(free) > 1], language, names)] if free else []
    parts += [_range(name, *reach) for name, reach in reaches if name not in free]
    return joined(parts, titles.SEMICOLON.say(language))


def _range(name: str, first: int | None, last: int | None) -> Text:
    start, turn = (first, 1) if first is not None else (last or 0, -1)
    count = None if first is None or last is None else last - first + 1
    many = count is None or count > _LISTED + 1
    values = [start + turn * n for n in range(_LISTED if many else count or 1)]
    shown = [formula(Relation(Name(name), "=", number(start)))]
    shown += [formula(number(value)) for value in values[1:]]
    if many:
        shown.append(foreign("…"))
    if many and count is not None and last is not None:
        shown.append(formula(number(last)))
    return unbroken(joined(shown, ", "))
