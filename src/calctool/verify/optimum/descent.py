"""Descent along narrow valleys: at random, then by quasi-Newton steps along the constraints.

Where it leads is evaluated again by whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isfinite, sqrt
from random import Random

from calctool import budget
from calctool.verify.optimum.corrections import Rows, Vector

Reached = tuple[Vector, float]
"""A feasible point, and f there."""
Slopes = Callable[[Vector], tuple[Vector, Rows] | None]
"""The gradients of f and of the equations."""
Reach = Callable[[Vector], Reached | None]
"""Leads back to the set."""

_CUTS = 6
_WORTH = 1e-7
"""A step that gains less, next to the value, is the last one."""
_LONGER, _SHORTER = 1.5, 2 / 3


def wandered(reach: Reach, start: Reached, turn: int, random: Random) -> Reached:
    """The best that is met at random, and on the way that led to a better value."""
    best = start
    step = (1 + max(map(abs, best[0]), default=0.0)) / 4
    heading = [0.0] * len(best[0])
    for _ in range(budget.EXTREME_STEPS):
        at = best[0]
        pairs = zip(at, heading, strict=True)
        found = reach([x + way + step * random.randint(-99, 99) / 99 for x, way in pairs])
        if found is not None and (found[1] - best[1]) * turn > 0:
            heading = [new - old for new, old in zip(found[0], at, strict=True)]
            best = found
            step *= _LONGER
        else:
            heading = [0.0] * len(at)
            step *= _SHORTER
    return best


class Descent:
    """Towards smaller values of f (greater ones with turn 1)."""

    def __init__(self, slopes: Slopes, reach: Reach, turn: int) -> None:
        self._slopes, self._reach, self._turn = slopes, reach, turn

    def best(self, start: Reached, steps: int) -> Reached:
        """The best point met on the way (Broyden, Fletcher, Goldfarb and Shanno)."""
        at, value = start
        inverse = _identity(len(at))
        slope = self._along(at)
        for _ in range(steps):
            if slope is None or not any(slope):
                break
            way = [-sum(h * s for h, s in zip(row, slope, strict=True)) for row in inverse]
            if _dot(way, slope) >= 0:
                inverse, way = _identity(len(at)), [-s for s in slope]
            moved = self._moved(value, at, way)
            if moved is None:
                break
            point, there = moved
            if abs(there - value) < _WORTH * (1 + abs(value)):
                return moved
            change = [new - old for new, old in zip(point, at, strict=True)]
            at, value, old_slope = point, there, slope
            slope = self._along(at)
            if slope is not None:
                _update(inverse, change, [a - b for a, b in zip(slope, old_slope, strict=True)])
        return at, value

    def _along(self, at: Vector) -> Vector | None:
        """The gradient of what falls, without what leaves the equations."""
        found = self._slopes(at)
        if found is None:
            return None
        slope = [-self._turn * s for s in found[0]]
        for row in _orthonormal(found[1]):
            part = _dot(slope, row)
            slope = [s - part * r for s, r in zip(slope, row, strict=True)]
        return slope if all(map(isfinite, slope)) else None

    def _moved(self, value: float, at: Vector, way: Vector) -> Reached | None:
        size = 1.0
        for _ in range(_CUTS):
            found = self._reach([x + size * step for x, step in zip(at, way, strict=True)])
            if found is not None and (found[1] - value) * self._turn > 0:
                return found
            size /= 5
        return None


def _identity(size: int) -> list[Vector]:
    return [[float(i == k) for k in range(size)] for i in range(size)]


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    return sum(p * q for p, q in zip(a, b, strict=True))


def _orthonormal(rows: Sequence[Vector]) -> list[Vector]:
    made: list[Vector] = []
    for row in rows:
        rest = list(row)
        for known in made:
            part = _dot(rest, known)
            rest = [a - part * b for a, b in zip(rest, known, strict=True)]
        size = sqrt(_dot(rest, rest))
        if size > 1e-9 * (1 + sqrt(_dot(row, row))):
            made.append([a / size for a in rest])
    return made


def _update(inverse: list[Vector], change: Vector, bend: Vector) -> None:
    """The inverse of the second derivatives, by what the last step has shown of them."""
    along = _dot(change, bend)
    if along <= 1e-12 * sqrt(_dot(change, change) * _dot(bend, bend)):
        return
    image = [_dot(row, bend) for row in inverse]
    scale = (1 + _dot(bend, image) / along) / along
    for i, row in enumerate(inverse):
        for k in range(len(row)):
            row[k] += (
                scale * change[i] * change[k]
                - (image[i] * change[k] + change[i] * image[k]) / along
            )
