"""Simple constants that a coordinate may be: short fractions, parts of pi, zeros in closed form."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from calctool import budget
from calctool.algebra.ball.constants import enclose
from calctool.algebra.boxes.system import System
from calctool.algebra.common_field import forms
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Interval, rational_point, zeros
from calctool.algebra.roots.methods.angles import multiple_of_pi
from calctool.algebra.roots.points.point import simplest_between
from calctool.notation.tree import PI, Tree, number

MARGIN = Fraction(1, 100)
"""Around the place, where an equation in one name is solved."""


def short(low: Fraction, high: Fraction) -> Iterator[Tree]:
    """A fraction or a part of pi that stands out among the numbers between the bounds."""
    nearest = simplest_between(low, high)
    if nearest.denominator <= budget.RECOGNISED_DENOMINATOR:
        yield number(nearest)
        return
    ends = enclose(PI, budget.ENCLOSED_DIGITS)
    if ends is not None:
        turns = sorted(end / pi for end in (low, high) for pi in ends)
        part = simplest_between(turns[0], turns[-1])
        if part.denominator <= budget.ANGLE_DENOMINATOR:
            yield multiple_of_pi(part)


def by_itself(system: System, name: str, low: Fraction, high: Fraction) -> Iterator[Tree]:
    """Solutions between the bounds of the equations, or factors, that speak of this name only."""
    for equation in system.square:
        for factor in _factors(equation) if name in equation.names else ():
            if factor.names == {name}:
                yield from closed_forms(factor, name, low, high)


@lru_cache(maxsize=128)
def _factors(equation: Tree) -> tuple[Tree, ...]:
    if len(equation.names) == 1:
        return (equation,)
    try:
        own = forms((equation,))
        return tuple(own.tree(factor) for factor, _ in own.factors(own.numerators[0])[1])
    except (Undecided, UnknownError):
        return ()


def closed_forms(line: Tree, name: str, low: Fraction, high: Fraction) -> list[Tree]:
    """Zeros in closed form about there."""
    near = Interval(rational_point(low - MARGIN), rational_point(high + MARGIN))
    try:
        found = zeros(line, name, (near,), boxes=budget.LAST_NAME_BOXES)
    except (Undecided, Undefined, UnknownError):
        return []
    places = (zero.at for zero in found.zeros)
    return [at.tree for at in places if at.tree is not None and at.low <= high and low <= at.high]
