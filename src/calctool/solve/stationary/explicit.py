"""An equation as a polynomial in one of its names."""

from __future__ import annotations

from fractions import Fraction
from math import factorial

from calctool import budget
from calctool.algebra.build import multiplied
from calctool.algebra.field import is_zero
from calctool.notation.tree import (
    ZERO,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import substitute, walk
from calctool.solve.stationary.manifold import slope
from calctool.solve.stationary.short import short


def coefficients(equation: Tree, name: str) -> tuple[Tree, ...] | None:
    """From the constant term up, free of the name; None for what is no polynomial in it."""
    if name not in equation.names or not all(_fits(part, name) for part in walk(equation)):
        return None
    found: list[Tree] = []
    state = equation
    for power in range(budget.EXPLICIT_DEGREE + 1):
        if is_zero(state):
            return tuple(found)
        size = number(Fraction(1, factorial(power)))
        at_zero = short(substitute(state, {name: ZERO}))
        found.append(ZERO if is_zero(at_zero) else short(multiplied((size, at_zero))))
        state = slope(state, name)
    return None


def _fits(part: Tree, name: str) -> bool:
    """Whether a part does not keep its whole from being a polynomial in the name."""
    match part:
        case Power(_, exponent):
            power = rational(exponent)
            whole = power is not None and power.denominator == 1 and power > 0
            return whole or name not in part.names
        case Quotient(_, denominator):
            return name not in denominator.names
        case Name() | Negative() | Sum() | Product():
            return True
    return name not in part.names
