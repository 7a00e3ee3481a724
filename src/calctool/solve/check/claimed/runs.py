"""The runs of a variation table between turns and breaks, also of one that repeats."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from calctool.algebra.clean import clean
from calctool.notation.tree import INFINITY, Name, Negative, Product, Sum, Tree, number
from calctool.solve.check.claimed.stretches import BOTTOM, TOP
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, value_of
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Kind, TableInterval, TablePoint

BREAKS: tuple[Kind, ...] = ("pole", "hole", "jump", "discontinuity")
"""No interval of monotony goes on through these."""


def shift_of(answer: TableAnswer) -> Tree | None:
    """After which the table repeats on the whole line."""
    return None if answer.question.domain is not None else step_of(answer)


def step_of(answer: TableAnswer) -> Tree | None:
    """After which it repeats on the part of the line that was asked for."""
    if answer.period is not None:
        return answer.period
    for pair in (answer.drift, answer.growth):
        if pair is not None:
            return pair[0]
    return None


def unrolled(
    answer: TableAnswer, many: int
) -> tuple[tuple[TableInterval, ...], tuple[TablePoint, ...]]:
    """The table, with so many repetitions on either side; values where they are the same there."""
    shift = shift_of(answer)
    runs, points = list(answer.intervals), list(answer.points)
    for k in (k for k in range(-many, many + 1) if k and shift is not None):
        by = Product((number(Fraction(k)), shift or number(0)))
        for run in answer.intervals:
            moved = replace(run, start=_moved(run.start, by), end=_moved(run.end, by), sample=None)
            same = answer.period is not None
            runs.append(moved if same else replace(moved, left=None, right=None))
        for point in answer.points:
            there = replace(point, at=_moved(point.at, by))
            same = answer.period is not None
            points.append(there if same else replace(there, value=None, left=None, right=None))
    return tuple(runs), tuple(points)


def _moved(at: Exact, by: Tree) -> Exact:
    moved = Sum((at.expr, by))
    return exact(value_of(moved) or moved)


def joined_runs(answer: TableAnswer) -> list[TableInterval]:
    """The runs of the table, those that only a turn of the curve keeps apart put together, also
    round the end of a period."""
    found: list[TableInterval] = []
    for run in answer.intervals:
        last = found[-1] if found else None
        at = next((p for p in answer.points if compared(p.at, run.start) == 0), None)
        goes_on = at is None or not at.is_a(*BREAKS)
        if last is not None and last.sign == run.sign and goes_on and last.end == run.start:
            found[-1] = TableInterval(last.start, run.end, run.sign, None)
        else:
            found.append(run)
    return _round_the_end(answer, found)


def _round_the_end(answer: TableAnswer, runs: list[TableInterval]) -> list[TableInterval]:
    """The last run of a period and the first one as one, where f goes on between them."""
    shift = shift_of(answer)
    if shift is None or not runs:
        return runs
    first, last = runs[0], runs[-1]
    ends = (first.start, last.end)
    breaks = any(p.at in ends and p.is_a(*BREAKS) for p in answer.points)
    if first.sign != last.sign or breaks or ends != answer.shown:
        return runs
    if len(runs) == 1:
        return [TableInterval(BOTTOM, TOP, first.sign, None)]
    start = clean(Sum((last.start.expr, Negative(shift))))
    joined = TableInterval(exact(value_of(start) or start), first.end, first.sign, None)
    return [joined, *runs[1:-1]]


def repeated(at: Exact, shift: Tree | None) -> Tree:
    """With the whole number k of repetitions, where there are any."""
    if shift is None or at.expr in (INFINITY, Negative(INFINITY)):
        return at.expr
    return clean(Sum((at.expr, Product((Name("k"), shift)))))
