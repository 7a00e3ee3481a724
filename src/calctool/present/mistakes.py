"""The mistakes that `check` looks for, as a document: each with its wrong lines and an example."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.problem import Problem
from calctool.notation.tree import Derivative, Relation
from calctool.present.document import Block, Document, Formula, Note, Prose, Text, Title
from calctool.present.phrases import foreign, phrase
from calctool.rules.mistakes import BY_ID, MISTAKES, Mistake
from calctool.rules.mistakes.record import tree
from calctool.words import Language, textbook


def document(asked: str | None, language: Language) -> Document:
    """All of them, or one; raises Problem for an id that is none."""
    if asked is None:
        return Document(tuple(_all(language)))
    if asked in BY_ID:
        return Document(tuple(_one(BY_ID[asked], language)))
    from difflib import get_close_matches

    near = get_close_matches(asked[:40], BY_ID, n=2)
    hint = "nearest-mistake" if near else "all-mistakes"
    raise Problem("usage.unknown-mistake", hint=hint, rule=asked[:40], near=", ".join(near))


def _all(language: Language) -> Iterator[Block]:
    for each in MISTAKES:
        yield Prose(phrase(each.words, language), foreign(each.id))
        for line in _formulas(each)[:1]:
            yield Formula(line)
    yield Note("note", phrase(textbook.LETTERS, language))


def _one(mistake: Mistake, language: Language) -> Iterator[Block]:
    yield Title(phrase(mistake.words, language))
    for line in _formulas(mistake):
        yield Formula(line)
    asked, answer = mistake.example
    example = textbook.MISTAKE_EXAMPLE.say(language)
    yield Note("note", Text(example.replace("{0}", _plain(asked)).replace("{1}", _plain(answer))))
    yield Note("note", phrase(textbook.LETTERS, language))


def _formulas(mistake: Mistake) -> list[Relation]:
    """What is wrongly taken to be equal."""
    wrong_rules = (
        Relation(Derivative(tree(line.pattern), ()), "=", tree(line.claimed))
        for line in mistake.lines
    )
    wrong_steps = (
        Relation(tree(each.pattern), "=", tree(each.claimed)) for each in mistake.rewritings
    )
    return [*wrong_rules, *wrong_steps]


def _plain(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
