"""The part of the line on which a function and its derivative are worth looking at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from calctool.solve.sketch.graph import Function, Sampled, sampled
from calctool.solve.sketch.window import Span, around, holds

_REACHES = (10.0, 100.0, 1000.0)
"""How far to each side values are looked for, the first at which there are some."""
_SAMPLES = 201
_TURNS = 8
"""Where a function turns more often, the place in the middle is shown at its own scale."""
_NEAR = 8.0
"""Turns further from the places that were asked for are not looked at."""
_ROOM, _ROOM_ALONE, _SHARE = 1.5, 3.0, 0.5


def across(f: Function, slope: Function, places: Sequence[float]) -> Span | None:
    """Around the places asked for and the turns near them, no wider than the domain.

    None where f has no value near by.
    """
    centre = (min(places) + max(places)) / 2 if places else 0.0
    for reach in _REACHES:
        wide = centre - reach, centre + reach
        values = sampled(f, wide, _SAMPLES)
        known = [x for x, y in values if y is not None]
        if known:
            break
    else:
        return None
    turns = [x for x in _changes(sampled(slope, wide, _SAMPLES)) if not _far(x, places)]
    shown = [*places, *(turns if len(turns) <= _TURNS else [])] or [_nearest(known, centre)]
    span = around(shown, _ROOM if max(shown) > min(shown) else _ROOM_ALONE, _SHARE)
    return _within(span, known, values)


def _changes(samples: Sampled) -> list[float]:
    """Where the sign changes."""
    return [
        x if y == 0 else (x + u) / 2
        for (x, y), (u, v) in pairwise(samples)
        if y is not None and v is not None and ((y < 0 < v) or (v < 0 < y) or (y == 0 != v))
    ]


def _far(x: float, places: Sequence[float]) -> bool:
    return bool(places) and min(abs(x - place) for place in places) > _NEAR


def _nearest(known: list[float], centre: float) -> float:
    return min(known, key=lambda x: (abs(x - centre), -x))


def _within(span: Span, known: list[float], values: Sampled) -> Span:
    """Without the parts at both ends where f has no value."""
    inside = [x for x in known if holds(span, x)]
    if not inside:
        return span
    step = values[1][0] - values[0][0]
    edge = max(step, (span[1] - span[0]) / 25)
    return max(span[0], inside[0] - edge), min(span[1], inside[-1] + edge)
