"""The graph as polylines for a drawing, cut where f is not continuous, with its points marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import isfinite
from typing import Literal

from calctool import budget
from calctool.algebra.ball.over import floats
from calctool.solve.answer import Exact
from calctool.solve.table.pieces import Piece
from calctool.solve.table.points import Scene
from calctool.solve.variation import Mark, Sketch, TableAnswer, TablePoint

Polyline = tuple[tuple[float, float], ...]
_BESIDE = 0.5
"""How far beyond the outermost points the graph goes, as a part of their distance."""
_FAR = 3.0
"""A branch that runs away is shown so many times as high as the values that matter."""


def sketch(made: TableAnswer, scene: Scene) -> Sketch:
    across = _across(made)
    curves = [curve for strip in scene.strips for curve in _curves(strip.piece, scene.name, across)]
    marks = tuple(_marks(made, across))
    up = _up(curves, marks, calm=not any(point.is_a("pole") for point in made.points))
    poles = (_finite(p.at) for p in made.points if p.is_a("pole"))
    return Sketch(
        tuple(curves),
        marks,
        tuple(x for x in poles if x is not None and _inside(x, across)),
        across,
        up,
    )


# --- the rectangle ------------------------------------------------------------------------------


def _across(made: TableAnswer) -> tuple[float, float]:
    """The part of the axis that is drawn: all of a bounded table, else around its points."""
    assert made.shown is not None  # noqa: S101 (a table has its range)
    start, end = (_finite(bound) for bound in made.shown)
    ends = [_finite(end) for one in made.domain or () for end in (one.start, one.end)]
    known = sorted(x for x in (*(_finite(p.at) for p in made.points), *ends) if x is not None)
    known = [x for x in known if abs(x) < budget.SKETCH_FAR]
    low, high = (known[0], known[-1]) if known else (0.0, 0.0)
    room = max((high - low) * _BESIDE, 1.0 if high > low else 3.0)
    left = start if start is not None else _beside(low - room, ends, -1)
    right = end if end is not None else _beside(high + room, ends, 1)
    return left, right if right > left else left + 1


def _beside(wanted: float, ends: list[float | None], side: int) -> float:
    """No further than the domain reaches."""
    finite = [end for end in ends if end is not None]
    if not finite or None in (ends[0] if side < 0 else ends[-1],):
        return wanted
    return max(wanted, min(finite)) if side < 0 else min(wanted, max(finite))


def _up(curves: list[Polyline], marks: tuple[Mark, ...], *, calm: bool) -> tuple[float, float]:
    values = sorted(y for curve in curves for _, y in curve)
    if not values:
        return -1.0, 1.0
    low, high = values[0], values[-1]
    important = [mark.y for mark in marks] or [values[len(values) // 2]]
    quarter, three = values[len(values) // 8], values[-1 - len(values) // 8]
    top = max(*important, three)
    bottom = min(*important, quarter)
    size = (top - bottom) or max(abs(top), 1.0)
    reach = _FAR if calm else 1.0
    low, high = max(low, bottom - reach * size / 4), min(high, top + reach * size / 4)
    if high <= low:
        return low - 1, high + 1
    edge = (high - low) / 20
    return low - edge, high + edge


# --- curves and marks ---------------------------------------------------------------------------


def _curves(piece: Piece, name: str, across: tuple[float, float]) -> Iterator[Polyline]:
    """The graph over a piece: one polyline, or several where single values are missing."""
    low = across[0] if piece.start is None else max(across[0], float(piece.start.high))
    high = across[1] if piece.end is None else min(across[1], float(piece.end.low))
    if not low < high:
        return
    count = max(3, round(budget.SKETCH_SAMPLES * (high - low) / (across[1] - across[0])))
    edge = (high - low) * 1e-9
    places = [low + edge + (high - low - 2 * edge) * k / (count - 1) for k in range(count)]
    pairs = zip(places, floats(piece.f, name, places), strict=True)
    for known, group in groupby(pairs, key=lambda pair: pair[1] is not None):
        if known:
            yield tuple((x, y) for x, y in group if y is not None)


def _marks(made: TableAnswer, across: tuple[float, float]) -> Iterator[Mark]:
    for point in made.points:
        x = _finite(point.at)
        if x is None or not _inside(x, across):
            continue
        y = _finite(point.value)
        if y is not None:
            yield Mark(x, y, _kind(point), point.value)
        for limit in (point.left, point.right):
            open_end = _finite(limit)
            if limit is not None and limit != point.value and open_end is not None:
                yield Mark(x, open_end, "open")


def _kind(point: TablePoint) -> Literal["maximum", "minimum", "inflection", "value"]:
    if point.is_a("local-maximum"):
        return "maximum"
    if point.is_a("local-minimum"):
        return "minimum"
    return "inflection" if point.is_a("inflection") else "value"


def _inside(x: float | None, across: tuple[float, float]) -> bool:
    return x is not None and across[0] <= x <= across[1]


def _finite(constant: Exact | None) -> float | None:
    if constant is None or constant.low is None or constant.high is None:
        return None
    try:
        value = float((constant.low + constant.high) / 2)
    except OverflowError:
        return None
    return value if isfinite(value) else None
