"""The limits at the ends of the domain and far out, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from calctool.notation.tree import (
    INFINITY,
    Applied,
    Limit,
    LimitSide,
    Name,
    Negative,
    Relation,
    Sum,
    Tree,
)
from calctool.present.document import Block, Prose, Text, Title
from calctool.present.parts.numbers import Numbers
from calctool.present.phrases import filled, foreign, formula, joined, phrase
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Asymptote, Part, Tends
from calctool.words import Language
from calctool.words import table as words
from calctool.words.titles import COMMA

_SIDES: dict[str, LimitSide] = {"left": "left", "right": "right", "oo": "both", "-oo": "both"}
_MOST = 8


class Limits(Struct, frozen=True):
    """The limits of one answer; `function` is the letter for f."""

    answer: TableAnswer
    function: str
    language: Language
    numbers: Numbers

    def blocks(self, *, full: bool) -> Iterator[Block]:
        """Those of functions that everyone knows only where every step is asked for."""
        told = [each for each in self.answer.tends if full or each.argument != "standard"]
        lines = [each for each in self.answer.asymptotes if each.apart is not None]
        if told or lines:
            yield Title(phrase(words.LIMITS, self.language))
        for alike in self.grouped(told if full else told[:_MOST]):
            stated = joined(map(self.statement, alike), COMMA.say(self.language))
            yield Prose(joined((stated, self.reason(alike[0])), "   "))
        if not full and len(told) > _MOST:
            yield Prose(foreign(words.MORE.say(self.language, count=len(told) - _MOST)))
        for line in lines:
            yield Prose(self.apart(line))

    def apart(self, line: Asymptote) -> Text:
        """f(x) - (x + 1) = 1/(x - 1) -> 0: what makes a line an asymptote."""
        f = Applied(self.function, (Name(self.answer.question.variable),), (0,))
        assert line.apart is not None  # noqa: S101 (only such lines are asked for)
        difference = Relation(Sum((f, Negative(line.line.right))), "=", line.apart)
        return filled(words.APART, self.language, formula(difference), formula(line.line))

    @staticmethod
    def grouped(told: list[Tends]) -> Iterator[list[Tends]]:
        """Neighbours for which one term decides, in a line."""
        group: list[Tends] = []
        for each in told:
            terms = [part.formula for part in each.parts]
            is_alike = group and terms == [part.formula for part in group[0].parts]
            if group and not (is_alike and each.argument == group[0].argument == "dominant"):
                yield group
                group = []
            group.append(each)
        if group:
            yield group

    def statement(self, one: Tends) -> Text:
        """lim f(x) = +oo, for x to 0 from the right; for x to x0, which is rounded"""
        x = Name(self.answer.question.variable)
        f = Applied(self.function, (x,), (0,))
        ends: dict[str, Tree] = {"oo": INFINITY, "-oo": Negative(INFINITY)}
        is_rounded = one.side not in ends and not one.at.is_known
        place = Name(f"{x.id}0") if is_rounded else ends.get(one.side, one.at.expr)
        limit = formula(Limit(f, x.id, place, _SIDES[one.side]))
        if not one.value.is_known:
            told = joined((limit, self.numbers.full(one.value)), " ")
        elif one.value.expr == INFINITY:
            told = joined((limit, Text("+{0}", (INFINITY,))), " = ")
        else:
            told = joined((limit, formula(one.value.expr)), " = ")
        if not is_rounded:
            return told
        return joined(
            (told, self.numbers.equation(formula(place), one.at)), COMMA.say(self.language)
        )

    def reason(self, one: Tends) -> Text:
        parts = joined(map(self.part, one.parts), COMMA.say(self.language))
        match one.argument:
            case "hospital":
                turned = self.to(formula(one.turned[-1]), self.numbers.full(one.value))
                kind = words.NOUGHT if not _is_endless(one.parts[0]) else words.ENDLESS
                times = len(one.turned)
                said = words.HOSPITAL if times == 1 else words.HOSPITAL_TIMES
                names = (phrase(kind, self.language), turned, foreign(str(times)))
                return filled(said, self.language, *names)
            case "conjugate":
                turned = self.to(formula(one.turned[-1]), self.numbers.full(one.value))
                return filled(words.LIMIT_REASONS["conjugate"], self.language, turned)
            case "dominant":
                leading = joined((formula(part.formula) for part in one.parts), ", ")
                return filled(words.LIMIT_REASONS["dominant"], self.language, leading)
            case argument:
                return filled(words.LIMIT_REASONS[argument], self.language, parts)

    def part(self, part: Part) -> Text:
        return self.to(formula(part.formula), self.numbers.full(part.limit, part.side))

    @staticmethod
    def to(left: Text, right: Text) -> Text:
        return joined((left, right), " → ")


def _is_endless(part: Part) -> bool:
    return part.limit.low is None
