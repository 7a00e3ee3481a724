"""The picture of a derivative."""

from __future__ import annotations

from calctool.notation.tree import expression
from calctool.solve.derivation.named_parts import expanded
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.sketch.drawable import can_be_drawn
from calctool.solve.sketch.record import Mark, Sketch
from calctool.solve.sketch.slopes import Stand
from calctool.solve.sketch.window import near, number


def sketch(made: DiffAnswer) -> Sketch | None:
    """f and its derivative, and the tangent at the point asked for."""
    if not can_be_drawn(made.question) or len(made.derivatives) != 1:
        return None
    (one,) = made.derivatives
    at = one.at
    point = number(at.point[0][1]) if at is not None else None
    stand = Stand(
        expression(made.question.statement),
        expanded(expression(one.derivative), made.names),
        made.question.wrt[0],
    )
    places = [point] if at is not None else [number(kink.at) for kink in one.undefined_at]
    scene = stand.scene(near(places), made.question.view)
    if scene is None:
        return None
    curves = [scene.graph(), scene.derivative()]
    marks: list[Mark] = []
    if at is not None and point is not None and (y := stand.f(point)) is not None:
        marks.append(Mark(point, y, "value", at.function_value))
        rise = number(at.value) if len(one.wrt) == 1 else None
        if rise is not None:
            marks.append(Mark(point, rise, "value", at.value))
            curves.append(scene.line(point, y, rise))
    return scene.sketch(curves, marks)
