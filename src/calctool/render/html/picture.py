"""A figure as inline SVG; its colours are those of the page."""

from collections.abc import Iterator
from html import escape

from calctool.present.document import Curve, Figure
from calctool.render.html.legend import Legend
from calctool.render.html.marks import said, shape, text
from calctool.render.labels import placed
from calctool.render.plane import ARROWS, Plane, short, ticks
from calctool.words.printable import cells

_WIDTH, _HEIGHT = 640, 380
_EVEN_HEIGHT = 480
_LEAST_WIDTH = 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 16, 22, 30
_LETTER = 8
"""About the width of a character of a label."""
_TAG_LETTER = 7
_LINE, _MARK = 15, 6
"""The height of a label, and the room around a mark."""
_HEAD = 12
"""The length of the head of an arrow."""
_ORDER = (
    "asymptote", "envelope", "level", "secant", "tangent", "derivative", "fourth", "third",
    "second", "graph", "set", "constraint", "approach",
)  # fmt: skip
"""What is drawn later lies on top."""


def picture(figure: Figure, caption: str) -> str:
    shown = f"<figcaption>{caption}</figcaption>" if caption else ""
    drawing = _Drawing(figure)
    drawn = "\n".join(drawing.elements())
    box = f'viewBox="0 0 {drawing.width} {drawing.height}"'
    name = escape(said(figure.label))
    return f'<figure>{shown}<svg {box} role="img" aria-label="{name}">\n{drawn}\n</svg></figure>'


class _Drawing:
    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        room = (_EVEN_HEIGHT if figure.even else _HEIGHT) - _TOP - _BOTTOM
        self.plane = Plane.within(figure, _WIDTH - _LEFT - _RIGHT, room)
        self.right, self.bottom = round(_LEFT + self.plane.width), round(_TOP + self.plane.height)
        self.width = min(_WIDTH, max(self.right + 2 * _RIGHT, _LEAST_WIDTH))
        self.legend = Legend(figure, _LEFT, self.bottom + _BOTTOM, self.width - _RIGHT)
        self.height = self.bottom + _BOTTOM + self.legend.height
        self.labels: list[tuple[float, float, float]] = []

    def x(self, value: float) -> float:
        return round(_LEFT + self.plane.x(value), 1)

    def y(self, value: float) -> float:
        return round(self.bottom - self.plane.y(value), 1)

    def elements(self) -> Iterator[str]:
        yield from self.scale()
        for x in self.figure.uprights:
            yield self.upright(self.x(x), "pole")
        for curve in sorted(self.figure.curves, key=lambda curve: _ORDER.index(curve.role)):
            for part in self.plane.parts(curve):
                points = " ".join(f"{_LEFT + x:.1f},{self.bottom - y:.1f}" for x, y in part)
                yield f'<polyline class="{curve.role}" points="{points}"/>'
            yield from self.head(curve)
        spots = [spot for spot in self.figure.spots if self.plane.holds(spot.x, spot.y)]
        for spot in spots:
            yield shape(self.x(spot.x), self.y(spot.y), spot.kind, is_open=spot.is_open)
        yield from self.names()
        yield from self.tags()
        yield from self.legend.elements()

    def head(self, curve: Curve) -> Iterator[str]:
        found = self.plane.head(curve, _HEAD) if curve.role in ARROWS else None
        if found is not None:
            points = " ".join(f"{_LEFT + x:.1f},{self.bottom - y:.1f}" for x, y in found)
            yield f'<polygon class="head" points="{points}"/>'

    def scale(self) -> Iterator[str]:
        """Round values with fine lines, and the axes where they are in sight."""
        for value in ticks(*self.figure.across):
            x = self.x(value)
            yield self.upright(x, "axis" if value == 0 else "raster")
            yield text(x, self.bottom + 20, short(value), "tick", "middle")
        for value in ticks(*self.figure.up):
            y = self.y(value)
            kind = "axis" if value == 0 else "raster"
            yield f'<line class="{kind}" x1="{_LEFT}" y1="{y}" x2="{self.right}" y2="{y}"/>'
            yield text(_LEFT - 7, y + 4, short(value), "tick", "end")
        if self.figure.axes is not None:
            across, up = map(said, self.figure.axes)
            yield text(self.right + 9, self.bottom + 4, across, "axis-name", "middle")
            yield text(_LEFT, _TOP - 9, up, "axis-name", "middle")

    def upright(self, x: float, kind: str) -> str:
        return f'<line class="{kind}" x1="{x}" y1="{_TOP}" x2="{x}" y2="{self.bottom}"/>'

    def names(self) -> Iterator[str]:
        """The labels of spots."""
        words = [None if spot.text is None else said(spot.text) for spot in self.figure.spots]
        sizes = [None if each is None else (cells(each) * _LETTER, _LINE) for each in words]
        for each, place in zip(words, placed(self.plane, sizes, _MARK), strict=True):
            if each is not None and place is not None:
                x, y = round(_LEFT + place[0], 1), round(self.bottom - place[1] + 5, 1)
                self.labels.append((x, y, cells(each) * _LETTER / 2))
                yield text(x, y, each, "label", "middle")

    def tags(self) -> Iterator[str]:
        """What stands on curves."""
        for (across, up), label in self.plane.tags():
            words = said(label)
            x, y, half = _LEFT + across, self.bottom - up + 4, cells(words) * _LETTER / 2
            if self.is_free(x, y, half):
                self.labels.append((x, y, half))
                # Else the curve would go on between the digits: 3:5.
                wide = cells(words) * _TAG_LETTER
                place = f'x="{round(x - wide / 2, 1)}" y="{round(y - 10, 1)}" height="13"'
                yield f'<rect class="behind" {place} width="{wide}"/>'
                yield text(x, y, words, "tag", "middle")

    def is_free(self, x: float, y: float, half: float) -> bool:
        return all(abs(x - u) > half + other or abs(y - v) > 16 for u, v, other in self.labels)
