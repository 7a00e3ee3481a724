"""A sheet of cells: Braille dots below, characters written over them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import ceil

from calctool.render.text.ink import Line, Piece
from calctool.words.printable import cells

_BRAILLE = 0x2800
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a Braille cell, by its row and column."""
MARGIN = 1
"""Rows above and below the picture, so that labels find room there."""

Dashes = tuple[int, int]
"""Dots that are set and dots that are left out, in turn."""
_WRITTEN = frozenset({"spot", "label"})


class Canvas:
    """Row 0 is the top one; a dot belongs to the curve that was drawn last."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows + 2 * MARGIN
        self.last = self.rows - 1 - MARGIN
        self.dots = [[0] * columns for _ in range(self.rows)]
        self.part = [[""] * columns for _ in range(self.rows)]
        self.over: dict[tuple[int, int], Piece] = {}

    def holds(self, row: int, column: int) -> bool:
        return 0 <= column < self.columns and MARGIN <= row <= self.last

    # --- dots ---

    def polyline(self, points: Sequence[tuple[float, float]], part: str, dashes: Dashes) -> None:
        """Across and down in dots; the dashes go on from segment to segment."""
        gone = 0.0
        for start, end in pairwise(points):
            gone = self._segment(start, end, part, dashes, gone)

    def _segment(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        part: str,
        dashes: Dashes,
        gone: float,
    ) -> float:
        """Dots close enough together to make a line; those outside are left out."""
        (x, y), (u, v) = start, end
        length = max(abs(u - x), min(abs(v - y), 8 * self.rows))
        steps = max(1, ceil(length))
        for step in range(steps + 1):
            share = step / steps
            if int(gone + length * share) % sum(dashes) < dashes[0]:
                self.dot(round(x + (u - x) * share), round(y + (v - y) * share), part)
        return gone + length

    def dot(self, across: int, down: int, part: str) -> None:
        row, column = down // 4, across // 2
        if self.holds(row, column):
            self.dots[row][column] |= _DOTS[down % 4][across % 2]
            self.part[row][column] = part

    # --- what is written over the dots ---

    def write(self, row: int, start: int, text: str) -> None:
        for offset, character in enumerate(text):
            self.over[row, start + offset] = (character, "label")

    def mark(self, row: int, column: int, sign: str) -> None:
        if self.holds(row, column):
            self.dots[row][column] = 0
            self.over[row, column] = (sign, "spot")

    def is_free(self, row: int, start: int, width: int) -> bool:
        """Whether no label or mark stands there or beside it."""
        places = range(max(0, start - 1), min(self.columns, start + width + 1))
        return not any(self.over.get((row, place), ("", ""))[1] in _WRITTEN for place in places)

    def crowd(self, row: int, start: int, width: int) -> int:
        """How many cells with dots a text would hide or touch."""
        places = range(max(0, start - 1), min(self.columns, start + width + 1))
        return sum(1 for place in places if self.dots[row][place])

    def line(self, row: int, sign: Callable[[str, int], str]) -> Line:
        line: Line = []
        for column in range(self.columns):
            dots, part = self.dots[row][column], self.part[row][column]
            over = self.over.get((row, column))
            if over is not None and (not dots or over[1] in _WRITTEN):
                line.append(over)
            elif dots:
                line.append((sign(part, dots), part))
            else:
                line.append((" ", ""))
        return line


def braille(dots: int) -> str:
    return chr(_BRAILLE + dots)


def dashed(columns: int, dashes: Dashes) -> list[str]:
    """A level line of so many cells, for a legend."""
    canvas = Canvas(columns, 1)
    canvas.polyline([(0, 4 * MARGIN + 1), (2 * columns - 1, 4 * MARGIN + 1)], "", dashes)
    return [braille(dots) for dots in canvas.dots[MARGIN]]


def centred(column: int, text: str, columns: int) -> int:
    """Where a text begins that has its middle in a column, as far as the edges allow."""
    width = cells(text)
    return max(0, min(columns - width, column - width // 2))
