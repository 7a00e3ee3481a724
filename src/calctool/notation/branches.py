"""Conditions and what chooses by them: Piecewise((v, c), …, (w, True)) and where(c, v, w)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from calctool.notation import mistakes
from calctool.notation.problem import Problem
from calctool.notation.tree import Piecewise, Relation, Sign, Tree

if TYPE_CHECKING:
    from calctool.notation.grammar import Grammar
    from calctool.notation.lexer import Token

WORDS = frozenset({"Piecewise", "where"})
SIGNS: dict[str, Sign] = {"Eq": "=", "Ne": "!=", "Lt": "<", "Le": "<=", "Gt": ">", "Ge": ">="}
"""How SymPy writes relations."""


def choice(g: Grammar, name: Token) -> Tree:
    """Piecewise or where; the name has just been read."""
    if g.kind != "(":
        raise Problem("syntax.missing-argument", name.span, hint=name.text, name=name.text)
    opening = g.advance()
    g.enter()
    found = _branches(g) if name.text == "Piecewise" else _two_branches(g)
    g.leave()
    g.close(opening)
    return Piecewise(found, span=g.span(name.start))


def _branches(g: Grammar) -> tuple[tuple[Tree, Relation | None], ...]:
    found: list[tuple[Tree, Relation | None]] = []
    while True:
        opening = g.token
        if opening.kind != "(":
            raise Problem("syntax.branch", opening.span, hint="Piecewise")
        if found and found[-1][1] is None:
            raise Problem("syntax.unreachable-branch", opening.span, hint="Piecewise")
        g.advance()
        value = g.sum()
        _comma(g, "Piecewise")
        found.append((value, condition(g)))
        g.close(opening)
        if g.kind != ",":
            return tuple(found)
        g.advance()


def _two_branches(g: Grammar) -> tuple[tuple[Tree, Relation | None], ...]:
    if (test := condition(g)) is None:
        raise Problem("syntax.condition", g.tokens[g.at - 1].span, hint="where")
    _comma(g, "where")
    chosen = g.sum()
    _comma(g, "where")
    return (chosen, test), (g.sum(), None)


def _comma(g: Grammar, word: str) -> None:
    if g.kind != ",":
        if g.kind == "relation":
            mistakes.unexpected(g)
        raise Problem("syntax.branch", g.token.span, hint=word)
    g.advance()


def condition(g: Grammar) -> Relation | None:
    """x < 1, Eq(x, 0); None for True."""
    if g.token.text == "True":
        g.advance()
        return None
    if starts_relation(g):
        return relation(g)
    start = g.token.start
    left = g.sum()
    if g.kind != "relation":
        raise Problem("syntax.condition", g.span(start), hint="condition")
    return rest_of_relation(g, left)


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
