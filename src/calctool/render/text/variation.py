"""A variation table in a box; one interval a line where the box would be too wide."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from calctool.present.document import (
    Arrow,
    Break,
    Cell,
    Dots,
    Gap,
    Level,
    Row,
    Sign,
    Value,
    VariationTable,
)
from calctool.render.text.ink import Line, Piece
from calctool.render.text.page import Page
from calctool.render.text.stacked import stacked_lines
from calctool.words.printable import cells

_LEVELS: tuple[Level, ...] = ("top", "middle", "bottom")
_SPACES = (7, 5, 3)
"""Columns for an arrow or a sign: as many as the page has room for."""


def variation_lines(table: VariationTable, page: Page) -> Iterator[Line]:
    box = _Box(table, page)
    for space in _SPACES:
        if box.width(space) <= page.width:
            yield from box.lines(space)
            return
    yield from stacked_lines(table, page)


class _Around(Struct):
    """What stands left of, on and right of a point, in one sub-row."""

    left: str = ""
    middle: str = ""
    right: str = ""
    style: str = "value"

    @property
    def is_split(self) -> bool:
        return bool(self.left or self.right)


class _SubRow(Struct):
    label: str
    at: list[_Around]
    between: list[Piece]
    fill: list[bool] = field(default_factory=list)


class _Box:
    """The sub-rows of a table as strings, and how wide each point must be."""

    def __init__(self, table: VariationTable, page: Page) -> None:
        self.page = page
        head = [_Around(middle=page.line(stop), style="") for stop in table.stops]
        empty: list[Piece] = [("", "")] * (len(head) - 1)
        none = [False] * len(empty)
        self.groups = [[_SubRow(page.line(table.label), head, empty, none)]]
        self.groups += [self.sub_rows(row) for row in table.rows]
        self.label_width = max(cells(row.label) for group in self.groups for row in group)
        self.halves = [self.half(place) for place in range(len(head))]

    # --- from cells to strings ---

    def sub_rows(self, row: Row) -> list[_SubRow]:
        levels = _LEVELS if row.tall else ("middle",)
        label = self.page.line(row.label)
        return [
            _SubRow(
                label if level == "middle" else "",
                [self.around(cell, level) for cell in row.at],
                [self.run(cell, level) for cell in row.between],
                [isinstance(cell, Gap) for cell in row.between],
            )
            for level in levels
        ]

    def around(self, cell: Cell, level: Level) -> _Around:
        match cell:
            case Sign(sign) if level == "middle":
                return _Around(middle=self.page.signs.plus_minus[sign], style="")
            case Value() if cell.level == level:
                return _Around(middle=self.page.line(cell.text))
            case Break(kind, left, right, middle):
                bar = self.page.signs.breaks[kind]
                own = f" {text} " if (text := self.text(middle, level)) else ""
                return _Around(self.text(left, level), own or bar, self.text(right, level))
        return _Around()

    def text(self, value: Value | None, level: Level) -> str:
        return self.page.line(value.text) if value is not None and value.level == level else ""

    def run(self, cell: Cell, level: Level) -> Piece:
        match cell:
            case Sign(sign) if level == "middle":
                return (self.page.signs.plus_minus[sign], "")
            case Arrow(shape) if level == "middle":
                return (self.page.signs.arrows[shape], "arrow")
            case Dots() if level == "middle":
                return (self.page.signs.dots, "")
        return ("", "")

    # --- widths ---

    def half(self, place: int) -> int:
        """Columns on each side of the middle of a point."""
        widest = 0
        for row in (row for group in self.groups for row in group):
            at = row.at[place]
            middle = cells(at.middle)
            if at.is_split:
                side = max(cells(at.left), cells(at.right))
                widest = max(widest, side + (middle + 1) // 2)
            else:
                widest = max(widest, middle // 2)
        return widest

    def width(self, space: int) -> int:
        points = sum(2 * half + 1 for half in self.halves)
        return self.label_width + 5 + points + space * (len(self.halves) - 1) + 4

    # --- lines ---

    def lines(self, space: int) -> Iterator[Line]:
        top, middle, bottom = self.page.signs.box
        widths = (self.label_width + 2, self.width(space) - self.label_width - 5)
        for place, group in enumerate(self.groups):
            yield [(_rule(middle if place else top, widths), "rule")]
            for row in group:
                yield self.line(row, space)
        yield [(_rule(bottom, widths), "rule")]

    def line(self, row: _SubRow, space: int) -> Line:
        upright = self.page.signs.upright
        line: Line = [(upright, "rule"), (f" {_padded(row.label, self.label_width)} ", "")]
        line += [(upright, "rule"), ("  ", "")]
        for place, (at, half) in enumerate(zip(row.at, self.halves, strict=True)):
            line.append((_centred(at, half), at.style))
            if place < len(row.between):
                filler = self.page.signs.gap if row.fill[place] else " "
                text, style = row.between[place]
                line.append((_middle(text, space, filler), style))
        return [*line, ("  ", ""), (upright, "rule")]


def _rule(signs: Sequence[str], widths: Sequence[int]) -> str:
    left, line, crossing, right = signs
    return left + crossing.join(line * width for width in widths) + right


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _centred(at: _Around, half: int) -> str:
    """The middle of a point in the middle of its columns; what stands beside it close to it."""
    width = 2 * half + 1
    if not at.is_split:
        return _middle(at.middle, width, " ")
    before = half - cells(at.middle) // 2
    left = " " * (before - cells(at.left)) + at.left
    return _padded(left + at.middle + at.right, width)


def _middle(text: str, width: int, filler: str) -> str:
    room = width - cells(text)
    return filler * (room // 2) + text + filler * (room - room // 2)
