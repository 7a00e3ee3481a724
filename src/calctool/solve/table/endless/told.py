"""A row of points at an end at which f switches without end, and what f does beside them."""

from __future__ import annotations

from msgspec import Struct

from calctool.algebra.roots.waves.cells import Cells
from calctool.notation.tree import Tree
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
    at: tuple[Tree, Tree] | None = None
    """The formulas of f at the points, where it is not continuous there."""
    is_flat: bool = False
    """Whether f is constant on a side of some of them."""

    @property
    def values(self) -> tuple[Tree, Tree] | None:
        """The formulas of f at the points, for k even and for k odd; None where it has one."""
        if self.beside is None or self.at is not None:
            return self.at
        return self.beside[0][0].f, self.beside[1][0].f

    @property
    def limits(self) -> tuple[tuple[Tree, Tree], ...]:
        """Where it is not continuous there, the formulas before the points and behind them."""
        if self.beside is None or self.at is None:
            return ()
        (even, odd) = self.beside
        return (even[0].f, odd[0].f), (even[1].f, odd[1].f)
