"""The open pieces of the line on which f is one formula: the domain, cut where f switches."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct, field

from calctool.algebra import facts
from calctool.algebra.build import multiplied
from calctool.algebra.clean import clean
from calctool.algebra.local.switches import Switch, switches
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Interval, Point, Roots, inside, zeros
from calctool.algebra.roots.functions.branches import difference, resolved
from calctool.algebra.roots.points.point import exact_point
from calctool.algebra.roots.waves.cells import Cells
from calctool.notation.tree import PI, Call, Tree
from calctool.solve.exact.line import same


class Function(Struct, frozen=True):
    """f with its first and second derivative as the rules give them."""

    name: str
    f: Tree
    slope: Tree
    bend: Tree

    def around(self, at: Fraction) -> Function:
        """The formulas that hold around a number at which nothing switches."""
        formulas = (
            clean(resolved(each, self.name, at)) for each in (self.f, self.slope, self.bend)
        )
        return Function(self.name, *formulas)


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

    `searches` found those points, so they say how far the list can be trusted. Where f switches
    without end there are no pieces yet: the `rows` lead to an end of each of the `endless` parts.
    """

    pieces: list[Piece] = field(default_factory=list)
    switched: list[tuple[Point, Switch]] = field(default_factory=list)
    searches: list[Roots] = field(default_factory=list)
    unsettled: list[Interval] = field(default_factory=list)
    """Where f has values, but not by a formula that is known."""
    rows: list[tuple[Switch, Cells]] = field(default_factory=list)
    endless: list[Interval] = field(default_factory=list)

    def kinds_at(self, point: Point) -> list[Switch]:
        """What switches at a point."""
        return [switch for at, switch in self.switched if same(at, point)]


def cut(function: Function, intervals: tuple[Interval, ...], *, endless: bool = False) -> Cuts:
    """The domain's intervals, cut at every point where f changes its formula.

    Points without end that are not equally spaced are told by rows where these are of use.
    """
    cuts = Cuts()
    spans = [(interval.start, interval.end) for interval in intervals]
    spans = [(start, end) for start, end in spans if not (start and same(start, end))]
    for switch in switches(function.f):
        if function.name in switch.relation.names:
            spans = [
                new for span in spans
                for new in _cut_by(switch, function.name, span, cuts, endless=endless)
            ]  # fmt: skip
    for start, end in spans:
        if any(leads_to(row, start, end) for _, row in cuts.rows):
            cuts.endless.append(Interval(start, end))
            continue
        add_piece(function, (start, end), cuts)
    return cuts


def leads_to(row: Cells, start: Point | None, end: Point | None) -> bool:
    """Whether a row comes to an end of an interval, from within."""
    own = start if row.picture.side > 0 else end
    if row.picture.at is None or own is None:
        return row.picture.at is None and own is None
    return same(exact_point(row.picture.at), own)


Ends = tuple[Point | None, Point | None]


def add_piece(function: Function, ends: Ends, cuts: Cuts) -> None:
    """With the formulas that hold between two points, if they are known: outside of a window f may
    switch right where it was looked at."""
    try:
        own = function.around(inside(*ends))
    except (Undecided, Undefined):
        cuts.unsettled.append(Interval(*ends))
        return
    cuts.pieces.append(Piece(*ends, own.f, own.slope, own.bend))


def _cut_by(switch: Switch, name: str, span: Ends, cuts: Cuts, *, endless: bool) -> Iterator[Ends]:
    """The parts of an interval on which a switch stays as it is; none where that is not known."""
    start, end = span
    found = _changes(switch, name, span, cuts, endless=endless)
    if found is None:
        cuts.unsettled.append(Interval(start, end))
        return
    for at in found:
        cuts.switched.append((at, switch))
        if not same(at, start) and not same(at, end):
            yield start, at
            start = at
    yield start, end


def _changes(
    switch: Switch, name: str, span: Ends, cuts: Cuts, *, endless: bool
) -> list[Point] | None:
    """Where the switch changes, the ends of the interval included; None where some may be missing.

    A search that stops at a window is no such case: the whole table is cut to that window then.
    """
    try:
        roots = zeros(_apart(switch, endless=endless), name, (_closed(*span),), endless=endless)
    except Undecided:
        return None
    cuts.searches.append(roots)
    cuts.rows += [(switch, row) for row in roots.cells]
    return None if roots.state == "partial" else [zero.at for zero in roots.zeros]


def _apart(switch: Switch, *, endless: bool) -> Tree:
    """What is zero where it changes, without bars around it; sin(pi*u) where u is to be whole."""
    apart = difference(switch.relation)
    if endless and isinstance(switch.tree, Call) and facts.of(switch.tree).steps:
        return Call("sin", (multiplied((PI, *switch.tree.arguments)),))
    while isinstance(apart, Call) and apart.function == "abs":
        (apart,) = apart.arguments
    return apart


def _closed(start: Point | None, end: Point | None) -> Interval:
    """With its ends, which may be switching points too."""
    return Interval(start, end, (start is not None, end is not None))
