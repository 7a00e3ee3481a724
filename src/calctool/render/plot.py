"""A figure as a picture file, drawn by matplotlib, which is imported here and nowhere else."""

from __future__ import annotations

import os
import tempfile
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

from calctool.notation.problem import Problem
from calctool.notation.unicode import pretty
from calctool.present.document import Figure, Spot, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = ("svg", "png", "pdf")
_CURVE, _SPOT, _QUIET = "#1f5fa8", "#c8641b", "#8a8a8a"
_SIZE_INCHES = (7.2, 4.5)
_DOTS_PER_INCH = 150


def suffix(file: str) -> str:
    return file.rpartition(".")[2].lower()


def check(file: str) -> None:
    """Refuse a kind of picture that cannot be drawn, and a missing matplotlib."""
    if "." not in os.path.basename(file) or suffix(file) not in _KINDS:
        kinds = ", ".join(f".{kind}" for kind in _KINDS)
        raise Problem("usage.picture-kind", suffix=suffix(file)[:20], kinds=kinds)
    if find_spec("matplotlib") is None:
        raise Problem("usage.no-plotting", hint="install-plot")


def picture(figure: Figure, kind: str) -> bytes:
    """The figure as the bytes of a file."""
    with tempfile.TemporaryDirectory(prefix="calctool-") as folder:
        before = os.environ.get("MPLCONFIGDIR")
        os.environ["MPLCONFIGDIR"] = folder
        try:
            return _drawn(figure, kind)
        finally:
            if before is None:
                del os.environ["MPLCONFIGDIR"]
            else:
                os.environ["MPLCONFIGDIR"] = before


def _drawn(figure: Figure, kind: str) -> bytes:
    import matplotlib as mpl

    mpl.use("Agg")
    # The same question makes the same file: no random ids, no date.
    mpl.rcParams.update({"svg.hashsalt": "calctool", "svg.fonttype": "path"})
    from matplotlib.figure import Figure as Page

    page = Page(figsize=_SIZE_INCHES, layout="constrained")
    axes = page.add_subplot()
    _frame(axes, figure)
    for x in figure.uprights:
        axes.axvline(x, color=_QUIET, linestyle=(0, (4, 3)), linewidth=0.9)
    for curve in figure.curves:
        xs, ys = zip(*curve, strict=True)
        axes.plot(xs, ys, color=_CURVE, linewidth=1.8, solid_capstyle="round")
    for spot in figure.spots:
        _mark(axes, spot)
    out = BytesIO()
    dated = {"pdf": "CreationDate", "svg": "Date"}
    metadata = {dated[kind]: None} if kind in dated else None
    page.savefig(out, format=kind, dpi=_DOTS_PER_INCH, metadata=metadata)
    return out.getvalue()


def _frame(axes: Any, figure: Figure) -> None:
    axes.set_xlim(*figure.across)
    axes.set_ylim(*figure.up)
    axes.set_title("".join(_pieces(figure.label)), fontsize=11)
    axes.grid(visible=True, color="#e3e3e3", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    (left, right), (low, high) = figure.across, figure.up
    if low < 0 < high:
        axes.axhline(0, color=_QUIET, linewidth=0.8)
    if left < 0 < right:
        axes.axvline(0, color=_QUIET, linewidth=0.8)


def _mark(axes: Any, spot: Spot) -> None:
    inner = "white" if spot.is_open else _SPOT
    axes.plot([spot.x], [spot.y], "o", markersize=5, color=_SPOT, markerfacecolor=inner,
              zorder=3, clip_on=False)  # fmt: skip
    if spot.text is not None:
        axes.annotate(
            "".join(_pieces(spot.text)),
            (spot.x, spot.y),
            xytext=(0, 7 if spot.above else -7),
            textcoords="offset points",
            ha="center",
            va="bottom" if spot.above else "top",
            fontsize=10,
        )


def _pieces(text: Text) -> Iterator[str]:
    yield text.template.format(*map(pretty, text.formulas))
