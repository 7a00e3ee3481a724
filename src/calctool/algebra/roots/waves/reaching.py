"""Rows reach back: earlier cells that hold exactly one of the zeros that were found one by one."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.found import Hit
from calctool.algebra.roots.points.point import Point, compare
from calctool.algebra.roots.records import Interval
from calctool.algebra.roots.waves.cells import Cells


def reached_back(
    row: Cells, hits: list[Hit], interval: Interval, cut: Fraction
) -> tuple[Cells, list[Hit]]:
    """Earlier cells with exactly one of the zeros belong to the row; without those zeros."""
    first = last = row.first
    while row.far(last + 1).high <= cut:
        last += 1
    k, left, inside = _earlier(row, last, hits, interval)
    if k >= first and inside is not None:
        raise Undecided  # those before the cut are among the zeros
    return replace(row, reach=(k + 1, None)), left


def further_back(row: Cells, hits: list[Hit], interval: Interval) -> tuple[Cells, list[Hit]]:
    """The same on a longer interval, where the zeros are not those of the row so far."""
    k, left, _ = _earlier(row, row.first - 1, hits, interval)
    return replace(row, reach=(k + 1, None)), left


def _earlier(
    row: Cells, last: int, hits: list[Hit], interval: Interval
) -> tuple[int, list[Hit], list[Hit] | None]:
    """The cell behind which each down to the `last` one holds one zero, the other zeros, and those
    in that cell."""
    k, left, inside = last, list(hits), None
    while last - k < budget.MEMBERS:
        inside = _in_cell(row, k, left, interval)
        if inside is None or len(inside) != 1:
            break
        left.remove(inside[0])
        k -= 1
    return k, left, inside


def _in_cell(row: Cells, k: int, hits: list[Hit], interval: Interval) -> list[Hit] | None:
    """The zeros in a cell on the half line t > 0; None where it leaves the interval."""
    try:
        far = row.cell(k)
        if far[0].low < 0 or far[1].low <= 0 or (row.is_exact and far[0].low <= 0):
            return []
        if far[0].high == 0 and row.picture.at is not None:
            return []
        ends = [row.seen(each) for each in far]
    except (Undecided, Undefined):
        return []
    low, high = (ends[1], ends[0]) if row.picture.falls else (ends[0], ends[1])
    if not _is_held(low, high, interval):
        return None
    if row.is_exact and interval.end is not None and compare(low, interval.end) == 0:
        return None  # between two halves: it belongs to the upper one
    if row.is_exact:
        return [hit for hit in hits if compare(hit.at, low) in (0, None)]
    return [hit for hit in hits if compare(hit.at, low) == 1 and compare(hit.at, high) == -1]


def _is_held(low: Point, high: Point, interval: Interval) -> bool:
    """Whether the cell lies in the interval."""
    after = interval.start is None or compare(low, interval.start) in (0, 1)
    return after and (interval.end is None or compare(high, interval.end) in (0, -1))
