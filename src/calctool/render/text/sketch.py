"""A figure in characters: Braille dots, or a sign for each curve where those cannot be shown."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, ceil, pi

from msgspec.structs import replace

from calctool.present.document import Curve, Figure, Spot
from calctool.render.plane import ARROWS, Plane
from calctool.render.text.canvas import MARGIN, Canvas, Dashes, braille, centred, dashed
from calctool.render.text.ink import Line
from calctool.render.text.page import Page
from calctool.words.printable import cells

_MOST_COLUMNS = 90
_ROWS_FOR_COLUMNS = 4.5
"""A terminal's cell is about twice as high as wide; a graph is pleasant at 2 : 1 or flatter."""
_SMALL = 48
"""Columns of one picture of several."""
_FEWEST_ROWS, _MOST_ROWS, _MOST_EVEN_ROWS = 8, 20, 26
_SOLID: Dashes = (1, 0)
_DASHES: dict[str, Dashes] = {
    "derivative": (5, 4), "tangent": (2, 2), "secant": (1, 4), "level": (3, 3), "asymptote": (2, 5),
    "envelope": (1, 3), "approach": (4, 1),
    "second": (4, 2), "third": (1, 2), "fourth": (6, 3),
}  # fmt: skip
_ORDER = (
    "asymptote", "envelope", "level", "secant", "tangent", "derivative", "fourth", "third",
    "second", "graph", "set", "constraint", "approach",
)  # fmt: skip
"""What is drawn later lies on top."""
_HEAD = 6
"""Dots back along a curve that say where it leads."""
_SAMPLE = 3
"""Cells of a line in the legend."""
_MOST_LEVELS = 6
"""More level curves are not told apart in dots."""
_PLACES = 48
"""Places along a curve that are tried for its tag."""


def sketch_lines(figure: Figure, page: Page) -> Iterator[Line]:
    ticks = [_short(value, page) for value in reversed(figure.up)]
    gutter = max(cells(tick) for tick in ticks) + 1
    drawing = _Drawing(figure, min(_MOST_COLUMNS, page.width) - gutter - 1, page)
    canvas = drawing.canvas
    for row in range(canvas.rows):
        tick = ticks[0] if row == MARGIN else ticks[1] if row == canvas.last else ""
        yield [(f"{tick:>{gutter}} ", "number"), *canvas.line(row, drawing.sign)]
    start, end = (_short(value, page) for value in figure.across)
    between = " " * max(1, canvas.columns - cells(start) - cells(end))
    yield [(" " * (gutter + 1) + start + between + end, "number")]
    yield from _legend(figure, page, gutter + 1)


