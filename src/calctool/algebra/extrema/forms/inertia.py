"""Signs of the eigenvalues of a symmetric matrix of scalars, without its eigenvalues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import combinations, pairwise, product
from operator import add
from typing import Any

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.places.balls_first import QuickScalar
from calctool.algebra.places.place import Scalar

Matrix = Sequence[Sequence[Scalar]]
_MANY = 4
"""Rows from which on sums of minors take longer than pivots."""


class Inertia(Struct, frozen=True):
    """How many eigenvalues are positive, negative and zero."""

    positive: int
    negative: int
    zero: int

    @property
    def is_indefinite(self) -> bool:
        """Whether there are positive and negative eigenvalues."""
        return bool(self.positive and self.negative)

    @property
    def sign(self) -> int:
        """The sign of those that are not zero, 0 where there are none or both occur."""
        return (self.positive > 0) - (self.negative > 0)


class Minors:
    """Determinants of parts of one matrix, each worked out once."""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self._known: dict[tuple[tuple[int, ...], tuple[int, ...]], Scalar] = {}

    def of(self, rows: tuple[int, ...], columns: tuple[int, ...]) -> Scalar:
        """By expansion along the first row."""
        if len(rows) == 1:
            return self.matrix[rows[0]][columns[0]]
        found = self._known.get((rows, columns))
        if found is None:
            terms = [self._signed(rows, columns, position) for position in range(len(columns))]
            found = self._known[rows, columns] = reduce(add, terms)
        return found

    def _signed(self, rows: tuple[int, ...], columns: tuple[int, ...], position: int) -> Scalar:
        rest = columns[:position] + columns[position + 1 :]
        term = self.matrix[rows[0]][columns[position]] * self.of(rows[1:], rest)
        return -term if position % 2 else term

    def principal(self, size: int) -> Iterable[tuple[tuple[int, ...], Scalar]]:
        """The principal minors of this size, each with the rows that it keeps."""
        for kept in combinations(range(len(self.matrix)), size):
            yield kept, self.of(kept, kept)


def leading_minors(matrix: Matrix) -> tuple[Scalar, ...]:
    """The determinants of the upper left corners, the smallest first."""
    minors = Minors(matrix)
    corners = [tuple(range(size)) for size in range(1, len(matrix) + 1)]
    return tuple(minors.of(corner, corner) for corner in corners)


def symmetric_sums(matrix: Matrix) -> list[Scalar]:
    """The elementary symmetric functions of the eigenvalues: sums of principal minors."""
    minors = Minors(matrix)
    return [
        reduce(add, (value for _, value in minors.principal(size)))
        for size in range(1, len(matrix) + 1)
    ]


def inertia(matrix: Matrix) -> Inertia | None:
    """By pivots in balls where that decides; else by Descartes' rule, which is exact here since all
    eigenvalues are real.

    A sign that is not known is tried in all three ways: only what they agree on is said.
    """
    size = len(matrix)
    seen = _by_pivots(matrix) if size >= _MANY else None
    if seen is not None:
        return seen
    signs = [value.sign() for value in symmetric_sums(matrix)]
    choices = [(-1, 0, 1) if sign is None else (sign,) for sign in signs]
    found = {made for choice in product(*choices) if (made := counted(choice, size))}
    return found.pop() if len(found) == 1 else None


def _by_pivots(matrix: Matrix) -> Inertia | None:
    """Of values that are quickly enclosed: symmetric elimination, whose pivots, numbers or blocks
    of two rows with a negative determinant, have the signs of the whole (Sylvester)."""
    bits = budget.PIVOT_BITS
    quick = [[entry for entry in row if isinstance(entry, QuickScalar)] for row in matrix]
    if any(len(row) < len(matrix) for row in quick):
        return None
    with working(bits, 1):
        found = [[entry.enclosure(bits) for entry in row] for row in quick]
        return None if any(None in row for row in found) else _eliminated(found)


def _eliminated(rest: list[list[Any]]) -> Inertia | None:
    positive = negative = 0
    while rest:
        left = range(len(rest))
        i = max(left, key=lambda n: abs(float(rest[n][n].mid())))
        k, j = max(
            ((a, b) for a in left for b in left if a != b),
            key=lambda pair: abs(float(rest[pair[0]][pair[1]].mid())),
            default=(i, i),
        )
        if 2 * abs(float(rest[i][i].mid())) >= abs(float(rest[k][j].mid())):
            pivot = rest[i][i]
            if not (pivot > 0 or pivot < 0):
                return None
            positive, negative = positive + (pivot > 0), negative + (pivot < 0)
            kept = [n for n in left if n != i]
            rest = [[rest[a][b] - rest[a][i] * rest[i][b] / pivot for b in kept] for a in kept]
            continue
        p, q, r = rest[k][k], rest[k][j], rest[j][j]
        below = p * r - q * q
        if not below < 0:
            return None
        positive, negative = positive + 1, negative + 1
        kept = [n for n in left if n not in (k, j)]
        rest = [[rest[a][b] - _through(rest, a, b, (k, j), below) for b in kept] for a in kept]
    return Inertia(positive, negative, 0)


def _through(rest: list[list[Any]], a: int, b: int, pair: tuple[int, int], below: Any) -> Any:
    """A row times the inverse of the block of a pair times a column."""
    k, j = pair
    first = rest[j][j] * rest[k][b] - rest[k][j] * rest[j][b]
    second = rest[k][k] * rest[j][b] - rest[k][j] * rest[k][b]
    return (rest[a][k] * first + rest[a][j] * second) / below


def counted(signs: Sequence[int], size: int) -> Inertia | None:
    """None for signs that no symmetric matrix has."""
    negative = _changes((1, *signs))
    positive = _changes((1, *(-sign if k % 2 else sign for k, sign in enumerate(signs, 1))))
    zero = size - max((k for k, sign in enumerate(signs, 1) if sign), default=0)
    whole = positive + negative + zero == size
    return Inertia(positive, negative, zero) if whole else None


def _changes(signs: Sequence[int]) -> int:
    kept = [sign for sign in signs if sign]
    return sum(a != b for a, b in pairwise(kept))


def bordered(hessian: Matrix, jacobian: Matrix, nothing: Scalar) -> tuple[tuple[Scalar, ...], ...]:
    """[[0, J], [Jᵀ, H]] for the Hessian of the Lagrangian and the constraint gradients."""
    above = [(*(nothing for _ in jacobian), *row) for row in jacobian]
    below = [(*(row[index] for row in jacobian), *line) for index, line in enumerate(hessian)]
    return (*above, *below)


def on_tangent_space(matrix: Matrix, constraints: int) -> Inertia | None:
    """What is left of a bordered matrix when each independent constraint has taken one of each."""
    found = inertia(matrix)
    if found is None or min(found.positive, found.negative) < constraints:
        return None
    return Inertia(found.positive - constraints, found.negative - constraints, found.zero)


def bordered_minors(matrix: Matrix, constraints: int) -> tuple[Scalar, ...]:
    """The corners that decide: those of more than twice as many rows as constraints."""
    minors = Minors(matrix)
    sizes = range(2 * constraints + 1, len(matrix) + 1)
    return tuple(minors.of(tuple(range(size)), tuple(range(size))) for size in sizes)
