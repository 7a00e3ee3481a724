"""Pictures of an end of the line in which it lies at infinity: x = t, -t, a + 1/t or a - 1/t."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from calctool.algebra.build import added, divided, negated
from calctool.algebra.roots.points.point import Point, compare, exact_point
from calctool.notation.tree import INFINITY, ONE, Negative, Tree, rational


class Picture(Struct, frozen=True):
    """What lies at t -> oo: `at` from its right (side 1) or left (-1).

    Where there is no `at`, side 1 is x -> -oo and side -1 is x -> oo, as at the ends of intervals.
    """

    at: Tree | None
    side: int

    def of(self, t: Tree) -> Tree:
        """x, from t."""
        if self.at is None:
            return t if self.side < 0 else negated(t)
        step = divided(ONE, t)
        return added((self.at, step if self.side > 0 else negated(step)))

    def back(self, x: Tree) -> Tree:
        """t, from x."""
        if self.at is None:
            return x if self.side < 0 else negated(x)
        apart = (x, negated(self.at)) if self.side > 0 else (self.at, negated(x))
        return divided(ONE, added(apart))

    @property
    def falls(self) -> bool:
        """Whether x falls as t grows."""
        return self.side > 0

    @property
    def place(self) -> Tree:
        """What x comes to: a number, oo or -oo."""
        if self.at is not None:
            return self.at
        return INFINITY if self.side < 0 else Negative(INFINITY)

    @property
    def end(self) -> Point | None:
        """The place as an end of an interval; None for infinity."""
        return None if self.at is None else exact_point(self.at)

    def leads_to(self, end: Point | None) -> bool:
        """Whether an end of an interval, on the side that is looked at, is the place."""
        if end is None or self.at is None:
            return end is None and self.at is None
        return end.low == end.high == self.centre

    def is_beyond(self, point: Point, other: Point) -> bool:
        """Whether a point is not certainly nearer to where one looks from than the other."""
        order = compare(point, other)
        return order is None or order != (1 if self.falls else -1)

    def is_before(self, point: Point, start: Point | None, end: Point | None) -> bool:
        """Whether a point certainly lies before an interval, for who goes to the place."""
        near, side = (end, 1) if self.falls else (start, -1)
        return near is not None and compare(point, near) in (0, side)

    def bounds(self, low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
        """Bounds of x where t > 0 lies between these."""
        ends = sorted((self.value(low), self.value(high)))
        return ends[0], ends[1]

    def value(self, t: Fraction) -> Fraction:
        """x for a rational t."""
        if self.at is None:
            return -self.side * t
        return self.centre + self.side / t

    def value_back(self, x: Fraction) -> Fraction:
        """t for a rational x."""
        if self.at is None:
            return -self.side * x
        return self.side / (x - self.centre)

    @property
    def centre(self) -> Fraction:
        """The place as a number."""
        assert self.at is not None  # noqa: S101
        centre = rational(self.at)
        assert centre is not None  # noqa: S101 (no other picture is made)
        return centre
