"""Work still to be done, D(u, x) and Limit(q, h, 0): read only in what calctool printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calctool.notation.reading import mistakes
from calctool.notation.tree import Derivative, Limit, LimitSide, Tree

if TYPE_CHECKING:
    from calctool.notation.reading.grammar import Grammar
    from calctool.notation.tokens.lexer import Token

WORDS = frozenset({"D", "Derivative", "Limit"})
SIDES: dict[str, LimitSide] = {"left": "left", "right": "right"}


def unfinished(g: Grammar, name: Token) -> Tree:
    """A derivative or a limit; its name has just been read."""
    opening = g.advance()
    g.enter()
    operand = g.sum()
    made = _limit(g, operand) if name.text == "Limit" else _derivative(g, operand)
    g.leave()
    g.close(opening)
    return made


def _derivative(g: Grammar, operand: Tree) -> Derivative:
    variables: list[str] = []
    while g.kind == ",":
        variables.append(_name(g))
    return Derivative(operand, tuple(variables))


def _limit(g: Grammar, operand: Tree) -> Limit:
    variable = _name(g)
    _comma(g)
    point = g.sum()
    side: LimitSide = "both"
    if g.kind == ",":
        side = SIDES.get(_name(g), side)
    return Limit(operand, variable, point, side)


def _name(g: Grammar) -> str:
    """The name after a comma."""
    _comma(g)
    if g.kind != "name":
        mistakes.missing_value(g)
    return g.advance().text


def _comma(g: Grammar) -> None:
    if g.kind != ",":
        mistakes.unexpected(g)
    g.advance()
