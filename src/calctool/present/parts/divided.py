"""What pages by cases of parameters share: the parameters, conditions, where an answer changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import starmap
from typing import Protocol

from msgspec import Struct

from calctool.algebra.build import positive_first
from calctool.notation.tree import ZERO, Name, Relation, Sum, Tree
from calctool.present.document import Block, Prose, Text, Title, Wishes
from calctool.present.parts.numbers import Numbers
from calctool.present.phrases import filled, foreign, formula, formulas, joined, phrase
from calctool.solve.answer import Case, Condition
from calctool.solve.exact.record import Exact
from calctool.solve.variation import Boundary
from calctool.words import Language, Words, titles
from calctool.words.cases import AND, OR
from calctool.words.proofs import parameters as words

_MOST_CAUSES = 2
_FOLLOWS = {
    "meeting": frozenset(("discriminant", "leading-coefficient", "content")),
    "content": frozenset(("leading-coefficient",)),
}
"""A cause that is not told beside others, which bring it with them."""


class Question(Protocol):
    """A question with parameters."""

    @property
    def parameters(self) -> tuple[str, ...]: ...

    @property
    def assumed(self) -> tuple[Relation, ...]: ...


class Answer(Protocol):
    """An answer that may have cases of them."""

    @property
    def question(self) -> Question: ...

    @property
    def cases(self) -> tuple[Case, ...]: ...

    @property
    def boundaries(self) -> tuple[Boundary, ...]: ...


class Divided(Struct, frozen=True):
    """One answer with parameters, to one reader."""

    given: Answer
    wishes: Wishes
    can_change: Words

    @property
    def language(self) -> Language:
        return self.wishes.language

    def say(self, words_: Words) -> Text:
        return phrase(words_, self.language)

    @property
    def names(self) -> Text:
        listed = map(Name, self.given.question.parameters)
        return joined(map(formula, listed), titles.COMMA.say(self.language))

    def parameters(self) -> Block:
        """Each parameter with what is assumed of it."""
        asked = self.given.question
        caption = words.PARAMETER if len(asked.parameters) == 1 else words.PARAMETERS
        told = formulas(asked.assumed)
        free = [
            name for name in asked.parameters if not any(name in r.names for r in asked.assumed)
        ]
        told += [filled(words.ANY, self.language, formula(Name(name))) for name in free]
        return Prose(joined(told, titles.SEMICOLON.say(self.language)), self.say(caption))

    # --- where the answer can change ---

    def changes(self) -> Iterator[Block]:
        """The values of the only parameter at which it does, and why."""
        if len(self.given.cases) < 2:
            return
        apart = {
            relation.right for case in self.given.cases for group in case.when for relation in group
        }
        told = [
            each
            for each in self.given.boundaries
            if each.at.expr in apart and "assumption" not in (why for why, _ in each.causes)
        ]
        if told:
            yield Title(self.say(self.can_change))
        for each in told:
            at = Relation(Name(self.given.question.parameters[0]), "=", each.at.expr)
            reasons = list(starmap(self.cause, _telling(each.causes)))
            yield Prose(joined(reasons, titles.SEMICOLON.say(self.language)), formula(at))

    def cause(self, why: str, of: Tree) -> Text:
        shown = Sum(tuple(positive_first(of.terms))) if isinstance(of, Sum) else of
        return phrase(words.CAUSES[why], self.language, shown)

    # --- conditions ---

    def condition(self, when: Condition) -> Text:
        """0 < a < 2, or for every a."""
        if when == ((),):
            return filled(words.ALWAYS, self.language, self.names)
        return self.told(when)

    def told(self, when: Condition) -> Text:
        """0 < a < 2 where a parameter lies between two bounds."""
        groups = (joined(formulas(group), AND.say(self.language)) for group in when)
        return joined(groups, OR.say(self.language))


def _telling(causes: Iterable[tuple[str, Tree]]) -> list[tuple[str, Tree]]:
    """The first cause of each sort, without those that the others bring with them."""
    first: dict[str, Tree] = {}
    for why, of in causes:
        first.setdefault(why, of)
    told = [(why, of) for why, of in first.items() if not _FOLLOWS.get(why, frozenset()) & {*first}]
    return told[:_MOST_CAUSES]


def named_places(listed: Iterable[Exact], numbers: Numbers, language: Language) -> Iterator[Block]:
    """What the names of places without a formula stand for."""
    for at in dict.fromkeys(each for each in listed if each.root is not None):
        assert at.root is not None  # noqa: S101 (chosen so)
        ends = joined((numbers.full(end) for end in (at.root.start, at.root.end)), ", ")
        span = joined((foreign("("), ends, foreign(")")), "")
        equation = Relation(at.root.equation, "=", ZERO)
        told = filled(words.ONLY_ZERO, language, formula(equation), span)
        yield Prose(told, formula(at.expr))
