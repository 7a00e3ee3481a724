"""The picture of a difference quotient."""

from __future__ import annotations

from calctool.notation.tree import Derivative
from calctool.solve.limits.record import LimitDefAnswer
from calctool.solve.sketch.drawable import can_be_drawn
from calctool.solve.sketch.record import Mark, Sketch
from calctool.solve.sketch.slopes import Stand
from calctool.solve.sketch.window import number


def sketch(made: LimitDefAnswer) -> Sketch | None:
    """f with secants for smaller and smaller increments, and the tangent that they approach."""
    if not can_be_drawn(made.question):
        return None
    f, name = made.question.statement, made.question.variable
    stand = Stand(f, Derivative(f, (name,)), name)
    point = stand.place() if made.at is None else number(made.at)
    scene = None if point is None else stand.scene([point], made.question.view, alone=True)
    if scene is None or point is None or (y := stand.f(point)) is None:
        return None
    smooth = made.at is None or made.exists is not False
    rise = stand.slope(point) if made.value is None else number(made.value)
    curves = [scene.graph()]
    marks = [Mark(point, y, "value")]
    for increment in scene.increments(point, both=not smooth):
        v = stand.f(point + increment)
        if v is not None:
            marks.append(Mark(point + increment, v, "other", point=len(curves)))
            curves.append(scene.line(point, y, (v - y) / increment, increment))
    if smooth and rise is not None:
        curves.append(scene.line(point, y, rise))
    return scene.sketch(curves, marks)
