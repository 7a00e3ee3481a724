"""A row of points at an end at which f switches without end, and what f does beside them."""

from __future__ import annotations

from msgspec import Struct

from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.pictures import Picture
from calctool.notation.tree import Name, Tree
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
