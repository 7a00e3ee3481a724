"""Grids and variation tables as the tables of Markdown, which have one line for each row."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from calctool.present.document import (
    Arrow,
    Break,
    Cell,
    Dots,
    Gap,
    Grid,
    Row,
    Sign,
    Value,
    VariationTable,
)
from calctool.render.markdown.words import Writing
from calctool.render.signs import ARROWS, BREAKS, PLUS_MINUS

_GAP = "░░░"


def grid(grid: Grid, writing: Writing) -> str:
    head, *rows = ([writing.words(text) for text in row] for row in (grid.head, *grid.rows))
    return _table(head, ["---"] * len(head), rows)


def variation(table: VariationTable, writing: Writing) -> str:
    stops = [writing.words(stop) for stop in table.stops]
    head = [writing.words(table.label), *_alternating(stops, [""] * (len(stops) - 1))]
    rows = [[writing.words(row.label), *_cells(row, writing)] for row in table.rows]
    return _table(head, ["---", *[":-:"] * (len(head) - 1)], rows)


def _table(head: Sequence[str], rule: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def _cells(row: Row, writing: Writing) -> Iterator[str]:
    return _alternating(
        [_cell(cell, writing) for cell in row.at], [_cell(cell, writing) for cell in row.between]
    )


def _alternating(at: Sequence[str], between: Sequence[str]) -> Iterator[str]:
    for stop, span in zip_longest(at, between):
        yield stop
        if span is not None:
            yield span


def _cell(cell: Cell, writing: Writing) -> str:
    match cell:
        case Sign(sign):
            return PLUS_MINUS[sign]
        case Arrow(shape):
            return ARROWS[shape]
        case Value(text):
            return writing.words(text)
        case Break(kind, left, right, middle):
            before, own, after = (
                writing.words(side.text) if side else "" for side in (left, middle, right)
            )
            return " ".join(filter(None, (before, own or BREAKS[kind], after)))
        case Dots():
            return "…"
        case Gap():
            return _GAP
    return ""
