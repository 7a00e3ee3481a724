"""Linear and quadratic polynomials in one name, read off a tree, and their exact real zeros."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from calctool import budget
from calctool.algebra.real.power import power
from calctool.algebra.real.ring import Real
from calctool.notation.tree import (
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)

Coefficients = tuple[Fraction, ...]
"""From the constant term up, the last one not zero; () is the zero polynomial."""


def polynomial(tree: Tree, name: str) -> Coefficients | None:
    """The coefficients in `name`, if they are rational and the degree is small; else None."""
    match tree:
        case Number(value):
            return _trimmed((value,))
        case Name(id):
            return (Fraction(0), Fraction(1)) if id == name else None
        case Negative(operand):
            inner = polynomial(operand, name)
            return inner if inner is None else tuple(-c for c in inner)
        case Sum(terms):
            return _sum(polynomial(term, name) for term in terms)
        case Product(factors):
            return _product(polynomial(factor, name) for factor in factors)
        case Quotient(top, bottom):
            above, below = polynomial(top, name), polynomial(bottom, name)
            if above is None or below is None or len(below) != 1:
                return None
            return tuple(c / below[0] for c in above)
        case Power(base, exponent):
            n = rational(exponent)
            if n is None or n.denominator != 1 or not 0 < n <= budget.SWITCH_DEGREE:
                return None
            return _product([polynomial(base, name)] * int(n))
    return None


def _trimmed(coefficients: tuple[Fraction, ...]) -> Coefficients:
    end = len(coefficients)
    while end and coefficients[end - 1] == 0:
        end -= 1
    return coefficients[:end]


def _sum(terms: Iterable[Coefficients | None]) -> Coefficients | None:
    total: list[Fraction] = []
    for term in terms:
        if term is None:
            return None
        total += [Fraction(0)] * (len(term) - len(total))
        for n, c in enumerate(term):
            total[n] += c
    return _trimmed(tuple(total))


def _product(factors: Iterable[Coefficients | None]) -> Coefficients | None:
    total: Coefficients = (Fraction(1),)
    for factor in factors:
        if factor is None or len(factor) + len(total) - 2 > budget.SWITCH_DEGREE:
            return None
        made = [Fraction(0)] * max(0, len(total) + len(factor) - 1)
        for n, c in enumerate(total):
            for m, d in enumerate(factor):
                made[n + m] += c * d
        total = _trimmed(tuple(made))
    return total


def zeros(coefficients: Coefficients) -> tuple[Real, ...] | None:
    """The real zeros in ascending order; None for other degrees than 1 and 2, and for zero."""
    if len(coefficients) == 1:
        return ()
    if len(coefficients) == 2:
        return (Real.of(-coefficients[0] / coefficients[1]),)
    if len(coefficients) != 3:
        return None
    c, b, a = coefficients
    discriminant = b * b - 4 * a * c
    if discriminant < 0:
        return ()
    middle = Real.of(-b / (2 * a))
    if discriminant == 0:
        return (middle,)
    half = power(Real.of(discriminant), Fraction(1, 2)).times(1 / abs(2 * a))
    return middle - half, middle + half


def difference(left: Tree, right: Tree, name: str) -> Coefficients | None:
    """left - right as a polynomial in `name`."""
    return _sum([polynomial(left, name), polynomial(Negative(right), name)])
