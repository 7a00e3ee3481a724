"""Texts and the shapes of marked points in SVG."""

from html import escape

from calctool.notation.printing.unicode import pretty
from calctool.present.document import SpotKind, Text

_CORNERS: dict[SpotKind, tuple[tuple[int, int], ...]] = {
    "minimum": ((-5, -4), (5, -4), (0, 5)),
    "maximum": ((-5, 4), (5, 4), (0, -5)),
}
"""Triangles that point down and up."""
_ARM = 4


def shape(x: float, y: float, kind: SpotKind, *, is_open: bool = False) -> str:
    """A triangle, a cross or a dot: the kind shows without its colour."""
    if kind == "saddle":
        strokes = " ".join(
            f"M{x - _ARM:.1f} {y - turn * _ARM:.1f}L{x + _ARM:.1f} {y + turn * _ARM:.1f}"
            for turn in (1, -1)
        )
        return f'<path class="saddle" d="{strokes}"/>'
    if kind in _CORNERS:
        points = " ".join(f"{x + right:.1f},{y + down:.1f}" for right, down in _CORNERS[kind])
        return f'<polygon class="spot" points="{points}"/>'
    return f'<circle class="{"spot open" if is_open else "spot"}" cx="{x}" cy="{y}" r="4"/>'


def text(x: float, y: float, words: str, kind: str, anchor: str) -> str:
    place = f'x="{round(x, 1)}" y="{round(y, 1)}" text-anchor="{anchor}"'
    return f'<text class="{kind}" {place}>{escape(words)}</text>'


def said(words: Text) -> str:
    return "".join(piece if isinstance(piece, str) else pretty(piece) for piece in words.pieces())
