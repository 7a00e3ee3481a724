"""Where a derivative holds, where there is none and why, and its value at a given point."""

from collections.abc import Iterable, Iterator

from calctool.notation.tree import INFINITY, Name, Negative, Relation, Statement
from calctool.present.document import Block, Formula, Prose, Text
from calctool.present.parts.decimals import decimal
from calctool.present.parts.integers import integers
from calctool.present.parts.labels import Labels
from calctool.present.parts.numbers import Numbers
from calctool.present.phrases import filled, formula, inserted, joined, listed, phrase, said
from calctool.solve.answer import AtPoint, Kink, KinkFamily, OneDerivative, Seam
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.exact.record import Between, BothSides, Exact
from calctool.words import Language, Words, kinds, table, titles
from calctool.words.cases import AND, OR
from calctool.words.proofs import parameters

_INFINITE = (INFINITY, Negative(INFINITY))
_BROKEN = ("jump", "discontinuity")
"""Where f is not continuous, an infinite one-sided derivative says nothing more."""


class Places:
    """What is said of places, to one reader."""

    def __init__(self, labels: Labels, language: Language, digits: int) -> None:
        self.labels = labels
        self.language = language
        self.digits = digits
        self.numbers = Numbers(digits)

    def blocks(self, answer: DiffAnswer) -> Iterator[Block]:
        for one in answer.derivatives:
            yield from self.holds(one, several=len(answer.derivatives) > 1)
        yield from self.exceptions(answer)
        for condition in dict.fromkeys(c for one in answer.derivatives for c in one.undecided):
            yield Prose(self.say(kinds.UNEXAMINED, condition), self.say(titles.UNDECIDED))
        caption: Text | None = None
        for one in answer.derivatives:
            if one.at is not None:
                shown, caption = caption, self.place(one.at)
                yield self.at_point(one, one.at, None if shown == caption else caption)
                yield from self.by_letters(one.wrt, one.at)
                yield from self.wanders(one, one.at)
        tangents = (one.at.tangent for one in answer.derivatives if one.at)
        for tangent in dict.fromkeys(tree for tree in tangents if tree is not None):
            yield Formula(tangent, self.labels.ordinate, self.say(titles.TANGENT))

    def say(self, words: Words, *formulas: Statement) -> Text:
        return phrase(words, self.language, *formulas)

    def join(self, sign: Words, texts: Iterable[Text]) -> Text:
        return joined(texts, sign.say(self.language))

    def holds(self, one: OneDerivative, *, several: bool) -> Iterator[Block]:
        """Conditions of the rules beyond the domain; the exceptions are then listed below."""
        if not one.holds:
            return
        text = self.of(one, listed(one.holds, self.language), several=several)
        yield Prose(text, self.say(titles.HOLDS))

    def of(self, one: OneDerivative, text: Text, *, several: bool) -> Text:
        """With the derivative that is spoken of, where there are several."""
        if not several:
            return text
        return self.join(titles.COLON, (formula(self.labels.derivative(one.wrt)), text))

    def exceptions(self, answer: DiffAnswer) -> Iterator[Block]:
        """The points without a derivative, except the given one, which has a line of its own."""
        before: Words | None = None
        several = len({one.wrt[0] for one in answer.derivatives}) > 1
        for one in answer.derivatives:
            given = [value.expr for _, value in one.at.point] if one.at else []
            places = [kink for kink in one.undefined_at if [kink.at.expr] != given]
            without: tuple[Kink | KinkFamily, ...] = (*places, *one.families)
            for kink in without:
                caption = titles.UNDECIDED if kink.kind == "undecided" else titles.EXCEPT
                text = self.of(one, self.exception(kink, one.wrt), several=several)
                yield Prose(text, None if caption is before else self.say(caption))
                before = caption
            for seam in one.seams:
                text = self.of(one, self.seam(seam, one.wrt), several=several)
                yield Prose(text, None if before is titles.EXCEPT else self.say(titles.EXCEPT))
                before = titles.EXCEPT

    def seam(self, seam: Seam, wrt: tuple[str, ...]) -> Text:
        """Where x + a = 0: what happens there."""
        where = inserted(kinds.WHERE, self.language, listed(seam.where, self.language))
        if seam.value is not None:
            there = formula(Relation(self.labels.derivative(wrt), "=", seam.value))
            return self.join(titles.COLON, (where, there))
        sides = (
            None if tree is None else Exact(tree, None, None) for tree in (seam.left, seam.right)
        )
        left, right = (None if one and one.expr in _INFINITE else one for one in sides)
        what = self.what_happens(seam.kind, left, right, wrt[: seam.lower])
        return self.join(titles.COLON, (where, what))

    def exception(self, kink: Kink | KinkFamily, wrt: tuple[str, ...]) -> Text:
        what = self.what_happens(kink.kind, kink.left, kink.right, wrt[: kink.lower])
        more = self.runs(kink.between) if isinstance(kink, Kink) else self.piles_up(kink, wrt[0])
        what = self.join(titles.SEMICOLON, (what, *more))
        return self.join(titles.COLON, (self.where(kink, Name(wrt[0])), what))

    def piles_up(self, family: KinkFamily, name: str) -> Iterator[Text]:
        """At which number the points lie as densely as one likes."""
        for place in family.toward:
            if place not in _INFINITE:
                yield self.say(kinds.PILE_UP, Relation(Name(name), "=", place))

    def where(self, kink: Kink | KinkFamily, variable: Name) -> Text:
        if isinstance(kink, KinkFamily):
            at = formula(Relation(variable, "=", kink.at))
            letters = integers([(kink.integer, kink.reach)], self.language)
            return filled(table.FAMILY, self.language, at, letters)
        if not kink.at.is_known:
            return self.numbers.equation(formula(variable), kink.at)
        return formula(Relation(variable, "=", kink.at.expr))

    def what_happens(
        self, kind: str, left: Exact | None, right: Exact | None, wrt: tuple[str, ...] = ()
    ) -> Text:
        """Of f, or of its derivative in each of `wrt`."""
        text = self.say(kinds.KINDS.get(kind, kinds.NOT_DIFFERENTIABLE))
        if wrt and kind in kinds.OF_DERIVATIVE:
            text = self.say(kinds.OF_DERIVATIVE[kind], self.labels.derivative(wrt))
        sides = [
            inserted(words, self.language, self.side(side))
            for words, side in ((kinds.LEFT, left), (kinds.RIGHT, right))
            if side is not None and not (kind in _BROKEN and side.expr in _INFINITE)
        ]
        if not sides:
            return text
        return self.join(titles.SEMICOLON, (text, self.join(titles.COMMA, sides)))

    def runs(self, between: BothSides) -> Iterator[Text]:
        """Between what something runs that has no limit from one side or both."""
        left, right = between
        if left is not None and left == right:
            yield self.runs_as(left, kinds.RUNS, kinds.UNBOUNDED)
            return
        for side, found in ((-1, left), (1, right)):
            if found is not None:
                yield self.runs_as(found, kinds.RUNS_FROM[side], kinds.UNBOUNDED_FROM[side])

    def runs_as(self, ends: Between, between: Words, unbounded: Words) -> Text:
        if all(end.expr in _INFINITE for end in ends):
            return self.say(unbounded)
        return filled(between, self.language, *map(self.side, ends))

    def wanders(self, one: OneDerivative, at: AtPoint) -> Iterator[Block]:
        """That the derivative has no limit at a point at which it exists."""
        runs = list(self.runs(at.wanders))
        if runs:
            derivative = formula(self.labels.derivative(one.wrt))
            text = self.join(titles.COMMA, runs)
            yield Prose(filled(kinds.WANDERS, self.language, derivative, text))

    def side(self, slope: Exact) -> Text:
        return formula(slope.expr) if slope.is_known else self.numbers.full(slope)

    # --- at a given point ---

    def by_letters(self, wrt: tuple[str, ...], at: AtPoint) -> Iterator[Block]:
        """For which letters that is so, and what is for others."""
        if at.exists and at.when != ((),):
            told = self.join(OR, (self.join(AND, map(formula, group)) for group in at.when))
            yield Prose(told, self.say(parameters.HOLDS_FOR))
        for index, seam in enumerate(at.seams):
            first = titles.EXCEPT if at.exists else None
            caption = None if index or first is None else self.say(first)
            yield Prose(self.seam(seam, wrt), caption)

    def place(self, at: AtPoint) -> Text:
        coordinates = [Relation(Name(name), "=", value.expr) for name, value in at.point]
        return inserted(titles.AT, self.language, listed(coordinates, self.language))

    def at_point(self, one: OneDerivative, at: AtPoint, caption: Text | None) -> Block:
        if at.exists and at.value is not None:
            label = self.labels.value(one.wrt, at.point)
            digits = decimal(at.value, self.digits)
            return Formula(at.value.expr, label, caption, digits, emphasis=True)
        if at.kind == "by-letters":
            return Prose(self.say(kinds.BY_LETTERS), caption)
        text = self.what_happens(at.kind, at.left, at.right, one.wrt[: at.lower])
        text = self.join(titles.SEMICOLON, (text, *self.runs(at.between)))
        if at.reason is not None:
            reason = said(at.reason, self.language)
            text = self.join(titles.SEMICOLON, (text, reason))
        return Prose(text, caption)
