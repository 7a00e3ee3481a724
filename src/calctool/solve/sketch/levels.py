"""Which level curves a map shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor, log10

from calctool import budget
from calctool.solve.candidates import CandidatePoint, PointSet
from calctool.solve.exact.record import Exact
from calctool.solve.sketch.contours import Grid
from calctool.solve.sketch.window import number

_DISTINCT = 1e-9


def heights_of(found: Iterable[CandidatePoint | PointSet]) -> list[Exact]:
    """The different values that f has there."""
    kept: list[Exact] = []
    for each in found:
        if each.value is not None and not _stands(number(each.value), kept, _DISTINCT):
            kept.append(each.value)
    return kept[: budget.SKETCH_LEVELS]


def spread(grid: Grid, taken: Sequence[Exact]) -> list[float]:
    """Round heights between which about equal parts of the map lie."""
    heights = sorted(height for row in grid.heights for height in row if height is not None)
    if not heights or heights[0] == heights[-1]:
        return []
    share = (len(heights) - 1) / (budget.SKETCH_LEVELS + 1)
    parts = [heights[round(share * place)] for place in range(budget.SKETCH_LEVELS + 2)]
    kept: list[float] = []
    for before, height, after in zip(parts, parts[1:], parts[2:], strict=False):
        near = (after - before) / 6
        level = _round(height, near) if near > 0 else height
        inside = heights[0] < level < heights[-1]
        if inside and level not in kept and not _stands(level, taken, near):
            kept.append(level)
    return kept


def _round(value: float, near: float) -> float:
    """The shortest number that is as close as that."""
    power = 10.0 ** floor(log10(near))
    step = power * max(part for part in (1, 2, 5) if power * part <= near * (1 + 1e-9))
    return round(value / step) * step


def _stands(level: float | None, kept: Sequence[Exact], near: float) -> bool:
    """Whether a level curve is there already."""
    values = [number(each) for each in kept]
    return level is None or any(
        value is not None and abs(value - level) <= max(near, abs(level) * _DISTINCT)
        for value in values
    )
