"""Which part of the plane a picture shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite

from calctool import budget
from calctool.solve.exact.record import Exact
from calctool.solve.question import Span as Span
from calctool.solve.sketch.record import Polyline

_FAR = 3.0
"""A branch that runs away is shown so many times as high as the values that matter."""
_EDGE = 1 / 12


def number(constant: Exact | None) -> float | None:
    """A constant as a drawing needs it; None where it is infinite."""
    if constant is None or constant.low is None or constant.high is None:
        return None
    try:
        value = float((constant.low + constant.high) / 2)
    except OverflowError:
        return None
    return value if isfinite(value) else None


def near(places: Iterable[float | None]) -> list[float]:
    """Those that are known and not so far out that nothing else would be seen."""
    return sorted(x for x in places if x is not None and abs(x) < budget.SKETCH_FAR)


def holds(span: Span, x: float) -> bool:
    """Whether a number lies in a span of the picture, its ends included."""
    return span[0] <= x <= span[1]


def height(lines: Iterable[Polyline], important: Sequence[float], *, calm: bool) -> Span:
    """How far up and down: all values that matter, and something of what runs away.

    Without poles (`calm`) values far out are shown too, up to a bound.
    """
    values = sorted(y for line in lines for _, y in line)
    if not values:
        return -1.0, 1.0
    matter = important or [values[len(values) // 2]]
    eighth = len(values) // 8
    top, bottom = max(*matter, values[-1 - eighth]), min(*matter, values[eighth])
    size = (top - bottom) or max(abs(top), 1.0)
    reach = (_FAR if calm else 1.0) * size / 4
    low = min(max(values[0], bottom - reach), bottom)
    high = max(min(values[-1], top + reach), top)
    if high <= low:
        return low - 1, high + 1
    return with_edge((low, high))


def with_edge(span: Span) -> Span:
    edge = (span[1] - span[0]) * _EDGE
    return span[0] - edge, span[1] + edge


def around(places: Sequence[float], room: float, share: float) -> Span:
    """All the places with a margin: a part of their distance, but at least `room`."""
    low, high = min(places), max(places)
    margin = max((high - low) * share, room)
    return low - margin, high + margin
