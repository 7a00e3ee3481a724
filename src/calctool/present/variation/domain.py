"""What a table says first: where f is defined, and how it repeats."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.tree import (
    INFINITY,
    ZERO,
    Applied,
    Name,
    Negative,
    Product,
    Relation,
    Sum,
    Tree,
)
from calctool.present.document import Block, Prose, Text
from calctool.present.parts.sets import set_text
from calctool.present.phrases import formula, formulas, joined, listed
from calctool.present.variation.voice import MOST, Voice
from calctool.solve.exact.record import Interval
from calctool.words import table as words
from calctool.words import titles


class Domain(Voice, frozen=True):
    """The lines before the table."""

    def blocks(self) -> Iterator[Block]:
        answer = self.answer
        if answer.shown is not None:
            yield Prose(self._domain(), self.say(titles.DOMAIN))
        if turn := answer.turn:
            shown = formula(Relation(self.variable, ">=", ZERO))
            symmetric = self.fill(words.SYMMETRIC[turn], formula(Name(self.function)), shown)
            yield Prose(symmetric, self.say(words.SYMMETRY))
        if self.repeats:
            yield from self.repetition()
        elif answer.completeness.scope and answer.shown is not None:
            yield Prose(self.interval(Interval(*answer.shown, (True, True))), self.say(words.SHOWN))

    @property
    def repeats(self) -> tuple[object, ...]:
        """How f does, where it does."""
        found = (self.answer.period, self.answer.drift, self.answer.growth)
        return found if any(found) else ()

    def repetition(self) -> Iterator[Block]:
        answer = self.answer
        if answer.period is not None:
            yield Prose(formula(answer.period), self.say(words.PERIOD))
        elif answer.drift is not None:
            yield Prose(self._drift(*answer.drift), self.say(words.REPEATS))
        elif answer.growth is not None:
            yield Prose(self._growth(*answer.growth), self.say(words.REPEATS))

    def _drift(self, length: Tree, by: Tree) -> Text:
        """f(x + T) = f(x) + c"""
        moved = Applied(self.function, (Sum((self.variable, length)),), (0,))
        here = Applied(self.function, (self.variable,), (0,))
        return formula(Relation(moved, "=", Sum((here, by))))

    def _growth(self, length: Tree, factor: Tree) -> Text:
        """f(x + T) = r*f(x)"""
        moved = Applied(self.function, (Sum((self.variable, length)),), (0,))
        here = Applied(self.function, (self.variable,), (0,))
        return formula(Relation(moved, "=", Product((factor, here))))

    def _domain(self) -> Text:
        answer = self.answer
        intervals = answer.domain
        natural = answer.natural
        goes_on = answer.period is not None
        if natural is not None and natural.period is not None and not self._is_bounded():
            goes_on = True
            found = set_text(natural, self.variable.id, self.language)
            if found:
                return self.join((found, *formulas(self._asked())))
        if intervals is None:
            text = listed(self._conditions(), self.language)
            unsolved = words.DOMAIN_OPEN in answer.completeness.missing
            return self.fill(words.NOT_SOLVED, text, self.x) if unsolved else text
        ends = [end.expr for one in intervals for end in (one.start, one.end)]
        if ends == [Negative(INFINITY), INFINITY]:
            return self.say(words.EVERYWHERE, self.variable)
        if answer.conditions and (goes_on or len(intervals) > MOST):
            return listed(self._conditions(), self.language)
        return joined(map(self.interval, intervals), " ∪ ")

    def _is_bounded(self) -> bool:
        """Whether a part of the line with two ends was asked for."""
        asked = self.answer.question.domain
        return asked is not None and not {asked.start, asked.end} & {INFINITY, Negative(INFINITY)}

    def _conditions(self) -> tuple[Relation, ...]:
        """What must hold for x, the ends that were asked for included."""
        return (*self.answer.needed, *self._asked())

    def _asked(self) -> tuple[Relation, ...]:
        asked = self.answer.question.domain
        return () if asked is None else asked.sides(self.variable.id)
