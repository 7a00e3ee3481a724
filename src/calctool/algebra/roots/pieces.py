"""The line cut where a condition may begin or cease to hold, and the pieces where all hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from calctool.algebra.build import added
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.found import cut, ordered, strictly_inside
from calctool.algebra.roots.functions.branches import difference, formula_switches
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.periods.drift import repeating
from calctool.algebra.roots.points.point import Point, exact_point, inside, rational_point
from calctool.algebra.roots.records import LINE, Box, Domain, Family, Interval, Roots, State
from calctool.notation.quoted import quoted
from calctool.notation.tree import ZERO, Relation, Tree, number
from calctool.words import Words
from calctool.words.proofs import roots as words

Zeros = Callable[[Tree, str, Box], Roots]
"""All zeros of a function on the line: the search, which asks for domains itself."""


class Breaks(Struct, frozen=True):
    """Where a condition may begin or cease to hold: its zeros, and where it jumps."""

    needed: Sequence[Relation]
    name: str
    window: Box
    zeros: Zeros
    points: list[Point]
    families: tuple[Family, ...]
    undecided: tuple[Box, ...]
    state: State
    inside: Sequence[Relation] | None = None
    """Those of the conditions that all of a piece fulfils; None for all. The others fail at more
    points, without end."""

    @staticmethod
    def of(needed: Sequence[Relation], name: str, window: Box, zeros: Zeros) -> Breaks:
        """All places where one of the conditions may change."""
        found = [zeros(each, name, window) for each in vanishing(needed, name)]
        states = {each.state for each in found}
        worst: State = next((s for s in ("partial", "window") if s in states), "complete")
        flat = (end for each in found for part in each.flat for end in (part.start, part.end))
        return Breaks(
            needed,
            name,
            window,
            zeros,
            ordered(chain((z.at for each in found for z in each.zeros), filter(None, flat))),
            tuple(family for each in found for family in each.families),
            tuple(box for each in found for box in each.undecided),
            worst,
        )

    def domain(self, tree: Tree) -> Domain:
        """The domain of a tree with these conditions; Undecided where not all places are known."""
        if self.state == "partial":
            raise Undecided
        if self.state == "complete" and not self.families:
            return self.listed(LINE, "complete", words.DOMAIN["conditions"], None)
        repeats = repeating(tree, self.name)
        if repeats is not None and self.state == "complete":
            return self._one_period(repeats)
        low, high = (rational_point(end) for end in self.window)
        reason = words.DOMAIN["window"].filled(
            low=quoted(number(self.window[0])), high=quoted(number(self.window[1]))
        )
        return self.listed(Interval(low, high, (True, True)), "window", reason, None)

    def _one_period(self, repeats: Tree) -> Domain:
        """From a break to its first repetition, or from 0 where no break is exact."""
        length = exact_point(repeats).high
        again = Breaks.of(self.needed, self.name, (-2 * length, 2 * length), self.zeros)
        before = [point for point in again.points if point.exact and point.low <= 0]
        start = before[-1] if before else rational_point(0)
        end = exact_point(added((start.tree or ZERO, repeats)))
        interval = Interval(start, end, (True, True))
        return again.listed(interval, "complete", words.DOMAIN["period"], repeats)

    def listed(self, on: Interval, state: State, reason: Words, repeats: Tree | None) -> Domain:
        """What lies between the points."""
        points = strictly_inside(self.points, on)
        held = [self._holds_at(point) for point in points]
        ends = [
            closed and (end is None or self._holds_at(end))
            for end, closed in zip((on.start, on.end), on.closed, strict=True)
        ]
        pieces = cut(on, points)
        taken = [self._holds_inside(piece) for piece in pieces]
        intervals = _joined(pieces, taken, [ends[0], *held, ends[1]])
        isolated = [
            point
            for place, point in enumerate(points)
            if held[place] and not taken[place] and not taken[place + 1]
        ]
        if repeats is not None and on.start is not None and ends[0] and not (taken[0] or taken[-1]):
            isolated = [on.start, *isolated]
        breaks = [point for point, inside_it in zip(points, held, strict=True) if not inside_it]
        if repeats is not None and on.start is not None and not ends[0]:
            breaks = [on.start, *breaks]
        scope = None if state == "complete" else self.window
        return Domain(
            tuple(intervals), tuple(breaks), tuple(isolated), state, reason,
            self.families, repeats, scope, self.undecided,
        )  # fmt: skip

    def _holds_at(self, point: Point) -> bool:
        return all(self._fulfilled(each, point) for each in self.needed)

    def _fulfilled(self, condition: Relation, point: Point) -> bool:
        try:
            return fulfils(curve(difference(condition), self.name).sign(point), condition)
        except Undefined:
            return False

    def _holds_inside(self, piece: Interval) -> bool:
        at = rational_point(inside(piece.start, piece.end))
        return all(
            self._fulfilled(each, at)
            for each in (self.needed if self.inside is None else self.inside)
        )


def vanishing(needed: Sequence[Relation], name: str) -> Iterator[Tree]:
    """What is zero where a condition changes; behind a jump it changes without a zero."""
    for apart in map(difference, needed):
        yield apart
        yield from (
            difference(switch.relation)
            for switch in formula_switches(apart, name)
            if switch.kind != "kink"
        )


def _joined(pieces: list[Interval], taken: list[bool], held: list[bool]) -> list[Interval]:
    """Neighbouring pieces as one interval where the point between them belongs to the domain."""
    found: list[Interval] = []
    for place, piece in enumerate(pieces):
        if not taken[place]:
            continue
        left, right = held[place], held[place + 1]
        if found and place and taken[place - 1] and left:
            found[-1] = Interval(found[-1].start, piece.end, (found[-1].closed[0], right))
        else:
            found.append(Interval(piece.start, piece.end, (left, right)))
    return found
