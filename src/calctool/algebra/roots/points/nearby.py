"""Exact numbers in a narrow box that a function may vanish at: short fractions, parts of pi."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.build import divided, multiplied
from calctool.algebra.roots.points.point import (
    Bounds,
    Point,
    exact_point,
    rational_point,
    simplest_between,
)
from calctool.notation.tree import PI, E, Tree, number, rational
from calctool.notation.walk import walk


def exact_candidates(tree: Tree, name: str, low: Fraction, high: Fraction) -> Iterator[Point]:
    """Rational numbers, and rational multiples of pi and of the constants in the tree."""
    nearest = simplest_between(low, high)
    if nearest.denominator <= budget.RECOGNISED_DENOMINATOR:
        yield rational_point(nearest)
    for unit, bounds in _units(tree, name):
        ends = sorted((low / bounds[0], high / bounds[0]))
        ratio = simplest_between(*ends)
        if ratio and ratio.denominator <= budget.RECOGNISED_DENOMINATOR:
            top = multiplied((number(ratio.numerator), unit))
            yield exact_point(divided(top, number(ratio.denominator)))


@lru_cache(maxsize=64)
def _units(tree: Tree, name: str) -> tuple[tuple[Tree, Bounds], ...]:
    found: dict[Tree, None] = {PI: None}
    for part in walk(tree):
        is_constant = name not in part.names and rational(part) is None
        if is_constant and (part.children or part == E):
            found[part] = None
            found[divided(number(1), part)] = None
    known = []
    for unit in list(found)[: budget.RECOGNISED_UNITS]:
        bounds = enclose(unit, budget.ENCLOSED_DIGITS)
        if bounds is not None and not bounds[0] <= 0 <= bounds[1]:
            known.append((unit, bounds))
    return tuple(known)
