"""Polytopes over Q: whether they are bounded, and their corners."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from flint import fmpq_mat

from calctool import budget
from calctool.algebra.extrema.affine_forms import Form, rank
from calctool.algebra.extrema.polynomials import ratio
from calctool.algebra.extrema.simplex import least

Point = tuple[Fraction, ...]
Row = tuple[Form, Fraction, str]
"""form·x + constant, compared with 0 by "=" or ">="."""


def is_bounded(rows: Sequence[Row], count: int) -> bool:
    """Whether no direction leads to infinity: a linear programme for each of them."""
    lines: list[list[Fraction]] = []
    for form, _, sign in rows:
        lines.append([-c for c in form])
        if sign == "=":
            lines.append([*form])
    units = [[Fraction(i == j) for j in range(count)] for i in range(count)]
    box = [*units, *([-c for c in unit] for unit in units)]
    limits = [Fraction(0)] * len(lines) + [Fraction(1)] * len(box)
    for aim in box:
        found = least(aim, [*lines, *box], limits)
        if found is None or found.value < 0:
            return False
    return True


def corners(rows: Sequence[Row], count: int) -> list[Point] | None:
    """All of a bounded polytope; None where it is empty or there are too many choices."""
    fixed = [row for row in rows if row[2] == "="]
    free = [row for row in rows if row[2] != "="]
    own = rank([form for form, _, _ in fixed]) if fixed else 0
    chosen = list(combinations(free, count - own))
    if len(chosen) > budget.CORNERS:
        return None
    found: dict[Point, None] = {}
    for active in chosen:
        point = _meeting([*fixed, *active], count)
        if point is not None and _keeps(rows, point):
            found[point] = None
    return list(found) or None


def _meeting(rows: Sequence[Row], count: int) -> Point | None:
    """The only point where all are 0."""
    if rank([form for form, _, _ in rows]) < count:
        return None
    whole = fmpq_mat([[*map(ratio, form), ratio(-c)] for form, c, _ in rows])
    table, found = whole.rref()
    if found > count:
        return None
    listed = table.tolist()
    return tuple(Fraction(int(listed[i][count].p), int(listed[i][count].q)) for i in range(count))


def _keeps(rows: Sequence[Row], point: Point) -> bool:
    return all(_at(row, point) >= 0 if row[2] != "=" else _at(row, point) == 0 for row in rows)


def _at(row: Row, point: Point) -> Fraction:
    return sum((a * b for a, b in zip(row[0], point, strict=True)), row[1])


def inside(rows: Sequence[Row], count: int) -> Point | None:
    """The middle of the corners, if no inequality is 0 there."""
    found = corners(rows, count)
    if found is None:
        return None
    size = len(found)
    middle = tuple(sum(column, Fraction(0)) / size for column in zip(*found, strict=True))
    return middle if all(_at(row, middle) > 0 for row in rows if row[2] != "=") else None
