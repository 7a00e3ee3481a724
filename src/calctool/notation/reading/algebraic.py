"""Real algebraic numbers in text: CRootOf(x^5 - x - 1, 0); their values are not known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calctool.notation.polynomial import whole_coefficients
from calctool.notation.problem import Problem
from calctool.notation.tree import AlgebraicRoot, Tree, rational

if TYPE_CHECKING:
    from calctool.notation.reading.grammar import Grammar
    from calctool.notation.tokens.lexer import Token

WORD = "CRootOf"


def root(g: Grammar, name: Token) -> Tree:
    """CRootOf(p, k); its name has just been read."""
    before = set(g.seen)
    opening = g.advance()
    g.enter()
    inner = g.sum()
    if g.kind != ",":
        raise Problem("syntax.algebraic-root", g.span(name.start))
    g.advance()
    place = g.sum()
    g.leave()
    g.close(opening)
    g.seen.intersection_update(before)
    found, index = whole_coefficients(inner), rational(place)
    if found is None or index is None or index.denominator != 1 or not 0 <= index < len(found) - 1:
        raise Problem("syntax.algebraic-root", g.span(name.start))
    return AlgebraicRoot(found, index.numerator, span=g.span(name.start))
