"""Where a derivative holds, where there is none and why, and its value at a given point."""

from collections.abc import Iterable, Iterator

from calctool.notation.tree import Name, Relation, Statement
from calctool.present.decimals import decimal
from calctool.present.document import Block, Formula, Prose, Text
from calctool.present.labels import Labels
from calctool.present.phrases import foreign, formula, inserted, joined, listed, phrase
from calctool.solve.answer import AtPoint, DiffAnswer, Exact, Kink, OneDerivative
from calctool.words import Language, Words, kinds, titles


class Places:
    """What is said of places, to one reader."""

    def __init__(self, labels: Labels, language: Language, digits: int) -> None:
        self.labels = labels
        self.language = language
        self.digits = digits

    def blocks(self, answer: DiffAnswer) -> Iterator[Block]:
        for one in answer.derivatives:
            yield from self.holds(one, several=len(answer.derivatives) > 1)
        for kink in dict.fromkeys(k for one in answer.derivatives for k in one.undefined_at):
            yield self.exception(kink, answer.derivatives[0].wrt[0])
        for condition in dict.fromkeys(c for one in answer.derivatives for c in one.undecided):
            yield Prose(self.say(kinds.FAILS, condition), self.say(titles.UNDECIDED))
        for one in answer.derivatives:
            if one.at is not None:
                yield from self.at_point(one, one.at)

    def say(self, words: Words, *formulas: Statement) -> Text:
        return phrase(words, self.language, *formulas)

    def join(self, sign: Words, texts: Iterable[Text]) -> Text:
        return joined(texts, sign.say(self.language))

    def holds(self, one: OneDerivative, *, several: bool) -> Iterator[Block]:
        """Conditions of the rules beyond the domain; the exceptions are then listed below."""
        if not one.holds:
            return
        text = listed(one.holds, self.language)
        if several:
            text = self.join(titles.COLON, (formula(self.labels.derivative(one.wrt)), text))
        yield Prose(text, self.say(titles.HOLDS))

    def exception(self, kink: Kink, variable: str) -> Block:
        place = formula(Relation(Name(variable), "=", kink.at.expr))
        what = self.what_happens(kink.kind, kink.left, kink.right)
        caption = titles.UNDECIDED if kink.kind == "undecided" else titles.EXCEPT
        return Prose(self.join(titles.COLON, (place, what)), self.say(caption))

    def what_happens(self, kind: str, left: Exact | None, right: Exact | None) -> Text:
        text = self.say(kinds.KINDS.get(kind, kinds.NOT_DIFFERENTIABLE))
        sides = [
            self.say(words, side.expr)
            for words, side in ((kinds.LEFT, left), (kinds.RIGHT, right))
            if side is not None
        ]
        if not sides:
            return text
        return self.join(titles.SEMICOLON, (text, self.join(titles.COMMA, sides)))

    # --- at a given point ---

    def at_point(self, one: OneDerivative, at: AtPoint) -> Iterator[Block]:
        place = [Relation(Name(name), "=", value.expr) for name, value in at.point]
        caption = inserted(titles.AT, self.language, listed(place, self.language))
        if at.exists and at.value is not None:
            label = self.labels.value(one.wrt, at.point)
            yield Formula(
                at.value.expr, label, caption,
                decimal=decimal(at.value, self.digits), emphasis=True,
            )  # fmt: skip
        else:
            text = self.what_happens(at.kind, at.left, at.right)
            if at.reason is not None:
                reason = foreign(at.reason.say(self.language))
                text = self.join(titles.SEMICOLON, (text, reason))
            yield Prose(text, caption)
        if at.tangent is not None:
            yield Formula(at.tangent, self.labels.ordinate, self.say(titles.TANGENT))
