"""A figure as lines and nodes of TikZ, in centimetres."""

from collections.abc import Iterator

from calctool.notation.printing.unicode import pretty
from calctool.present.document import Figure, Role, Spot, SpotKind, Text
from calctool.render.labels import placed
from calctool.render.latex.words import Writing, escaped
from calctool.render.plane import ARROWS, Plane, short, ticks
from calctool.words.printable import cells

_WIDTH, _HEIGHT = 10.0, 6.0
_EVEN_HEIGHT = 8.0
_IN_A_ROW = 8
"""Points in a line of the source."""
_STYLES: dict[Role, str] = {
    "graph": "thick", "derivative": "thick, dashed", "tangent": "thick, dash dot",
    "secant": "dotted, thick", "level": "gray, thin", "constraint": "very thick",
    "second": "thick, densely dashed", "third": "thick, densely dotted",
    "fourth": "thick, dash dot dot", "set": "very thick", "asymptote": "gray, dashed",
    "envelope": "densely dashed", "approach": "very thick, densely dashed",
}  # fmt: skip
_HEAD = 0.3
"""The length of the head of an arrow."""
_SIZE = 0.09
"""Half the size of a mark."""
_LETTER, _LINE = 0.2, 0.42
"""About the width and the height of what is written, in centimetres."""
_LEGEND_TOP, _LEGEND_ROW, _SAMPLE = 1.0, 0.5, 0.9


def picture(figure: Figure, writing: Writing) -> str:
    plane = Plane.within(figure, _WIDTH, _EVEN_HEIGHT if figure.even else _HEIGHT)
    spots = [spot for spot in figure.spots if plane.holds(spot.x, spot.y)]
    lines = [
        *_scale(plane, writing),
        *_curves(plane),
        *_tags(plane, writing),
        *(_spot(spot, plane) for spot in spots),
        *_names(plane, writing),
        *_legend(figure, writing),
    ]
    return "\n".join(
        [
            r"\begin{center}",
            r"\begin{tikzpicture}",
            *(f"  {line}" for line in lines),
            r"\end{tikzpicture}",
            r"\end{center}",
        ]
    )


def _scale(plane: Plane, writing: Writing) -> Iterator[str]:
    for value in ticks(*plane.figure.across):
        x = plane.x(value)
        yield _line(x, 0, x, plane.height, "gray" if value == 0 else "gray!25, very thin")
        yield _node(x, 0, "below, gray", rf"\small {escaped(short(value))}")
    for value in ticks(*plane.figure.up):
        y = plane.y(value)
        yield _line(0, y, plane.width, y, "gray" if value == 0 else "gray!25, very thin")
        yield _node(0, y, "left, gray", rf"\small {escaped(short(value))}")
    for value in plane.figure.uprights:
        x = plane.x(value)
        yield _line(x, 0, x, plane.height, "gray, dashed")
    if plane.figure.axes is not None:
        across, up = map(writing.words, plane.figure.axes)
        yield _node(plane.width, 0, "right", across)
        yield _node(0, plane.height, "above", up)


def _curves(plane: Plane) -> Iterator[str]:
    for curve in plane.figure.curves:
        for part in plane.parts(curve):
            points = [f"({x:.3f},{y:.3f})" for x, y in part]
            starts = range(0, len(points), _IN_A_ROW)
            rows = (" -- ".join(points[start : start + _IN_A_ROW]) for start in starts)
            yield rf"\draw[{_STYLES[curve.role]}] " + "\n    -- ".join(rows) + ";"
        head = plane.head(curve, _HEAD) if curve.role in ARROWS else None
        if head is not None:
            corners = " -- ".join(f"({x:.3f},{y:.3f})" for x, y in head)
            yield rf"\fill {corners} -- cycle;"


def _tags(plane: Plane, writing: Writing) -> Iterator[str]:
    """What stands on curves."""
    for (x, y), label in plane.tags():
        style = "fill=white, inner sep=1pt, text=gray"
        yield _node(x, y, style, rf"\scriptsize {writing.words(label)}")


def _spot(spot: Spot, plane: Plane) -> str:
    return _shape(plane.x(spot.x), plane.y(spot.y), spot.kind, is_open=spot.is_open)


def _names(plane: Plane, writing: Writing) -> Iterator[str]:
    """The labels of spots."""
    words = [None if spot.text is None else spot.text for spot in plane.figure.spots]
    sizes = [None if each is None else (_length(each), _LINE) for each in words]
    for each, place in zip(words, placed(plane, sizes, _SIZE), strict=True):
        if each is not None and place is not None:
            yield _node(*place, "inner sep=0pt", writing.words(each))


def _length(text: Text) -> float:
    shown = "".join(p if isinstance(p, str) else pretty(p) for p in text.pieces())
    return cells(shown) * _LETTER


def _shape(x: float, y: float, kind: SpotKind, *, is_open: bool = False) -> str:
    """Triangles that point down and up, a cross, a dot."""
    a, b = _SIZE, _SIZE if kind == "minimum" else -_SIZE
    if kind == "saddle":
        strokes = (f"({x - a:.3f},{y - t:.3f}) -- ({x + a:.3f},{y + t:.3f})" for t in (a, -a))
        return r"\draw[very thick] " + " ".join(strokes) + ";"
    if kind == "other":
        return (
            rf"\filldraw[fill={'white' if is_open else 'black'}] ({x:.3f},{y:.3f}) circle (1.6pt);"
        )
    corners = ((x - a, y + b), (x + a, y + b), (x, y - b))
    return r"\fill " + " -- ".join(f"({u:.3f},{v:.3f})" for u, v in corners) + " -- cycle;"


def _legend(figure: Figure, writing: Writing) -> Iterator[str]:
    """One name a line under the picture."""
    y = -_LEGEND_TOP
    for curve, label in figure.legend():
        yield _line(0, y, _SAMPLE, y, _STYLES[curve.role])
        yield _node(_SAMPLE, y, "right", writing.words(label))
        y -= _LEGEND_ROW
    for kind, label in figure.kinds:
        yield _shape(_SAMPLE / 2, y, kind)
        yield _node(_SAMPLE, y, "right", writing.words(label))
        y -= _LEGEND_ROW


def _line(x: float, y: float, u: float, v: float, style: str) -> str:
    return rf"\draw[{style}] ({x:.3f},{y:.3f}) -- ({u:.3f},{v:.3f});"


def _node(x: float, y: float, style: str, words: str) -> str:
    return rf"\node[{style}] at ({x:.3f},{y:.3f}) {{{words}}};"
