"""The line of a letter as cells and the values between them, cut until each cell has one answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import ceil, floor
from typing import Generic, TypeVar

from msgspec import Struct, field

from calctool import budget
from calctool.algebra.cells.cell import Cell, Cut
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.projection import Boundary, cut_at
from calctool.algebra.roots import Interval, Point, compare
from calctool.algebra.roots.points.point import decimal_point

T = TypeVar("T")


class Part(Struct, Generic[T], frozen=True):
    """A cell of the line, open, or one value (`start` is `end`), with what is answered there."""

    on: Interval
    answer: T

    @property
    def at(self) -> Point | None:
        """The value, where it is one."""
        return value_of(self.on)


def value_of(on: Interval) -> Point | None:
    """The only value of a stretch; None for a cell."""
    return on.start if on.start is not None and on.start is on.end else None


def stretches(boundaries: tuple[Boundary, ...]) -> Iterator[Interval]:
    """From left to right: cell, value, cell, … For a value that is enclosed only there is a gap, of
    which nothing is told. NoMethod where such gaps cannot be told apart."""
    ends = _ends(boundaries)
    for last, following in pairwise([None, *ends, None]):
        yield Interval(last and last[1], following and following[0])
        if following is not None:
            yield Interval(*following, (True, True))


def is_gap(on: Interval) -> bool:
    """Whether a stretch lies around a value that is enclosed only."""
    return on.closed == (True, True) and on.start != on.end


def _ends(boundaries: tuple[Boundary, ...]) -> list[tuple[Point, Point]]:
    """Each value twice, or two short decimals around it."""
    for digits in _DIGITS:
        made = [_around(each.at, digits) for each in boundaries]
        if all(compare(p[1], q[0]) == -1 for p, q in pairwise(made)):
            return made
    raise NoMethod


_DIGITS = (6, 12, 18)
"""Decimal places of the ends of a gap."""


def _around(at: Point, digits: int) -> tuple[Point, Point]:
    if at.tree is not None:
        return at, at
    low, high = at.refined(4 * digits + 64)
    unit = 10**digits
    return decimal_point(floor(low * unit), digits), decimal_point(ceil(high * unit), digits)


class Partition(Struct, Generic[T]):
    """What is answered on each stretch of a line, and which of them are finished.

    `answer` may raise Cut, and is asked again for the smaller cells; what is None is left out.
    """

    answer: Callable[[Interval], T | None]
    stretches: tuple[Interval, ...] = ()
    made: dict[Interval, Part[T] | None] = field(default_factory=dict)

    def parts(self, boundaries: tuple[Boundary, ...]) -> tuple[tuple[Boundary, ...], list[Part[T]]]:
        """From left to right, with all boundaries, also those that came to it. NoMethod where
        there are too many; what is finished stands in `made` before all is."""
        known = boundaries
        while True:
            if len(known) > budget.CELLS:
                raise NoMethod
            self.stretches = tuple(stretches(known))
            try:
                for on in self.left():
                    found = self.answer(on)
                    self.made[on] = None if found is None else Part(on, found)
                return known, self.finished()
            except Cut as cut:
                known = cut_at(known, cut)

    def finished(self) -> list[Part[T]]:
        """Those of `stretches` that have been looked at, without those that are left out."""
        found = (self.made.get(on) for on in self.stretches)
        return [part for part in found if part is not None]

    def left(self) -> list[Interval]:
        """Those that have not."""
        return [on for on in self.stretches if on not in self.made]


def partition(
    letter: str,
    boundaries: tuple[Boundary, ...],
    inside: Callable[[Cell], T | None],
    at: Callable[[Point], T | None],
) -> tuple[tuple[Boundary, ...], list[Part[T]]]:
    """The parts of a line whose cells are answered as such, and values by themselves."""

    def answer(on: Interval) -> T | None:
        if is_gap(on):
            raise NoMethod
        value = value_of(on)
        return inside(Cell(letter, on.start, on.end)) if value is None else at(value)

    return Partition(answer).parts(boundaries)


# --- neighbours that have the same answer -------------------------------------------------------


def joined(
    parts: list[Part[T]], alike: Callable[[T, T], bool], agrees: Callable[[T, T, Point], bool]
) -> list[Part[T]]:
    """In order; every value of a part is in one of them.

    `alike` compares two cells, `agrees` a cell with the value beside it.
    """
    made: list[Part[T]] = []
    for part in parts:
        last = made[-1] if made else None
        if last is not None and last.on.end == part.on.start:
            both = _both(last, part, alike, agrees)
            if both is not None:
                made[-1] = both
                continue
        made.append(part)
    return made


def _both(
    last: Part[T],
    part: Part[T],
    alike: Callable[[T, T], bool],
    agrees: Callable[[T, T, Point], bool],
) -> Part[T] | None:
    """The stretch before and the part as one."""
    start = last.on.start
    if part.at is not None:
        if last.on.closed[1] or not agrees(last.answer, part.answer, part.at):
            return None
        return Part(Interval(start, part.at, (last.on.closed[0], True)), last.answer)
    if not last.on.closed[1]:
        return None
    on = Interval(start, part.on.end, (last.on.closed[0], False))
    if last.at is not None:
        return Part(on, part.answer) if agrees(part.answer, last.answer, last.at) else None
    return Part(on, last.answer) if alike(last.answer, part.answer) else None
