"""Polynomials with whole coefficients, as trees and back."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from calctool import budget
from calctool.notation.tree import ONE, Name, Negative, Number, Power, Product, Sum, Tree

VARIABLE = "x"
"""The name that polynomials are printed in; it means nothing outside."""

Coefficients = list[Fraction]


@lru_cache(maxsize=64)
def polynomial(coefficients: tuple[int, ...]) -> Tree:
    """The polynomial as it is written, highest power first."""
    terms = [
        _signed(_term(abs(c), power), c)
        for power, c in reversed(list(enumerate(coefficients)))
        if c
    ]
    return terms[0] if len(terms) == 1 else Sum(tuple(terms))


def _signed(term: Tree, sign: int) -> Tree:
    return Negative(term) if sign < 0 else term


def _term(size: int, power: int) -> Tree:
    number = Number(Fraction(size))
    if power == 0:
        return number
    name = Name(VARIABLE)
    raised: Tree = name if power == 1 else Power(name, Number(Fraction(power)))
    return raised if number == ONE else Product((number, raised))


def whole_coefficients(tree: Tree) -> tuple[int, ...] | None:
    """The coefficients of a polynomial in the only name, if all are whole."""
    found = _coefficients(tree) if len(tree.names) == 1 else None
    if found is None or any(c.denominator != 1 for c in found):
        return None
    return tuple(c.numerator for c in found)


def _coefficients(tree: Tree) -> Coefficients | None:
    match tree:
        case Number(value):
            return _trimmed([value])
        case Name():
            return [Fraction(0), Fraction(1)]
        case Negative(operand):
            inner = _coefficients(operand)
            return inner if inner is None else [-c for c in inner]
        case Sum(terms):
            return _sum([_coefficients(term) for term in terms])
        case Product(factors):
            return _product([_coefficients(factor) for factor in factors])
        case Power(base, Number(value)) if value.denominator == 1 and value <= budget.ROOT_DEGREE:
            return _product([_coefficients(base)] * int(value))
    return None


def _trimmed(coefficients: Coefficients) -> Coefficients:
    while coefficients and not coefficients[-1]:
        coefficients.pop()
    return coefficients


def _sum(terms: list[Coefficients | None]) -> Coefficients | None:
    total: Coefficients = []
    for term in terms:
        if term is None:
            return None
        total += [Fraction(0)] * (len(term) - len(total))
        for power, c in enumerate(term):
            total[power] += c
    return _trimmed(total)


def _product(factors: list[Coefficients | None]) -> Coefficients | None:
    total: Coefficients = [Fraction(1)]
    for factor in factors:
        if factor is None or len(factor) + len(total) > budget.ROOT_DEGREE + 2:
            return None
        made = [Fraction(0)] * max(0, len(total) + len(factor) - 1)
        for n, c in enumerate(total):
            for m, d in enumerate(factor):
                made[n + m] += c * d
        total = _trimmed(made)
    return total
