"""The rectangle of a map: around points and curves, with a margin, inside a stated domain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.ball import enclose
from calctool.budget import ENCLOSED_DIGITS
from calctool.notation.tree import Tree
from calctool.solve.question import Stretch
from calctool.solve.sketch.record import Point, Polyline
from calctool.solve.sketch.window import Span

_ALONE = 1.0
"""Half the size of the land around a single point."""
_TIGHT = 0.15
"""The margin around a curve that is seen whole."""
_FLATTEST = 0.4
"""The shorter side is at least so large a part of the longer one."""
_WIDER = 1.25
"""Where both axes have one scale, maps are wider than high, as screens are."""


class Territory(Struct, frozen=True):
    """What must be seen: `margin` is the room around it, as a part of its size."""

    low: Point
    high: Point
    margin: float = 0.5

    @classmethod
    def over(cls, across: Span, up: Span) -> Territory:
        """The rectangle of two spans."""
        return cls((across[0], up[0]), (across[1], up[1]), 0.0)

    @classmethod
    def of(cls, points: Sequence[Point]) -> Territory:
        """The least rectangle with all points in it; one of fixed size where there are none."""
        if not points:
            return cls((-_ALONE, -_ALONE), (_ALONE, _ALONE))
        xs, ys = zip(*points, strict=True)
        low, high = (min(xs), min(ys)), (max(xs), max(ys))
        size = max(high[0] - low[0], high[1] - low[1])
        least = size * _FLATTEST if size else 2 * _ALONE
        return cls(low, high)._at_least(least)

    def _at_least(self, least: float) -> Territory:
        spans = [_widened(span, least) for span in self.spans()]
        return replace(self, low=(spans[0][0], spans[1][0]), high=(spans[0][1], spans[1][1]))

    def spans(self) -> tuple[Span, Span]:
        """Its two sides."""
        return (self.low[0], self.high[0]), (self.low[1], self.high[1])

    def grown(self, times: float) -> tuple[Span, Span]:
        """A square about its middle, so many times as large as its longer side."""
        size = max(end - start for start, end in self.spans())
        (left, right), (bottom, top) = self.spans()
        x, y, half = (left + right) / 2, (bottom + top) / 2, size * times / 2
        return (x - half, x + half), (y - half, y + half)

    def including(self, points: Iterable[Point]) -> Territory:
        """With some points more."""
        xs, ys = zip(*points, self.low, self.high, strict=True)
        return replace(self, low=(min(xs), min(ys)), high=(max(xs), max(ys)))

    def around(self, closed: Iterable[Polyline]) -> Territory:
        """With the whole of the closed curves, around which less room is needed."""
        points = [point for line in closed for point in line]
        if not points:
            return self
        xs, ys = zip(*points, self.low, self.high, strict=True)
        return Territory((min(xs), min(ys)), (max(xs), max(ys)), _TIGHT)


def _widened(span: Span, least: float) -> Span:
    low, high = span
    more = max(0.0, least - (high - low)) / 2
    return low - more, high + more


def roomy(land: Territory) -> tuple[Span, Span]:
    """The land with its margin, each axis at its own scale."""
    across, up = (_widened(span, (span[1] - span[0]) * (1 + 2 * land.margin))
                  for span in land.spans())  # fmt: skip
    return across, up


def even(land: Territory) -> tuple[Span, Span]:
    """The same in a rectangle for axes of one scale."""
    across, up = roomy(land)
    across = _widened(across, (up[1] - up[0]) * _WIDER)
    up = _widened(up, (across[1] - across[0]) / 2)
    return across, up


def limited(
    spans: tuple[Span, Span], domain: Sequence[tuple[str, Stretch]], names: tuple[str, ...]
) -> tuple[Span, Span]:
    """No further than the stated domain reaches, but all of a bounded one."""
    stated = dict(domain)
    across, up = (
        span if name not in stated else _inside(span, stated[name])
        for span, name in zip(spans, names, strict=True)
    )
    return across, up


def _inside(span: Span, stretch: Stretch) -> Span:
    start, end = _float(stretch.start), _float(stretch.end)
    low = span[0] if start is None else start if end is not None else max(start, span[0])
    high = span[1] if end is None else end if start is not None else min(end, span[1])
    return (low, high) if low < high else span


def _float(tree: Tree) -> float | None:
    found = enclose(tree, ENCLOSED_DIGITS)
    return None if found is None else float(found[0])
