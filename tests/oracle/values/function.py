"""A function of one variable on its set: values, quotients and limits, by values alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import mpmath
from mpmath import mp

from calctool.notation.tree import Tree
from oracle.values.evaluate import Real, Unknown, value
from oracle.values.reading import Exact
from values import NoValue


@dataclass(frozen=True)
class Range:
    """An interval: its ends and whether they belong to it."""

    start: Exact
    end: Exact
    closed: tuple[bool, bool]

    @staticmethod
    def of(found: dict[str, Any]) -> Range:
        return Range(Exact(found["start"]), Exact(found["end"]), tuple(found["closed"]))

    @staticmethod
    def typed(text: str) -> Range:
        inner = text.strip()
        start, end = (Exact({"expr": part.strip()}) for part in inner[1:-1].split(","))
        return Range(start, end, (inner[0] == "[", inner[-1] == "]"))

    def ends(self, digits: int) -> tuple[Real, Real]:
        return self.start.at(digits), self.end.at(digits)

    def inside(self, x: Real, digits: int) -> bool:
        """Whether x, which is not closer to an end than rounding, lies inside."""
        start, end = self.ends(digits)
        return bool(start < x < end)


@dataclass(frozen=True)
class Function:
    """`tree` as a function of `name`, on `domain` where the question names one."""

    tree: Tree
    name: str
    domain: Range | None = None

    def __call__(self, x: Real, digits: int = 50) -> Real | None:
        """None where it is not defined; Unknown rises where that cannot be found out."""
        if self.domain is not None and not self._asked(x, digits):
            return None
        try:
            return value(self.tree, {self.name: x}, digits)
        except NoValue:
            return None

    def _asked(self, x: Real, digits: int) -> bool:
        assert self.domain is not None
        with mp.workdps(digits):
            noise = mp.mpf(10) ** (-(digits * 7) // 10)
            for end, sign, closed in zip(
                self.domain.ends(digits), (1, -1), self.domain.closed, strict=True
            ):
                beyond = sign * (end - x)
                if mp.isinf(end):
                    continue
                if abs(beyond) <= noise * (1 + abs(x)):
                    if not closed:
                        return False
                elif beyond > 0:
                    return False
        return True

    def is_defined(self, x: Real, digits: int = 50) -> bool:
        return self(x, digits) is not None

    def slope(self, x: Real, digits: int = 60) -> Real | None:
        """The central difference quotient, with an error far below 10⁻¹⁵ where f is smooth."""
        with mp.workdps(digits):
            h = mp.mpf(10) ** (-digits // 3)
            low, high = self(x - h, digits), self(x + h, digits)
            return None if low is None or high is None else (high - low) / (2 * h)

    def bend(self, x: Real, digits: int = 80) -> Real | None:
        """The second central difference."""
        with mp.workdps(digits):
            h = mp.mpf(10) ** (-digits // 4)
            low, middle, high = (self(each, digits) for each in (x - h, x, x + h))
            if low is None or middle is None or high is None:
                return None
            return (high - 2 * middle + low) / h**2

    def quotient(self, x: Real, side: int, far: int) -> Real | None:
        """(f(x + h) − f(x))/h with h = ±10⁻ᶠᵃʳ."""
        digits = 8 * far + 60
        with mp.workdps(digits):
            h = side * mp.mpf(10) ** -far
            here, there = self(x, digits), self(x + h, digits)
            return None if here is None or there is None else (there - here) / h

    def beside(self, x: Exact, side: int, far: int) -> Real | None:
        """The value at the distance 10⁻ᶠᵃʳ from a place, or far out where it is infinite.

        A wave takes one value at all whole numbers: ±√3·10ᶠᵃʳ is none.
        """
        digits = 8 * far + 60
        with mp.workdps(digits):
            if x.infinite:
                return self(x.infinite * mp.sqrt(3) * mp.mpf(10) ** far, digits)
            return self(x.at(digits) + side * mp.mpf(10) ** -far, digits)


def samples(start: Real, end: Real, count: int, random: Any) -> Iterator[Real]:
    """Sorted places strictly between two ends: everywhere, and ever closer to each end."""
    found = set()
    with mp.workdps(60):
        low = mp.mpf(start) if mp.isfinite(start) else None
        high = mp.mpf(end) if mp.isfinite(end) else None
        for _ in range(count):
            t = mp.mpf(random.uniform(0.001, 0.999))
            found.add(_placed(low, high, t))
        for k in (2, 4, 7, 12):
            for sign in (0, 1):
                near = mp.mpf(10) ** -k * random.uniform(0.5, 1)
                found.add(_placed(low, high, 1 - near if sign else near, stop=mp.mpf(10) ** 6))
    yield from sorted(x for x in found if start < x < end)


def _placed(low: Real | None, high: Real | None, t: Real, stop: Real = mpmath.inf) -> Real:
    """The place of t in (0, 1): linear on a bounded interval, spread out on an unbounded one."""
    if low is not None and high is not None:
        return low + (high - low) * t
    if low is None and high is None:
        return max(-stop, min(stop, (2 * t - 1) / (t * (1 - t)) * 2))
    if high is None:
        return low + min(stop, 3 * t / (1 - t))
    return high - min(stop, 3 * (1 - t) / t)


NEARER = (6, 12, 25, 40, 60)
"""Exponents of the distances from a point; the last ones count, whatever the scale of f."""


def limit_agrees(function: Function, x: Exact, side: int, claimed: Exact) -> bool | None:
    """Whether values ever closer to x approach what is claimed; None where they do not say."""
    distances = []
    for far in NEARER:
        try:
            found = function.beside(x, side, far)
        except Unknown:
            break
        if found is None:
            return None
        distances.append((far, found))
    if len(distances) < 2:
        return None
    with mp.workdps(80):
        if claimed.infinite:
            ups = [claimed.infinite * found for _, found in distances]
            return bool(ups[-1] > 0 and all(a < b for a, b in pairwise(ups[-3:])))
        want = claimed.at(80)
        errors = [abs(found - want) for _, found in distances]
        if claimed.is_rounded:
            return bool(errors[-1] <= 1e-12 * (1 + abs(want)) or errors[-1] < errors[0] / 2)
        return bool(errors[-1] < mp.mpf(10) ** -8 * (1 + abs(want)) or errors[-1] < errors[0] / 2)
