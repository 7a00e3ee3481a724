"""A figure's rectangle laid on a page: lengths, round ticks, curves cut at its edges."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, floor, hypot, isfinite, log10

from msgspec import Struct

from calctool.present.document import Curve, Figure, Text

Point = tuple[float, float]

_STEPS = (1, 2, 5, 10)
_HEAVY = ("constraint", "set", "approach")
ARROWS = ("approach",)
"""Roles of curves that lead somewhere."""
_SPARSE = 3
_NEAREST, _ENOUGH = 0.05, 0.15
"""How far the label of a curve keeps from others, as a part of the page; and what will do."""
_SLIM = 0.4
"""Half the width of the head of an arrow, as a part of its length."""
_TICKS = 8
"""At most so many ticks on an axis."""


class Plane(Struct, frozen=True):
    """Figures measured from the lower left corner of a page of that width and height."""

    figure: Figure
    width: float
    height: float

    def x(self, value: float) -> float:
        low, high = self.figure.across
        return (value - low) / (high - low) * self.width

    def y(self, value: float) -> float:
        low, high = self.figure.up
        return (value - low) / (high - low) * self.height

    def holds(self, x: float, y: float) -> bool:
        (left, right), (low, high) = self.figure.across, self.figure.up
        return left <= x <= right and low <= y <= high

    @classmethod
    def within(cls, figure: Figure, width: float, height: float) -> Plane:
        """As large as there is room for; axes of an even figure have one scale."""
        if figure.even:
            (left, right), (low, high) = figure.across, figure.up
            ratio = (high - low) / (right - left)
            width, height = min(width, height / ratio), min(height, width * ratio)
        return cls(figure, width, height)

    def parts(self, curve: Curve) -> Iterator[list[Point]]:
        """What of a curve lies on the page, in its lengths."""
        for line in curve.lines:
            for part in self._inside(line):
                yield [(self.x(x), self.y(y)) for x, y in part]

    def head(self, curve: Curve, length: float) -> tuple[Point, Point, Point] | None:
        """The corners of the head of an arrow where a curve ends or leaves the page: a wing, the
        tip, a wing."""
        seen = [place for part in self.parts(curve) for place in part]
        if not seen:
            return None
        x, y = seen[-1]
        before = (place for place in reversed(seen) if hypot(x - place[0], y - place[1]) >= length)
        u, v = next(before, seen[0])
        size = hypot(x - u, y - v)
        if not size:
            return None
        along, aside = length * (x - u) / size, length * (y - v) / size
        wings = ((x - along - turn * aside * _SLIM, y - aside + turn * along * _SLIM)
                 for turn in (1, -1))  # fmt: skip
        left, right = wings
        return left, (x, y), right

    def tags(self) -> Iterator[tuple[Point, Text]]:
        """What stands on curves, each on its own, away from marks, lines and each other."""
        spots = [(self.x(spot.x), self.y(spot.y)) for spot in self.figure.spots]
        heavy = {
            number: [place for part in self.parts(curve) for place in part[::_SPARSE]]
            for number, curve in enumerate(self.figure.curves)
            if curve.role in _HEAVY
        }
        taken: list[Point] = []
        for number, curve in enumerate(self.figure.curves):
            if curve.tag is None:
                continue
            others = [place for n, line in heavy.items() if n != number for place in line]
            longest = max(self.parts(curve), key=len, default=[])
            place = self._free(longest, [*spots, *others, *taken])
            if place is not None:
                taken.append(place)
                yield place, curve.tag

    def _free(self, line: list[Point], taken: list[Point]) -> Point | None:
        """The first place on a line that is far enough from all others, or else the furthest."""
        size = min(self.width, self.height)
        best, most = None, size * _NEAREST
        for x, y in line[len(line) // 3 :: _SPARSE] + line[: len(line) // 3 : _SPARSE]:
            rim = min(x, y, self.width - x, self.height - y)
            gap = min((hypot(x - u, y - v) for u, v in taken), default=size)
            gap = min(gap, 2 * rim, size * _ENOUGH)
            if gap > most:
                best, most = (x, y), gap
        return best

    def _inside(self, curve: tuple[Point, ...]) -> Iterator[list[Point]]:
        part: list[Point] = []
        for start, end in pairwise(curve):
            kept = self._cut(start, end)
            if kept is None:
                continue
            if part and part[-1] != kept[0]:
                yield part
                part = []
            part += kept[1:] if part else kept
        if part:
            yield part

    def _cut(self, start: Point, end: Point) -> list[Point] | None:
        """What lies inside of the segment from start to end (Liang and Barsky)."""
        if not all(map(isfinite, (*start, *end))):
            return None
        first, last = 0.0, 1.0
        for at, to, (low, high) in zip(
            start, end, (self.figure.across, self.figure.up), strict=True
        ):
            run = to - at
            if run == 0:
                if not low <= at <= high:
                    return None
                continue
            near, far = sorted(((low - at) / run, (high - at) / run))
            first, last = max(first, near), min(last, far)
        if first > last:
            return None
        return [_between(start, end, first), _between(start, end, last)]


def _between(start: Point, end: Point, share: float) -> Point:
    """Exactly the ends for 0 and 1, so that neighbouring segments join."""
    if share in (0.0, 1.0):
        return end if share else start
    (x, y), (u, v) = start, end
    return x + (u - x) * share, y + (v - y) * share


def ticks(low: float, high: float) -> list[float]:
    """Round numbers that divide an axis evenly."""
    rough = (high - low) / _TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(power * step for step in _STEPS if power * step >= rough)
    return [place * step for place in range(ceil(low / step), floor(high / step) + 1)]


def short(value: float) -> str:
    """A tick as it is written; −0 is 0."""
    text = f"{value:.4g}"
    return "0" if text == "-0" else text.replace("-", "−")
