"""All points of a table in order, and the intervals between them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from calctool.algebra.roots import Point, Roots, period
from calctool.algebra.roots.functions.branches import resolved_at
from calctool.notation.tree import ONE, Negative, Quotient, Tree
from calctool.solve.attempts import tried
from calctool.solve.exact.line import (
    before,
    exact_of,
    is_infinite,
    same,
)
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.table.endless.tail import Tail
from calctool.solve.table.line.ground import Ground
from calctool.solve.table.line.judged import Place, Side, judged
from calctool.solve.table.line.pieces import Cuts
from calctool.solve.table.line.runs import Run, Strip
from calctool.solve.table.line.values import Edge, edge, moved, scaled, value_at
from calctool.solve.variation import Family, TablePoint
from calctool.words import Words

_NEVER_JUMP = ("kink", "root", "end")
"""Switches at which a function stays continuous: |u|, max, roots, asin."""


class Scene(Struct, frozen=True):
    """What the points are made from."""

    f: Tree
    name: str
    ground: Ground
    cuts: Cuts
    strips: tuple[Strip, ...]
    families: tuple[Family, ...] = ()
    tails: tuple[Tail, ...] = ()
    """The ends at which there are critical points without end."""
    is_known_outside: bool = True
    """Whether what lies outside the window, if there is one, was proved to be those families."""
    open_outside: Words | None = None
    """Why critical points there are not described, where there are waves."""
    values: dict[tuple[int, Point], Exact | None] = field(default_factory=dict)
    """Of the trees here, by their identity."""

    def value_at(self, tree: Tree, at: Point) -> Exact | None:
        """As `value_at`, once for all that ask."""
        key = (id(tree), at)
        if key not in self.values:
            self.values[key] = value_at(tree, self.name, at)
        return self.values[key]

    def tail_at(self, cut: Point | None, side: int) -> Tail | None:
        """The end at which the table stops there."""
        ends = (tail for tail in self.tails if tail.end.picture.side == side)
        return next((tail for tail in ends if same(cut, tail.end.cut)), None)

    def searches(self) -> Iterator[Roots]:
        """What decides how far the list of critical points can be trusted."""
        yield from self.cuts.searches
        yield from (strip.slope_roots for strip in self.strips)

    @property
    def has_last_formula(self) -> bool:
        """Whether f switches a finite number of times, so that one formula holds far out."""
        return all(s.state == "complete" and not s.families for s in self.cuts.searches)

    @property
    def is_bend_known(self) -> bool:
        """Whether all zeros of f'' are listed, or repeat with a period of f'', or stand in rows."""
        return all(tail.end.are_bends_known for tail in self.tails) and all(
            strip.bend_roots.state == "complete"
            and not any(row.times % 2 for row in strip.bend_roots.cells)
            and (not strip.bend_roots.families or period(strip.piece.bend, self.name))
            for strip in self.strips
        )

    def places(self) -> Iterator[Place]:
        """Every place where something may happen, from left to right."""
        for place, strip in enumerate(self.strips):
            before = self.strips[place - 1] if place else None
            yield from self.start_of(strip, before)
            yield from self.inside(strip)
            after = self.strips[place + 1] if place + 1 < len(self.strips) else None
            if after is None or not same(self.reach(strip, -1), self.reach(after, 1)):
                yield from self.end_of(strip)
        if self.strips and self.ground.period is not None:
            yield from self.next_period()

    def next_period(self) -> Iterator[Place]:
        """The first point of the next period, where it is none of this one."""
        first, last = self.strips[0], self.strips[-1]
        asked, start, end = self.ground.asked, self.ground.start, self.ground.end
        if asked.start is not None and end is not None and not same(last.piece.end, end):
            right = self.around_the_period(first, 1)
            if right is not None:
                yield self.place(end, None, right)
        if asked.end is not None and start is not None and not same(first.piece.start, start):
            left = self.around_the_period(last, -1)
            if left is not None:
                yield self.place(start, left, None)

    # --- ends of pieces ---

    def reach(self, strip: Strip, side: int) -> Point | None:
        """The start (side 1) or the end of a piece, also where the table stops before it."""
        own = strip.piece.start if side > 0 else strip.piece.end
        tail = self.tail_at(own, side)
        if tail is None:
            return own
        return tail.end.piece.start if side > 0 else tail.end.piece.end

    def start_of(self, strip: Strip, before: Strip | None) -> Iterator[Place]:
        """The place at the start of a strip, unless the strip before it has it already."""
        at = self.reach(strip, 1)
        if at is None:
            return
        joined = before is not None and same(self.reach(before, -1), at)
        left = self.left_of(before) if joined and before is not None else None
        if left is None and self.ground.is_at_edge(at):
            if self.ground.is_window:
                return
            left = self.around_the_period(self.strips[-1], -1)
        yield self.place(at, left, self.right_of(strip))

    def end_of(self, strip: Strip) -> Iterator[Place]:
        """The place at the end of a strip."""
        at = self.reach(strip, -1)
        if at is None:
            return
        right = None
        if self.ground.is_at_edge(at):
            if self.ground.is_window:
                return
            right = self.around_the_period(self.strips[0], 1)
        yield self.place(at, self.left_of(strip), right)

    def around_the_period(self, strip: Strip, side: int) -> Side | None:
        """One end of the period lies next to the other one, seen from a period away."""
        reaches = strip.piece.end if side < 0 else strip.piece.start
        edge_of_table = self.ground.end if side < 0 else self.ground.start
        if self.ground.period is None or not same(reaches, edge_of_table):
            return None
        found = self.left_of(strip) if side < 0 else self.right_of(strip)
        drift, factor = self.ground.drift, self.ground.factor
        if factor is not None and found.edge.value is not None:
            by = Quotient(ONE, factor) if side < 0 else factor
            value = scaled(found.edge.value, by)
            return replace(found, edge=Edge(found.edge.kind, value), times=by)
        if drift is None or found.edge.value is None or is_infinite(found.edge.value.expr):
            return found
        by = Negative(drift) if side < 0 else drift
        return replace(found, edge=Edge(found.edge.kind, moved(found.edge.value, by)))

    def left_of(self, strip: Strip) -> Side:
        """What f does at the end of a strip, from within."""
        return self._side(strip.runs[-1], strip, -1)

    def right_of(self, strip: Strip) -> Side:
        """What f does at the start of a strip, from within."""
        return self._side(strip.runs[0], strip, 1)

    def _side(self, run: Run, strip: Strip, side: int) -> Side:
        """Beyond the last point that is shown the table knows no signs; the rows know some."""
        at, tail = self.reach(strip, side), self.tail_at(run.start if side > 0 else run.end, side)
        if tail is None:
            return Side(run, edge(strip.piece.f, self.name, at, side), at)
        run = replace(run, sign=None if tail.turns else run.sign, bend=None)
        return Side(run, self.end_of_rows(tail, at, side), at, tail=tail)

    def end_of_rows(self, tail: Tail, at: Point | None, side: int) -> Edge:
        """What f comes to where rows lead: between critical points it goes one way."""
        found = edge(tail.end.piece.f, self.name, at, side)
        low, high = tail.limits
        if found.kind != "undecided" or low is None or high is None or not tail.turns:
            return found
        order = compared(low, high)
        if order == 0:
            return Edge("infinite" if is_infinite(low.expr) else "finite", low)
        return found if order is None else Edge("none")

    def is_unseen(self, at: Point, side: int) -> bool:
        """Whether f has values next to a point on a side where its formula is not known."""
        return any(same(each.end if side < 0 else each.start, at) for each in self.cuts.unsettled)

    def place(self, at: Point, left: Side | None, right: Side | None) -> Place:
        """A point with its two sides, to be judged."""
        switches = self.cuts.kinds_at(at)
        is_smooth = not switches and left is not None and right is not None
        defined = self.is_defined(at)
        value = self.value_at(self.f, at) if defined else None
        if defined and value is None and at.tree is None:
            value = self.value_at_switch(at)
        if defined and all(s.kind in _NEVER_JUMP for s in switches):
            value = self.known_from_sides(value, at, [s for s in (left, right) if s is not None])
        return Place(
            at, left, right, value, defined,
            is_smooth=is_smooth and defined,
            is_root=is_smooth and defined and self.is_stationary(at, left),
            is_open=self.is_unseen(at, -1) or self.is_unseen(at, 1),
            may_jump=not switches or any(s.kind not in _NEVER_JUMP for s in switches),
        )  # fmt: skip

    def known_from_sides(self, value: Exact | None, at: Point, sides: list[Side]) -> Exact | None:
        """That of a continuous function, by the formula of a side where this says more."""
        if value is None:
            return next((s.edge.value for s in sides if s.edge.kind == "finite"), None)
        if value.is_known or at.tree is not None:
            return value
        others = (self.value_at(side.run.piece.f, at) for side in sides if side.tail is None)
        return next((one for one in others if one is not None and one.is_known), value)

    def value_at_switch(self, at: Point) -> Exact | None:
        """At a point that is only enclosed: by the formula that holds where something switches."""
        formula = tried(None, resolved_at, self.f, self.name, at)
        return None if formula is None else value_at(formula, self.name, at)

    def is_stationary(self, at: Point, side: Side | None) -> bool:
        """Whether f' is zero at an edge of the period."""
        found = self.value_at(side.run.piece.slope, at) if side is not None else None
        return found is not None and found.low == found.high == 0

    def is_defined(self, at: Point) -> bool:
        """Whether f has a value at a point."""
        for interval in self.ground.intervals:
            ends = (same(interval.start, at), same(interval.end, at))
            if True in ends:
                return interval.closed[ends.index(True)]
            if _lies_in(at, interval.start, interval.end):
                return True
        return any(same(at, point) for point in self.ground.isolated)

    # --- inside a piece ---

    def inside(self, strip: Strip) -> Iterator[Place]:
        """The places between the runs of a strip."""
        for stop in strip.stops:
            left = next(run for run in strip.runs if run.end == stop.at)
            right = next(run for run in strip.runs if run.start == stop.at)
            value = self.value_at(strip.piece.f, stop.at)
            here = Edge("undecided" if value is None else "finite", value)
            yield Place(
                stop.at, Side(left, here, stop.at), Side(right, here, stop.at), value,
                is_defined=True, is_smooth=True, is_root=stop.is_root,
            )  # fmt: skip


def _lies_in(at: Point, start: Point | None, end: Point | None) -> bool:
    return before(start, at) and before(at, end)


def table_points(scene: Scene) -> tuple[TablePoint, ...]:
    """All points of a table in order, each judged from both sides."""
    found = [judged(place, scene.f, scene.name) for place in scene.places()]
    lonely = [
        TablePoint(exact_of(at), ("endpoint",), scene.value_at(scene.f, at))
        for at in scene.ground.isolated
        if exact_of(at) not in {point.at for point in found}
    ]
    listed = [point for point in (*found, *lonely) if point.kinds]
    return tuple(sorted(listed, key=lambda point: point.at.low or 0))
