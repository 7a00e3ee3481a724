"""The sketch of a graph in characters: Braille dots, or stars where those cannot be shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from calctool.present.document import Figure, Spot
from calctool.render.text.ink import Line, Piece
from calctool.render.text.page import Page
from calctool.words.printable import cells

_MOST_COLUMNS = 90
_ROWS_FOR_COLUMNS = 4.5
"""A terminal's cell is about twice as high as wide; a graph is pleasant at 2 : 1 or flatter."""
_FEWEST_ROWS, _MOST_ROWS = 8, 20
_BRAILLE = 0x2800
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a Braille cell, by its row and column."""
_MARGIN = 1
"""Rows above and below the graph, so that labels find room there."""


def sketch_lines(figure: Figure, page: Page) -> Iterator[Line]:
    ticks = [_short(value) for value in reversed(figure.up)]
    gutter = max(cells(tick) for tick in ticks) + 1
    columns = min(_MOST_COLUMNS, page.width) - gutter - 1
    canvas = _Canvas(figure, columns, page)
    canvas.draw()
    for row in range(canvas.rows):
        tick = ticks[0] if row == _MARGIN else ticks[1] if row == canvas.last else ""
        yield [(f"{tick:>{gutter}} ", "number"), *canvas.line(row)]
    start, end = (_short(value) for value in figure.across)
    between = " " * max(1, columns - cells(start) - cells(end))
    yield [(" " * (gutter + 1) + start + between + end, "number")]


class _Canvas:
    """Cells of dots, with characters written over them; row 0 is the top one."""

    def __init__(self, figure: Figure, columns: int, page: Page) -> None:
        self.figure = figure
        self.page = page
        self.columns = max(columns, 8)
        rows = int(self.columns / _ROWS_FOR_COLUMNS)
        self.inner = max(_FEWEST_ROWS, min(_MOST_ROWS, rows))
        self.rows = self.inner + 2 * _MARGIN
        self.last = self.rows - 1 - _MARGIN
        self.dots = [[0] * self.columns for _ in range(self.rows)]
        self.over: dict[tuple[int, int], Piece] = {}

    # --- from the plane to dots ---

    def across(self, x: float) -> float:
        """The column of dots, two for each cell."""
        low, high = self.figure.across
        return (x - low) / (high - low) * (2 * self.columns - 1)

    def down(self, y: float) -> float:
        """The row of dots, four for each cell."""
        low, high = self.figure.up
        return (high - y) / (high - low) * (4 * self.inner - 1) + 4 * _MARGIN

    def cell(self, x: float, y: float) -> tuple[int, int]:
        return (round(self.down(y)) // 4, round(self.across(x)) // 2)

    def draw(self) -> None:
        for x in self.figure.uprights:
            self.upright(round(self.across(x)) // 2, self.page.signs.plot["pole"])
        self.axes()
        for curve in self.figure.curves:
            for (x, y), (u, v) in pairwise(curve):
                self.segment(self.across(x), self.down(y), self.across(u), self.down(v))
        for spot in self.figure.spots:
            self.mark(spot)
        for spot in self.figure.spots:
            if spot.text is not None:
                self.label(spot, self.page.line(spot.text))

    def segment(self, x: float, y: float, u: float, v: float) -> None:
        """Dots close enough together to make a line; those outside the rectangle are left out."""
        steps = max(1, round(max(abs(u - x), min(abs(v - y), 8 * self.rows))))
        for step in range(steps + 1):
            part = step / steps
            self.dot(round(x + (u - x) * part), round(y + (v - y) * part))

    def dot(self, across: int, down: int) -> None:
        row, column = down // 4, across // 2
        if 0 <= column < self.columns and _MARGIN <= row <= self.last:
            self.dots[row][column] |= _DOTS[down % 4][across % 2]

    # --- what is written over the dots ---

    def axes(self) -> None:
        (left, right), (low, high) = self.figure.across, self.figure.up
        signs = self.page.signs.plot
        if low <= 0 <= high:
            row = round(self.down(0)) // 4
            for column in range(self.columns):
                self.over[row, column] = (signs["axis"], "rule")
        if left <= 0 <= right:
            self.upright(round(self.across(0)) // 2, signs["upright"])

    def upright(self, column: int, sign: str) -> None:
        for row in range(_MARGIN, self.last + 1):
            crossed = self.over.get((row, column), ("", ""))[0] == self.page.signs.plot["axis"]
            self.over[row, column] = (self.page.signs.plot["cross"] if crossed else sign, "rule")

    def mark(self, spot: Spot) -> None:
        row, column = self.cell(spot.x, spot.y)
        if 0 <= column < self.columns and _MARGIN <= row <= self.last:
            sign = self.page.signs.plot["open" if spot.is_open else "spot"]
            self.dots[row][column] = 0
            self.over[row, column] = (sign, "spot")

    def label(self, spot: Spot, text: str) -> None:
        """Above or below the point, on the nearest row where it covers neither dots nor marks."""
        row, column = self.cell(spot.x, spot.y)
        width = cells(text)
        start = max(0, min(self.columns - width, column - width // 2))
        step = -1 if spot.above else 1
        for place in (row + step, row + 2 * step, row - step):
            if 0 <= place < self.rows and self.is_free(place, start, width):
                for offset, character in enumerate(text):
                    self.over[place, start + offset] = (character, "label")
                return

    def is_free(self, row: int, start: int, width: int) -> bool:
        places = range(max(0, start - 1), min(self.columns, start + width + 1))
        taken = {"spot", "label"}
        return not any(
            self.dots[row][place] or self.over.get((row, place), ("", ""))[1] in taken
            for place in places
        )

    def line(self, row: int) -> Line:
        line: Line = []
        for column in range(self.columns):
            dots = self.dots[row][column]
            over = self.over.get((row, column))
            if over is not None and (not dots or over[1] in ("spot", "label")):
                line.append(over)
            elif dots:
                line.append((self.curve(dots), "curve"))
            else:
                line.append((" ", ""))
        return line

    def curve(self, dots: int) -> str:
        return self.page.signs.plot["curve"] or chr(_BRAILLE + dots)


def _short(value: float) -> str:
    text = f"{value:.3g}"
    return "0" if text == "-0" else text
