"""The names of curves and marks under an SVG picture, in rows."""

from collections.abc import Callable, Iterator

from calctool.present.document import Figure, Role, SpotKind
from calctool.render.html.marks import said, shape, text
from calctool.words.printable import cells

_ROW = 22
_SAMPLE = 34
_GAP = 22
_LETTER = 7.6
"""About the width of a character."""

Sample = Callable[[float, float], str]


class Legend:
    """Entries from `left` to `right`, below `top`; `height` is what they take."""

    def __init__(self, figure: Figure, left: int, top: int, right: int) -> None:
        self._entries: list[tuple[float, float, str, Sample]] = []
        x, row = float(left), 0
        for name, sample in _samples(figure):
            width = _SAMPLE + cells(name) * _LETTER
            if x > left and x + width > right:
                x, row = left, row + 1
            self._entries.append((x, top + row * _ROW + _ROW / 2, name, sample))
            x += width + _GAP
        self.height = (row + 1) * _ROW + 4 if self._entries else 0

    def elements(self) -> Iterator[str]:
        for x, y, name, sample in self._entries:
            yield sample(x, y)
            yield text(x + _SAMPLE, y + 4, name, "named", "start")


def _samples(figure: Figure) -> Iterator[tuple[str, Sample]]:
    for curve, label in figure.legend():
        yield said(label), _line(curve.role)
    for kind, label in figure.kinds:
        yield said(label), _mark(kind)


def _mark(kind: SpotKind) -> Sample:
    return lambda x, y: shape(x + _SAMPLE / 2, y, kind)


def _line(role: Role) -> Sample:
    return lambda x, y: f'<line class="{role}" x1="{x}" y1="{y}" x2="{x + _SAMPLE - 7}" y2="{y}"/>'
