"""Positive semidefinite matrices over Q as sums of squares: the decomposition L*D*L^T."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Square = tuple[Fraction, tuple[Fraction, ...]]
"""A positive factor, and the coefficients of the form that is squared."""


def semidefinite(matrix: Sequence[Sequence[Fraction]]) -> list[Square] | None:
    """Squares that add up to the quadratic form; None where it takes a negative value.

    Lagrange's reduction: a pivot that is 0 needs a row of zeros.
    """
    rest = [list(row) for row in matrix]
    made: list[Square] = []
    for i in range(len(rest)):
        pivot = rest[i][i]
        if pivot < 0 or (pivot == 0 and any(rest[i])):
            return None
        if pivot == 0:
            continue
        row = tuple(entry / pivot for entry in rest[i])
        made.append((pivot, row))
        for j in range(len(rest)):
            for k in range(len(rest)):
                rest[j][k] -= pivot * row[j] * row[k]
    return made
