"""The graph of a function of one variable as polylines, cut where it jumps or runs away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from calctool import budget
from calctool.solve.sketch.record import Point, Polyline
from calctool.solve.sketch.window import Span

Function = Callable[[float], float | None]
Sampled = list[tuple[float, float | None]]

_STEEP = 1 / 25
"""Neighbouring points further apart, as a part of the height, get points between them."""


def sampled(f: Function, across: Span, count: int = budget.SKETCH_SAMPLES) -> Sampled:
    """Values at equal distances across a span."""
    step = (across[1] - across[0]) / (count - 1)
    places = [across[0] + step * k for k in range(count)]
    return [(x, f(x)) for x in places]


def joined(samples: Sampled) -> tuple[Polyline, ...]:
    """Runs of neighbours that have values."""
    return tuple(_runs((x, y) if y is not None else None for x, y in samples))


def polylines(f: Function, samples: Sampled, up: Span) -> tuple[Polyline, ...]:
    """The samples with more points where f is steep; what stays apart there is torn."""
    return tuple(_runs(_refined(f, samples, up)))


def _runs(points: Iterator[Point | None]) -> Iterator[Polyline]:
    """What stands between the tears, if it is more than a point."""
    line: list[Point] = []
    for point in (*points, None):
        if point is not None:
            line.append(point)
            continue
        if len(line) > 1:
            yield tuple(line)
        line = []


def _refined(f: Function, samples: Sampled, up: Span) -> Iterator[Point | None]:
    """Points in order, None for a tear between them."""
    for a, b in pairwise(samples):
        yield _known(a)
        yield from _between(f, a, b, up, budget.SKETCH_HALVINGS)
    yield _known(samples[-1])


def _known(sample: tuple[float, float | None]) -> Point | None:
    x, y = sample
    return None if y is None else (x, y)


def _between(
    f: Function, a: tuple[float, float | None], b: tuple[float, float | None], up: Span, left: int
) -> Iterator[Point | None]:
    """The points that a steep piece needs; the end of the domain is drawn closely."""
    if _is_smooth(a[1], b[1], up):
        return
    if left == 0:
        yield None
        return
    x = (a[0] + b[0]) / 2
    middle = (x, f(x))
    yield from _between(f, a, middle, up, left - 1)
    yield _known(middle)
    yield from _between(f, middle, b, up, left - 1)


def _is_smooth(y: float | None, v: float | None, up: Span) -> bool:
    if y is None or v is None:
        return y is v
    out_of_sight = (y > up[1] and v > up[1]) or (y < up[0] and v < up[0])
    return out_of_sight or abs(v - y) <= (up[1] - up[0]) * _STEEP
