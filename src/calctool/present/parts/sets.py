"""The domain of a function of one variable in words: x > 0, x ≠ kπ, (0, 1) ∪ (1, 2)."""

from __future__ import annotations

from calctool.notation.tree import INFINITY, Name, Negative, Relation, Sign, Tree
from calctool.present.document import Text
from calctool.present.parts.integers import integers
from calctool.present.phrases import filled, foreign, formula, joined, listed, phrase
from calctool.solve.exact.record import EVERY, DomainSet, Interval
from calctool.solve.variation import is_solved
from calctool.words import Language, titles
from calctool.words import table as words

_MOST = 8
"""Pieces that are written out."""
_ENDS = (INFINITY, Negative(INFINITY))


def domain_text(
    conditions: tuple[Relation, ...], found: DomainSet | None, name: str, language: Language
) -> Text:
    """The set where that is known, else the conditions; solved ones say it best."""
    if found is None or is_solved(conditions, name):
        return listed(conditions, language)
    return set_text(found, name, language) or listed(conditions, language)


def set_text(found: DomainSet, name: str, language: Language) -> Text | None:
    """None where the set has too many pieces to be read."""
    x = Name(name)
    if found.without == ():
        return phrase(words.EVERYWHERE, language, x)
    if len(found.pieces) > _MOST:
        return None
    if found.without is not None:
        text = listed((Relation(x, "!=", at) for at in found.without), language)
    elif found.period is not None:
        pairs = zip(found.pieces, found.repeated, strict=True)
        between = (_between(piece, ends, x) for piece, ends in pairs)
        text = joined(between, titles.COMMA.say(language))
    elif len(found.pieces) == 1:
        return _one(found.pieces[0], x, language)
    else:
        return joined(map(interval, found.pieces), " ∪ ")
    if found.period is None:
        return text
    letters = integers([(found.integer, EVERY)], language)
    return filled(words.FAMILY, language, text, letters)


def _one(piece: Interval, x: Name, language: Language) -> Text:
    start, end = piece.start.expr, piece.end.expr
    if start == end:
        return formula(Relation(x, "=", start))
    below: Sign = "<=" if piece.closed[1] else "<"
    above: Sign = ">=" if piece.closed[0] else ">"
    bounds = [Relation(x, above, start), Relation(x, below, end)]
    return listed((each for each in bounds if each.right not in _ENDS), language)


def _between(piece: Interval, ends: tuple[Tree, Tree], x: Name) -> Text:
    """a + kT < x < b + kT"""
    if ends[0] == ends[1]:
        return formula(Relation(x, "=", ends[0]))
    first: Sign = "<=" if piece.closed[0] else "<"
    second = " ≤ " if piece.closed[1] else " < "
    return joined((formula(Relation(ends[0], first, x)), formula(ends[1])), second)


def interval(piece: Interval) -> Text:
    """[a, b), or a single point"""
    start, end = piece.start.expr, piece.end.expr
    if start == end:
        return joined((foreign("{ "), formula(start), foreign(" }")), "")
    left, right = "(["[piece.closed[0]], ")]"[piece.closed[1]]
    ends = joined(map(_end, (start, end)), ", ")
    return joined((foreign(left), ends, foreign(right)), "")


def _end(tree: Tree) -> Text:
    return Text("+{0}", (tree,)) if tree == INFINITY else formula(tree)
