"""Points of the line: exact constants for them, friendly numbers between them, their order."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from math import ceil, floor

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.roots import Point, compare
from calctool.notation.tree import INFINITY, Negative, Number, Tree, number
from calctool.solve.answer import Exact
from calctool.solve.values import exact

MINUS_INFINITY = Negative(INFINITY)
TOP = Exact(INFINITY, None, None)
BOTTOM = Exact(MINUS_INFINITY, None, None)
_DIGITS = 15
_CLOSE = 200
"""Bits to which two ends are refined before a number between them is chosen."""


def point_of(tree: Tree) -> Point | None:
    """A constant as a point; None for an infinite one or one without a value."""
    bounds = None if is_infinite(tree) else enclose(tree, budget.ENCLOSED_DIGITS + _DIGITS)
    return None if bounds is None else Point(tree, True, *bounds)


def exact_of(point: Point) -> Exact:
    if point.tree is not None and point.exact:
        return Exact(point.tree, point.low, point.high)
    return enclosed(point.low, point.high)


def enclosed(low: Fraction, high: Fraction) -> Exact:
    """A constant of which only bounds are known; its decimal lies between them."""
    return Exact(_decimal((low + high) / 2), low, high, is_known=False)


def _decimal(value: Fraction) -> Tree:
    rounded = Context(prec=_DIGITS).divide(Decimal(value.numerator), Decimal(value.denominator))
    if not rounded:
        return number(0)
    text = f"{abs(rounded).normalize():g}".replace("e+", "e")
    made = Number(Fraction(Decimal(text)), typed=text)
    return Negative(made) if rounded < 0 else made


def is_infinite(tree: Tree) -> bool:
    return tree in (INFINITY, MINUS_INFINITY)


def end_of(point: Point | None, infinite: Exact) -> Exact:
    return infinite if point is None else exact_of(point)


def exact_value_of(tree: Tree) -> Exact:
    return {INFINITY: TOP, MINUS_INFINITY: BOTTOM}.get(tree) or exact(tree)


def same(p: Point | None, q: Point | None) -> bool:
    if p is None or q is None:
        return p is q
    return p is q or (p.tree is not None and p.tree == q.tree) or compare(p, q) == 0


def between(start: Point | None, end: Point | None) -> Fraction:
    """The simplest rational strictly between two points; 0, or next to the one end there is."""
    if start is None and end is None:
        return Fraction(0)
    if start is None and end is not None:
        return Fraction(ceil(end.low) - 1)
    if end is None and start is not None:
        return Fraction(floor(start.high) + 1)
    assert start is not None  # noqa: S101 (the cases above)
    assert end is not None  # noqa: S101
    low, high = start.high, end.low
    if not low < high:
        low, high = start.refined(_CLOSE)[1], end.refined(_CLOSE)[0]
    return _simplest(low, high)


def _simplest(low: Fraction, high: Fraction) -> Fraction:
    """The fraction of least denominator strictly between, by Stern and Brocot."""
    whole = floor(low)
    if whole + 1 < high:
        middle = round((low + high) / 2)
        return Fraction(middle) if low < middle < high else Fraction(whole + 1)
    if low == whole:
        return whole + Fraction(1, floor(1 / (high - whole)) + 1)
    return whole + 1 / _simplest(1 / (high - whole), 1 / (low - whole))
