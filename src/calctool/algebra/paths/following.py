"""Paths from the solutions of x_i^d_i = 1 to those of a system with the same degrees.

What comes out are numbers near solutions, of which nothing is proved.
"""

from __future__ import annotations

from cmath import exp, isfinite, pi
from collections.abc import Iterator, Sequence
from itertools import product

from calctool.algebra.paths.values import Polynomials, solved

Point = list[complex]

_NEAR = 1e-9
_FAR = 1e7
_ROUNDS = 3
_LEAST = 1e-7
_LONGEST = 0.1


def ends(system: Polynomials, degrees: Sequence[int], turn: complex) -> Iterator[Point | None]:
    """Of each path; None where it runs to infinity or is lost. `turn` is a number of absolute value
    1 on which it depends only by bad luck that two paths meet (Sommese & Wampler 2005)."""
    paths = _Paths(system, degrees, turn)
    for choice in product(*map(range, degrees)):
        yield paths.followed([exp(2j * pi * k / d) for k, d in zip(choice, degrees, strict=True)])


class _Paths:
    def __init__(self, system: Polynomials, degrees: Sequence[int], turn: complex) -> None:
        self.system, self.degrees, self.turn = system, tuple(degrees), turn

    def followed(self, start: Point) -> Point | None:
        at, time, step = start, 0.0, 0.02
        slope = self._slope(at, time)
        before: tuple[Point, float, Point] | None = None
        good = 0
        while time < 1.0:
            if slope is None or step < _LEAST or max(map(abs, at)) > _FAR:
                return None
            after = min(1.0, time + step)
            guess = _extrapolated(before, (at, time, slope), after)
            moved = self._corrected(guess, after)
            if moved is None:
                step, good = step / 2, 0
                continue
            before = at, time, slope
            at, time = moved, after
            slope = self._slope(at, time) if time < 1.0 else slope
            good += 1
            if good >= 2:
                step, good = min(2 * step, _LONGEST), 0
        return at

    def _both(
        self, at: Point, time: float
    ) -> tuple[list[complex], list[list[complex]], list[complex]]:
        """The system at that time, its derivatives by the unknowns and by the time."""
        values, slopes = self.system.at(at)
        rest = (1 - time) * self.turn
        here, rates = [], []
        for i, (x, d) in enumerate(zip(at, self.degrees, strict=True)):
            power = x ** (d - 1)
            first = power * x - 1
            here.append(time * values[i] + rest * first)
            rates.append(values[i] - self.turn * first)
            row = slopes[i]
            for k in range(len(row)):
                row[k] *= time
            row[i] += rest * d * power
        return here, slopes, rates

    def _slope(self, at: Point, time: float) -> Point | None:
        _, slopes, rates = self._both(at, time)
        return solved(slopes, [-c for c in rates])

    def _corrected(self, at: Point, time: float) -> Point | None:
        last = float("inf")
        for _ in range(_ROUNDS):
            here, slopes, _ = self._both(at, time)
            step = solved(slopes, here)
            if step is None or not all(map(isfinite, step)):
                return None
            at = [x - s for x, s in zip(at, step, strict=True)]
            size = max(map(abs, step)) / (1 + max(map(abs, at)))
            if size < _NEAR:
                return at
            if size > last / 4:
                return None
            last = size
        return None


def _extrapolated(
    before: tuple[Point, float, Point] | None, here: tuple[Point, float, Point], after: float
) -> Point:
    """The cubic through the last two points with their slopes."""
    at, time, slope = here
    h = after - time
    if before is None:
        return [x + h * s for x, s in zip(at, slope, strict=True)]
    old, then, rate = before
    w = time - then
    made = []
    for x, s, y, r in zip(at, slope, old, rate, strict=True):
        mean = (x - y) / w
        b = (s - mean) / w
        c = (s + r - 2 * mean) / (w * w)
        # Newton's form with both ends twice.
        made.append(x + h * (s + h * (b + c * (h + w))))
    return made
