"""Conditions and what chooses by them: Piecewise((v, c), …, (w, True)) and where(c, v, w)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from calctool.notation.between import TURNED
from calctool.notation.problem import Problem
from calctool.notation.reading import mistakes
from calctool.notation.synonyms import CHOOSERS
from calctool.notation.tree import Piecewise, Relation, Sign, Tree

if TYPE_CHECKING:
    from calctool.notation.reading.grammar import Grammar
    from calctool.notation.tokens.lexer import Token

WORDS = frozenset({"Piecewise", "where"})
SIGNS: dict[str, Sign] = {"Eq": "=", "Ne": "!=", "Lt": "<", "Le": "<=", "Gt": ">", "Ge": ">="}
"""How SymPy writes relations."""


def choice(g: Grammar, name: Token) -> Tree:
    """Piecewise or where; the name has just been read."""
    word = name.text if name.text in WORDS else CHOOSERS[name.text.lower()]
    if g.kind != "(":
        raise Problem("syntax.missing-argument", name.span, hint=word, name=name.text)
    opening = g.advance()
    g.enter()
    found = _branches(g) if word == "Piecewise" else _two_branches(g)
    g.leave()
    g.close(opening)
    made = _nested(found, g)
    if name.text != word:
        g.note("note.other-name", typed=name.text, reading=word)
    return Piecewise(made.branches, span=g.span(name.start))


def _branches(g: Grammar) -> list[Branch]:
    found: list[Branch] = []
    while True:
        opening = g.token
        if opening.kind != "(":
            raise Problem("syntax.branch", opening.span, hint="Piecewise")
        if found and not found[-1][1]:
            raise Problem("syntax.unreachable-branch", opening.span, hint="Piecewise")
        g.advance()
        value = g.sum()
        _comma(g, "Piecewise")
        found += [(value, tests) for tests in condition(g)]
        g.close(opening)
        if g.kind != ",":
            return found
        g.advance()


def _two_branches(g: Grammar) -> list[Branch]:
    tests = condition(g)
    if not tests[0]:
        raise Problem("syntax.condition", g.tokens[g.at - 1].span, hint="where")
    _comma(g, "where")
    chosen = g.sum()
    _comma(g, "where")
    return [*((chosen, test) for test in tests), (g.sum(), ())]


def _nested(branches: list[Branch], g: Grammar) -> Piecewise:
    """Branches with one condition each: where two must hold, one chooses inside the other."""
    made: tuple[tuple[Tree, Relation | None], ...] = ()
    for at in reversed(range(len(branches))):
        value, tests = branches[at]
        excluded = [tests[0] for _, tests in branches[:at] if len(tests) == 1]
        needed = tuple(t for t in tests if not any(_opposite(t, e) for e in excluded))
        *outer, last = needed or tests or (None,)
        made = ((value, last), *made)
        for test in reversed(outer):
            made = ((Piecewise(made), test), *made[1:])
            if sum(branch.size for branch, _ in made) > g.bounds.tokens:
                raise Problem("limit.tokens", most=g.bounds.tokens)
    return Piecewise(made)


_DENIED: dict[Sign, Sign] = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "!=", "!=": "="}


def _opposite(one: Relation, other: Relation) -> bool:
    """Whether exactly one of the two holds, as their signs show: x < 0 and 0 <= x."""
    sign = _DENIED[other.sign]
    return one in (
        Relation(other.left, sign, other.right), Relation(other.right, TURNED[sign], other.left)
    )  # fmt: skip


def _comma(g: Grammar, word: str) -> None:
    if g.kind != ",":
        if g.kind == "relation":
            mistakes.unexpected(g)
        raise Problem("syntax.branch", g.token.span, hint=word)
    g.advance()


def condition(g: Grammar) -> list[tuple[Relation, ...]]:
    """x < 1, Eq(x, 0), -1 < x < 1, x > 0 and y > 0, x < 0 or x > 1; () for True.

    One of the rows must hold, and of a row every relation.
    """
    if g.token.text == "True":
        g.advance()
        return [()]
    found = [_chain(g)]
    while g.kind == "logic":
        if g.advance().text == "or":
            found.append(_chain(g))
        else:
            found[-1] += _chain(g)
    return found


def _chain(g: Grammar) -> tuple[Relation, ...]:
    if starts_relation(g):
        return (relation(g),)
    start = g.token.start
    sides = [g.sum()]
    signs: list[Sign] = []
    while g.kind == "relation":
        if signs and (signs[-1] not in _CHAINED or g.token.text not in _CHAINED):
            raise Problem("syntax.two-relations", g.token.span, hint="one-sign")
        signs.append(cast(Sign, g.advance().text))
        sides.append(g.sum())
    if not signs:
        raise Problem("syntax.condition", g.span(start), hint="condition")
    return tuple(map(Relation, sides, signs, sides[1:]))


_CHAINED = frozenset({"<", "<=", ">", ">="})
Branch = tuple["Tree", tuple["Relation", ...]]
"""A value and the conditions that must all hold for it; none for True."""


def rest_of_relation(g: Grammar, left: Tree) -> Relation:
    """The sign that comes next and the right side; one sign only."""
    sign = cast(Sign, g.advance().text)
    right = g.sum()
    if g.kind == "relation":
        raise Problem("syntax.two-relations", g.token.span, hint="one-sign")
    return Relation(left, sign, right)


def starts_relation(g: Grammar) -> bool:
    return g.token.text in SIGNS and g.peek().kind == "("


def relation(g: Grammar) -> Relation:
    """Eq(a, b) and its like."""
    sign = SIGNS[g.advance().text]
    opening = g.advance()
    g.enter()
    left = g.sum()
    if g.kind != ",":
        mistakes.not_closed(g, opening)
    g.advance()
    right = g.sum()
    g.leave()
    g.close(opening)
    return Relation(left, sign, right)
