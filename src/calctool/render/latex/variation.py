"""A variation table as tkz-tab; one that is too wide for a page goes on in further tables."""

from collections.abc import Iterator
from itertools import zip_longest

from msgspec.structs import replace

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
from calctool.render.latex.arrows import arrows
from calctool.render.latex.measure import ems_of_text
from calctool.render.latex.words import Writing

_PAGE_CM = 12.0
_EM_CM = 0.36
_ARROWS = {
    "up": r"\nearrow", "down": r"\searrow", "flat": r"\rightarrow", "cup": r"\cup",
    "cap": r"\cap", "line": "-", "unknown": "?",
}  # fmt: skip


def variation(table: VariationTable, writing: Writing) -> str:
    labels = (table.label, *(row.label for row in table.rows))
    margin = max(1.4, 0.6 + _EM_CM * max(ems_of_text(label, writing) for label in labels))
    space = max(1.7, min(4.0, 1.0 + _EM_CM * max(_widths(table, writing))))
    most = max(2, int((_PAGE_CM - margin - 1) / space))
    parts = (_table(part, margin, space, writing) for part in _parts(table, most))
    return "\n\n".join(parts)


def _widths(table: VariationTable, writing: Writing) -> Iterator[float]:
    """What must have room between two stops, in ems."""
    yield from (ems_of_text(stop, writing) for stop in table.stops)
    for cell in (cell for row in table.rows for cell in row.at):
        values = (cell.left, cell.middle, cell.right) if isinstance(cell, Break) else (cell,)
        yield sum(ems_of_text(value.text, writing) for value in values if isinstance(value, Value))


def _parts(table: VariationTable, most: int) -> Iterator[VariationTable]:
    """Tables of at most so many intervals; the stop between two of them stands in both."""
    last = len(table.stops) - 1
    for start in range(0, max(last, 1), most):
        end = min(start + most, last)
        rows = tuple(
            replace(
                row,
                at=_ended(row.at[start : end + 1], cut_left=start > 0, cut_right=end < last),
                between=row.between[start:end],
            )
            for row in table.rows
        )
        yield replace(table, stops=table.stops[start : end + 1], rows=rows)


def _ended(cells: tuple[Cell, ...], *, cut_left: bool, cut_right: bool) -> tuple[Cell, ...]:
    """What lies beyond the ends of a part is left to the part that has it."""
    found = list(cells)
    if cut_left and isinstance(found[0], Break):
        found[0] = replace(found[0], left=None)
    if cut_right and isinstance(found[-1], Break):
        found[-1] = replace(found[-1], right=None, middle=None)
    return tuple(found)


# --- one table ----------------------------------------------------------------------------------


def _table(table: VariationTable, margin: float, space: float, writing: Writing) -> str:
    drawn = [arrows(row, writing) if row.tall else None for row in table.rows]
    heights = [1.0, *(1.0 if commands is None else 2.2 for commands in drawn)]
    labels = (table.label, *(row.label for row in table.rows))
    left = ", ".join(
        f"{{{writing.words(label)}}} / {height}"
        for label, height in zip(labels, heights, strict=True)
    )
    stops = ", ".join(f"{{{writing.words(stop)}}}" for stop in table.stops)
    rows = (
        line
        for row, commands in zip(table.rows, drawn, strict=True)
        # Signs in a line say what tkz-tab has no arrow for.
        for line in commands or [_signs(row, writing)]
    )
    lines = [
        r"\begin{center}",
        r"\begin{tikzpicture}",
        rf"  \tkzTabInit[lgt={margin:.1f}, espcl={space:.1f}]{{{left}}}{{{stops}}}",
        *(f"  {line}" for line in rows),
        r"\end{tikzpicture}",
        r"\end{center}",
    ]
    return "\n".join(lines)


def _signs(row: Row, writing: Writing) -> str:
    entries: list[str] = []
    for at, between in zip_longest(row.at, row.between):
        entries.append(_at(at, writing))
        if between is not None:
            entries.append(_between(between))
    return rf"\tkzTabLine{{{', '.join(entries)}}}"


def _at(cell: Cell, writing: Writing) -> str:
    match cell:
        case Sign("0"):
            return "z"
        case Sign(sign):
            return sign
        case Value(text):
            return _text(writing.words(text))
        case Break(kind, None, None, None):
            return "d" if kind == "undefined" else "t"
        case Break(kind, left, right, middle):
            bar = r"$\Vert$" if kind == "undefined" else "$|$"
            sides = [writing.words(side.text) if side else "" for side in (left, middle, right)]
            return _text(f"{sides[0]} {sides[1] or bar} {sides[2]}".strip())
    return ""


def _between(cell: Cell) -> str:
    match cell:
        case Sign(sign):
            return sign
        case Arrow(shape):
            return _ARROWS[shape]
        case Dots():
            return r"\dots"
        case Gap():
            return "h"
    return ""


def _text(words: str) -> str:
    return rf"{{\text{{{words}}}}}"
