"""A table in a box, or field after field where the box would be too wide."""

from collections.abc import Iterator
from itertools import zip_longest

from calctool.present.document import Grid
from calctool.render.text.ink import Line
from calctool.render.text.page import Page
from calctool.render.text.wrap import wrap_words
from calctool.words.printable import cells
from calctool.words.titles import COLON

_SHORT = 24
"""Columns whose fields have up to so many cells may stand beside each other."""
_NARROWEST = 12
"""A column of words is not made narrower."""
_GAP = "   "
_INDENT = 2


def grid_lines(grid: Grid, page: Page) -> Iterator[Line]:
    rows = [[page.line(cell) for cell in row] for row in (grid.head, *grid.rows)]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    whole = [grid.head, *grid.rows]
    of_words = [not any(cell.formulas for cell in column) for column in zip(*whole, strict=True)]
    fitting = _fitting(rows, widths, of_words, page.width - 3 * len(widths) - 1)
    if fitting is not None:
        yield from _boxed(rows, fitting, page)
    else:
        yield from _stacked(rows, page)


def _fitting(
    rows: list[list[str]], widths: list[int], of_words: list[bool], room: int
) -> list[int] | None:
    """The widths, that of the widest column of words less where these can stand in lines."""
    over = sum(widths) - room
    if over <= 0:
        return widths
    candidates = [place for place, only in enumerate(of_words) if only]
    place = max(candidates, key=lambda each: widths[each], default=None)
    if place is None:
        return None
    words = (word for row in rows for word in row[place].split(" "))
    if widths[place] - over < max(_NARROWEST, *map(cells, words)):
        return None
    return [*widths[:place], widths[place] - over, *widths[place + 1 :]]


def _boxed(rows: list[list[str]], widths: list[int], page: Page) -> Iterator[Line]:
    top, middle, bottom = page.signs.box
    yield [(_rule(top, widths), "rule")]
    for place, row in enumerate(rows):
        columns = [
            wrap_words(text, width, width) if cells(text) > width else [text]
            for text, width in zip(row, widths, strict=True)
        ]
        for texts in zip_longest(*columns, fillvalue=""):
            line: Line = [(page.signs.upright, "rule")]
            for text, width in zip(texts, widths, strict=True):
                shown = f" {text}{' ' * (width - cells(text))} "
                line += [(shown, "title" if place == 0 else ""), (page.signs.upright, "rule")]
            yield line
        if place == 0:
            yield [(_rule(middle, widths), "rule")]
    yield [(_rule(bottom, widths), "rule")]


def _rule(signs: tuple[str, ...], widths: list[int]) -> str:
    left, line, crossing, right = signs
    return left + crossing.join(line * (width + 2) for width in widths) + right


def _stacked(rows: list[list[str]], page: Page) -> Iterator[Line]:
    head, *rest = rows
    colon = COLON.say(page.language)
    fields = [
        [f"{name}{colon}{text}" if text else "" for name, text in zip(head, row, strict=True)]
        for row in rest
    ]
    short = [max(map(cells, column)) <= _SHORT for column in zip(*fields, strict=True)]
    for place, row in enumerate(fields):
        if place:
            yield []
        for number, line in enumerate(_packed(row, short, page.width - _INDENT)):
            yield [(" " * _INDENT * (number > 0) + line, "")]


def _packed(fields: list[str], short: list[bool], width: int) -> Iterator[str]:
    """The fields that are not empty, one after the other; those of short columns share a line."""
    line = ""
    for field, is_short in zip(fields, short, strict=True):
        if not field:
            continue
        if line and is_short and cells(line + _GAP + field) <= width:
            line += _GAP + field
            continue
        if line:
            yield line
        *whole, line = wrap_words(field, width, width)
        yield from whole
        if not is_short:
            yield line
            line = ""
    if line:
        yield line
