"""Constraints and level curves, with the points found."""

from __future__ import annotations

from calctool.algebra.ball.over import Rough
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.solve.sketch import maps
from calctool.solve.sketch.levels import heights_of, spread
from calctool.solve.sketch.record import Sketch
from calctool.solve.sketch.territory import even, limited


def sketch(made: LagrangeAnswer) -> Sketch | None:
    """The constraints, the level curves of f through the points, and the points."""
    from calctool.solve.sketch import approach

    if maps.is_lost(made):
        return None
    question = made.question
    value = Rough(question.statement, question.wrt)
    borders = [Rough(maps.difference(each), question.wrt) for each in question.constraints]
    near = approach.ways(made)
    territory = approach.shown(maps.territory(made.points, borders), near)
    across, up = limited(even(territory), question.domain, question.wrt)
    across, up = question.view.across or across, question.view.up or up
    grid = maps.grid_over(value, across, up)
    levels = heights_of([*made.points, *made.sets])
    curves = [*maps.level_curves(grid, value, levels or spread(grid, []))]
    curves += [maps.curve("constraint", grid, border, n) for n, border in enumerate(borders)]
    curves += approach.curves(near, across, up)
    marks = (*maps.marks(made.points, across, up), *maps.unlisted(made, across, up))
    if not any(curve.lines for curve in curves if curve.role == "constraint") and not marks:
        return None
    return Sketch(tuple(curves), marks, (), across, up)
