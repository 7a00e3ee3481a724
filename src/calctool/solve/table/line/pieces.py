"""The open pieces of the line on which f is one formula: the domain, cut where f switches."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from calctool.algebra.clean import clean
from calctool.algebra.local.switches import Switch, switches
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import Interval, Point, Roots, inside, zeros
from calctool.algebra.roots.functions.branches import difference, resolved
from calctool.notation.tree import Tree
from calctool.solve.exact.line import same


class Function(Struct, frozen=True):
    """f with its first and second derivative as the rules give them."""

    name: str
    f: Tree
    slope: Tree
    bend: Tree


class Piece(Struct, frozen=True):
    """An open interval of the domain, and the formulas of f, f', f'' that hold all over it."""

    start: Point | None
    end: Point | None
    f: Tree
    slope: Tree
    bend: Tree

    @property
    def open(self) -> Interval:
        """The piece without its ends."""
        return Interval(self.start, self.end)


class Cuts(Struct):
    """The pieces in order; `switched` are the points where f switches, with the kinds of switch.

    `searches` found those points, so they say how far the list can be trusted.
    """

    pieces: list[Piece] = field(default_factory=list)
    switched: list[tuple[Point, Switch]] = field(default_factory=list)
    searches: list[Roots] = field(default_factory=list)
    unsettled: list[Interval] = field(default_factory=list)
    """Where f has values, but not by a formula that is known."""

    def kinds_at(self, point: Point) -> list[Switch]:
        """What switches at a point."""
        return [switch for at, switch in self.switched if same(at, point)]


def cut(function: Function, intervals: tuple[Interval, ...]) -> Cuts:
    """The domain's intervals, cut at every point where f changes its formula."""
    cuts = Cuts()
    spans = [(interval.start, interval.end) for interval in intervals]
    spans = [(start, end) for start, end in spans if not (start and same(start, end))]
    for switch in switches(function.f):
        if function.name in switch.relation.names:
            spans = [new for span in spans for new in _cut_by(switch, function.name, span, cuts)]
    for start, end in spans:
        try:
            cuts.pieces.append(_piece(function, start, end))
        except Undecided:
            cuts.unsettled.append(Interval(start, end))
    return cuts


def _piece(function: Function, start: Point | None, end: Point | None) -> Piece:
    sample = inside(start, end)
    f, slope, bend = (
        clean(resolved(formula, function.name, sample))
        for formula in (function.f, function.slope, function.bend)
    )
    return Piece(start, end, f, slope, bend)


Ends = tuple[Point | None, Point | None]


def _cut_by(switch: Switch, name: str, span: Ends, cuts: Cuts) -> Iterator[Ends]:
    """The parts of an interval on which a switch stays as it is; none where that is not known."""
    start, end = span
    found = _changes(switch, name, span, cuts)
    if found is None:
        cuts.unsettled.append(Interval(start, end))
        return
    for at in found:
        cuts.switched.append((at, switch))
        if not same(at, start) and not same(at, end):
            yield start, at
            start = at
    yield start, end


def _changes(switch: Switch, name: str, span: Ends, cuts: Cuts) -> list[Point] | None:
    """Where the switch changes, the ends of the interval included; None where some may be missing.

    A search that stops at a window is no such case: the whole table is cut to that window then.
    """
    try:
        roots = zeros(difference(switch.relation), name, (_closed(*span),))
    except Undecided:
        return None
    cuts.searches.append(roots)
    return None if roots.state == "partial" else [zero.at for zero in roots.zeros]


def _closed(start: Point | None, end: Point | None) -> Interval:
    """With its ends, which may be switching points too."""
    return Interval(start, end, (start is not None, end is not None))
