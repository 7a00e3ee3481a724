"""A function with its derivative and a tangent, or with secants that come near one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor, log10

from msgspec import Struct

from calctool.algebra.ball.over import Rough
from calctool.notation.tree import Tree
from calctool.solve.question import View
from calctool.solve.sketch import stage
from calctool.solve.sketch.beside import Beside, shared
from calctool.solve.sketch.graph import Function, Sampled, joined, polylines, sampled
from calctool.solve.sketch.record import Curve, Mark, Sketch
from calctool.solve.sketch.window import Span, height, holds

_PLACES = (1.0, 2.0, 0.5, -1.0, 3.0, -2.0, -0.5, 0.0, 5.0, 10.0, 0.1, 20.0, 50.0, 100.0, -50.0)
"""Where secants are drawn if no point was asked for: the first of these that will do."""
_SECANTS = (1.0, 0.5, 0.25)
"""The increments, as parts of the first one."""
_FIRST_SECANT = 0.28
"""The first increment, as a part of the width."""


class Stand:
    """A function and its derivative, as a drawing needs them."""

    def __init__(self, f: Tree, slope: Tree, name: str) -> None:
        self._name = name
        self.f: Function = Rough(f, (name,))
        self.slope: Function = Rough(slope, (name,))

    def place(self) -> float | None:
        """Where f has a slope."""
        return next((x for x in _PLACES if self.slope(x) is not None), None)

    def scene(self, places: Sequence[float], view: View, *, alone: bool = False) -> Scene | None:
        """What is seen around the places, of f `alone` or with its derivative."""
        across = view.across or stage.across(self.f, self.slope, places)
        if across is None:
            return None
        values, slopes = sampled(self.f, across), sampled(self.slope, across)
        important = [y for x in places if (y := self.f(x)) is not None]
        up = height(joined(values), important, calm=not _runs_away(values))
        if not alone:
            up = shared(up, [height(joined(slopes), [0.0], calm=False)])
        others = Beside(view.beside, self._name, across)
        return Scene(self, across, view.up or others.room(up), values, slopes, others)


class Scene(Struct, frozen=True):
    stand: Stand
    across: Span
    up: Span
    values: Sampled
    slopes: Sampled
    others: Beside

    def graph(self) -> Curve:
        """The graph of f."""
        return Curve("graph", polylines(self.stand.f, self.values, self.up))

    def derivative(self) -> Curve:
        """The graph of f'."""
        return Curve("derivative", polylines(self.stand.slope, self.slopes, self.up))

    def line(self, x: float, y: float, rise: float, increment: float | None = None) -> Curve:
        """The tangent, or a secant with its increment, from edge to edge."""
        ends = tuple((end, y + rise * (end - x)) for end in self.across)
        return Curve("tangent" if increment is None else "secant", (ends,), increment, rise)

    def increments(self, point: float, *, both: bool) -> Iterator[float]:
        """Shrinking ones to the side where f has values, or to each side."""
        first = _round((self.across[1] - self.across[0]) * _FIRST_SECANT)
        right = [first * part for part in _SECANTS if self._sees(point + first * part)]
        left = [-first * part for part in _SECANTS if self._sees(point - first * part)]
        yield from right
        if both or not right:
            yield from left

    def _sees(self, x: float) -> bool:
        return holds(self.across, x) and self.stand.f(x) is not None

    def sketch(self, curves: list[Curve], marks: list[Mark]) -> Sketch:
        """The picture of these curves, with the marks that can be seen in it."""
        seen = (mark for mark in marks if holds(self.across, mark.x) and holds(self.up, mark.y))
        drawn = (*curves, *self.others.curves(self.up))
        return Sketch(drawn, tuple(seen), (), self.across, self.up)


def _runs_away(values: Sampled) -> bool:
    """Whether a few values are much larger than all the others, as near a pole."""
    sizes = sorted(abs(y) for _, y in values if y is not None)
    return bool(sizes) and sizes[-1] > 50 * (sizes[len(sizes) * 7 // 8] or 1.0)


def _round(size: float) -> float:
    """1, 2 or 5 times a power of ten, not above `size`."""
    power = 10.0 ** floor(log10(size))
    return power * max(step for step in (1, 2, 5) if power * step <= size * (1 + 1e-9))
