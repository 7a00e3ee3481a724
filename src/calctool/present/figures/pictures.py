"""What all figures share: their place in a document, and names that fit into a picture."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from calctool.notation.printing.unicode import pretty
from calctool.notation.tree import Negative, Number, Relation, Tree
from calctool.present.document import Block, Figure, Note, Text, Title, Wishes
from calctool.present.parts.numbers import Numbers
from calctool.present.phrases import formula, phrase
from calctool.solve.exact.record import Exact
from calctool.solve.question import Asked
from calctool.solve.sketch.drawable import obstacle
from calctool.words import Words, titles
from calctool.words import pictures as words
from calctool.words.printable import cells

DIGITS = 4
_LONG = 36
"""Cells of a formula that still fits into a legend."""


def sketch_blocks(found: Figure | None, answer: Any, wishes: Wishes) -> Iterator[Block]:
    """The figure under its title, or why there is none; nothing where none was asked for."""
    if not wishes.drawn:
        return
    if found is None:
        reason = undrawn(answer.question).say(wishes.language)
        yield Note("note", Text(words.NO_PICTURE.say(wishes.language, reason=reason)))
        return
    yield Title(phrase(titles.SKETCH, wishes.language))
    yield found


def undrawn(question: Asked) -> Words:
    return words.OBSTACLES[obstacle(question) or "draw-nothing"]


def short_formula(relation: Relation) -> Text:
    """The relation, or what stands on its left where it is too long for a legend."""
    return formula(relation if cells(pretty(relation)) <= _LONG else relation.left)


def short_value(value: Exact | float) -> Text:
    return formula(rounded(value)) if isinstance(value, float) else Numbers(DIGITS).short(value)


def rounded(value: float) -> Tree:
    """A number as it is written in a picture."""
    text = f"{abs(value):.{DIGITS}g}"
    exact = Fraction(text)
    number = Number(exact, typed="" if exact.denominator == 1 and "e" not in text else text)
    return Negative(number) if value < 0 and exact else number
