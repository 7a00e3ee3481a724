"""A row of points at an end at which f switches without end, and what f does beside them."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, multiplied
from calctool.algebra.roots.limits.far_forms import normalised, with_roots
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.pictures import Picture
from calctool.notation.tree import Name, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.rows import Residue
from calctool.solve.table.line.pieces import Function
from calctool.solve.variation import Kind

Sides = tuple[Function, Function]
"""The formulas that hold before and behind a point, in the order of t."""


class Told(Struct, frozen=True):
    """Points of one row: what they are, and the formulas beside them, for k even and for k odd.

    `sort` says what f, or its derivative, does at all of them; "stationary" where f' is 0.
    """

    cells: Cells
    sort: Kind
    kinds: tuple[tuple[Residue, str], ...]
    beside: tuple[Sides, Sides] | None = None
    """None where one formula holds throughout."""

    def seen(self, picture: Picture, name: str) -> tuple[Tree, Tree] | None:
        """The formulas of f that hold up to the points, for k even and for k odd, in t."""
        if self.beside is None:
            return None
        value = {name: picture.of(Name(name))}
        even, odd = (substitute(before.f, value) for before, _ in self.beside)
        return even, odd


def halved(row: Cells, remainder: int) -> Cells:
    """Every other point of a row, numbered anew."""
    turn = added((multiplied((number(2), Name(row.integer))), number(remainder)))
    low, high = (
        with_roots(normalised(substitute(end, {row.integer: turn}))) for end in (row.low, row.high)
    )
    first = row.reach[0] or 0
    reach = ((first - remainder + 1) // 2, None)
    return replace(row, low=low, high=low if row.low == row.high else high, reach=reach)
