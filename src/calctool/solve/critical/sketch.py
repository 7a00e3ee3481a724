"""A function of two variables from above, with its critical points."""

from __future__ import annotations

from calctool.algebra.ball.over import Rough
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.sketch import maps
from calctool.solve.sketch.levels import heights_of, spread
from calctool.solve.sketch.record import Relief, Sketch
from calctool.solve.sketch.territory import limited, roomy


def sketch(made: CriticalAnswer) -> Sketch | None:
    """Contours of f with the critical points, and the heights for a picture of the surface."""
    from calctool.solve.sketch import approach

    if maps.is_lost(made) or len(made.question.wrt) != 2:
        return None
    question = made.question
    value = Rough(question.statement, question.wrt)
    sets = list(maps.equations(made.sets, question.wrt))
    territory = maps.territory(made.points, [zero for _, zero in sets])
    near = approach.ways(made)
    territory = approach.shown(territory, near)
    across, up = limited(roomy(territory), question.domain, question.wrt)
    across, up = question.view.across or across, question.view.up or up
    grid = maps.grid_over(value, across, up)
    saddles = heights_of(point for point in made.points if point.kind == "saddle")
    curves = [*maps.level_curves(grid, value, [*saddles, *spread(grid, saddles)])]
    for index, zero in sets:
        curves.append(maps.curve("set", grid, zero, index))
    curves += approach.curves(near, across, up)
    marks = (*maps.marks(made.points, across, up), *maps.unlisted(made, across, up))
    if not any(curve.lines for curve in curves) and not marks:
        return None
    return Sketch(tuple(curves), marks, (), across, up, Relief(grid.heights))
