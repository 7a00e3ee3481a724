"""Gradients of equations, their minors, and what these say about a point: smooth or singular."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from calctool import budget
from calctool.algebra.systems.ideals.frame import Frame, Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.algebra.systems.points.number_field import FieldNumber
from calctool.algebra.systems.points.place import AlgebraicPlace


def jacobian(frame: Frame, polynomials: Sequence[Polynomial]) -> list[list[Polynomial]]:
    """The partial derivatives of polynomials, a row for each."""
    return [[p.derivative(i) for i in range(frame.count)] for p in polynomials]


def minors(
    matrix: Sequence[Sequence[Polynomial]], size: int, always: int | None = None
) -> Iterator[Polynomial]:
    """The minors that are not zero; row number `always` is in all of them."""
    free = [r for r in range(len(matrix)) if r != always]
    taken = size if always is None else size - 1
    choices = (
        (rows if always is None else (*rows, always), columns)
        for rows in combinations(free, taken)
        for columns in combinations(range(len(matrix[0])), size)
    )
    listed = list(islice(choices, budget.SYSTEM_MINORS + 1))
    if len(listed) > budget.SYSTEM_MINORS:
        raise TooLarge
    for rows, columns in listed:
        value = _determinant([[matrix[r][c] for c in columns] for r in rows])
        if value:
            yield value


def _determinant(matrix: list[list[Polynomial]]) -> Polynomial:
    """By the first row: the matrices are small."""
    if len(matrix) == 1:
        return matrix[0][0]
    total = matrix[0][0] * 0
    for c, entry in enumerate(matrix[0]):
        if entry:
            rest = [[*row[:c], *row[c + 1 :]] for row in matrix[1:]]
            total += (-1) ** c * entry * _determinant(rest)
    return total


def is_smooth(frame: Frame, ideal: Ideal, place: AlgebraicPlace) -> bool:
    """Whether the gradients span as many directions as the part lacks: a manifold near by."""
    rows = [[frame.at(place, entry) for entry in row] for row in jacobian(frame, ideal.generating)]
    return _rank(rows) == frame.count - ideal.dimension


def _rank(rows: list[list[FieldNumber]]) -> int:
    rank = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((r for r in range(rank, len(rows)) if not rows[r][column].is_zero), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        inverse = rows[rank][column].inverse()
        for r in range(rank + 1, len(rows)):
            factor = rows[r][column] * inverse
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[rank], strict=True)]
        rank += 1
    return rank


def singular(frame: Frame, ideal: Ideal) -> list[Polynomial]:
    """What is zero, besides the equations, where the part is not smooth."""
    return list(minors(jacobian(frame, ideal.generating), frame.count - ideal.dimension))
