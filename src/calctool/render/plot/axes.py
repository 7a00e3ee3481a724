"""The parts of a figure on the axes of matplotlib: curves, marks, names, a surface."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from calctool.notation.printing.unicode import pretty
from calctool.present.document import Curve, Figure, Role, Spot, SpotKind, Text
from calctool.render.labels import placed
from calctool.render.plane import ARROWS, Plane
from calctool.words.printable import cells

_CURVE, _SPOT, _QUIET, _SECOND = "#1f5fa8", "#c8641b", "#8a8a8a", "#12703c"
_STYLES: dict[Role, dict[str, Any]] = {
    "graph": {"color": _CURVE, "linewidth": 1.8},
    "derivative": {"color": _SECOND, "linewidth": 1.6, "linestyle": (0, (6, 2.5))},
    "tangent": {"color": _SPOT, "linewidth": 1.5, "linestyle": (0, (7, 2, 1.5, 2))},
    "secant": {"color": "#5a6675", "linewidth": 1.1, "linestyle": (0, (1.5, 2))},
    "asymptote": {"color": _QUIET, "linewidth": 0.9, "linestyle": (0, (4, 3))},
    "envelope": {"color": _SECOND, "linewidth": 1.0, "linestyle": (0, (5, 3))},
    "approach": {"color": _SPOT, "linewidth": 2.0, "linestyle": (0, (4, 1.6))},
    "second": {"color": _SPOT, "linewidth": 1.6, "linestyle": (0, (5, 2))},
    "third": {"color": _SECOND, "linewidth": 1.6, "linestyle": (0, (1.5, 1.5))},
    "fourth": {"color": "#444444", "linewidth": 1.3, "linestyle": (0, (7, 2, 1, 2, 1, 2))},
    "level": {"color": _QUIET, "linewidth": 1.0},
    "constraint": {"color": _CURVE, "linewidth": 2.2},
    "set": {"color": _CURVE, "linewidth": 2.4},
}
_MARKERS: dict[SpotKind, str] = {"minimum": "v", "maximum": "^", "saddle": "X", "other": "o"}
_OVER_CURVES, _OVER_MARKS = 3, 4
_COLUMNS, _ZOOM, _MESH = 3, 0.9, 28
_SURFACE_TICKS = 5
_PAGE = (6.4, 3.8)
"""About the size of the axes in inches, for places of labels."""
_HEAD = 0.16
"""The length of the head of an arrow."""
_LETTER, _LINE, _MARK = 0.088, 0.18, 0.07
"""The width and height of what is written there, and the room around a mark."""


def draw(axes: Any, figure: Figure) -> None:
    _frame(axes, figure)
    for x in figure.uprights:
        axes.axvline(x, color=_QUIET, linestyle=(0, (4, 3)), linewidth=0.9)
    named = []
    for curve in figure.curves:
        drawn = [axes.plot(*zip(*line, strict=True), **_STYLES[curve.role]) for line in curve.lines]
        _head(axes, figure, curve)
        if drawn and curve.label is not None:
            named.append((drawn[0][0], said(curve.label)))
    _tags(axes, figure)
    _marks(axes, figure)
    named += [(_sample(axes, kind), said(text)) for kind, text in figure.kinds]
    if named:
        handles, names = zip(*named, strict=True)
        # Beside a square map there is room, under it there is none.
        aside = figure.even and not figure.relief
        axes.figure.legend(
            handles, names, loc="outside right center" if aside else "outside lower center",
            ncols=1 if aside else _COLUMNS, fontsize=9, frameon=False,
        )  # fmt: skip


def surface(axes: Any, figure: Figure) -> None:
    """The heights over the rectangle; where there are none, there is a hole."""
    import numpy as np

    heights = np.array(figure.relief, dtype=float)
    xs = np.linspace(*figure.across, heights.shape[1])
    ys = np.linspace(*figure.up, heights.shape[0])
    axes.plot_surface(
        *np.meshgrid(xs, ys), np.ma.masked_invalid(heights), cmap="viridis",
        rcount=_MESH, ccount=_MESH, linewidth=0.2, edgecolor="#ffffff60",
    )  # fmt: skip
    if figure.axes is not None:
        across, up = map(said, figure.axes)
        axes.set_xlabel(across)
        axes.set_ylabel(up)
    axes.tick_params(labelsize=8, pad=1)
    axes.locator_params(nbins=_SURFACE_TICKS)
    axes.set_zlabel(said(figure.height) if figure.height else "")
    axes.set_box_aspect(None, zoom=_ZOOM)
    axes.computed_zorder = False
    for spot in figure.spots:
        height = height_over(figure, spot)
        if height is not None:
            axes.plot(
                [spot.x], [spot.y], [height], _MARKERS[spot.kind], markersize=_size(spot.kind),
                color=_SPOT, markeredgecolor="white", markeredgewidth=0.6, zorder=_OVER_MARKS,
            )  # fmt: skip


def height_over(figure: Figure, spot: Spot) -> float | None:
    """Of the surface over a point: of the nearest place that was looked at."""
    across, up = figure.across, figure.up
    rows, columns = len(figure.relief) - 1, len(figure.relief[0]) - 1
    row = round((spot.y - up[0]) / (up[1] - up[0]) * rows)
    column = round((spot.x - across[0]) / (across[1] - across[0]) * columns)
    return figure.relief[row][column]


def texts(figure: Figure) -> Iterator[Text]:
    """All that is written in a picture."""
    yield figure.label
    yield from figure.axes or ()
    for curve in figure.curves:
        yield from (text for text in (curve.label, curve.tag) if text is not None)
    yield from (spot.text for spot in figure.spots if spot.text is not None)
    yield from (text for _, text in figure.kinds)


def said(text: Text) -> str:
    """As it stands: a dollar sign begins no formula of matplotlib's."""
    words = "".join(p if isinstance(p, str) else pretty(p) for p in text.pieces())
    return words.replace("$", r"\$")


