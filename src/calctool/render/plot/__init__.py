"""A figure as a picture file; matplotlib is imported in this folder and nowhere else."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from io import BytesIO

from calctool.notation.problem import Problem
from calctool.present.document import Figure
from calctool.render.plot.axes import draw, said, surface, texts
from calctool.words import Language

_KINDS = ("svg", "png", "pdf")
_SIZE_INCHES = (7.2, 4.5)
_WITH_SURFACE = (10.4, 4.9)
"""Of a square map and the surface beside it."""
_DOTS_PER_INCH = 150
_FONT = "DejaVu Sans"
_WIDE_FONTS = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "SimHei",
    "Droid Sans Fallback", "Noto Sans CJK JP", "AR PL UMing CN",
)  # fmt: skip
_FIRST_WIDE = 0x2E80


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
    with _own_folder():
        return _drawn(figure, kind)


@contextmanager
def _own_folder() -> Iterator[None]:
    """Where matplotlib may write: it needs neither a home nor leaves anything there."""
    with tempfile.TemporaryDirectory(prefix="calctool-") as folder:
        before = os.environ.get("MPLCONFIGDIR")
        os.environ["MPLCONFIGDIR"] = folder
        try:
            yield
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
    mpl.rcParams["font.family"] = _fonts(figure)
    from matplotlib.figure import Figure as Page

    size = _SIZE_INCHES
    if figure.relief:
        size = _WITH_SURFACE if figure.even else (2 * size[0], size[1])
    page = Page(figsize=size, layout="constrained")
    plane = page.add_subplot(1, 2, 1) if figure.relief else page.add_subplot()
    draw(plane, figure)
    if figure.relief:
        surface(page.add_subplot(1, 2, 2, projection="3d"), figure)
    out = BytesIO()
    dated = {"pdf": "CreationDate", "svg": "Date"}
    metadata = {dated[kind]: None} if kind in dated else None
    page.savefig(out, format=kind, dpi=_DOTS_PER_INCH, metadata=metadata)
    return out.getvalue()


def _fonts(figure: Figure) -> list[str]:
    """Those of the machine that have the letters, the usual one first."""
    from matplotlib import font_manager

    letters = {character for text in texts(figure) for character in said(text)}
    if all(ord(character) < _FIRST_WIDE for character in letters):
        return [_FONT]
    there = set(font_manager.get_font_names())
    return [_FONT, *(font for font in _WIDE_FONTS if font in there)]


def speaks(language: Language) -> bool:
    """Whether the machine has letters for the words of a language."""
    if language != "zh":
        return True
    with _own_folder():
        from matplotlib import font_manager

        return not set(_WIDE_FONTS).isdisjoint(font_manager.get_font_names())
