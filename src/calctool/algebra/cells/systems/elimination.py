"""Linear equations and quadratic forms with letters, by completing squares.

Every pivot is one whose sign is known; what cannot be decided is left to whoever asks (`OPEN`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec import Struct

from calctool.algebra.cells.systems.decisions import OPEN, Decisions
from calctool.algebra.field.ring import Element

Row = list[Element]
T = TypeVar("T")


class Affine(Struct):
    """A number that depends on variables: constant + Σ slopes[j]*x_j."""

    constant: Element
    slopes: dict[int, Element]


class Flat(Struct):
    """The points of C*x = d: `solved` variables by the others; None where there are none."""

    solved: dict[int, Affine] | None
    rows: tuple[int, ...]
    """The equations that are independent, in the order of `solved`; others follow from them."""
    transform: list[Row]
    """Rows of numbers: transform*C has the identity in the columns of `solved`."""


class Form(Struct):
    """c + b·x + x·A·x/2 near its stationary points: `signs` are the numbers of positive, negative
    and zero squares; `solved` gives the points, None where there are none."""

    signs: tuple[int, int, int]
    solved: dict[int, Affine] | None


def first_known(found: Iterable[T], test: Callable[[T], int]) -> T | None:
    """The first for which the test is not 0, those that are decided before all others."""
    waiting: Exception | None = None
    for each in found:
        try:
            if test(each):
                return each
        except OPEN as open_:
            waiting = waiting or open_
    if waiting is not None:
        raise waiting
    return None


def flat(decide: Decisions, matrix: Sequence[Row], right: Row, count: int) -> Flat:
    """The solutions of linear equations in so many variables."""
    ring = decide.field.ring
    rows = [list(row) for row in matrix]
    values = list(right)
    many = len(rows)
    moves = [[ring.constant(int(i == j)) for j in range(many)] for i in range(many)]
    columns: list[int] = []
    used: list[int] = []
    for i in range(many):
        row = rows[i]
        column = first_known(
            (j for j in range(count) if j not in columns),
            lambda j, row=row: not decide.is_zero(row[j]),  # type: ignore[misc]
        )
        if column is None:
            if not decide.is_zero(values[i]):
                return Flat(None, (), [])
            continue
        pivot = row[column]
        rows[i] = [entry / pivot for entry in row]
        values[i] = values[i] / pivot
        moves[i] = [entry / pivot for entry in moves[i]]
        for k in range(many):
            by = rows[k][column]
            if k == i or not by.parts()[0]:
                continue
            rows[k] = [a - by * b for a, b in zip(rows[k], rows[i], strict=True)]
            values[k] = values[k] - by * values[i]
            moves[k] = [a - by * b for a, b in zip(moves[k], moves[i], strict=True)]
        columns.append(column)
        used.append(i)
    solved = {
        column: Affine(
            values[i],
            {j: -rows[i][j] for j in range(count) if j not in columns and rows[i][j].parts()[0]},
        )
        for column, i in zip(columns, used, strict=True)
    }
    return Flat(solved, tuple(used), [moves[i] for i in used])


def form(decide: Decisions, matrix: Sequence[Row], linear: Row, names: Sequence[int]) -> Form:
    """The signs of the squares, and the stationary points, of a quadratic function of the
    variables with these numbers."""
    if len(names) == 2:
        quick = _of_two(decide, matrix, linear, names)
        if quick is not None:
            return quick
    return _Squares(decide, matrix, linear, names).form()


def _of_two(
    decide: Decisions, matrix: Sequence[Row], linear: Row, names: Sequence[int]
) -> Form | None:
    """By the determinant, as far as it is not 0."""
    i, j = names
    a, b, c = matrix[i][i], matrix[i][j], matrix[j][j]
    d = a * c - b * b
    sign = decide.sign(d)
    if sign == 0:
        return None
    solved = {
        i: Affine((b * linear[j] - c * linear[i]) / d, {}),
        j: Affine((b * linear[i] - a * linear[j]) / d, {}),
    }
    if sign < 0:
        return Form((1, 1, 0), solved)
    known = first_known((a, c), decide.sign)
    if known is None:
        return None
    return Form((2, 0, 0) if decide.sign(known) > 0 else (0, 2, 0), solved)


class _Squares:
    def __init__(
        self, decide: Decisions, matrix: Sequence[Row], linear: Row, names: Sequence[int]
    ) -> None:
        self.decide, self.left = decide, list(names)
        self.a = [list(row) for row in matrix]
        self.b = list(linear)
        self.signs = [0, 0]
        self.steps: list[tuple[int, Affine]] = []

    def form(self) -> Form:
        while self.left and (self._square() or self._pair()):
            pass
        free = self.left
        is_solved = all(self.decide.is_zero(self.b[k]) for k in free)
        signs = (self.signs[0], self.signs[1], len(free))
        return Form(signs, self._solved() if is_solved else None)

    def _square(self) -> bool:
        """A variable with a square of its own."""
        i = first_known(self.left, lambda k: self.decide.sign(self.a[k][k]))
        if i is None:
            return False
        pivot = self.a[i][i]
        self.signs[self.decide.sign(pivot) < 0] += 1
        self.left.remove(i)
        row, own = self.a[i], self.b[i]
        self.steps.append((i, Affine(-own / pivot, {j: -row[j] / pivot for j in self.left})))
        for j in self.left:
            self.b[j] = self.b[j] - row[j] * own / pivot
            self.a[j] = list(self.a[j])
            for k in self.left:
                self.a[j][k] = self.a[j][k] - row[j] * row[k] / pivot
        return True

    def _pair(self) -> bool:
        """Two variables with a product: one square of each sign."""
        pairs = [(i, j) for i in self.left for j in self.left if i < j]
        found = first_known(pairs, lambda p: not self.decide.is_zero(self.a[p[0]][p[1]]))
        if found is None:
            return False
        i, j = found
        h = self.a[i][j]
        self.signs = [count + 1 for count in self.signs]
        self.left = [k for k in self.left if k not in found]
        one, other, p, q = self.a[i], self.a[j], self.b[i], self.b[j]
        self.steps.append((j, Affine(-p / h, {k: -one[k] / h for k in self.left})))
        self.steps.append((i, Affine(-q / h, {k: -other[k] / h for k in self.left})))
        for k in self.left:
            self.b[k] = self.b[k] - (one[k] * q + other[k] * p) / h
            self.a[k] = list(self.a[k])
            for m in self.left:
                self.a[k][m] = self.a[k][m] - (one[k] * other[m] + other[k] * one[m]) / h
        return True

    def _solved(self) -> dict[int, Affine]:
        """All variables by those that are free."""
        known: dict[int, Affine] = {}
        for i, step in reversed(self.steps):
            known[i] = put(step, known)
        return known


def put(given: Affine, known: dict[int, Affine]) -> Affine:
    """With what is known of its variables put in."""
    constant, slopes = given.constant, dict[int, Element]()
    for j, c in given.slopes.items():
        inner = known.get(j)
        if inner is None:
            slopes[j] = slopes[j] + c if j in slopes else c
            continue
        constant = constant + c * inner.constant
        for k, d in inner.slopes.items():
            slopes[k] = slopes[k] + c * d if k in slopes else c * d
    return Affine(constant, {j: c for j, c in slopes.items() if c.parts()[0]})
