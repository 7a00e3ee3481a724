"""A variation table on a narrow page: one line for each point and each interval."""

from collections.abc import Iterator

from calctool.present.document import (
    Arrow,
    Blank,
    Break,
    Cell,
    Dots,
    Gap,
    Sign,
    Value,
    VariationTable,
)
from calctool.render.text.ink import Line
from calctool.render.text.page import Page
from calctool.words.printable import cells

_GAP = 2
_LEAST = 8
"""Cells of the first column; what does not fit there has a line of its own."""


def stacked_lines(table: VariationTable, page: Page) -> Iterator[Line]:
    head = [page.line(table.label), *(page.line(row.label) for row in table.rows)]
    rows = [head, *_rows(table, page)]
    widths = [max(cells(row[place]) for row in rows) + _GAP for place in range(len(head))]
    over = sum(widths) - _GAP - page.width
    if over > 0:
        widths[0] = min(widths[0], max(_LEAST, widths[0] - over))
    for place, row in enumerate(rows):
        style = "title" if place == 0 else ""
        if cells(row[0]) + _GAP > widths[0]:
            yield [(row[0], style)]
            row = ["", *row[1:]]
        texts = [
            _padded(text, width, inside=column < len(row) - 1)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        if any(row):
            yield from _fitted(texts, style, page.width)
        if place == 0:
            yield [(page.signs.bar * min(page.width, sum(widths) - _GAP), "rule")]


def _fitted(texts: list[str], style: str, width: int) -> Iterator[Line]:
    """On one line, or the other columns indented under the first one."""
    line = "".join(texts)
    if cells(line.rstrip()) <= width:
        yield [(line.rstrip(), style)]
        return
    if texts[0].strip():
        yield [(texts[0].rstrip(), style)]
    for text in texts[1:]:
        if text.strip():
            yield [("    " + text.strip(), style)]


def _padded(text: str, width: int, *, inside: bool) -> str:
    return text + " " * (width - cells(text)) if inside else text


def _rows(table: VariationTable, page: Page) -> Iterator[list[str]]:
    stops = [page.line(stop) for stop in table.stops]
    for place, stop in enumerate(stops):
        points = [_at(row.at[place], page) for row in table.rows]
        if any(points):
            yield [stop, *points]
        if place + 1 < len(stops):
            span = f"({stop}, {stops[place + 1]})"
            yield [span, *(_between(row.between[place], page) for row in table.rows)]


def _at(cell: Cell, page: Page) -> str:
    match cell:
        case Sign(sign):
            return page.signs.plus_minus[sign]
        case Value(text):
            return page.line(text)
        case Break(kind, left, right, middle):
            before, after = (page.line(side.text) if side else "" for side in (left, right))
            own = page.line(middle.text) if middle else page.signs.breaks[kind].strip()
            return " ".join(filter(None, (before, own, after)))
    return ""


def _between(cell: Cell, page: Page) -> str:
    match cell:
        case Sign(sign):
            return page.signs.plus_minus[sign]
        case Arrow(shape):
            return page.signs.arrows[shape]
        case Dots():
            return page.signs.dots
        case Gap():
            return page.signs.gap * 3
        case Blank():
            return ""
    return ""