def _frame(axes: Any, figure: Figure) -> None:
    axes.set_xlim(*figure.across)
    axes.set_ylim(*figure.up)
    axes.set_title(said(figure.label), fontsize=11)
    axes.grid(visible=True, color="#e3e3e3", linewidth=0.6)
    axes.set_axisbelow(True)
    if figure.even:
        axes.set_aspect("equal")
    if figure.axes is not None:
        across, up = map(said, figure.axes)
        axes.set_xlabel(across)
        axes.set_ylabel(up, rotation=0)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    (left, right), (low, high) = figure.across, figure.up
    if low < 0 < high:
        axes.axhline(0, color=_QUIET, linewidth=0.8)
    if left < 0 < right:
        axes.axvline(0, color=_QUIET, linewidth=0.8)


def _head(axes: Any, figure: Figure, curve: Curve) -> None:
    """Of an arrow, where the curve leads somewhere."""
    plane = Plane.within(figure, *_PAGE)
    found = plane.head(curve, _HEAD) if curve.role in ARROWS else None
    if found is not None:
        corners = [(x / plane.width, y / plane.height) for x, y in found]
        axes.fill(
            *zip(*corners, strict=True), transform=axes.transAxes, color=_SPOT, linewidth=0,
            zorder=_OVER_CURVES,
        )  # fmt: skip


def _tags(axes: Any, figure: Figure) -> None:
    """What stands on curves."""
    plane = Plane.within(figure, *_PAGE)
    for (x, y), label in plane.tags():
        axes.text(
            x / plane.width, y / plane.height, said(label), transform=axes.transAxes, fontsize=8,
            color="#5a6675", ha="center", va="center",
            bbox={"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none"},
        )  # fmt: skip


def _marks(axes: Any, figure: Figure) -> None:
    from matplotlib.patheffects import withStroke

    for spot in figure.spots:
        inner = "white" if spot.is_open else _SPOT
        axes.plot(
            [spot.x], [spot.y], _MARKERS[spot.kind], markersize=_size(spot.kind), color=_SPOT,
            markerfacecolor=inner, zorder=_OVER_CURVES, clip_on=False,
        )  # fmt: skip
    plane = Plane.within(figure, *_PAGE)
    words = [None if spot.text is None else said(spot.text) for spot in figure.spots]
    sizes = [None if each is None else (cells(each) * _LETTER, _LINE) for each in words]
    for each, place in zip(words, placed(plane, sizes, _MARK), strict=True):
        if each is None or place is None:
            continue
        axes.text(
            place[0] / plane.width, place[1] / plane.height, each, transform=axes.transAxes,
            ha="center", va="center", fontsize=10, zorder=_OVER_MARKS,
            path_effects=[withStroke(linewidth=3, foreground="white")],
        )  # fmt: skip


def _sample(axes: Any, kind: SpotKind) -> Any:
    (sample,) = axes.plot([], [], _MARKERS[kind], markersize=_size(kind), color=_SPOT)
    return sample


def _size(kind: SpotKind) -> int:
    return 5 if kind == "other" else 8
