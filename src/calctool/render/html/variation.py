"""A variation table as a table: a column for each stop and one between each two of them."""

from collections.abc import Iterator
from itertools import zip_longest

from calctool.present.document import (
    Arrow,
    Break,
    Cell,
    Dots,
    Gap,
    Row,
    Sign,
    Value,
    VariationTable,
)
from calctool.render.html.words import Writing
from calctool.render.signs import ARROWS, PLUS_MINUS


def variation(table: VariationTable, caption: str, writing: Writing) -> str:
    head = "<td></td>".join(f"<td>{writing.words(stop)}</td>" for stop in table.stops)
    first = f'<tr><th scope="row">{writing.words(table.label)}</th>{head}</tr>'
    rows = "\n".join([first, *(_row(row, writing) for row in table.rows)])
    shown = f"<caption>{caption}</caption>" if caption else ""
    made = f'<table class="variation">{shown}<tbody>\n{rows}\n</tbody></table>'
    return f'<div class="scroll">{made}</div>'


def _row(row: Row, writing: Writing) -> str:
    cells = "".join(_cells(row, writing))
    kind = ' class="tall"' if row.tall else ""
    return f'<tr{kind}><th scope="row">{writing.words(row.label)}</th>{cells}</tr>'


def _cells(row: Row, writing: Writing) -> Iterator[str]:
    for at, between in zip_longest(row.at, row.between):
        yield _cell(at, writing)
        if between is not None:
            yield _cell(between, writing)


def _cell(cell: Cell, writing: Writing) -> str:
    match cell:
        case Sign(sign):
            return f"<td>{PLUS_MINUS[sign]}</td>"
        case Arrow(shape):
            return f'<td class="arrow">{ARROWS[shape]}</td>'
        case Value(text, level):
            return f'<td class="{level}">{writing.words(text)}</td>'
        case Break():
            return f'<td class="break"><div>{_break(cell, writing)}</div></td>'
        case Dots():
            return "<td>…</td>"
        case Gap():
            return '<td class="gap"></td>'
    return "<td></td>"


def _break(cell: Break, writing: Writing) -> str:
    bar = "bar jump" if cell.kind == "jump" else "bar"
    middle = f'<span class="{bar}"></span>'
    if cell.middle is not None:
        middle = f'<span class="{cell.middle.level}">{writing.words(cell.middle.text)}</span>'
    return _side(cell.left, writing) + middle + _side(cell.right, writing)


def _side(value: Value | None, writing: Writing) -> str:
    if value is None:
        return '<span class="side"></span>'
    return f'<span class="side {value.level}">{writing.words(value.text)}</span>'
