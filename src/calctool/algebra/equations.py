"""The zeros of u = v in one name, where they are found exactly and completely; else None."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Any

from flint import fmpz_poly

from calctool.algebra.quadratic import Coefficients, difference, zeros
from calctool.algebra.ranges import decided
from calctool.algebra.real.ring import Real, Undecided
from calctool.algebra.real.sign import sign
from calctool.notation.tree import (
    ZERO,
    Call,
    Negative,
    Power,
    Product,
    Quotient,
    Relation,
    Tree,
    rational,
)

ZERO_ONLY_AT_ZERO = frozenset(
    [
        "sqrt",
        "cbrt",
        "abs",
        "sinh",
        "tanh",
        "asin",
        "atan",
        "asinh",
        "atanh",
        "erf",
        "erfi",
        "Si",
        "Shi",
        "sign",
        "softsign",
        "silu",
        "gelu",
    ]
)
"""Functions that vanish exactly where their argument does."""


def solutions(equation: Relation, name: str) -> tuple[Real, ...] | None:
    """All real solutions in ascending order; None where they are not found, or not finitely many.

    Where the equation is not defined it may have further solutions here: callers ask the domain.
    """
    if decided(Relation(equation.left, "=", equation.right)) is False:
        return ()
    coefficients = difference(equation.left, equation.right, name)
    if coefficients is not None:
        return _polynomial_zeros(coefficients)
    return _zeros_of(equation.left, name) if rational(equation.right) == 0 else None


def _zeros_of(tree: Tree, name: str) -> tuple[Real, ...] | None:
    """The zeros of products, quotients, powers and of functions that vanish only with theirs."""
    match tree:
        case Negative(inner) | Quotient(inner, _):
            return solutions(Relation(inner, "=", ZERO), name)
        case Power(inner, exponent) if (r := rational(exponent)) is not None and r > 0:
            return solutions(Relation(inner, "=", ZERO), name)
        case Call(function, (inner,)) if function in ZERO_ONLY_AT_ZERO:
            return solutions(Relation(inner, "=", ZERO), name)
        case Product(factors):
            return _united([solutions(Relation(factor, "=", ZERO), name) for factor in factors])
    return None


def _polynomial_zeros(coefficients: Coefficients) -> tuple[Real, ...] | None:
    if len(coefficients) <= 3:
        return zeros(coefficients)
    scale = lcm(*(c.denominator for c in coefficients))
    _, factors = fmpz_poly([int(c * scale) for c in coefficients]).factor()
    found: list[tuple[Real, ...] | None] = []
    for factor, _ in factors:
        if factor.degree() <= 2:
            found.append(zeros(tuple(Fraction(int(c)) for c in factor.coeffs())))
        elif _has_real_zero(factor):
            return None
    return _united(found)


def _has_real_zero(factor: fmpz_poly) -> bool:
    """FLINT isolates the zeros; a real one has an imaginary part that is exactly zero."""
    roots: Any = factor.complex_roots()
    return any(root.imag == 0 for root, _ in roots)


def _united(sets: list[tuple[Real, ...] | None]) -> tuple[Real, ...] | None:
    """Several sets of solutions as one, in order and without repetition."""
    total: list[Real] = []
    for each in sets:
        if each is None:
            return None
        total += each
    return ordered(total)


def ordered(numbers: list[Real]) -> tuple[Real, ...] | None:
    """In ascending order, equal ones once; None where two cannot be compared."""
    kept: list[Real] = []
    try:
        for value in numbers:
            place = len(kept)
            while place and sign(value - kept[place - 1]) < 0:
                place -= 1
            if not place or sign(value - kept[place - 1]) > 0:
                kept.insert(place, value)
    except Undecided:
        return None
    return tuple(kept)
