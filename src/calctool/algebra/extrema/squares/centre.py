"""Semidefinite programmes of a few dozen unknowns by a barrier method, in floating point.

What comes out proves nothing: it is rounded and checked by whoever asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import inf, isfinite, log

from flint import arb, arb_mat
from msgspec import Struct

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.extrema.squares.program import Program

Matrix = list[list[float]]
Way = list[tuple[int, int, float]]
"""Entries of a symmetric matrix, each of the two halves."""

_SHRINK = 0.2
_STEPS = 25
_LEAST_WEIGHT = 1e-9
_NEGATIVE = 1e-6
_TRUST = 1e-7
"""The free numbers are kept near 0 by so little of their squares: a set without end has no
centre."""


class Centred(Struct, frozen=True):
    """`margin` is the least eigenvalue, about, that the blocks have at `steps`."""

    steps: list[float]
    margin: float
    blocks: list[Matrix]


def centred(task: Program) -> Centred | None:
    """A point at which all blocks are as positive as they can be, or nearly: where they cannot be
    positive definite it is seen on which vectors they vanish. None where some have to be negative.
    """
    return _Barrier(task).run()


class _Barrier:
    """Minimizes t - w*(sum of log det(Q_b + t*I)) for smaller and smaller weights w."""

    def __init__(self, task: Program) -> None:
        self.sizes = task.sizes
        self.count = len(task.ways)
        self.scale = float(max(map(abs, task.start.values()), default=Fraction(1)))
        self.start = [_zeros(n) for n in task.sizes]
        self.ways: list[list[Way]] = [[[] for _ in task.sizes] for _ in range(self.count)]
        for i, (b, row, column) in enumerate(task.entries):
            value = float(task.start.get(i, 0)) / self.scale
            self.start[b][row][column] = self.start[b][column][row] = value
            for k, way in enumerate(task.ways):
                if i in way:
                    c = float(way[i])
                    self.ways[k][b].append((row, column, c))
                    if row != column:
                        self.ways[k][b].append((column, row, c))
        # t moves like one more free number, along the identity.
        self.ways.append([[(i, i, 1.0) for i in range(n)] for n in task.sizes])

    def run(self) -> Centred | None:
        point = [0.0] * self.count
        low = max(1.0, 2 * self._bound(self.blocks([*point, 0.0])))
        point.append(low)
        weight = low
        best: Centred | None = None
        while weight > _LEAST_WEIGHT:
            moved = self._centre(point, weight)
            if moved is None:
                break
            point = moved
            steps = [self.scale * step for step in point[:-1]]
            best = Centred(steps, -point[-1], self.blocks([*point[:-1], 0.0]))
            # On the central path t is above its least value by weight times the order.
            gap = weight * sum(self.sizes)
            if point[-1] < 0 and gap < -point[-1]:
                break
            if point[-1] - gap > _NEGATIVE * low:
                return None
            weight *= _SHRINK
        return best

    @staticmethod
    def _bound(blocks: Sequence[Matrix]) -> float:
        """Of the absolute eigenvalues: rows add up to no less (Gershgorin)."""
        return max((sum(map(abs, row)) for block in blocks for row in block), default=0.0)

    def blocks(self, point: Sequence[float]) -> list[Matrix]:
        made = [[list(row) for row in block] for block in self.start]
        for step, way in zip(point, self.ways, strict=True):
            if step:
                for block, part in zip(made, way, strict=True):
                    for i, k, c in part:
                        block[i][k] += step * c
        return made

    def _centre(self, point: list[float], weight: float) -> list[float] | None:
        """Newton's method with shorter steps where the barrier would be crossed."""
        value = self._value(point, weight)
        for _ in range(_STEPS):
            found = self._newton(point, weight)
            if found is None:
                return None
            step, slope = found
            size = 1.0
            while size > 1e-8:
                tried = [a + size * b for a, b in zip(point, step, strict=True)]
                there = self._value(tried, weight)
                if there <= value + 0.1 * size * slope:
                    break
                size /= 2
            else:
                return point
            point, value = tried, there
            if -slope < 1e-4 * weight:
                break
        return point

    def _value(self, point: Sequence[float], weight: float) -> float:
        total = point[-1] + weight * _TRUST * sum(a * a for a in point[:-1])
        for block in self.blocks(point):
            found = _log_det(block)
            if found is None:
                return inf
            total -= weight * found
        return total

    def _newton(self, point: Sequence[float], weight: float) -> tuple[list[float], float] | None:
        """The step, and the slope of the value along it."""
        size = len(self.ways)
        slopes = [2 * weight * _TRUST * a for a in point[:-1]] + [1.0]
        bend = [[0.0] * size for _ in range(size)]
        for b, block in enumerate(self.blocks(point)):
            inverse = _inverse(block)
            if inverse is None:
                return None
            for k in range(size):
                way = self.ways[k][b]
                if not way:
                    continue
                slopes[k] -= weight * sum(c * inverse[i][j] for i, j, c in way)
                image = _between(inverse, way)
                for n in range(k + 1):
                    other = self.ways[n][b]
                    if other:
                        bend[k][n] += weight * sum(c * image[j][i] for i, j, c in other)
        for k in range(size):
            bend[k][k] += 2 * weight * _TRUST
            for n in range(k):
                bend[n][k] = bend[k][n]
        step = _solved(bend, [-a for a in slopes])
        if step is None:
            return None
        slope = sum(a * b for a, b in zip(slopes, step, strict=True))
        return (step, slope) if slope < 0 else None


def _zeros(size: int) -> Matrix:
    return [[0.0] * size for _ in range(size)]


def _between(inverse: Matrix, way: Way) -> Matrix:
    """inverse * way * inverse."""
    size = len(inverse)
    half = [[0.0] * size for _ in range(size)]
    rows: set[int] = set()
    for i, j, c in way:
        rows.add(i)
        target, source = half[i], inverse[j]
        for k in range(size):
            target[k] += c * source[k]
    made = _zeros(size)
    for i in rows:
        source = half[i]
        for k in range(size):
            a = inverse[k][i]
            if a:
                target = made[k]
                for n in range(size):
                    target[n] += a * source[n]
    return made


def _log_det(block: Matrix) -> float | None:
    """By Cholesky; None where it is not positive definite."""
    size = len(block)
    lower = _zeros(size)
    total = 0.0
    for i in range(size):
        row = lower[i]
        for k in range(i + 1):
            other = lower[k]
            rest = block[i][k] - sum(row[n] * other[n] for n in range(k))
            if i == k:
                if not (rest > 0 and isfinite(rest)):
                    return None
                row[i] = rest**0.5
                total += log(rest)
            else:
                row[k] = rest / other[k]
    return total


def _inverse(block: Matrix) -> Matrix | None:
    try:
        with working(budget.SQUARES_BITS, 1):
            found = arb_mat([[arb(c) for c in row] for row in block]).inv()
            size = range(len(block))
            made = [[float(found[i, k].mid()) for k in size] for i in size]
    except ZeroDivisionError:
        return None
    return made if all(map(isfinite, (c for row in made for c in row))) else None


def _solved(matrix: Matrix, right: list[float]) -> list[float] | None:
    try:
        with working(budget.SQUARES_BITS, 1):
            column = arb_mat(len(right), 1, [arb(c) for c in right])
            found = arb_mat([[arb(c) for c in row] for row in matrix]).solve(column)
            made = [float(found[i, 0].mid()) for i in range(len(right))]
    except ZeroDivisionError:
        return None
    return made if all(map(isfinite, made)) else None
