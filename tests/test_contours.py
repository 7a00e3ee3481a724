"""Level curves and torn graphs: what every sketch is made of, on functions known here."""

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from calctool.solve.sketch.contours import Grid, contours
from calctool.solve.sketch.graph import polylines, sampled
from calctool.solve.sketch.levels import spread


def grid_of(value, half: float = 2.0, count: int = 41) -> Grid:  # type: ignore[no-untyped-def]
    places = tuple(-half + 2 * half * k / (count - 1) for k in range(count))
    return Grid(places, places, tuple(tuple(value(x, y) for x in places) for y in places))


numbers = st.floats(-2, 2).map(lambda value: round(value, 3))


@given(st.tuples(*[numbers] * 6), numbers)
def test_points_of_a_contour_are_on_their_level(c: tuple[float, ...], level: float) -> None:
    def value(x: float, y: float) -> float:
        return c[0] * x * x + c[1] * x * y + c[2] * y * y + c[3] * x + c[4] * y + c[5]

    grid = grid_of(value)
    slope = 4 * sum(map(abs, c)) + 1e-9
    for line in contours(grid, level, value):
        assert len(line) > 1
        assert all(abs(value(x, y) - level) <= 1e-2 * slope for x, y in line)
        ends = {line[0], line[-1]}
        closed = line[0] == line[-1]
        assert closed or all(2 - max(map(abs, end)) < 1e-9 for end in ends)
        step = max(math.dist(a, b) for a, b in pairwise(line))
        assert step <= math.hypot(0.1, 0.1) + 1e-9


def test_closed_curves_are_closed_and_poles_are_no_curves() -> None:
    (ring,) = contours(grid_of(lambda x, y: x * x + y * y), 1.0, lambda x, y: x * x + y * y)
    assert ring[0] == ring[-1]
    assert len(ring) > 20

    def value(x: float, y: float) -> float | None:
        return None if x == 0 else 1 / x + 0 * y

    assert contours(grid_of(value, count=40), 0.0, value) == ()

    def step(x: float, _: float) -> float:
        return math.floor(x + 0.3) + 0.25

    assert contours(grid_of(step), 0.0, step) == ()


def test_a_saddle_is_parted_by_the_value_in_its_middle() -> None:
    corners = (0.0, 1.0)
    grid = Grid(corners, corners, ((1.0, -1.0), (-1.0, 1.0)))
    for middle, joined in ((0.9, 0.0), (-0.9, 1.0)):
        lines = contours(grid, 0.0, _bilinear(middle))
        assert len(lines) == 2
        apart = {x + y < 1 for line in lines for x, y in (line[0], line[-1])}
        mixed = any(len({round(x - y, 6) > 0 for x, y in line}) == 2 for line in lines)
        assert apart == {True, False}
        assert mixed == (joined == 1.0)


def _bilinear(middle: float):  # type: ignore[no-untyped-def]
    def value(x: float, y: float) -> float:
        return middle if x == y == 0.5 else (2 * x - 1) * (2 * y - 1)

    return value


def test_levels_are_round_and_inside() -> None:
    levels = spread(grid_of(lambda x, y: x * x + 3 * y * y), [])
    assert 4 <= len(levels) == len(set(levels))
    assert levels == sorted(levels)
    assert all(0 < level < 16 and len(f"{level:.6g}") <= 4 for level in levels)


@given(st.floats(-0.9, 0.9), st.sampled_from([1.0, 100.0]))
def test_a_graph_is_torn_where_it_jumps(at: float, size: float) -> None:
    def jump(x: float) -> float:
        return size * (1 if x > at else -1)

    lines = polylines(jump, sampled(jump, (-1, 1)), (-size, size))
    assert len(lines) == 2
    assert all(y == line[0][1] for line in lines for _, y in line)
