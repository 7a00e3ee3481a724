"""What the problems of a handout are made of: the function, and where it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from calctool.notation.tree import Applied, Name, Relation, Statement, Tree
from calctool.present.document import Text
from calctool.present.parts.labels import Labels
from calctool.present.phrases import filled, formula, joined, listed
from calctool.solve.question import Asked
from calctool.words import Language, Words, titles


def stated(asked: Asked) -> Statement:
    """f(x) = x^2; an equation as it is."""
    if isinstance(asked.statement, Relation):
        return asked.statement
    labels = Labels(asked.as_diff())
    names = tuple(map(Name, asked.wrt))
    return Relation(Applied(labels.function, names, (0,) * len(names)), "=", asked.statement)


def at_point(at: Sequence[tuple[str, Tree]], language: Language) -> Text:
    """x = 1, y = 2"""
    return listed((Relation(Name(name), "=", value) for name, value in at), language)


def said_of(asked: Asked, language: Language, phrase: Words, parts: Iterable[Text] = ()) -> Text:
    """A phrase about the function, on the parts of the axes that it is confined to."""
    function = joined((formula(stated(asked)), *parts), titles.COMMA.say(language))
    return filled(phrase, language, function)
