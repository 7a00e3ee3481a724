"""Values and derivatives of polynomials at a point, for numbers of any sort."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter, mul
from typing import Any

Powers = tuple[int, ...]
Number = Any
"""complex, or `flint.acb`."""
Terms = Mapping[Powers, Number]


class Polynomials:
    """As many polynomials as unknowns, by their coefficients.

    All powers that occur are worked out once at each point, each from a smaller one.
    """

    def __init__(self, rows: Sequence[Terms]) -> None:
        self.count = len(rows)
        self._index: dict[Powers, int] = {}
        self._made: list[tuple[int, int]] = []
        self._rows = [self._sum(row) for row in rows]
        self._slopes = [[self._sum(_slope(row, i)) for i in range(self.count)] for row in rows]

    def at(self, point: Sequence[Number]) -> tuple[list[Number], list[list[Number]]]:
        """The values, and the derivatives by each unknown."""
        powers: list[Number] = [point[0] * 0 + 1]
        for before, i in self._made:
            powers.append(powers[before] * point[i])
        values = [row(powers) for row in self._rows]
        return values, [[entry(powers) for entry in row] for row in self._slopes]

    def _sum(self, row: Terms) -> Callable[[list[Number]], Number]:
        places = [self._place(powers) for powers in row]
        factors = list(row.values())
        if not places:
            return lambda powers: powers[0] * 0
        if len(places) == 1:
            ((place,), (factor,)) = places, factors
            return lambda powers: powers[place] * factor
        chosen = itemgetter(*places)
        return lambda powers: sum(map(mul, chosen(powers), factors))

    def _place(self, powers: Powers) -> int:
        if not any(powers):
            return 0
        if powers not in self._index:
            i = max(range(len(powers)), key=powers.__getitem__)
            before = self._place((*powers[:i], powers[i] - 1, *powers[i + 1 :]))
            self._made.append((before, i))
            self._index[powers] = len(self._made)
        return self._index[powers]


def _slope(row: Terms, i: int) -> dict[Powers, Number]:
    return {
        (*powers[:i], powers[i] - 1, *powers[i + 1 :]): c * powers[i]
        for powers, c in row.items()
        if powers[i]
    }


def solved(matrix: Sequence[Sequence[complex]], right: Sequence[complex]) -> list[complex] | None:
    """By elimination with pivots; None where that breaks down."""
    rows = [[*row, c] for row, c in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        k = max(range(i, size), key=lambda n: abs(rows[n][i]))
        if not abs(rows[k][i]) > 0:
            return None
        rows[i], rows[k] = rows[k], rows[i]
        top = rows[i]
        for n in range(i + 1, size):
            low = rows[n]
            factor = low[i] / top[i]
            if factor:
                for j in range(i + 1, size + 1):
                    low[j] -= factor * top[j]
    found = [0j] * size
    for i in reversed(range(size)):
        row = rows[i]
        rest = row[size] - sum(row[j] * found[j] for j in range(i + 1, size))
        found[i] = rest / row[i]
    return found
