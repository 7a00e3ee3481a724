"""The second opinion on an extremum under constraints: values of f at feasible points near by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from random import Random
from typing import Literal

from calctool import budget
from calctool.algebra.ball import Ball, Program
from calctool.algebra.ball.constants import bounds_of
from calctool.notation.tree import Tree
from calctool.verify.verdict import Finding, Verdict

Point = Mapping[str, Fraction]
Bound = tuple[Tree, Literal[-1, 0, 1]]
"""g and 0 for g = 0, 1 for g <= 0, -1 for g >= 0; all of them equalities at the point."""

_RADII = tuple(Fraction(1, 2**halvings) for halvings in (20, 40))
"""A direction counts against a claim only if it does so at each of these distances."""
_DIRECTIONS = 4
_ROUNDS = 4
"""Newton steps back to the constraints: each doubles the number of right digits."""
_TURNS = {"local-minimum": -1, "local-maximum": 1}


def check_kind_on(f: Tree, bounds: Sequence[Bound], centre: Point, kind: str) -> Finding:
    """Whether feasible points near by object to an extremum; `centre` is it to many digits."""
    near = _Near(f, bounds, centre)
    seen = 0
    for direction in _directions(len(centre)):
        for depths in near.choices():
            signs = [near.sign(direction, radius, depths) for radius in _RADII]
            if None in signs:
                continue
            seen += 1
            if set(signs) == {_TURNS.get(kind)}:
                return Finding(Verdict.REFUTED, "values-near-by", seen)
    if not seen:
        return Finding(Verdict.UNDECIDED, "nothing-usable")
    return Finding(Verdict.SAMPLED, "values-near-by", seen)


def _directions(size: int) -> Iterator[tuple[int, ...]]:
    random = Random(size)  # noqa: S311 (sampling)
    for _ in range(_DIRECTIONS):
        yield tuple(random.randint(-99, 99) for _ in range(size))


class _Near:
    """Points beside the centre, brought back to the constraints by Newton's method."""

    def __init__(self, f: Tree, bounds: Sequence[Bound], centre: Point) -> None:
        self.names, self.centre, self.bounds = sorted(centre), centre, bounds
        self._values = Program((f, *(g for g, _ in bounds)))
        self._here = self._balls(centre)

    def choices(self) -> Iterator[tuple[int, ...]]:
        """How far inside each constraint, in units of the radius: on all of them, or off the
        inequalities."""
        on = tuple(0 for _ in self.bounds)
        off = tuple(-side for _, side in self.bounds)
        yield from dict.fromkeys((on, off))

    def sign(
        self, direction: Sequence[int], radius: Fraction, depths: tuple[int, ...]
    ) -> int | None:
        """Of f there minus f at the centre; None where that cannot be told."""
        point = {
            name: self.centre[name] + radius * part
            for name, part in zip(self.names, direction, strict=True)
        }
        moved = self._projected(point, [radius * depth for depth in depths])
        there = None if moved is None else self._balls(moved)
        if there is None or self._here is None:
            return None
        difference = there[0] - self._here[0]
        # Newton's method leaves an error far below this.
        least = Fraction(1, 2 ** (budget.ON_SET_BITS // 2))
        low, high = bounds_of(difference) or (Fraction(0), Fraction(0))
        return 1 if low > least else -1 if high < -least else None

    def _balls(self, point: Point) -> list[Ball] | None:
        found = self._values.balls(point, bits=budget.ON_SET_BITS)
        known = [ball for ball in found if isinstance(ball, Ball)]
        return known if len(known) == len(found) else None

    def _projected(self, point: dict[str, Fraction], targets: Sequence[Fraction]) -> Point | None:
        """The correction of least length, J^T (J J^T)^-1 (g - target), again and again."""
        for _ in range(_ROUNDS if targets else 0):
            lines = self._lines(point, targets)
            weights = None if lines is None else _solved(lines)
            if lines is None or weights is None:
                return None
            for column, name in enumerate(self.names):
                step = sum(w * row[column] for w, (_, row) in zip(weights, lines, strict=True))
                point[name] = _rounded(point[name] - step)
        return point

    def _lines(
        self, point: Point, targets: Sequence[Fraction]
    ) -> list[tuple[Fraction, list[Fraction]]] | None:
        """What is missing to the target and the gradient of each constraint, by Taylor."""
        rows: list[list[Fraction]] = [[] for _ in targets]
        values = [Fraction(0) for _ in targets]
        for name in self.names:
            found = self._values.taylor(point, name, 1, bits=budget.ON_SET_BITS)
            for index, coefficients in enumerate(found[1:]):
                if not isinstance(coefficients, list):
                    return None
                value, own = (_middle(each) for each in coefficients[:2])
                values[index] = value - targets[index]
                rows[index].append(own)
        return list(zip(values, rows, strict=True))


def _middle(ball: Ball) -> Fraction:
    low, high = bounds_of(ball) or (Fraction(0), Fraction(0))
    return _rounded((low + high) / 2)


def _rounded(value: Fraction) -> Fraction:
    return Fraction(round(value * 2**budget.ON_SET_BITS), 2**budget.ON_SET_BITS)


def _solved(lines: Sequence[tuple[Fraction, list[Fraction]]]) -> list[Fraction] | None:
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