class _Drawing:
    def __init__(self, figure: Figure, columns: int, page: Page) -> None:
        self.figure, self.page = _thinned(figure), page
        columns, rows = _size(figure, max(columns, 8))
        self.inner = rows
        self.canvas = Canvas(columns, rows)
        for x in figure.uprights:
            self.upright(round(self.across(x)) // 2, page.signs.plot["pole"])
        self.axes()
        for curve in sorted(self.figure.curves, key=lambda curve: _ORDER.index(curve.role)):
            self.curve(curve)
        for spot in figure.spots:
            row, column = self.cell(spot.x, spot.y)
            self.canvas.mark(row, column, page.signs.plot[_shape(spot)])
        for spot in figure.spots:
            if spot.text is not None:
                self.label(spot, page.line(spot.text))
        for curve in self.figure.curves:
            if curve.tag is not None:
                self.tag(curve, page.line(curve.tag))

    # --- from the plane to dots ---

    def across(self, x: float) -> float:
        """The column of dots, two for each cell."""
        low, high = self.figure.across
        return (x - low) / (high - low) * (2 * self.canvas.columns - 1)

    def down(self, y: float) -> float:
        """The row of dots, four for each cell."""
        low, high = self.figure.up
        return (high - y) / (high - low) * (4 * self.inner - 1) + 4 * MARGIN

    def cell(self, x: float, y: float) -> tuple[int, int]:
        return (round(self.down(y)) // 4, round(self.across(x)) // 2)

    # --- what is drawn ---

    def curve(self, curve: Curve) -> None:
        in_dots = curve.role not in self.page.signs.plot
        dashes = _dashes(curve, self.figure) if in_dots else _SOLID
        for line in curve.lines:
            points = [(self.across(x), self.down(y)) for x, y in line]
            self.canvas.polyline(points, curve.role, dashes)
        if curve.role in ARROWS:
            self.head(curve)

    def head(self, curve: Curve) -> None:
        """The arrow of eight that points where a curve leads."""
        plane = Plane(self.figure, 2 * self.canvas.columns - 1, 4 * self.inner - 1)
        found = plane.head(curve, _HEAD)
        if found is not None:
            (x, y), (u, v), (z, w) = found
            turn = round(atan2(2 * v - y - w, 2 * u - x - z) / (pi / 4)) % 8
            row, column = round(plane.height - v) // 4 + MARGIN, round(u) // 2
            self.canvas.mark(row, column, self.page.signs.plot["heads"][turn])

    def sign(self, role: str, dots: int) -> str:
        return self.page.signs.plot.get(role) or braille(dots)

    def axes(self) -> None:
        (left, right), (low, high) = self.figure.across, self.figure.up
        signs = self.page.signs.plot
        if low <= 0 <= high:
            row = round(self.down(0)) // 4
            for column in range(self.canvas.columns):
                self.canvas.over[row, column] = (signs["axis"], "rule")
        if left <= 0 <= right:
            self.upright(round(self.across(0)) // 2, signs["upright"])

    def upright(self, column: int, sign: str) -> None:
        signs, over = self.page.signs.plot, self.canvas.over
        for row in range(MARGIN, self.canvas.last + 1):
            crossed = over.get((row, column), ("", ""))[0] == signs["axis"]
            over[row, column] = (signs["cross"] if crossed else sign, "rule")

    def label(self, spot: Spot, text: str) -> None:
        """Above or below the point, on the nearest row where it covers neither dots nor marks.

        Where lines are everywhere, where it covers the fewest dots.
        """
        row, column = self.cell(spot.x, spot.y)
        start, width = centred(column, text, self.canvas.columns), cells(text)
        step = -1 if spot.above else 1
        rows = (row + step, row + 2 * step, row - step)
        free = [
            place for place in rows
            if 0 <= place < self.canvas.rows and self.canvas.is_free(place, start, width)
        ]  # fmt: skip
        crowds = [self.canvas.crowd(place, start, width) for place in free]
        if crowds and (min(crowds) == 0 or self.figure.kinds):
            self.canvas.write(free[crowds.index(min(crowds))], start, text)

    def tag(self, curve: Curve, text: str) -> None:
        """On the longest part of a curve, where it hides the fewest dots."""
        line = max(curve.lines, key=len, default=())
        width = cells(text)
        best: tuple[int, int, int] | None = None
        for x, y in line[:: max(1, len(line) // _PLACES)]:
            row, column = self.cell(x, y)
            start = column - width // 2
            inside = start >= 1 and start + width < self.canvas.columns
            if (
                inside
                and self.canvas.holds(row, column)
                and self.canvas.is_free(row, start - 1, width + 2)
            ):
                found = (self.canvas.crowd(row, start, width), row, start)
                best = min(best, found) if best else found
        if best is not None:
            self.canvas.write(best[1], best[2], text)


def _thinned(figure: Figure) -> Figure:
    """With every second or third of many level curves, the first among them."""
    levels = [curve for curve in figure.curves if curve.role == "level"]
    kept = levels[:: ceil(len(levels) / _MOST_LEVELS) or 1]
    curves = (curve for curve in figure.curves if curve.role != "level" or curve in kept)
    return replace(figure, curves=tuple(curves))


def _size(figure: Figure, columns: int) -> tuple[int, int]:
    columns = min(columns, _SMALL) if figure.small else columns
    if not figure.even:
        rows = int(columns / _ROWS_FOR_COLUMNS)
        return columns, max(_FEWEST_ROWS, min(_MOST_ROWS, rows))
    (left, right), (low, high) = figure.across, figure.up
    ratio = (high - low) / (right - left) / 2
    rows = max(_FEWEST_ROWS, min(_MOST_EVEN_ROWS, round(columns * ratio)))
    return min(columns, max(8, round(rows / ratio))), rows


def _dashes(curve: Curve, figure: Figure) -> Dashes:
    """Level curves are drawn through where there is nothing else."""
    alone = all(other.role == curve.role for other in figure.curves)
    return _SOLID if alone else _DASHES.get(curve.role, _SOLID)


def _shape(spot: Spot) -> str:
    if spot.kind == "other":
        return "open" if spot.is_open else "spot"
    return spot.kind


# --- the legend ---------------------------------------------------------------------------------


def _legend(figure: Figure, page: Page, indent: int) -> Iterator[Line]:
    """Samples of curves and marks with their names, as many in a line as there is room for."""
    line: Line = []
    room = 0
    for sample, part, name in _entries(figure, page):
        width = cells(sample) + 1 + cells(name)
        if line and width + 3 > room:
            yield line
            line = []
        if not line:
            line, room = [(" " * indent, "")], min(_MOST_COLUMNS, page.width) - indent
        else:
            line.append(("   ", ""))
            room -= 3
        line += [(sample, part), (f" {name}", "")]
        room -= width
    if line:
        yield line


def _entries(figure: Figure, page: Page) -> Iterator[tuple[str, str, str]]:
    plot = page.signs.plot
    for curve, label in figure.legend():
        sign = plot.get(curve.role)
        sample = sign * _SAMPLE if sign else "".join(dashed(_SAMPLE, _dashes(curve, figure)))
        yield sample, curve.role, page.line(label)
    for kind, label in figure.kinds:
        yield plot["spot" if kind == "other" else kind], "spot", page.line(label)


def _short(value: float, page: Page) -> str:
    text = f"{value:.3g}"
    return "0" if text == "-0" else text.replace("-", page.signs.plus_minus["-"])
