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


def stacked_lines(table: VariationTable, page: Page) -> Iterator[Line]:
    head = [page.line(table.label), *(page.line(row.label) for row in table.rows)]
    rows = [head, *_rows(table, page)]
    widths = [max(cells(row[place]) for row in rows) + _GAP for place in range(len(head))]
    widest = sum(widths)
    if widest - _GAP > page.width:
        widths[0] = min(widths[0], max(8, page.width - (widest - widths[0])))
    for place, row in enumerate(rows):
        style = "title" if place == 0 else ""
        texts = [
            _padded(text, width, inside=column < len(row) - 1)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield from _fitted(texts, style, page.width)
        if place == 0:
            yield [(page.signs.bar * min(page.width, sum(widths) - _GAP), "rule")]


def _fitted(texts: list[str], style: str, width: int) -> Iterator[Line]:
    """On one line, or the last columns indented under the first one."""
    line = "".join(texts)
    if cells(line.rstrip()) <= width:
        yield [(line.rstrip(), style)]
        return
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
