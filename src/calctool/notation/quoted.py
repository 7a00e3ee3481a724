"""Formulas inside words: plain text between marks, which a page turns into a formula again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_back
from calctool.notation.system import Line
from calctool.notation.tree import Name, number
from calctool.words import CLOSE_FORMULA, LANGUAGES, OPEN_FORMULA, Words
from calctool.words.cases import AND, OR


def quoted(line: Line) -> str:
    r"""The formula as a fact for `Words.filled`.

    >>> quoted(tree("x^2"))
    '\ue000x^2\ue001'
    """
    return f"{OPEN_FORMULA}{plain(line)}{CLOSE_FORMULA}"


def all_quoted(lines: Iterable[Line]) -> str:
    return ", ".join(map(quoted, lines))


def either_quoted(groups: Iterable[Iterable[Line]]) -> Words:
    """`a > 0 and b = 1 or a < 0`: all of one of the groups."""
    listed = [[quoted(line) for line in group] for group in groups]
    en, zh = (
        OR.say(language).join(AND.say(language).join(group) for group in listed)
        for language in LANGUAGES
    )
    return Words(en=en, zh=zh)


def quoted_box(sides: Iterable[tuple[str, Fraction, Fraction]]) -> str:
    """`x, y ∈ [-10, 10]`: names with the same bounds together."""
    alike: dict[tuple[Fraction, Fraction], list[str]] = {}
    for name, low, high in sides:
        alike.setdefault((low, high), []).append(quoted(Name(name)))
    return ", ".join(
        f"{', '.join(names)} ∈ [{quoted(number(low))}, {quoted(number(high))}]"
        for (low, high), names in alike.items()
    )


def pieces(marked: str) -> Iterator[str | Line]:
    """Words and formulas in turn; what does not read back stays words."""
    parts = marked.replace(CLOSE_FORMULA, OPEN_FORMULA).split(OPEN_FORMULA)
    for index, part in enumerate(parts):
        if index % 2 == 0:
            yield part
            continue
        try:
            yield read_back(part)
        except Problem:
            yield part
