"""A function of two variables from above: level curves, constraints, points in a rectangle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from calctool import budget
from calctool.algebra.ball.over import Rough
from calctool.notation.tree import Negative, Relation, Sum, Tree
from calctool.solve.candidates import CandidatePoint, Extreme, PointSet
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.sketch.contours import Grid, Value, contours
from calctool.solve.sketch.drawable import can_be_drawn
from calctool.solve.sketch.record import Curve, Mark, MarkKind, Role
from calctool.solve.sketch.territory import Territory
from calctool.solve.sketch.window import Span, holds, number

_KINDS: dict[str, MarkKind] = {
    "local-minimum": "minimum", "local-maximum": "maximum", "saddle": "saddle",
}  # fmt: skip


def is_lost(made: OptimumAnswer) -> bool:
    """Whether there is nothing to draw, or nothing that may be shown."""
    of_letters = bool(made.question.parameters)
    return of_letters or made.error is not None or not can_be_drawn(made.question)


# --- curves and marks ---------------------------------------------------------------------------


def level_curves(grid: Grid, value: Value, levels: Iterable[Exact | float]) -> Iterator[Curve]:
    for level in levels:
        height = number(level) if isinstance(level, Exact) else level
        if height is not None and (lines := contours(grid, height, value)):
            yield Curve("level", lines, level)


def curve(role: Role, grid: Grid, zero: Value, index: int) -> Curve:
    """Where a function of its own vanishes, on the grid of the picture."""
    own = grid_over(zero, (grid.xs[0], grid.xs[-1]), (grid.ys[0], grid.ys[-1]))
    return Curve(role, contours(own, 0.0, zero), number=index)


def marks(points: Iterable[CandidatePoint], across: Span, up: Span) -> Iterator[Mark]:
    for index, point in enumerate(points):
        x, y = (number(value) for _, value in point.at)
        if x is not None and y is not None and holds(across, x) and holds(up, y):
            yield Mark(x, y, _KINDS.get(point.kind, "other"), point.value, index)


def unlisted(made: OptimumAnswer, across: Span, up: Span) -> Iterator[Mark]:
    """Places of the least and the greatest value that are none of the points."""
    listed = {point.at for point in made.points}
    extremes: tuple[tuple[MarkKind, Extreme | None], ...] = (
        ("minimum", made.minimum), ("maximum", made.maximum),
    )  # fmt: skip
    for kind, extreme in extremes:
        for at in () if extreme is None else extreme.at:
            x, y = (number(value) for _, value in at)
            if at in listed or x is None or y is None or extreme is None:
                continue
            if holds(across, x) and holds(up, y):
                yield Mark(x, y, kind, extreme.value)


def difference(relation: Relation) -> Tree:
    return Sum((relation.left, Negative(relation.right)))


def equations(sets: Sequence[PointSet], names: tuple[str, ...]) -> Iterator[tuple[int, Value]]:
    """The sets that are curves in the plane, each as a function that vanishes on it."""
    for index, each in enumerate(sets):
        equations = [one for one in each.equations if one.sign == "="]
        if len(equations) == 1 and equations[0].names <= set(names):
            yield index, Rough(difference(equations[0]), names)


# --- the rectangle and its heights --------------------------------------------------------------


def territory(points: Iterable[CandidatePoint], borders: Sequence[Value]) -> Territory:
    """The points, and the closed curves that are not much larger than the points lie apart."""
    places = [tuple(number(value) for _, value in point.at) for point in points]
    known = [(x, y) for x, y in places if x is not None and y is not None]
    known = [(x, y) for x, y in known if max(abs(x), abs(y)) < budget.SKETCH_FAR]
    found = Territory.of(known)
    if not borders:
        return found
    for size in _SIZES:
        across, up = found.grown(size)
        grids = (
            (grid_over(border, across, up, budget.SKETCH_ROUGH_GRID), border) for border in borders
        )
        lines = [line for grid, border in grids for line in contours(grid, 0.0, border)]
        if lines:
            closed = [line for line in lines if line[0] == line[-1]]
            return found.around(closed) if closed or known else Territory.over(across, up)
    return found


_SIZES = (3.0, 1.0, 10.0, 100.0)
"""How much larger than what is known a rectangle is in which curves are looked for."""


def grid_over(value: Value, across: Span, up: Span, count: int = budget.SKETCH_GRID) -> Grid:
    xs, ys = _lines(across, count), _lines(up, count)
    return Grid(xs, ys, tuple(tuple(value(x, y) for x in xs) for y in ys))


def _lines(span: Span, count: int) -> tuple[float, ...]:
    step = (span[1] - span[0]) / (count - 1)
    return tuple(span[0] + step * k for k in range(count))
