"""Descent along narrow valleys: quasi-Newton steps in floating point, along the constraints.

Where it leads is evaluated again by whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isfinite, sqrt

from calctool.algebra.ball.numbers import Rational
from calctool.verify.optimum.corrections import Point

Vector = list[float]

_CUTS = 6
_WORTH = Rational(1, 10**7)
"""A step that gains less, next to the value, is the last one."""


class Descent:
    """Towards smaller values of `height` (greater ones with turn 1).

    `slopes` gives the gradients of f and of the equations at a point, `reached` leads back to the
    set and gives f there too, or None.
    """

    def __init__(
        self,
        slopes: Callable[[Point], tuple[Vector, list[Vector]] | None],
        reached: Callable[[Point], tuple[Point, Rational] | None],
        turn: int,
    ) -> None:
        self._slopes, self._reached, self._turn = slopes, reached, turn

    def best(self, value: Rational, at: Point, steps: int) -> Rational:
        """The best value met on the way (Broyden, Fletcher, Goldfarb and Shanno)."""
        names = list(at)
        inverse = _identity(len(names))
        slope = self._along(at)
        for _ in range(steps):
            if slope is None or not any(slope):
                break
            way = [-sum(h * s for h, s in zip(row, slope, strict=True)) for row in inverse]
            if _dot(way, slope) >= 0:
                inverse, way = _identity(len(names)), [-s for s in slope]
            moved = self._moved(value, at, dict(zip(names, way, strict=True)))
            if moved is None:
                break
            point, there = moved
            if abs(there - value) < _WORTH * (1 + abs(value)):
                return there
            change = [float(point[name] - at[name]) for name in names]
            value, at, old = there, point, slope
            slope = self._along(at)
            if slope is not None:
                _update(inverse, change, [a - b for a, b in zip(slope, old, strict=True)])
        return value

    def _along(self, at: Point) -> Vector | None:
        """The gradient of what falls, without what leaves the equations."""
        found = self._slopes(at)
        if found is None:
            return None
        slope = [-self._turn * s for s in found[0]]
        for row in _orthonormal(found[1]):
            part = _dot(slope, row)
            slope = [s - part * r for s, r in zip(slope, row, strict=True)]
        return slope if all(map(isfinite, slope)) else None

    def _moved(
        self, value: Rational, at: Point, way: dict[str, float]
    ) -> tuple[Point, Rational] | None:
        size = 1.0
        for _ in range(_CUTS):
            try:
                steps = {name: (size * way[name]).as_integer_ratio() for name in at}
            except (OverflowError, ValueError):
                return None
            found = self._reached({name: x + Rational(*steps[name]) for name, x in at.items()})
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
