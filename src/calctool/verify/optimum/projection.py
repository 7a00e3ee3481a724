"""Points brought to constraints by Newton's method, in rational numbers with many digits."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from calctool.algebra.ball import Ball, Program
from calctool.algebra.ball.constants import bounds_of

Line = tuple[Fraction, list[Fraction]]
"""A value and its partial derivatives."""


class Projection:
    """Onto the sets where some of the trees have given values."""

    def __init__(self, program: Program, names: Sequence[str], bits: int) -> None:
        """`program` has f first, then the constraints."""
        self._program, self.names, self._bits = program, tuple(names), bits
        self._small = Fraction(1, 2 ** (3 * bits // 8))

    def brought(
        self, point: dict[str, Fraction], targets: dict[int, Fraction], rounds: int
    ) -> dict[str, Fraction] | None:
        """The correction of least length, J^T (J J^T)^-1 (g - target), again and again until it is
        very small; None where the gradients depend on each other or have no value."""
        return self.closely(point, targets, rounds)[0]

    def closely(
        self, point: dict[str, Fraction], targets: dict[int, Fraction], rounds: int
    ) -> tuple[dict[str, Fraction] | None, bool]:
        """The same, and whether the corrections became very small: near a zero of order m of the
        constraints a correction is an m-th of the distance to it, whatever their values are."""
        for _ in range(rounds if targets else 0):
            lines = self._lines(point, targets)
            weights = None if lines is None else _solved(lines)
            if lines is None or weights is None:
                return None, False
            longest = Fraction()
            for column, name in enumerate(self.names):
                parts = (w * row[column] for w, (_, row) in zip(weights, lines, strict=True))
                step = sum(parts, Fraction())
                point[name] = self.rounded(point[name] - step)
                longest = max(longest, abs(step))
            if longest < self._small:
                return point, True
        return point, not targets

    def _lines(self, point: dict[str, Fraction], targets: dict[int, Fraction]) -> list[Line] | None:
        """What is missing to the target and the gradient of each constraint, by Taylor."""
        rows: dict[int, list[Fraction]] = {index: [] for index in targets}
        values = dict(targets)
        for name in self.names:
            found = self._program.taylor(point, name, 1, bits=self._bits)
            for index, target in targets.items():
                coefficients = found[index + 1]
                if not isinstance(coefficients, list):
                    return None
                value, own = (self._middle(each) for each in coefficients[:2])
                values[index] = value - target
                rows[index].append(own)
        return [(values[index], row) for index, row in rows.items()]

    def gradients(
        self, point: dict[str, Fraction], chosen: Sequence[int]
    ) -> list[list[float]] | None:
        """Of some of the trees, by Taylor; None where one has none."""
        rows: list[list[float]] = [[] for _ in chosen]
        for name in self.names:
            found = self._program.taylor(point, name, 1, bits=self._bits)
            for row, index in zip(rows, chosen, strict=True):
                coefficients = found[index]
                if not isinstance(coefficients, list):
                    return None
                row.append(float(coefficients[1].mid()))
        return rows

    def balls(self, point: dict[str, Fraction]) -> list[Ball] | None:
        """f and the constraints there; None where one has no value."""
        found = self._program.balls(point, bits=self._bits)
        known = [ball for ball in found if isinstance(ball, Ball)]
        return known if len(known) == len(found) else None

    def _middle(self, ball: Ball) -> Fraction:
        low, high = bounds_of(ball) or (Fraction(0), Fraction(0))
        return self.rounded((low + high) / 2)

    def rounded(self, value: Fraction) -> Fraction:
        """To so many binary places."""
        return Fraction(round(value * 2**self._bits), 2**self._bits)


def _solved(lines: Sequence[Line]) -> list[Fraction] | None:
    """(J J^T) w = g by elimination; None where the gradients depend on each other."""
    rows = [
        [sum((a * b for a, b in zip(row, other, strict=True)), Fraction(0)) for _, other in lines]
        + [value]
        for value, row in lines
    ]
    for i in range(len(rows)):
        pivot = next((k for k in range(i, len(rows)) if rows[k][i]), None)
        if pivot is None:
            return None
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [entry / rows[i][i] for entry in rows[i]]
        for k in range(len(rows)):
            if k != i:
                rows[k] = [a - rows[k][i] * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [row[-1] for row in rows]
