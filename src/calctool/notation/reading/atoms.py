"""What a power is made of: numbers, names, brackets, bars, roots."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from calctool.notation.node import Span
from calctool.notation.problem import Problem
from calctool.notation.reading import mistakes, names
from calctool.notation.tokens.bars import CLOSE, OPEN
from calctool.notation.tree import Call, Number, Quotient, Tree

if TYPE_CHECKING:
    from calctool.notation.reading.grammar import Grammar


def number(g: Grammar) -> Tree:
    """A whole number, or a decimal that keeps how it was typed."""
    token = g.advance()
    text = token.text
    if text.isdigit():
        return Number(_whole(text), span=token.span)
    typed = "0" + text if text[0] == "." else text.removesuffix(".")
    return Number(Fraction(text), "" if typed.isdigit() else typed, span=token.span)


@lru_cache(maxsize=1024)
def _whole(digits: str) -> Fraction:
    return Fraction(int(digits))


def fraction(g: Grammar) -> Tree:
    """½; a whole number before it would make 2½ two and a half, or a product."""
    before = g.tokens[g.at - 1] if g.at else None
    token = g.advance()
    if before is not None and before.kind == "number":
        start, rest = g.text[: before.start], g.text[token.end :]
        problem = Problem("syntax.mixed-number", Span(before.start, token.end))
        problem.offer(*(f"{start}({before.text}{s}{token.text}){rest}" for s in "+*"))
        raise problem
    above, below = (Number(_whole(part), span=token.span) for part in token.text.split("/"))
    return Quotient(above, below, span=token.span)


def floor_or_ceiling(g: Grammar) -> Tree:
    """⌊x⌋ and ⌈x⌉"""
    opening = g.advance()
    closing, id = {"⌊": ("⌋", "floor"), "⌈": ("⌉", "ceil")}[opening.kind]
    g.enter()
    inner = g.sum()
    g.leave()
    if g.kind != closing:
        mistakes.not_closed(g, opening)
    g.advance()
    return Call(id, (inner,), span=g.span(opening.start))


def bracket(g: Grammar) -> Tree:
    """(x + 1): brackets leave no node."""
    opening = g.advance()
    g.enter()
    inner = g.sum()
    g.leave()
    g.close(opening)
    return inner


def bars(g: Grammar) -> Tree:
    """|x|"""
    opening = g.advance()
    g.enter()
    inner = g.sum()
    g.leave()
    if g.kind != CLOSE:
        mistakes.unexpected(g)
    g.advance()
    return Call("abs", (inner,), span=g.span(opening.start))


def root(g: Grammar) -> Tree:
    """√, ∛ and ∜ take one factor with its power."""
    sign = g.advance()
    g.enter()
    first = g.token
    inner = g.power()
    g.leave()
    made = _ROOTS[sign.text](inner, g.span(sign.start))
    if first.kind != "(":
        g.ends_bare("root", sign.start, first.start, made)
    return made


_ROOTS: dict[str, Callable[[Tree, Span], Tree]] = {
    "√": lambda inner, span: Call("sqrt", (inner,), span=span),
    "∛": lambda inner, span: Call("cbrt", (inner,), span=span),
    "∜": lambda inner, span: Call("root", (inner, Number(Fraction(4))), span=span),
}

READERS: dict[str, Callable[[Grammar], Tree]] = {
    "number": number,
    "name": names.read_name,
    "fraction": fraction,
    "(": bracket,
    "⌊": floor_or_ceiling,
    "⌈": floor_or_ceiling,
    OPEN: bars,
    "√": root,
}
"""By the kind of the token that begins the value."""
