"""What a search for zeros may cost, and where it looks; the ground that its methods stand on."""

from __future__ import annotations

from fractions import Fraction
from typing import Self

from msgspec import Struct, field
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.found import Found
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.points.point import Point, bounds_of, rational_point
from calctool.algebra.roots.records import Box, Interval
from calctool.notation.tree import Tree


class Work(Struct):
    """What one question has cost so far."""

    searches: int = 0
    tables: int = 0
    boxes: int = 0


class Effort(Struct, frozen=True):
    """For zeros in one name; unbounded intervals without another proof are cut to the window.

    Nothing is cut where only `whole` answers are of use: Undecided then. Where zeros without end
    are of use that are not equally spaced (`endless`), they are told by their cells. A method
    that needs the zeros of another function asks for them here; `Search` finds them.
    """

    name: str
    window: Box
    depth: int = budget.ROLLE_DEPTH
    exact: bool = False
    whole: bool = False
    endless: bool = False
    work: Work = field(default_factory=Work)

    def zeros(self, tree: Tree, interval: Interval) -> Found:
        """The zeros strictly inside the interval."""
        raise NotImplementedError

    def count_search(self) -> None:
        """One more function whose zeros are wanted on the way; Undecided after too many."""
        self.work.searches += 1
        if self.work.searches > budget.ZERO_SEARCHES:
            raise Undecided

    def count_table(self) -> None:
        """One more variation table; Undecided after too many."""
        self.work.tables += 1
        if self.work.tables > budget.ROLLE_TABLES:
            raise Undecided

    def may_open_box(self) -> bool:
        """Count a box; False after too many."""
        self.work.boxes += 1
        return self.work.boxes <= budget.BOXES

    def deeper(self) -> Self:
        """For the zeros of another function on the way; Undecided at the bottom."""
        if self.depth == 0:
            raise Undecided
        return replace(self, depth=self.depth - 1)

    def exactly(self) -> Self:
        """The same without subdivision, for steps inside a proof."""
        return replace(self.deeper(), exact=True)

    def renamed(self, name: str) -> Self:
        """For a function of another name."""
        return replace(self, name=name)

    def is_unbounded(self, interval: Interval) -> bool:
        """Whether an end of the interval is infinite."""
        return interval.start is None or interval.end is None

    def windowed(self, interval: Interval) -> Interval | None:
        """The part of the interval inside the window."""
        low, high = (rational_point(end) for end in self.window)
        start, end = interval.start or low, interval.end or high
        if interval.start is not None and interval.start.low < self.window[0]:
            start = interval.start if interval.end is not None else max(start, low, key=_low)
        if start.low >= end.high:
            return None
        return Interval(start, end)

    def range_of(self, tree: Tree, piece: Interval) -> Box:
        """Bounds of a function on a bounded interval."""
        if piece.start is None or piece.end is None:
            raise Undecided
        low, high = piece.start.low, piece.end.high
        step = (high - low) / budget.RANGE_BOXES
        parts = [(low + n * step, low + (n + 1) * step) for n in range(budget.RANGE_BOXES)]
        ends: list[Fraction] = []
        for _ in range(budget.RANGE_PARTS):
            if not parts:
                return min(ends), max(ends)
            start, stop = parts.pop()
            box = curve(tree, self.name).on(start, stop, 0, 64)
            if box is not None:
                ends += bounds_of(box[0])
                continue
            middle = _middle(start, stop)
            parts += [(start, middle), (middle, stop)]
        raise Undecided


def _middle(low: Fraction, high: Fraction) -> Fraction:
    """By the powers of two that the ends lie between, where these are far apart."""
    if low <= 0 or high <= 16 * low:
        return (low + high) / 2
    near, far = (
        each.numerator.bit_length() - each.denominator.bit_length() for each in (low, high)
    )
    return Fraction(2) ** ((near + far + 1) // 2)


def _low(point: Point) -> Fraction:
    return point.low
