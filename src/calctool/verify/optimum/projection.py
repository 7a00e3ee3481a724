"""Points brought to constraints by Newton's method, in rational numbers with many digits."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.ball import Ball, Program
from calctool.algebra.ball.constants import middle_of
from calctool.algebra.ball.numbers import Rational, rounded
from calctool.notation.tree import Tree

Point = dict[str, Rational]
Line = tuple[Rational, list[Rational]]
"""A value and its partial derivatives."""

_NOTHING = Rational(0)


class Projection:
    """Onto the sets where some of the trees have given values."""

    def __init__(
        self, f: Tree, constraints: Sequence[Tree], names: Sequence[str], bits: int
    ) -> None:
        self._program = Program((f, *constraints))
        self._constraints, self._alone = tuple(constraints), dict[tuple[int, ...], Program]()
        self.names, self._bits = tuple(names), bits
        self._small = Rational(1, 2 ** (3 * bits // 8))

    def brought(self, point: Point, targets: dict[int, Rational], rounds: int) -> Point | None:
        """The correction of least length, J^T (J J^T)^-1 (g - target), again and again until it is
        very small; None where the gradients depend on each other or have no value."""
        return self.closely(point, targets, rounds)[0]

    def closely(
        self, point: Point, targets: dict[int, Rational], rounds: int
    ) -> tuple[Point | None, bool]:
        """The same, and whether the corrections became very small: near a zero of order m of the
        constraints a correction is an m-th of the distance to it, whatever their values are."""
        for _ in range(rounds if targets else 0):
            lines = self._lines(point, targets)
            weights = None if lines is None else _solved(lines)
            if lines is None or weights is None:
                return None, False
            longest = _NOTHING
            for column, name in enumerate(self.names):
                parts = (w * row[column] for w, (_, row) in zip(weights, lines, strict=True))
                step = sum(parts, _NOTHING)
                point[name] = self.rounded(point[name] - step)
                longest = max(longest, abs(step))
            if longest < self._small:
                return point, True
        return point, not targets

    def _lines(self, point: Point, targets: dict[int, Rational]) -> list[Line] | None:
        """What is missing to the target and the gradient of each constraint, by Taylor."""
        rows: dict[int, list[Rational]] = {index: [] for index in targets}
        values, program = dict(targets), self._of(tuple(targets))
        for name in self.names:
            found = program.taylor(point, name, 1, bits=self._bits)
            for (index, target), coefficients in zip(targets.items(), found, strict=True):
                if not isinstance(coefficients, list):
                    return None
                if name == self.names[-1]:
                    values[index] = self._middle(coefficients[0]) - target
                rows[index].append(self._middle(coefficients[1]))
        return [(values[index], row) for index, row in rows.items()]

    def _of(self, chosen: tuple[int, ...]) -> Program:
        """A program of these constraints alone."""
        if chosen not in self._alone:
            self._alone[chosen] = Program(tuple(self._constraints[index] for index in chosen))
        return self._alone[chosen]

    def gradients(self, point: Point, chosen: Sequence[int]) -> list[list[float]] | None:
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

    def balls(self, point: Point) -> list[Ball] | None:
        """f and the constraints there; None where one has no value."""
        found = self._program.balls(point, bits=self._bits)
        known = [ball for ball in found if isinstance(ball, Ball)]
        return known if len(known) == len(found) else None

    def _middle(self, ball: Ball) -> Rational:
        return self.rounded(middle_of(ball) or _NOTHING)

    def rounded(self, value: Rational) -> Rational:
        """To so many binary places."""
        return rounded(value, self._bits)


def _solved(lines: Sequence[Line]) -> list[Rational] | None:
    """(J J^T) w = g by elimination; None where the gradients depend on each other."""
    rows = [
        [sum((a * b for a, b in zip(row, other, strict=True)), _NOTHING) for _, other in lines]
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
