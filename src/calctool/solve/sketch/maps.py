"""A function of two variables from above: level curves, constraints, points in a rectangle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from calctool import budget
from calctool.algebra.ball.over import Rough
from calctool.notation.tree import Negative, Relation, Sum, Tree
from calctool.solve.candidates import CandidatePoint, PointSet
from calctool.solve.exact.record import Exact
from calctool.solve.optimum import CriticalAnswer, LagrangeAnswer
from calctool.solve.sketch.contours import Grid, Value, contours
from calctool.solve.sketch.drawable import can_be_drawn
from calctool.solve.sketch.levels import heights_of, spread
from calctool.solve.sketch.record import Curve, Mark, MarkKind, Relief, Role, Sketch
from calctool.solve.sketch.territory import Territory, even, limited, roomy
from calctool.solve.sketch.window import Span, holds, number

_KINDS: dict[str, MarkKind] = {
    "local-minimum": "minimum", "local-maximum": "maximum", "saddle": "saddle",
}  # fmt: skip


def of_points(made: CriticalAnswer) -> Sketch | None:
    """Contours of f with the critical points, and the heights for a picture of the surface."""
    if _is_lost(made) or len(made.question.wrt) != 2:
        return None
    question = made.question
    value = Rough(question.statement, question.wrt)
    sets = list(_equations(made.sets, question.wrt))
    territory = _territory(made.points, [zero for _, zero in sets])
    across, up = limited(roomy(territory), question.domain, question.wrt)
    grid = _grid(value, across, up)
    saddles = heights_of(point for point in made.points if point.kind == "saddle")
    curves = [*_levels(grid, value, [*saddles, *spread(grid, saddles)])]
    for index, zero in sets:
        curves.append(_curve("set", grid, zero, index))
    marks = tuple(_marks(made.points, across, up))
    if not any(curve.lines for curve in curves) and not marks:
        return None
    return Sketch(tuple(curves), marks, (), across, up, Relief(grid.heights))


def of_constraints(made: LagrangeAnswer) -> Sketch | None:
    """The constraints, the level curves of f through the points, and the points."""
    if _is_lost(made):
        return None
    question = made.question
    value = Rough(question.statement, question.wrt)
    borders = [Rough(_difference(each), question.wrt) for each in question.constraints]
    across, up = even(_territory(made.points, borders))
    grid = _grid(value, across, up)
    levels = heights_of([*made.points, *made.sets])
    curves = [*_levels(grid, value, levels or spread(grid, []))]
    curves += [_curve("constraint", grid, border, n) for n, border in enumerate(borders)]
    marks = tuple(_marks(made.points, across, up))
    if not any(curve.lines for curve in curves if curve.role == "constraint") and not marks:
        return None
    return Sketch(tuple(curves), marks, (), across, up)


def _is_lost(made: CriticalAnswer | LagrangeAnswer) -> bool:
    """Whether there is nothing to draw, or nothing that may be shown."""
    return made.error is not None or not can_be_drawn(made.question)


# --- curves and marks ---------------------------------------------------------------------------


def _levels(grid: Grid, value: Value, levels: Iterable[Exact | float]) -> Iterator[Curve]:
    for level in levels:
        height = number(level) if isinstance(level, Exact) else level
        if height is not None and (lines := contours(grid, height, value)):
            yield Curve("level", lines, level)


def _curve(role: Role, grid: Grid, zero: Value, index: int) -> Curve:
    """Where a function of its own vanishes, on the grid of the picture."""
    own = _grid(zero, (grid.xs[0], grid.xs[-1]), (grid.ys[0], grid.ys[-1]))
    return Curve(role, contours(own, 0.0, zero), number=index)


def _marks(points: Iterable[CandidatePoint], across: Span, up: Span) -> Iterator[Mark]:
    for index, point in enumerate(points):
        x, y = (number(value) for _, value in point.at)
        if x is not None and y is not None and holds(across, x) and holds(up, y):
            yield Mark(x, y, _KINDS.get(point.kind, "other"), point.value, index)


def _difference(relation: Relation) -> Tree:
    return Sum((relation.left, Negative(relation.right)))


def _equations(sets: Sequence[PointSet], names: tuple[str, ...]) -> Iterator[tuple[int, Value]]:
    """The sets that are curves in the plane, each as a function that vanishes on it."""
    for index, each in enumerate(sets):
        equations = [one for one in each.equations if one.sign == "="]
        if len(equations) == 1 and equations[0].names <= set(names):
            yield index, Rough(_difference(equations[0]), names)


# --- the rectangle and its heights --------------------------------------------------------------


def _territory(points: Iterable[CandidatePoint], borders: Sequence[Value]) -> Territory:
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
            (_grid(border, across, up, budget.SKETCH_ROUGH_GRID), border) for border in borders
        )
        lines = [line for grid, border in grids for line in contours(grid, 0.0, border)]
        if lines:
            closed = [line for line in lines if line[0] == line[-1]]
            return found.around(closed) if closed or known else Territory.over(across, up)
    return found


_SIZES = (3.0, 1.0, 10.0, 100.0)
"""How much larger than what is known a rectangle is in which curves are looked for."""


def _grid(value: Value, across: Span, up: Span, count: int = budget.SKETCH_GRID) -> Grid:
    xs, ys = _lines(across, count), _lines(up, count)
    return Grid(xs, ys, tuple(tuple(value(x, y) for x in xs) for y in ys))


def _lines(span: Span, count: int) -> tuple[float, ...]:
    step = (span[1] - span[0]) / (count - 1)
    return tuple(span[0] + step * k for k in range(count))
