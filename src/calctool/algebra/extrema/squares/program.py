"""Gram matrices of a polynomial: symmetric blocks whose entries solve linear equations over Q."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from flint import fmpq_mat
from msgspec import Struct

from calctool.algebra.extrema.polynomials import Polynomial, fractions, ratio

Entry = tuple[int, int, int]
"""A block, a row and a column not left of it."""


class Block(Struct, frozen=True):
    """A sum of squares of combinations of `basis`, times `weight`."""

    weight: Polynomial
    basis: tuple[Polynomial, ...]


class Program(Struct, frozen=True):
    """All symmetric matrices Q_b and numbers l_j with sum Q_b[i,k]*basis_i*basis_k*weight_b +
    sum l_j*free_j = p: `start` and every combination of `ways`, sparse, by entries."""

    sizes: tuple[int, ...]
    start: dict[int, Fraction]
    ways: tuple[dict[int, Fraction], ...]
    entries: tuple[Entry, ...]

    def at(self, steps: Sequence[Fraction]) -> dict[int, Fraction]:
        """The unknowns at one choice of the free numbers: entries of matrices, then free ones."""
        made = dict(self.start)
        for step, way in zip(steps, self.ways, strict=True):
            if step:
                for i, c in way.items():
                    made[i] = made.get(i, Fraction(0)) + step * c
        return made

    def matrices(self, unknowns: dict[int, Fraction]) -> list[list[list[Fraction]]]:
        """The blocks."""
        made = [[[Fraction(0)] * n for _ in range(n)] for n in self.sizes]
        for i, (b, row, column) in enumerate(self.entries):
            made[b][row][column] = made[b][column][row] = unknowns.get(i, Fraction(0))
        return made


def program(p: Polynomial, blocks: Sequence[Block], free: Sequence[Polynomial]) -> Program | None:
    """None where no matrices solve the equations, be they semidefinite or not."""
    entries = tuple(_entries(blocks))
    columns = [_column(blocks[b], i, k) for b, i, k in entries] + [fractions(q) for q in free]
    wanted = fractions(p)
    rows = {m: n for n, m in enumerate(dict.fromkeys(m for c in (wanted, *columns) for m in c))}
    if not columns:
        return None
    matrix = fmpq_mat(len(rows), len(columns) + 1)
    for j, column in enumerate((*columns, wanted)):
        for m, c in column.items():
            matrix[rows[m], j] = ratio(c)
    reduced, rank = matrix.rref()
    pivots = _pivots(reduced, rank)
    if pivots and pivots[-1] == len(columns):
        return None
    loose = [j for j in range(len(columns)) if j not in set(pivots)]
    start = {j: c for n, j in enumerate(pivots) if (c := _fraction(reduced[n, len(columns)]))}
    ways = tuple(
        {j: Fraction(1)}
        | {pivot: -c for n, pivot in enumerate(pivots) if (c := _fraction(reduced[n, j]))}
        for j in loose
    )
    return Program(tuple(len(each.basis) for each in blocks), start, ways, entries)


def _entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    for b, block in enumerate(blocks):
        for i in range(len(block.basis)):
            yield from ((b, i, k) for k in range(i, len(block.basis)))


def _column(block: Block, i: int, k: int) -> dict[tuple[int, ...], Fraction]:
    product = block.basis[i] * block.basis[k] * block.weight
    return fractions(product if i == k else 2 * product)


def _pivots(reduced: fmpq_mat, rank: int) -> list[int]:
    found: list[int] = []
    for n in range(rank):
        j = found[-1] + 1 if found else 0
        while reduced[n, j] == 0:
            j += 1
        found.append(j)
    return found


def _fraction(value: object) -> Fraction:
    return Fraction(int(value.p), int(value.q))  # type: ignore[attr-defined]
