"""The line of a letter as cells and the values between them, cut until each cell has one answer."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Generic, TypeVar

from msgspec import Struct

from calctool import budget
from calctool.algebra.cells.cell import Cell, Cut
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.projection import Boundary, cut_at
from calctool.algebra.roots import Interval, Point

T = TypeVar("T")


class Part(Struct, Generic[T], frozen=True):
    """A cell of the line, open, or one value (`start` is `end`), with what is answered there."""

    on: Interval
    answer: T

    @property
    def at(self) -> Point | None:
        """The value, where it is one."""
        start = self.on.start
        return start if start is not None and start is self.on.end else None


def partition(
    letter: str,
    boundaries: tuple[Boundary, ...],
    inside: Callable[[Cell], T | None],
    at: Callable[[Point], T | None],
) -> tuple[tuple[Boundary, ...], list[Part[T]]]:
    """From left to right: cell, value, cell, …; with all boundaries, also those that came to it.

    `inside` may raise Cut, and is asked again for the smaller cells; what is None is left out.
    NoMethod where there are too many cells.
    """
    known = boundaries
    made: dict[tuple[Point | None, Point | None], Part[T] | None] = {}
    while True:
        if len(known) > budget.CELLS:
            raise NoMethod
        points = [None, *(each.at for each in known), None]
        try:
            for start, end in pairwise(points):
                if (start, end) not in made:
                    cell = Cell(letter, start, end)
                    found = inside(cell)
                    made[start, end] = None if found is None else Part(cell.on, found)
            break
        except Cut as cut:
            known = cut_at(known, cut)
    listed: list[Part[T]] = []
    for start, end in pairwise(points):
        part = made[start, end]
        listed += [part] if part is not None else []
        answer = None if end is None else at(end)
        if answer is not None and end is not None:
            listed.append(Part(Interval(end, end, (True, True)), answer))
    return known, listed
