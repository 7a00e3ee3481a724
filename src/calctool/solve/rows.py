"""Points without end that are known by their cells, as an answer tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from calctool.notation.tree import Tree
from calctool.solve.exact.record import Exact

if TYPE_CHECKING:
    from calctool.algebra.roots.waves.cells import Cells

Residue = tuple[int, int]
"""(r, m) for the whole numbers k with the remainder r by m."""


class Member(Struct, frozen=True):
    """The k-th point and the value of f there."""

    k: int
    at: Exact
    value: Exact | None


class Shown(Struct, frozen=True):
    """So many members, from the k `first` on or from the first there is."""

    count: int
    first: int | None = None

    def of(self, reach: tuple[int | None, int | None]) -> range:
        """The numbers of those of a row."""
        start = reach[0] or 0
        first = start if self.first is None else self.first
        return range(max(first, start), max(first + self.count, start))


class Envelope(Struct, frozen=True):
    """f(x) = on(x) at the points with this residue, from `since` on, `on` having no waves.

    There the values rise (1), fall (-1) or stay (0) with growing |k|; `limit` is what they tend to.
    """

    residue: Residue
    on: Tree
    trend: int | None
    since: int
    limit: Exact | None


class Sides(Struct, frozen=True):
    """What f tends to from the left and from the right at the places with this residue."""

    residue: Residue
    left: Exact
    right: Exact


class Recurring(Struct, frozen=True):
    """The members with this remainder, from `since` on, of the family at this place."""

    family: int
    residue: Residue
    since: int


class Near(Struct, frozen=True):
    """A formula in k that the points come near, their side of it, and the limit of the distance."""

    at: Tree
    side: int
    limit: Tree


class Row(Struct, frozen=True):
    """Where the points are, what they are, the values there, and the first few written out."""

    cells: Cells
    kinds: tuple[tuple[Residue, str], ...] = ()
    values: tuple[Envelope, ...] = ()
    members: tuple[Member, ...] = ()
    listed: tuple[Exact, ...] = ()
    """Those that the table shows."""
    near: Near | None = None
    sides: tuple[Sides, ...] = ()
    """Of poles."""
    mirror: int = 0
    """1 where f is even and these are the points -x of another row, -1 where f is odd."""
    unwritten: tuple[int, ...] = ()
    """Those asked for that are too far out, or too near to the end of their cell, for a number."""
    sort: str = "stationary"
    """What f does at all of them, a kind of point: "kink" where f' has no value."""
