"""Algebraic numbers written with real roots where that is short: sqrt(2), (1 + sqrt(7))/3."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from calctool import budget
from calctool.algebra.algebraic import Algebraic, primitive, real_roots
from calctool.algebra.local.quadratic import zeros
from calctool.algebra.real.power import power
from calctool.algebra.real.ring import Real, Undecided
from calctool.algebra.real.writing import written
from calctool.notation.tree import Tree


@lru_cache(maxsize=512)
def algebraic_tree(number: Algebraic) -> Tree:
    """In radicals where they are short, else as a numbered root of its polynomial."""
    found = _in_radicals(number)
    tree = number.tree if found is None else written(found)
    return tree if tree.size <= budget.RADICAL_NODES else number.tree


def _in_radicals(number: Algebraic) -> Real | None:
    """Linear and quadratic polynomials in a power x^n, and those inside each other."""
    if len(number.coefficients) <= 3:
        try:
            found = zeros(tuple(Fraction(c) for c in number.coefficients))
        except Undecided:
            return None
        return None if found is None else found[number.index]
    inner, times = number.polynomial.deflation()
    if times == 1:
        return None
    below = [root for root, _ in real_roots(inner)]
    if times % 2:
        return _root(below[number.index], times, 1)
    positive = [root for root in below if primitive(inner)[0] and _is_positive(root)]
    place = number.index - len(positive)
    return _root(positive[place] if place >= 0 else positive[-1 - place], times, place)


def _is_positive(number: Algebraic) -> bool:
    return bool(number.ball(64) > 0)


def _root(number: Algebraic, degree: int, side: int) -> Real | None:
    base = _in_radicals(number)
    if base is None:
        return None
    try:
        found = power(base, Fraction(1, degree))
    except Undecided:
        return None
    return found if side >= 0 else -found
