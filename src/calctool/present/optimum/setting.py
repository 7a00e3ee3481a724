"""The names, the numbers and the language of one page on extrema."""

from __future__ import annotations

import re
from collections.abc import Iterable

from calctool.notation.system import Line
from calctool.notation.tree import Applied, Name, Relation, Tree
from calctool.present.document import Text, Wishes
from calctool.present.optimum.short_names import ShortNames
from calctool.present.parts.labels import Labels
from calctool.present.parts.numbers import Numbers
from calctool.present.phrases import filled, foreign, formula, joined, phrase, said
from calctool.solve.candidates import CandidatePoint, Place
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words import Language, Words, titles

_POINTS = ("P", "Q", "A", "M")


class Setting:
    """How one answer is spoken of; points have numbers when there is more than one."""

    def __init__(self, answer: OptimumAnswer, wishes: Wishes) -> None:
        asked = answer.question
        self.answer, self.wishes = answer, wishes
        self.language: Language = wishes.language
        self.labels = Labels(asked.as_diff())
        self.variables = asked.wrt
        self.numbers = Numbers(wishes.digits)
        self.used = used = _letters(answer)
        self.short = ShortNames(used, wishes.language, wishes.digits)
        self.letter = next((letter for letter in _POINTS if letter not in used), _POINTS[0])
        self.places = {point.at: number for number, point in enumerate(answer.points, start=1)}
        for point in answer.points:
            self._name_coordinates(point)

    def _name_coordinates(self, point: CandidatePoint) -> None:
        """x₂ is the coordinate of the second point, x₀ that of the only one."""
        number = self.places[point.at] if len(self.places) > 1 else 0
        for name, value in (*point.at, *(point.multipliers or ())):
            self.short.coordinate(name, number, value)
        if point.value is not None:
            self.short.coordinate(self.labels.function, number, point.value)

    # --- words ---

    def say(self, words: Words, *formulas: Line) -> Text:
        return phrase(words, self.language, *formulas)

    def fill(self, words: Words, *texts: Text) -> Text:
        return filled(words, self.language, *texts)

    def join(self, texts: Iterable[Text], sign: Words = titles.COMMA) -> Text:
        return joined(texts, sign.say(self.language))

    def foreign(self, words: Words) -> Text:
        """Words of a solver, whatever signs they bring; arrows, − and ∞ as people write them."""
        marked = Words(en=_typeset(words.en), zh=_typeset(words.zh))
        return said(marked, self.language)

    # --- names ---

    @property
    def is_of_one(self) -> bool:
        return len(self.variables) == 1

    @property
    def is_constrained(self) -> bool:
        return bool(self.answer.question.constraints)

    @property
    def function(self) -> Name:
        """The letter alone: f."""
        return Name(self.labels.function)

    @property
    def value(self) -> Applied:
        """f(x, y)"""
        arguments = tuple(map(Name, self.variables))
        return Applied(self.labels.function, arguments, (0,) * len(arguments))

    def point_name(self, at: Place) -> Text | None:
        """P₂ for the second of several points; None for the only one and for other places."""
        number = self.places.get(at)
        if number is None or len(self.places) < 2:
            return None
        return formula(Name(f"{self.letter}{number}"))

    def point(self, at: Place) -> Text:
        """The point by its number, or by its coordinates: x = 2, (−1, 3)."""
        name = self.point_name(at)
        return name if name is not None else self.coordinates(at)

    def coordinates(self, at: Place) -> Text:
        if len(at) == 1:
            ((name, value),) = at
            return self.equation(Name(name), value)
        inside = joined((self.numbers.short(value) for _, value in at), ", ")
        return joined((foreign("("), inside, foreign(")")), "")

    # --- numbers ---

    def cell(self, value: Exact | None) -> Text:
        """For a cell of the table of points: exact where that is short."""
        return Text("?") if value is None else self.numbers.short(value, self.numbers.digits)

    def equation(self, left: Tree, value: Exact) -> Text:
        """left = exact ≈ decimal; a long exact form by its name."""
        return self.numbers.equation(formula(left), self.short.exact(value))

    def number(self, value: Exact) -> Text:
        return self.numbers.full(self.short.exact(value))


def _letters(answer: OptimumAnswer) -> set[str]:
    """The stems of all names on the page: P1 must not be a point where P1 is a variable."""
    asked = answer.question
    names = set(asked.statement.names).union(asked.wrt, (name for name, _ in answer.names))
    names.update(*(each.names for each in asked.constraints), getattr(answer, "multipliers", ()))
    names.update(*(found.parameters for found in answer.sets))
    names.update(letter for found in answer.sets for letter, _ in found.repeats)
    names.update(*(family.integers for family in answer.families))
    return {name.rstrip("0123456789_") for name in names} | names


_SIGNS = ((" -> ", " → "), ("<=", "≤"), (">=", "≥"))
_INFINITY = re.compile(r"-?\boo\b")
_MINUS = re.compile(r"(?<!\S)-(?=\s|∞|$)")
"""A minus that stands alone, or before ∞: no hyphen of a word."""


def _typeset(text: str) -> str:
    for typed, sign in _SIGNS:
        text = text.replace(typed, sign)
    text = _MINUS.sub("−", text)
    return _INFINITY.sub(lambda found: "−∞" if found[0].startswith("-") else "+∞", text)


def relation(name: str, tree: Tree) -> Relation:
    return Relation(Name(name), "=", tree)
