"""One picture of several cases: the graph at one value in each, in the same rectangle."""

from __future__ import annotations

from typing import TypeVar

from calctool.algebra.ball.over import Rough
from calctool.notation.tree import Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import Case
from calctool.solve.sketch.beside import shared
from calctool.solve.sketch.graph import joined, polylines, sampled
from calctool.solve.sketch.record import BESIDE, Curve, Role, Sketch
from calctool.solve.sketch.window import height, holds
from calctool.solve.table.record import TableAnswer

T = TypeVar("T")
_ROLES: tuple[Role, ...] = ("graph", *BESIDE)


def family(cases: tuple[Case, ...]) -> Sketch | None:
    """As many as there are ways to draw a line, from the first to the last; None where none of
    them has a graph. The number of a curve is that of its case."""
    drawn = [
        (number, case.answer, case.answer.sketch)
        for number, case in enumerate(cases)
        if isinstance(case.answer, TableAnswer) and case.answer.sketch is not None
    ]
    chosen = _spread(drawn, len(_ROLES))
    if not chosen:
        return None
    across = min(s.across[0] for *_, s in chosen), max(s.across[1] for *_, s in chosen)
    name = chosen[0][1].question.variable
    functions = [Rough(_at_sample(table), (name,)) for _, table, _ in chosen]
    values = [sampled(f, across) for f in functions]
    heights = [s.up for *_, s in chosen]
    up = shared(heights[len(heights) // 2], (height(joined(v), [], calm=False) for v in values))
    curves = tuple(
        Curve(role, polylines(f, v, up), number=number)
        for role, f, v, (number, *_) in zip(_ROLES, functions, values, chosen, strict=False)
    )
    marks = tuple(
        mark
        for *_, sketch in chosen
        for mark in sketch.marks
        if mark.kind in ("maximum", "minimum") and holds(up, mark.y)
    )
    return Sketch(curves, marks, (), across, up)


def _at_sample(table: TableAnswer) -> Tree:
    values = {name: at.expr for name, at in table.sample}
    return substitute(table.question.statement, values)


def _spread(listed: list[T], most: int) -> list[T]:
    """So many of them, evenly, with the first and the last."""
    if len(listed) <= most:
        return listed
    return [listed[round(i * (len(listed) - 1) / (most - 1))] for i in range(most)]
