"""A table of formulas and words as a tabular; over several pages as a longtable."""

from calctool.present.document import Grid, Text
from calctool.render.latex.measure import LINE, ems_of_text
from calctool.render.latex.words import Writing

_ON_A_PAGE = 25
_BETWEEN = 1.2
"""Ems between two columns."""


def is_long(grid: Grid) -> bool:
    return len(grid.rows) > _ON_A_PAGE


def grid(grid: Grid, writing: Writing) -> str:
    name = "longtable" if is_long(grid) else "tabular"
    head, *rows = (_row(row, writing) for row in (grid.head, *grid.rows))
    lines = [
        "{\\renewcommand{\\arraystretch}{1.5}%",
        f"\\noindent\\begin{{{name}}}{{{_columns(grid, writing)}}}",
        f"\\hline {head} \\\\ \\hline",
        *(f"{row} \\\\" for row in rows),
        f"\\hline\n\\end{{{name}}}\\par}}",
    ]
    return "\n".join(lines)


def _row(row: tuple[Text, ...], writing: Writing) -> str:
    # A row that began with [ would be read as an option of the line break before it.
    return " & ".join(f"{{{writing.words(text)}}}" for text in row)


def _columns(grid: Grid, writing: Writing) -> str:
    """As wide as their contents, or in proportion to them where that is too wide."""
    rows = (grid.head, *grid.rows)
    widths = [
        max(ems_of_text(text, writing) for text in column) for column in zip(*rows, strict=True)
    ]
    room = LINE - _BETWEEN * len(widths)
    if sum(widths) <= room:
        return "l" * len(widths)
    return _shared(widths, room)


def _shared(widths: list[float], room: float) -> str:
    """Narrow columns keep their width; the others share what is left."""
    fair = room / len(widths)
    narrow = [width for width in widths if width <= fair]
    wide = sum(width for width in widths if width > fair)
    left = (room - sum(narrow)) / wide
    parts = (
        "l"
        if width <= fair
        else rf">{{\raggedright\arraybackslash}}p{{{width * left / LINE:.2f}\linewidth}}"
        for width in widths
    )
    return "".join(parts)
