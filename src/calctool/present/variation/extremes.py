"""What a table says of the least and the greatest value, and of where they are attained."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from calctool.notation.tree import Applied, Relation
from calctool.present.document import Block, Prose, Text
from calctool.present.parts.integers import integers
from calctool.present.phrases import foreign, formula, joined
from calctool.present.variation.voice import MOST, Voice
from calctool.solve.exact.record import EVERY, Exact, Interval
from calctool.solve.variation import Extreme, TableInterval
from calctool.words import table as words

if TYPE_CHECKING:
    from calctool.solve.table.line.repetition import Repetition


class Extremes(Voice, frozen=True):
    """Both values, or the bounds that are not attained."""

    def blocks(self) -> Iterator[Block]:
        for title, turn, found in (
            (words.GLOBAL_MAXIMUM, 1, self.answer.maximum),
            (words.GLOBAL_MINIMUM, -1, self.answer.minimum),
        ):
            if found is not None:
                yield Prose(self.extreme(found, turn), self.say(title), emphasis=True)

    def extreme(self, found: Extreme, turn: int) -> Text:
        if found.attained is None or found.value is None:
            return self.say(words.OPEN)
        if found.attained:
            value = self.attained(found, found.value)
            flat = self.flat(found.value)
            if flat and flat == list(self.answer.intervals) and len(flat) == 1:
                return self.fill(words.CONSTANT_VALUE, value)
            spans = joined(map(self.span, flat), " ∪ ")
            if flat and (again := self._repetition()) is not None:
                reach = integers(((again.letter, again.reach),), self.language)
                spans = self.fill(words.FAMILY, spans, reach)
            # Far out f has a value again and again only if it is a limit of f there.
            far = ((one.low, one.high) for one in self.answer.beyond if one.is_flat)
            if flat and any(None in both or found.value in both for both in far):
                spans = joined((spans, foreign("…")), " ∪ ")
            if not (found.at or found.endless):
                return self.fill(words.ON, value, self.fill(words.IN, self.x, spans))
            places = [self.places(found), *([self.fill(words.IN, self.x, spans)] if flat else [])]
            return self.fill(words.ON if flat else words.MINIMUM_AT, value, self.join(places))
        toward = found.toward or found.value
        at = formula(self.variable)
        value, place = self.numbers.full(found.value), self.numbers.full(toward, found.side)
        if found.argument == "unbounded":
            f = formula(Applied(self.function, (self.variable,), (0,)))
            if not found.tends:
                return self.fill(words.NOT_BOUNDED[turn], f, at, place)
            return self.fill(words.NO_MINIMUM, f, value, at, place)
        return self.fill(words.SUPREMUM if turn > 0 else words.INFIMUM, value, at, place)

    def attained(self, found: Extreme, value: Exact) -> Text:
        """The value, or f(x₁) where that was said before."""
        names = self.named.formulas
        name = names.get(found.at[0]) if found.at else None
        shown = self.numbers.full(value)
        if name is None or value not in {p.value for p in self.answer.points if p.at in names}:
            return shown
        return self.named.value_at(name)

    def flat(self, value: Exact) -> list[TableInterval]:
        """The intervals on which f has this value throughout."""
        return [i for i in self.answer.intervals if i.sign == 0 and i.left == value]

    def span(self, one: TableInterval) -> Text:
        """An open interval, with what is added for every repetition of it."""
        again = self._repetition()
        if again is None:
            return self.interval(Interval(one.start, one.end, (False, False)))
        ends = joined((self._again(end, again) for end in (one.start, one.end)), ", ")
        return joined((foreign("("), ends, foreign(")")), "")

    def _repetition(self) -> Repetition | None:
        from calctool.solve.table.line.repetition import repetition

        return repetition(self.answer)

    def _again(self, end: Exact, again: Repetition) -> Text:
        if end.is_known:
            return formula(again.shifted(end))
        return joined((self.numbers.short(end), formula(again.by)), " + ")

    def places(self, found: Extreme) -> Text:
        """The families that repeat points, and the points that are in none of them."""
        families = [self.answer.families[place] for place in found.families]
        repeated = {family.place for family in families}
        single = [at for at in found.at if at not in repeated]
        rows = {
            place: family.row
            for place, family in enumerate(self.answer.families)
            if family.row is not None and family.is_critical
        }
        if found.endless:
            told = {m.at for one in found.endless for m in rows[one.family].members}
            single = [at for at in single if at not in told]
        x = formula(self.variable)
        shown = [*map(self.family, found.families[:MOST])]
        shown += self.told.recurring(found.endless, rows)
        names = self.named.formulas
        shown += [
            formula(Relation(self.variable, "=", names[at]))
            if at in names
            else self.numbers.equation(x, at)
            for at in single[:MOST]
        ]
        if len(single) > MOST:
            more = words.MORE.say(self.language, count=len(single) - MOST)
            shown.append(foreign(more))
        return self.join(shown)

    def family(self, place: int) -> Text:
        """x = pi + k*pi, with the k that are meant where these are not all."""
        family = self.answer.families[place]
        assert family.at is not None  # noqa: S101 (families of a period)
        at = self.repeated(family, family.at)
        if family.reach == EVERY:
            return at
        letters = integers([(family.integer, family.reach)], self.language)
        return joined((at, foreign(" ("), letters, foreign(")")), "")
