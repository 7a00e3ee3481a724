"""Level curves by marching squares: where a function takes a value, as polylines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from calctool import budget
from calctool.solve.sketch.record import Point, Polyline

Height = float | None
Edge = tuple[int, int, int]
"""Row and column of a corner, and 0 for the edge to its right, 1 for the one above it."""
Value = Callable[[float, float], Height]
_Pairs = tuple[tuple[int, int], tuple[int, int]]

_AROUND = ((0, 0), (0, 1), (1, 1), (1, 0))
"""The corners of a cell against the clock; edge k runs from corner k to the next."""
_NEAR = 10
"""What is this often as far from the level as it should be is no jump yet."""
_AT_SADDLE = 0.2
"""A level this near to the height of the saddle, as a part of the corners', crosses itself."""


class Grid(Struct, frozen=True):
    """Heights at the crossings of lines, row by row; None where there is no value."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    heights: tuple[tuple[Height, ...], ...]

    def at(self, row: int, column: int) -> tuple[Point, Height]:
        """A point of the grid, and f there."""
        return (self.xs[column], self.ys[row]), self.heights[row][column]


def contours(grid: Grid, level: float, value: Value) -> tuple[Polyline, ...]:
    """The curves on which the function is `level`; closed ones end where they begin.

    `value` gives the function between the crossings. A change of sign without a zero, as at a
    pole, is no part of a curve.
    """
    crossings: dict[Edge, Point | None] = {}
    neighbours: dict[Edge, list[Edge]] = {}

    def crossing(edge: Edge) -> Point | None:
        if edge not in crossings:
            row, column, turn = edge
            ends = grid.at(row, column), grid.at(row + turn, column + 1 - turn)
            crossings[edge] = _zero(*ends, level, value)
        return crossings[edge]

    for row in range(len(grid.ys) - 1):
        for column in range(len(grid.xs) - 1):
            for a, b in _cell(grid, row, column, level, value):
                if crossing(a) is not None and crossing(b) is not None:
                    neighbours.setdefault(a, []).append(b)
                    neighbours.setdefault(b, []).append(a)
    lines = (
        tuple(point for edge in chain if (point := crossings[edge]) is not None)
        for chain in _chains(neighbours)
    )
    return tuple(line for line in lines if len(set(line)) > 1)


def _cell(
    grid: Grid, row: int, column: int, level: float, value: Value
) -> Iterator[tuple[Edge, Edge]]:
    """The pairs of edges of a cell that a curve joins; in a saddle the middle tells which."""
    corners = [grid.heights[row + up][column + right] for up, right in _AROUND]
    known = [height for height in corners if height is not None]
    if len(known) < len(corners):
        return
    above = [height >= level for height in known]
    edges: list[Edge] = [
        (row, column, 0), (row, column + 1, 1), (row + 1, column, 0), (row, column, 1),
    ]  # fmt: skip
    cut = [edges[k] for k in range(4) if above[k] != above[k - 3]]
    if len(cut) == 2:
        yield cut[0], cut[1]
    elif len(cut) == 4:
        (x, y), (u, v) = grid.at(row, column)[0], grid.at(row + 1, column + 1)[0]
        middle = value((x + u) / 2, (y + v) / 2)
        for a, b in _pairs(None if middle is None else middle - level, known, level):
            yield edges[a], edges[b]


def _pairs(middle: Height, corners: list[float], level: float) -> _Pairs:
    """Which edges of a saddle belong together; at its very height, the opposite ones."""
    largest = max(abs(height - level) for height in corners)
    if middle is not None and abs(middle) <= largest * _AT_SADDLE:
        return (0, 2), (1, 3)
    alike = middle is not None and (middle >= 0) == (corners[0] >= level)
    return ((0, 1), (2, 3)) if alike else ((0, 3), (1, 2))


def _zero(
    start: tuple[Point, Height], end: tuple[Point, Height], level: float, value: Value
) -> Point | None:
    """Where the level is taken between two points on its two sides, by the Illinois method."""
    (a, high), (b, low) = start, end
    if high is None or low is None:
        return None
    f, g = high - level, low - level
    aim = max(abs(f), abs(g)) * budget.CONTOUR_TOLERANCE
    place, side = a, 0
    for _ in range(budget.CONTOUR_STEPS):
        share = f / (f - g) if f != g else 0.5
        place = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
        found = value(*place)
        if found is None:
            return None
        rest = found - level
        if abs(rest) <= aim:
            return place
        if (rest >= 0) == (f >= 0):
            a, f, g, side = place, rest, g / 2 if side == 1 else g, 1
        else:
            b, g, f, side = place, rest, f / 2 if side == -1 else f, -1
    return place if abs(rest) <= aim * _NEAR else None


def _chains(neighbours: dict[Edge, list[Edge]]) -> Iterator[list[Edge]]:
    """The edges along each curve; open curves first, from their ends."""
    left = {edge: list(near) for edge, near in neighbours.items()}
    ends = [edge for edge, near in left.items() if len(near) == 1]
    for start in (*ends, *left):
        if left[start]:
            yield list(_followed(start, left))


def _followed(start: Edge, left: dict[Edge, list[Edge]]) -> Iterator[Edge]:
    edge = start
    yield edge
    while left[edge]:
        after = left[edge].pop()
        left[after].remove(edge)
        edge = after
        yield edge
