"""A figure as inline SVG; its colours are those of the page."""

from collections.abc import Iterator
from html import escape

from calctool.notation.unicode import pretty
from calctool.present.document import Figure, Spot, Text
from calctool.render.plane import Plane, short, ticks
from calctool.words.printable import cells

_WIDTH, _HEIGHT = 640, 380
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 16, 22, 30
_LETTER = 8
"""About the width of a character of a label."""


def picture(figure: Figure, caption: str) -> str:
    shown = f"<figcaption>{caption}</figcaption>" if caption else ""
    drawn = "\n".join(_Drawing(figure).elements())
    box = f'viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    name = escape(_said(figure.label))
    return f'<figure>{shown}<svg {box} role="img" aria-label="{name}">\n{drawn}\n</svg></figure>'


class _Drawing:
    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.plane = Plane(figure, _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM)
        self.right, self.bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
        self.labels: list[tuple[float, float, float]] = []

    def x(self, value: float) -> float:
        return round(_LEFT + self.plane.x(value), 1)

    def y(self, value: float) -> float:
        return round(self.bottom - self.plane.y(value), 1)

    def elements(self) -> Iterator[str]:
        yield from self.scale()
        for x in self.figure.uprights:
            yield self.upright(self.x(x), "pole")
        for curve in self.plane.curves():
            points = " ".join(f"{_LEFT + x:.1f},{self.bottom - y:.1f}" for x, y in curve)
            yield f'<polyline class="curve" points="{points}"/>'
        spots = [spot for spot in self.figure.spots if self.plane.holds(spot.x, spot.y)]
        for spot in spots:
            kind = "spot open" if spot.is_open else "spot"
            yield f'<circle class="{kind}" cx="{self.x(spot.x)}" cy="{self.y(spot.y)}" r="4"/>'
        for spot in spots:
            if spot.text is not None:
                yield from self.label(spot, _said(spot.text))

    def scale(self) -> Iterator[str]:
        """Round values with fine lines, and the axes where they are in sight."""
        for value in ticks(*self.figure.across):
            x = self.x(value)
            yield self.upright(x, "axis" if value == 0 else "raster")
            yield _text(x, _HEIGHT - 10, short(value), "tick", "middle")
        for value in ticks(*self.figure.up):
            y = self.y(value)
            kind = "axis" if value == 0 else "raster"
            yield f'<line class="{kind}" x1="{_LEFT}" y1="{y}" x2="{self.right}" y2="{y}"/>'
            yield _text(_LEFT - 7, y + 4, short(value), "tick", "end")

    def upright(self, x: float, kind: str) -> str:
        return f'<line class="{kind}" x1="{x}" y1="{_TOP}" x2="{x}" y2="{self.bottom}"/>'

    def label(self, spot: Spot, said: str) -> Iterator[str]:
        """Above or below the point, on the other side where a label stands there already."""
        half = cells(said) * _LETTER / 2
        x = min(max(self.x(spot.x), half + 2), _WIDTH - half - 2)
        above, below = self.y(spot.y) - 10, self.y(spot.y) + 19
        for y in (above, below) if spot.above else (below, above):
            if all(abs(x - u) > half + other or abs(y - v) > 16 for u, v, other in self.labels):
                self.labels.append((x, y, half))
                yield _text(x, y, said, "label", "middle")
                return


def _text(x: float, y: float, said: str, kind: str, anchor: str) -> str:
    place = f'x="{round(x, 1)}" y="{round(y, 1)}" text-anchor="{anchor}"'
    return f'<text class="{kind}" {place}>{escape(said)}</text>'


def _said(text: Text) -> str:
    return "".join(piece if isinstance(piece, str) else pretty(piece) for piece in text.pieces())
