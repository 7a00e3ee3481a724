"""What the search for zeros gives back: zeros, families, intervals, and why there are no more."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from calctool.algebra.domain.intervals import Range
from calctool.algebra.roots.points.point import Point, compare
from calctool.notation.tree import Tree
from calctool.words import Words

if TYPE_CHECKING:
    from calctool.algebra.roots.waves.cells import Cells

State = Literal["complete", "window", "partial"]
Box = tuple[Fraction, Fraction]


class Zero(Struct, frozen=True):
    """A zero; `multiplicity` is None where it was not proved, or is not a whole number."""

    at: Point
    multiplicity: int | None
    changes_sign: bool | None


class Interval(Struct, frozen=True):
    """From `start` to `end`; None is infinity. `closed` says which ends belong to it."""

    start: Point | None
    end: Point | None
    closed: tuple[bool, bool] = (False, False)


LINE = Interval(None, None)


def range_on(interval: Interval) -> Range:
    """All its numbers, for interval arithmetic."""
    start, end = interval.start, interval.end
    return Range(
        -inf if start is None else start.low,
        inf if end is None else end.high,
        start is None or (start.value is not None and not interval.closed[0]),
        end is None or (end.value is not None and not interval.closed[1]),
    )


class Family(Struct, frozen=True):
    """The points start + k*step inside `on`, for whole k; `at` says so in the letter `name`."""

    at: Tree
    name: str
    start: Point
    step: Tree
    on: Interval = LINE


class Link(Struct, frozen=True):
    """A variation table of `function` on (start, end): the zeros of its derivative and its signs.

    `factor`, positive or negative throughout, was multiplied on to make the derivative simple.
    `signs` are those near the start, at each of `points`, and near the end.
    """

    function: Tree
    factor: Tree | None
    derivative: Tree
    start: Point | None
    end: Point | None
    points: tuple[Point, ...]
    signs: tuple[int, ...]


class Roots(Struct, frozen=True):
    """Zeros in ascending order. `scope` bounds where a list that is not complete was proved.

    `flat` are the intervals on which the function is zero throughout.
    """

    zeros: tuple[Zero, ...]
    state: State
    method: str
    reason: Words
    families: tuple[Family, ...] = ()
    scope: Box | None = None
    undecided: tuple[Box, ...] = ()
    chain: tuple[Link, ...] = ()
    flat: tuple[Interval, ...] = ()
    cells: tuple[Cells, ...] = ()
    """Zeros without end that are not equally spaced; they are not among the listed ones."""

    @property
    def keeps_sign(self) -> bool:
        """Whether the function has one sign off its zeros, all of which are known."""
        listed = [zero.at for zero in self.zeros]
        return (
            self.state == "complete"
            and self.scope is None
            and all(zero.changes_sign is False for zero in self.zeros)
            and all(any(compare(each.start, at) == 0 for at in listed) for each in self.families)
            and all(row.times % 2 == 0 for row in self.cells)
        )


class Domain(Struct, frozen=True):
    """The intervals on which an expression has a value, and the points between them.

    `isolated` are domain points without neighbours, `breaks` the points where it has no value.
    """

    intervals: tuple[Interval, ...]
    breaks: tuple[Point, ...]
    isolated: tuple[Point, ...]
    state: State
    reason: Words
    families: tuple[Family, ...] = ()
    period: Tree | None = None
    scope: Box | None = None
    undecided: tuple[Box, ...] = ()
