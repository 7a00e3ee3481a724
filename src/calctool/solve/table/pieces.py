"""The open pieces of the line on which f is one formula: the domain, cut where f switches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

from calctool import budget
from calctool.algebra.ball.over import over
from calctool.algebra.roots import Interval, Point, Roots, inside, zeros
from calctool.algebra.switches import Switch, switches
from calctool.notation.tree import Call, Negative, Sum, Tree, number
from calctool.solve.table.branches import Unsettled, settled
from calctool.solve.table.line import same

OPEN = (False, False)


@dataclass(frozen=True, slots=True)
class Function:
    """f with its first and second derivative as the rules give them."""

    name: str
    f: Tree
    slope: Tree
    bend: Tree


@dataclass(frozen=True, slots=True)
class Piece:
    """An open interval of the domain, and the formulas of f, f', f'' that hold all over it."""

    start: Point | None
    end: Point | None
    f: Tree
    slope: Tree
    bend: Tree

    @property
    def open(self) -> Interval:
        return Interval(self.start, self.end, OPEN)


@dataclass(slots=True)
class Cuts:
    """The pieces in order; `switched` are the points where f switches, with the kinds of switch.

    `searches` found those points, so they say how far the list can be trusted.
    """

    pieces: list[Piece] = field(default_factory=list)
    switched: list[tuple[Point, Switch]] = field(default_factory=list)
    searches: list[Roots] = field(default_factory=list)
    unsettled: bool = False

    def kinds_at(self, point: Point) -> list[Switch]:
        return [switch for at, switch in self.switched if same(at, point)]


def cut(function: Function, intervals: tuple[Interval, ...]) -> Cuts:
    """The domain's intervals, cut at every point where f changes its formula."""
    cuts = Cuts()
    spans = [(interval.start, interval.end) for interval in intervals]
    spans = [(start, end) for start, end in spans if not (start and same(start, end))]
    for switch in switches(function.f):
        if function.name in switch.relation.names:
            spans = [
                new for span in spans for new in _cut_by(switch, function.name, span, cuts)
            ]
    for start, end in spans:
        try:
            cuts.pieces.append(_piece(function, start, end))
        except Unsettled:
            cuts.unsettled = True
    return cuts


def _piece(function: Function, start: Point | None, end: Point | None) -> Piece:
    sample = inside(start, end)
    formulas = (settled(t, function.name, sample) for t in (function.f, function.slope))
    f, slope = formulas
    return Piece(start, end, f, slope, settled(function.bend, function.name, sample))


Ends = tuple[Point | None, Point | None]


def _cut_by(switch: Switch, name: str, span: Ends, cuts: Cuts) -> Iterator[Ends]:
    """The parts of an interval on which a switch stays as it is."""
    start, end = span
    found: list[Point] = []
    try:
        for equation in _equations(switch, name, span):
            roots = zeros(equation, name, (Interval(start, end, OPEN),))
            cuts.searches.append(roots)
            found += [zero.at for zero in roots.zeros]
    except Unsettled:
        cuts.unsettled = True
    for at in _sorted(found):
        cuts.switched.append((at, switch))
        yield start, at
        start = at
    yield start, end


def _sorted(points: list[Point]) -> list[Point]:
    return sorted(points, key=lambda point: point.low)


def _equations(switch: Switch, name: str, span: Ends) -> Iterator[Tree]:
    """What must be zero for the switch to change; inner switches are settled already."""
    left, right = switch.relation.left, switch.relation.right
    sample = inside(*span)
    if isinstance(right, Call) and right.function == "floor":
        u = settled(left, name, sample)
        for level in _levels(u, name, span):
            yield Sum((u, Negative(number(level)))) if level else u
    else:
        yield settled(Sum((left, Negative(right))), name, sample)


def _levels(u: Tree, name: str, span: Ends) -> range:
    """The whole numbers that u may pass on a bounded interval."""
    start, end = span
    if start is None or end is None:
        raise Unsettled
    bounds = _range(u, name, start.low, end.high)
    first, last = floor(bounds[0]), ceil(bounds[1])
    if last - first > budget.TABLE_LEVELS:
        raise Unsettled
    return range(first, last + 1)


def _range(u: Tree, name: str, low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
    """Bounds of u over an interval, worked out in parts so that they are not too wide."""
    parts = budget.TABLE_RANGE_PARTS
    step = (high - low) / parts
    found = [over(u, name, low + step * k, low + step * (k + 1)) for k in range(parts)]
    known = [bounds for bounds in found if bounds is not None]
    if len(known) < parts:
        raise Unsettled
    return min(low for low, _ in known), max(high for _, high in known)
