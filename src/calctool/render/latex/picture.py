"""A figure as lines and nodes of TikZ, in centimetres."""

from collections.abc import Iterator

from calctool.present.document import Figure, Spot
from calctool.render.latex.words import Writing, escaped
from calctool.render.plane import Plane, short, ticks

_WIDTH, _HEIGHT = 10.0, 6.0
_IN_A_ROW = 8
"""Points in a line of the source."""


def picture(figure: Figure, writing: Writing) -> str:
    plane = Plane(figure, _WIDTH, _HEIGHT)
    spots = [spot for spot in figure.spots if plane.holds(spot.x, spot.y)]
    lines = [*_scale(plane), *_curves(plane), *(_spot(spot, plane, writing) for spot in spots)]
    return "\n".join(
        [
            r"\begin{center}",
            r"\begin{tikzpicture}",
            *(f"  {line}" for line in lines),
            r"\end{tikzpicture}",
            r"\end{center}",
        ]
    )


def _scale(plane: Plane) -> Iterator[str]:
    for value in ticks(*plane.figure.across):
        x = plane.x(value)
        yield _line(x, 0, x, _HEIGHT, "gray" if value == 0 else "gray!25, very thin")
        yield _node(x, 0, "below", escaped(short(value)))
    for value in ticks(*plane.figure.up):
        y = plane.y(value)
        yield _line(0, y, _WIDTH, y, "gray" if value == 0 else "gray!25, very thin")
        yield _node(0, y, "left", escaped(short(value)))
    for value in plane.figure.uprights:
        x = plane.x(value)
        yield _line(x, 0, x, _HEIGHT, "gray, dashed")


def _curves(plane: Plane) -> Iterator[str]:
    for curve in plane.curves():
        points = [f"({x:.3f},{y:.3f})" for x, y in curve]
        starts = range(0, len(points), _IN_A_ROW)
        rows = (" -- ".join(points[start : start + _IN_A_ROW]) for start in starts)
        yield r"\draw[thick] " + "\n    -- ".join(rows) + ";"


def _spot(spot: Spot, plane: Plane, writing: Writing) -> str:
    x, y = plane.x(spot.x), plane.y(spot.y)
    inner = "white" if spot.is_open else "black"
    dot = rf"\filldraw[fill={inner}] ({x:.3f},{y:.3f}) circle (1.6pt)"
    if spot.text is None:
        return dot + ";"
    side = "above" if spot.above else "below"
    return f"{dot} node[{side}] {{{writing.words(spot.text)}}};"


def _line(x: float, y: float, u: float, v: float, style: str) -> str:
    return rf"\draw[{style}] ({x:.3f},{y:.3f}) -- ({u:.3f},{v:.3f});"


def _node(x: float, y: float, side: str, words: str) -> str:
    return rf"\node[{side}, gray] at ({x:.3f},{y:.3f}) {{\small {words}}};"
