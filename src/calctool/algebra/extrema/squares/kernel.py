"""Vectors on which all Gram matrices vanish, such as the monomials at a zero of the polynomial:
seen in numbers, taken as fractions, and left out of the squares."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from calctool.algebra.extrema.polynomials import Polynomial, ratio
from calctool.algebra.extrema.squares.centre import Centred, Matrix
from calctool.algebra.extrema.squares.program import Block

_SMALL = 1e-4
"""Eigenvalues that may stand for 0 are below this share of the largest one."""
_NEAR = 2e-3
_DENOMINATOR = 64


def without_kernel(blocks: Sequence[Block], seen: Centred) -> list[Block] | None:
    """Facial reduction (Borwein & Wolkowicz 1981): the squares only use combinations that vanish
    on the kernel. None where no kernel is seen, or it is not rational."""
    vectors = [_eigen(matrix) for matrix in seen.blocks]
    bound = _bound(sorted(abs(value) for found in vectors for value, _ in found))
    made: list[Block] = []
    changed = False
    for block, found in zip(blocks, vectors, strict=True):
        null = [v for value, v in found if abs(value) < bound]
        if not null:
            made.append(block)
            continue
        changed = True
        rows = _echelon(null)
        exact = None if rows is None else [[_fraction(c) for c in row] for row in rows]
        if exact is None or any(c is None for row in exact for c in row):
            return None
        kept = _vanishing([[c or Fraction(0) for c in row] for row in exact], block.basis)
        if kept:
            made.append(replace(block, basis=kept))
    return made if changed and made else None


def _bound(sizes: Sequence[float]) -> float:
    """Between the eigenvalues that tend to 0 and the others: where they grow most."""
    if not sizes or sizes[0] >= _SMALL * sizes[-1]:
        return 0.0
    least = 1e-30
    pairs = ((max(b, least) / max(a, least), a, b) for a, b in pairwise(sizes))
    _, low, high = max(each for each in pairs if each[1] < _SMALL * sizes[-1])
    return float((max(low, least) * high) ** 0.5)


def _fraction(value: float) -> Fraction | None:
    near = Fraction(value).limit_denominator(_DENOMINATOR)
    return near if abs(float(near) - value) < _NEAR * max(1.0, abs(value)) else None


def _echelon(vectors: list[list[float]]) -> list[list[float]] | None:
    """The same span, a 1 in a column of its own for each; pivots as large as can be."""
    rows = [list(v) for v in vectors]
    columns = range(len(rows[0]))
    for n in range(len(rows)):
        size, k, j = max((abs(rows[k][j]), k, j) for k in range(n, len(rows)) for j in columns)
        if size < _SMALL:
            return None
        rows[n], rows[k] = rows[k], rows[n]
        pivot = rows[n][j]
        rows[n] = [c / pivot for c in rows[n]]
        for i, row in enumerate(rows):
            if i != n and row[j]:
                rows[i] = [a - row[j] * b for a, b in zip(row, rows[n], strict=True)]
    return rows


def _vanishing(rows: list[list[Fraction]], basis: Sequence[Polynomial]) -> tuple[Polynomial, ...]:
    """A basis of the combinations of the old one whose coefficients every row is orthogonal to."""
    pivots = []
    for row in rows:
        alone = (
            j for j, c in enumerate(row) if c == 1 and not any(r[j] for r in rows if r is not row)
        )
        pivots.append(next(alone))
    free = [j for j in range(len(basis)) if j not in pivots]
    made = []
    for j in free:
        combined = basis[j]
        for row, pivot in zip(rows, pivots, strict=True):
            if row[j]:
                combined = combined - ratio(row[j]) * basis[pivot]
        made.append(combined)
    return tuple(made)


def _eigen(matrix: Matrix) -> list[tuple[float, list[float]]]:
    """Eigenvalues with unit vectors, by Jacobi's rotations."""
    size = len(matrix)
    a = [list(row) for row in matrix]
    vectors = [[float(i == k) for k in range(size)] for i in range(size)]
    for _ in range(30):
        off = sum(a[i][k] ** 2 for i in range(size) for k in range(i))
        if off <= 1e-22 * sum(a[i][i] ** 2 for i in range(size)):
            break
        for i in range(size):
            for k in range(i):
                _rotate(a, vectors, i, k)
    return [(a[i][i], vectors[i]) for i in range(size)]


def _rotate(a: Matrix, vectors: Matrix, i: int, k: int) -> None:
    if abs(a[i][k]) < 1e-300:
        return
    ratio_ = (a[k][k] - a[i][i]) / (2 * a[i][k])
    t = (1 if ratio_ >= 0 else -1) / (abs(ratio_) + (ratio_ * ratio_ + 1) ** 0.5)
    c = 1 / (t * t + 1) ** 0.5
    s = t * c
    for n in range(len(a)):
        p, q = a[i][n], a[k][n]
        a[i][n], a[k][n] = c * p - s * q, s * p + c * q
    for row in a:
        p, q = row[i], row[k]
        row[i], row[k] = c * p - s * q, s * p + c * q
    p_row, q_row = vectors[i], vectors[k]
    vectors[i] = [c * p - s * q for p, q in zip(p_row, q_row, strict=True)]
    vectors[k] = [s * p + c * q for p, q in zip(p_row, q_row, strict=True)]
