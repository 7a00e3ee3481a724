"""Extrema by cases of letters: where they can change, what is found in each case, all in short."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from calctool.notation.tree import Name, Relation
from calctool.present.document import Block, Figure, Note, Prose, Text, Title, Wishes
from calctool.present.optimum.points import kind
from calctool.present.optimum.sets import equations
from calctool.present.optimum.setting import Setting
from calctool.present.optimum.solving import solving_blocks
from calctool.present.optimum.tests import Matrix, test_blocks
from calctool.present.parts.divided import Divided
from calctool.present.phrases import formula, joined
from calctool.solve.answer import Case, Condition
from calctool.solve.candidates import PointKind
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.table.cases.united import united
from calctool.words import titles
from calctool.words.extrema import cases as words
from calctool.words.extrema import optimum
from calctool.words.proofs import parameters

Found = Callable[[Any, Wishes], Iterator[Block]]

Draw = Callable[[Any, Wishes], Figure | None]

_MANY = 6
"""With more cases the reader first sees them in short."""
_MOST = 4
"""Points of one kind that are listed in short."""


class ByLetters(Struct, frozen=True):
    """One answer with letters, to one reader."""

    answer: OptimumAnswer
    wishes: Wishes
    figure: Draw

    @property
    def divided(self) -> Divided:
        return Divided(self.answer, self.wishes, words.CAN_CHANGE)

    def blocks(self, found: Found) -> Iterator[Block]:
        """`found` makes the blocks of one case."""
        many = len(self.answer.cases) > _MANY
        yield from self.divided.changes()
        if many:
            yield from self.in_short()
        for case in self.answer.cases:
            one = self.of(case)
            yield Title(self.divided.condition(case.when))
            yield from self.function(one)
            inside = found(one, replace(self.wishes, steps="none"))
            yield from (block for block in inside if not isinstance(block, Title))
            yield from self.why(one)
            yield from self.picture(one)
        if not many:
            yield from self.in_short()

    def why(self, one: OptimumAnswer) -> Iterator[Block]:
        """How the system of the case was solved, and what the second derivatives say."""
        if self.wishes.steps == "none":
            return
        setting = Setting(one, self.wishes)
        yield from solving_blocks(setting, full=False)
        matrix: Matrix = "bordered" if one.question.constraints else "plain"
        tests = test_blocks(setting, matrix, full=False)
        yield from (block for block in tests if not isinstance(block, Note))

    def picture(self, one: OptimumAnswer) -> Iterator[Block]:
        """The level curves with the points, for one value of each letter."""
        at = one.pictured
        drawn = self.figure(at, self.wishes) if at is not None and self.wishes.drawn else None
        if at is not None and drawn is not None:
            equal = (formula(Relation(Name(name), "=", value)) for name, value in at.sample)
            where = joined(equal, ", ")
            yield Prose(where, self.divided.say(parameters.GRAPH))
            yield replace(drawn, label=joined((drawn.label, where), ", "), small=True)

    def of(self, case: Case) -> OptimumAnswer:
        one = case.answer or replace(self.answer, cases=())
        assert isinstance(one, OptimumAnswer)  # noqa: S101 (of the same command)
        return one

    def function(self, one: OptimumAnswer) -> Iterator[Block]:
        """f with the numbers that stand for letters, where the case says which."""
        if one.question.statement != self.answer.question.statement:
            setting = Setting(one, self.wishes)
            yield Prose(formula(Relation(setting.value, "=", one.question.statement)))

    # --- in short ---

    def in_short(self) -> Iterator[Block]:
        """Cases in which the same is found, together."""
        if len(self.answer.cases) < 2:
            return
        yield Title(self.divided.say(parameters.IN_SHORT))
        told: dict[Text, list[Condition]] = {}
        for case in self.answer.cases:
            told.setdefault(self.told(self.of(case)), []).append(case.when)
        for text, conditions in told.items():
            yield Prose(text, self.divided.condition(united(conditions)))

    def told(self, one: OptimumAnswer) -> Text:
        """Each kind with its points and sets, and what is open of them."""
        setting = Setting(one, self.wishes)
        if one.completeness.reason == words.NOWHERE:
            return setting.say(words.NOWHERE)
        kinds: dict[tuple[PointKind, bool | None], list[Text]] = {}
        for point in one.points:
            kinds.setdefault((point.kind, point.strict), []).append(setting.coordinates(point.at))
        for found in one.sets:
            for part in found.kinds:
                where = equations(found, setting=setting)
                if part.where:
                    needs = joined(map(formula, part.where), titles.COMMA.say(setting.language))
                    where = joined((where, needs), titles.COMMA.say(setting.language))
                kinds.setdefault((part.kind, None), []).append(where)
        parts = []
        for (name, strict), places in kinds.items():
            listed = places[:_MOST]
            more = [setting.say(words.MORE)] if len(places) > _MOST else []
            at = joined((*listed, *more), titles.COMMA.say(setting.language))
            parts.append(joined((kind(name, strict, setting), at), " "))
        if one.families:
            parts.append(setting.say(words.ROWS))
        ends = (words.LEAST, words.GREATEST)
        parts += [setting.say(each) for each in one.completeness.missing if each not in ends]
        if not parts:
            return setting.say(optimum.NO_POINT_IN_CASE)
        return setting.join(parts, titles.SEMICOLON)
