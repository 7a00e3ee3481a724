"""Where the labels of marked points stand: beside their points, off the curves and each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot

from msgspec import Struct

from calctool.render.plane import Plane, Point

Size = tuple[float, float]

_FINE = 1 / 150
"""The distance of the places on a curve that are looked at, as a part of the page."""
_ON_AXIS = 0.2
"""An axis behind a label matters so much less than a curve."""
_TURN = 1.5
"""What a side costs that is not the natural one, in places of a curve that would be hidden."""
_SIDES = ((0.0, 1.0), (1.0, 0.0), (-1.0, 0.0), (0.8, 0.9), (-0.8, 0.9))
"""Above, beside, and between; the same below."""


class _Box(Struct, frozen=True):
    x: float
    y: float
    width: float
    height: float

    def holds(self, place: Point) -> bool:
        return (
            abs(place[0] - self.x) <= self.width / 2 and abs(place[1] - self.y) <= self.height / 2
        )

    def meets(self, other: _Box) -> bool:
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )


def placed(plane: Plane, sizes: Sequence[Size | None], gap: float) -> list[Point | None]:
    """The middle of the label of each spot of the figure, in the lengths of the page.

    `sizes` are how wide and high each is, None for a spot without one; `gap` is the room around
    a mark. None for a label that would cover another label or a mark, wherever it stood.
    """
    spots = [(plane.x(spot.x), plane.y(spot.y)) for spot in plane.figure.spots]
    curves = list(_curves(plane))
    axes = list(_axes(plane))
    taken = [_Box(x, y, gap, gap) for x, y in spots]
    found: list[Point | None] = []
    for place, (spot, size) in enumerate(zip(plane.figure.spots, sizes, strict=True)):
        if size is None or not plane.holds(spot.x, spot.y):
            found.append(None)
            continue
        own = spots[place]
        others = [box for n, box in enumerate(taken) if n != place]
        reach = hypot(*size) + 2 * gap
        near = [p for p in curves if abs(p[0] - own[0]) + abs(p[1] - own[1]) < 2 * reach]
        best: tuple[float, _Box] | None = None
        for turn, box in enumerate(_around(own, size, gap, above=spot.above)):
            if any(box.meets(other) for other in others) or not _is_on(box, plane, size):
                continue
            hidden = sum(map(box.holds, near)) + _ON_AXIS * sum(map(box.holds, axes))
            cost = hidden + _TURN * turn
            if best is None or cost < best[0]:
                best = cost, box
        if best is None:
            found.append(None)
            continue
        taken.append(best[1])
        found.append((best[1].x, best[1].y))
    return found


def _around(own: Point, size: Size, gap: float, *, above: bool) -> Iterator[_Box]:
    """The natural side first."""
    width, height = size
    up = 1 if above else -1
    below = [(across, -rise) for across, rise in _SIDES if rise]
    for across, rise in (*_SIDES[:1], *_SIDES[3:], *_SIDES[1:3], *below):
        x = own[0] + across * (width / 2 + gap)
        y = own[1] + up * rise * (height / 2 + gap)
        yield _Box(x, y, width, height)


def _is_on(box: _Box, plane: Plane, size: Size) -> bool:
    """Whether all of it, but for a little, lies on the page."""
    x, y, slack = box.x, box.y, size[1] / 2
    inside = box.width / 2 - slack <= x <= plane.width - box.width / 2 + slack
    return inside and box.height / 2 - slack <= y <= plane.height - box.height / 2 + slack


def _curves(plane: Plane) -> Iterator[Point]:
    for curve in plane.figure.curves:
        for part in plane.parts(curve):
            yield from _along(part, plane)


def _axes(plane: Plane) -> Iterator[Point]:
    if plane.holds(0.0, plane.figure.up[0]):
        x = plane.x(0.0)
        yield from _along([(x, 0.0), (x, plane.height)], plane)
    if plane.holds(plane.figure.across[0], 0.0):
        y = plane.y(0.0)
        yield from _along([(0.0, y), (plane.width, y)], plane)


def _along(line: Sequence[Point], plane: Plane) -> Iterator[Point]:
    """Places at about equal distances."""
    step = max(plane.width, plane.height) * _FINE
    for (x, y), (u, v) in pairwise(line):
        count = ceil(hypot(u - x, v - y) / step)
        for n in range(count):
            share = n / count
            yield x + (u - x) * share, y + (v - y) * share
