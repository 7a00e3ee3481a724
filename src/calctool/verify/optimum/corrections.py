"""Corrections of least length towards some equations, in floating point."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite
from operator import mul

from calctool.algebra.ball import Program
from calctool.algebra.ball.numbers import Rational

Point = dict[str, Rational]
Vector = list[float]
Rows = list[Vector]
"""The gradients of some functions."""

_DEPENDENT = 1e-13


def gradients_of(program: Program, point: Point, names: Sequence[str], bits: int) -> Rows | None:
    """Of all that a program works out, by Taylor; None where something has none."""
    columns: Rows = []
    for name in names:
        found = program.taylor(point, name, 1, bits=bits)
        known = [each for each in found if isinstance(each, list)]
        if len(known) < len(found):
            return None
        columns.append([float(each[1].mid()) for each in known])
    return [list(row) for row in zip(*columns, strict=True)]


def correction(rows: Rows, values: Sequence[float]) -> list[float] | None:
    """J^T (J J^T)^-1 g; None where gradients nearly depend on each other or a value is missing."""
    if len(values) < len(rows):
        return None
    if len(rows) == 1:
        return _towards(rows[0], values[0])
    matrix = [
        [sum(map(mul, row, other)) for other in rows] + [value]
        for row, value in zip(rows, values, strict=True)
    ]
    least = _DEPENDENT * max(matrix[i][i] for i in range(len(rows)))
    for i, line in enumerate(matrix):
        if not line[i] > least:
            return None
        for k, other in enumerate(matrix):
            if k != i:
                ratio = other[i] / line[i]
                matrix[k] = [a - ratio * b for a, b in zip(other, line, strict=True)]
    weights = [line[-1] / line[i] for i, line in enumerate(matrix)]
    steps = [sum(map(mul, weights, column)) for column in zip(*rows, strict=True)]
    return steps if all(map(isfinite, steps)) else None


def _towards(row: Vector, value: float) -> list[float] | None:
    """Of one equation."""
    size = sum(map(mul, row, row))
    steps = [value / size * x for x in row] if size > 0 else [inf]
    return steps if all(map(isfinite, steps)) else None
