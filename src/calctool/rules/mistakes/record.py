"""What a mistake is: a wrong line of the textbook, with the right one beside it."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from calctool.notation.node import Node
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Tree
from calctool.words import Words


class Line(Struct, frozen=True):
    """D(pattern) = claimed, which is wrong; the letters are those of `rules.rule.Rule`.

    The pattern `f(u)` is any function of one argument that the textbook knows, powers with a
    constant exponent or base among them; `f'` is its derivative. `rules` limits it to these ids.
    """

    pattern: str
    claimed: str
    rules: tuple[str, ...] = ()
    composite: bool = False
    """Only where u is not the variable itself."""


class Rewriting(Struct, frozen=True):
    """claimed = pattern, a wrong step of algebra; `right` is what stands in its place."""

    pattern: str
    claimed: str
    right: str = ""


class Mistake(Struct, frozen=True):
    """One mistake by its permanent id; `words` say it in one sentence.

    `lines` are the wrong rules that are tried, `rewritings` the wrong steps of algebra. One with
    neither is found by what the whole answer is. `example` is a question and the wrong answer.
    `right` is the right formula where no rule of the textbook is the one that was missed.
    """

    id: str
    words: Words
    example: tuple[str, str]
    lines: tuple[Line, ...] = ()
    rewritings: tuple[Rewriting, ...] = ()
    right: str = ""


@cache
def tree(text: str) -> Tree:
    """A text of a mistake as a tree, read once by calctool's own parser."""
    found = read_back(text)
    assert isinstance(found, Node), text  # noqa: S101 (the text is ours, not a user's)
    return found


def mistake(
    id: str, en: str, zh: str, example: tuple[str, str], *lines: tuple[str, ...],
    right: str = "", composite: bool = False,
) -> Mistake:  # fmt: skip
    """A mistake whose lines are (pattern, claimed), or (pattern, claimed, rule, …)."""
    made = tuple(
        Line(pattern, claimed, tuple(rules), composite) for pattern, claimed, *rules in lines
    )
    return Mistake(id, Words(en=en, zh=zh), example, made, right=right)


def algebra(
    id: str, en: str, zh: str, example: tuple[str, str], right: str, *rewritings: tuple[str, str]
) -> Mistake:
    """A wrong step of algebra: the rewritings are (pattern, claimed)."""
    made = tuple(Rewriting(pattern, claimed) for pattern, claimed in rewritings)
    return Mistake(id, Words(en=en, zh=zh), example, rewritings=made, right=right)
