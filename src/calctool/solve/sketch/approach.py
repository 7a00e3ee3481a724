"""The curves along which f comes near a bound that it does not have, in the plane of a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import hypot

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball.over import Rough
from calctool.algebra.build import added, negated
from calctool.notation.tree import Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import Curve as Moving
from calctool.solve.candidates import Extreme
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.problem import sides
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.sketch.record import Curve, Polyline
from calctool.solve.sketch.territory import Territory, roomy
from calctool.solve.sketch.window import Span, holds, number

_FINE, _COARSE = 32, 8
"""Places for each doubling of t: up to 2^6, where curves bend, and beyond it."""
_BENDS, _DOUBLINGS = 6, 40
_BEGINNING = 3.0
"""The curve up to so many times its first t says where it leads."""
_ROUNDED = 1e-9
"""What f may go back without going back."""
_SEEN = 0.2
"""As a part of the map: a shorter piece of a curve tells nothing."""
_WIDER = 3.0
"""How much larger a map becomes to show a curve."""


class Way(Struct, frozen=True):
    """The points of a curve in order: `times` are those of the parameter."""

    side: int
    """0 for the least value, 1 for the greatest."""
    limit: Exact
    times: tuple[float, ...]
    points: Polyline

    @property
    def beginning(self) -> Polyline:
        return tuple(
            point
            for time, point in zip(self.times, self.points, strict=True)
            if time <= self.times[0] * _BEGINNING
        )


def ways(made: OptimumAnswer) -> list[Way]:
    """Of each side whose bound is a number that f only comes near."""
    extremes: tuple[Extreme | None, ...] = (made.minimum, made.maximum)
    found = (_way(made, side, each) for side, each in enumerate(extremes) if each is not None)
    return [each for each in found if each is not None]


def _way(made: OptimumAnswer, side: int, extreme: Extreme) -> Way | None:
    curve, limit = extreme.approached, extreme.value
    bound = number(limit)
    if curve is None or limit is None or bound is None:
        return None
    listed = list(_along(curve, made, bound))
    if len(listed) < 2:
        return None
    times, points = zip(*listed, strict=True)
    return Way(side, limit, times, points)


def _along(
    curve: Moving, made: OptimumAnswer, bound: float
) -> Iterator[tuple[float, tuple[float, float]]]:
    """The curve from the t on from which it lies in the set and leads ever nearer to the bound, as
    far as a map may reach. Equations hold along it, which is a part of its proof."""
    at = dict(curve.points)
    own = (curve.parameter,)
    x, y = (Rough(at[name], own) for name in made.question.wrt)
    f = Rough(substitute(made.question.statement, at), own)
    gaps = [Rough(substitute(gap, at), own) for gap in _gaps(made)]
    kept: list[tuple[float, tuple[float, float]]] = []
    apart: float | None = None
    for t in _times():
        u, v = x(t), y(t)
        known = u is not None and v is not None and max(abs(u), abs(v)) < budget.SKETCH_FAR
        if not known and kept:
            break
        height = f(t) if known and all((gap(t) or 0.0) >= 0 for gap in gaps) else None
        apart, before = (None if height is None else abs(height - bound)), apart
        if apart is None or (before is not None and apart > before + _ROUNDED * (1 + abs(bound))):
            kept = []
        if apart is not None and u is not None and v is not None:
            kept.append((t, (u, v)))
    yield from kept


def _gaps(made: OptimumAnswer) -> Iterator[Tree]:
    """What is not negative on the set."""
    for each in (*made.question.constraints, *sides(made.question.domain)):
        if isinstance(each, Relation) and each.sign not in ("=", "!="):
            gap = added((each.left, negated(each.right)))
            yield gap if each.sign in (">", ">=") else negated(gap)


def _times() -> Iterator[float]:
    for step in range(_BENDS * _FINE):
        yield 2.0 ** (step / _FINE)
    for step in range(_BENDS * _COARSE, _DOUBLINGS * _COARSE):
        yield 2.0 ** (step / _COARSE)


# --- on the map ---------------------------------------------------------------------------------


def shown(land: Territory, found: Iterable[Way]) -> Territory:
    """The land with the beginning of each curve of which too little would be seen."""
    for way in found:
        spans = roomy(land)
        size = max(end - start for start, end in spans)
        if _seen(way.points, spans) < _SEEN * size:
            near = land.grown(_WIDER)
            land = land.including(point for point in way.beginning if _lies(point, near))
    return land


def curves(found: Iterable[Way], across: Span, up: Span) -> Iterator[Curve]:
    """What of them lies in the rectangle, to the first point outside."""
    for way in found:
        lines = tuple(_pieces(way.points, (across, up)))
        if lines:
            yield Curve("approach", lines, way.limit, number=way.side)


def _pieces(points: Polyline, spans: tuple[Span, Span]) -> Iterator[Polyline]:
    piece: list[tuple[float, float]] = []
    for start, end in pairwise(points):
        if _lies(start, spans) or _lies(end, spans):
            piece = [*(piece or [start]), end]
        elif piece:
            yield tuple(piece)
            piece = []
    if piece:
        yield tuple(piece)


def _seen(points: Polyline, spans: tuple[Span, Span]) -> float:
    """How long the part of a curve is that lies in a rectangle."""
    inside = (pair for pair in pairwise(points) if all(_lies(point, spans) for point in pair))
    return sum(hypot(u - x, v - y) for (x, y), (u, v) in inside)


def _lies(point: tuple[float, float], spans: tuple[Span, Span]) -> bool:
    return holds(spans[0], point[0]) and holds(spans[1], point[1])
