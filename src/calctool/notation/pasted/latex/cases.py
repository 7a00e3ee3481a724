r"""The rows of cases, and of an array in \left\{ … \right., as branches."""

from __future__ import annotations

from calctool.notation.node import Span
from calctool.notation.pasted.branches import Row, piecewise
from calctool.notation.pasted.latex.cursor import Cursor
from calctool.notation.pasted.pieces import Run
from calctool.notation.problem import Problem

_CELL_ENDS = ("&", "\\\\", "\\end")


def cases(r: Cursor, name: str, span: Span) -> Run:
    r"""From after \begin{cases} to its \end; Piecewise(…)."""
    if name.rstrip("*") in ("array", "alignedat") and r.key == "{":
        r.raw_group()
    rows: list[Row] = []
    while r.key != "\\end":
        if r.token.kind == "end":
            raise Problem("latex.delimiter", span, hint="latex.delimiter", sign="\\end")
        rows += _row(r)
    r.advance()
    refuse_other_end(r, name)
    return piecewise(rows, Span(span.start, r.tokens[r.at - 1].end), closes=True)


def refuse_other_end(r: Cursor, name: str) -> None:
    r"""\end{name}, as it was begun."""
    start = r.tokens[r.at - 1].start
    if (other := r.raw_group()) != name:
        span = Span(start, r.tokens[r.at - 1].end)
        sign = f"\\begin{{{other[:20]}}}"
        raise Problem("latex.delimiter", span, hint="latex.delimiter-before", sign=sign)


def _row(r: Cursor) -> list[Row]:
    start = r.token.start
    before = r.in_condition
    r.in_condition, r.is_otherwise = True, False
    cells = [r.sequence(*_CELL_ENDS)]
    while r.key == "&":
        r.advance()
        cells.append(r.sequence(*_CELL_ENDS))
    is_otherwise = r.is_otherwise
    r.in_condition, r.is_otherwise = before, False
    span = Span(start, r.token.start)
    if r.key == "\\\\":
        r.advance()
    value, condition = cells[0], [piece for cell in cells[1:] for piece in cell]
    if len(cells) == 1:
        value, condition = _at_last_comma(value)
    if not value and not condition:
        return []
    return [Row(_trimmed(value), None if is_otherwise else _trimmed(condition), span)]


def _at_last_comma(run: Run) -> tuple[Run, Run]:
    """The value and its condition in one cell."""
    depth = 0
    for at in range(len(run) - 1, -1, -1):
        depth += run[at].text.count(")") - run[at].text.count("(")
        if depth == 0 and run[at].text == ",":
            return run[:at], run[at + 1 :]
    return run, []


def _trimmed(run: Run) -> Run:
    while run and run[-1].text in (",", ".", ";"):
        run = run[:-1]
    return run
