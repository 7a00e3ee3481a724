"""Points brought to constraints by Newton's method, in rational numbers with many digits."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.ball import Ball, Program
from calctool.algebra.ball.constants import middle_of
from calctool.algebra.ball.floats import NO_VALUE, Floats
from calctool.algebra.ball.numbers import Rational, rounded
from calctool.notation.tree import Tree
from calctool.verify.optimum.corrections import Point, Rows, Vector, correction, gradients_of

Line = tuple[Rational, list[Rational]]
"""A value and its partial derivatives."""

_NOTHING = Rational(0)
_FLOAT_ROUNDS = 3
"""Corrections in floats for one in many digits: they cost next to nothing."""
_CLOSE = 1e-9
_POLISHES = 4
"""Each adds as many digits as differences of floats have: 10."""


class Projection:
    """Onto the sets where some of the trees have given values."""

    def __init__(
        self, f: Tree, constraints: Sequence[Tree], names: Sequence[str], bits: int
    ) -> None:
        self._program = Program((f, *constraints))
        self._constraints, self._alone = tuple(constraints), dict[tuple[int, ...], Program]()
        self._known: dict[tuple[int, ...], Floats] = {}
        self.names, self._bits = tuple(names), bits
        self._small = Rational(1, 2 ** (3 * bits // 8))

    def brought(self, point: Point, targets: dict[int, Rational], rounds: int) -> Point | None:
        """The correction of least length, J^T (J J^T)^-1 (g - target), again and again until it is
        very small; None where the gradients depend on each other or have no value."""
        for _ in range(rounds if targets else 0):
            lines = self._lines(point, targets)
            weights = None if lines is None else _solved(lines)
            if lines is None or weights is None:
                return None
            longest = _NOTHING
            for column, name in enumerate(self.names):
                parts = (w * row[column] for w, (_, row) in zip(weights, lines, strict=True))
                step = sum(parts, _NOTHING)
                point[name] = rounded(point[name] - step, self._bits)
                longest = max(longest, abs(step))
            if longest < self._small:
                break
        return point

    def closely(self, point: Point, targets: dict[int, Rational], rounds: int) -> Point | None:
        """The same, led by floats where they know the constraints; None where the corrections do
        not become very small: near a zero of order m of the constraints a correction is an m-th of
        the distance to it, whatever their values are."""
        wanted = {index: float(target) for index, target in targets.items()}
        try:
            led = self.led([float(point[name]) for name in self.names], wanted, rounds)
        except (KeyError, *NO_VALUE):
            return self._newton(point, targets, rounds)
        return None if led is None else self._polished(self.point(led[0]), led[1], targets)

    def led(self, at: Vector, targets: dict[int, float], rounds: int) -> tuple[Vector, Rows] | None:
        """Where Newton's method leads in floats, with the gradients there; None where it does not
        converge. Raises one of NO_VALUE, and KeyError where floats do not know the constraints."""
        known = self._in_floats(tuple(targets))
        wanted = targets.values()
        for _ in range(_FLOAT_ROUNDS * rounds):
            missing = [value - target for value, target in zip(known(at), wanted, strict=True)]
            rows = known.gradients(at)
            steps = correction(rows, missing)
            if steps is None:
                return None
            at = [x - step for x, step in zip(at, steps, strict=True)]
            if all(abs(s) < _CLOSE * (1 + abs(x)) for s, x in zip(steps, at, strict=True)):
                return at, rows
        return None

    def point(self, at: Vector) -> Point:
        pairs = zip(self.names, at, strict=True)
        return {name: rounded(Rational(*x.as_integer_ratio()), self._bits) for name, x in pairs}

    def _polished(self, point: Point, rows: Rows, targets: dict[int, Rational]) -> Point | None:
        """With the digits that floats do not have."""
        for _ in range(_POLISHES):
            longest = self._corrected(point, targets, rows)
            if longest is None:
                return None
            if longest < self._small:
                return point
        return None

    def _newton(self, point: Point, targets: dict[int, Rational], rounds: int) -> Point | None:
        for _ in range(rounds):
            rows = gradients_of(self._of(tuple(targets)), point, self.names, self._bits)
            longest = None if rows is None else self._corrected(point, targets, rows)
            if longest is None:
                return None
            if longest < self._small:
                return point
        return None

    def _corrected(self, point: Point, targets: dict[int, Rational], rows: Rows) -> Rational | None:
        """Move the point; how far, None where that cannot be told."""
        values = self._missing(point, targets)
        steps = None if values is None else correction(rows, values)
        if steps is None:
            return None
        moves = [Rational(*step.as_integer_ratio()) for step in steps]
        for name, move in zip(self.names, moves, strict=True):
            point[name] = rounded(point[name] - move, self._bits)
        return max(map(abs, moves))

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

    def _missing(self, point: Point, targets: dict[int, Rational]) -> list[float] | None:
        """How far each constraint is from its target."""
        found = self._of(tuple(targets)).balls(point, bits=self._bits)
        pairs = zip(found, targets.values(), strict=True)
        try:
            return [
                float((middle_of(ball) or _NOTHING) - target)
                for ball, target in pairs
                if isinstance(ball, Ball)
            ]
        except OverflowError:
            return None

    def _of(self, chosen: tuple[int, ...]) -> Program:
        """A program of these constraints alone."""
        if chosen not in self._alone:
            self._alone[chosen] = Program(tuple(self._constraints[index] for index in chosen))
        return self._alone[chosen]

    def _in_floats(self, chosen: tuple[int, ...]) -> Floats:
        if chosen not in self._known:
            self._known[chosen] = Floats([self._constraints[i] for i in chosen], self.names)
        return self._known[chosen]

    def gradients(self, point: Point, chosen: Sequence[int]) -> Rows | None:
        """Of some of f (0) and the constraints (1, 2, …), by Taylor; None where one has none."""
        rows = gradients_of(self._program, point, self.names, self._bits)
        return None if rows is None else [rows[index] for index in chosen]

    def balls(self, point: Point) -> list[Ball] | None:
        """f and the constraints there; None where one has no value."""
        found = self._program.balls(point, bits=self._bits)
        known = [ball for ball in found if isinstance(ball, Ball)]
        return known if len(known) == len(found) else None

    def _middle(self, ball: Ball) -> Rational:
        return rounded(middle_of(ball) or _NOTHING, self._bits)


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
