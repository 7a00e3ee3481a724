"""What is known of f at an end with points without end, and what follows from it."""

from __future__ import annotations

from msgspec import Struct

from calctool.solve.exact.line import TOP
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.rows import Envelope, Member, Row
from calctool.solve.table.endless.fences import Fence
from calctool.solve.table.endless.parts import End
from calctool.solve.variation import Family


class Beside(Struct, frozen=True):
    """What f comes to at holes, or on one side of points at which it jumps: along the row, and
    first members."""

    limits: tuple[Envelope, ...]
    early: tuple[Member, ...]


class Tail(Struct, frozen=True):
    """What is known of f at one end with critical points without end.

    `early` are the members before the theorem on the values holds, with those values.
    """

    end: End
    families: tuple[Family, ...]
    early: tuple[Member, ...]
    fences: tuple[Fence, ...] = ()
    """Bounds of f beyond those, where the values along a row are not known."""
    beside: tuple[Beside, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Those of critical points."""
        found = (each.row for each in self.families if each.is_critical)
        return tuple(row for row in found if row is not None)

    @property
    def envelopes(self) -> tuple[Envelope, ...]:
        """The values of f along the rows."""
        return tuple(each for row in self.rows for each in row.values)

    @property
    def is_known(self) -> bool:
        """Whether the values of f along all rows of critical points are, or bounds of them."""
        poles = all(each.row and each.row.sides for each in self.families if each.kind == "pole")
        known = all(row.values for row in self.rows) and all(one.limits for one in self.beside)
        return bool(self.fences) or (poles and known)

    @property
    def infinities(self) -> tuple[Exact, ...]:
        """What f tends to beside poles without end."""
        sides = (side for each in self.families if each.row for side in each.row.sides)
        return tuple(dict.fromkeys(end for side in sides for end in (side.left, side.right)))

    @property
    def jumps(self) -> tuple[Envelope, ...]:
        """The one-sided limits along rows of jumps."""
        return tuple(each for one in self.beside for each in one.limits)

    @property
    def is_flat(self) -> bool:
        """Whether f is constant on intervals without end."""
        return any(told.is_flat for told in self.end.told[0])

    @property
    def approached(self) -> tuple[Exact, ...]:
        """What f comes near without end as the rows go on."""
        if self.fences:
            return tuple(each.limit for each in self.fences if each.limit is not None)
        going = (*(each for each in self.envelopes if each.trend), *self.jumps)
        return tuple(each.limit for each in going if each.limit is not None)

    def heights(self, level: Exact) -> set[int | None]:
        """On which sides of a level the values close to the end lie: -1, 0, 1; None is not known.

        Between critical points f goes one way, and their values tend to limits on which they do
        not lie where they rise or fall.
        """
        if not self.is_known:
            return {None}
        beside: set[int | None] = {1 if each == TOP else -1 for each in self.infinities}
        beside |= {_height(each, level) or None for each in self.jumps}
        return beside | {_height(each, level) for each in self.envelopes}

    @property
    def limits(self) -> tuple[Exact | None, Exact | None]:
        """Inferior and superior, of f at the end."""
        if self.fences:
            return self.fences[0].limit, self.fences[1].limit
        both = (*self.envelopes, *self.jumps)
        limits = [each.limit for each in both if each.limit is not None]
        limits += self.infinities
        if not limits or not self.is_known:
            return None, None
        return _utmost(limits, -1), _utmost(limits, 1)

    @property
    def turns(self) -> bool:
        """Whether there are critical points or gaps without end, and not inflections alone."""
        return self.end.turns


def _height(envelope: Envelope, level: Exact) -> int | None:
    if envelope.trend is None or envelope.limit is None:
        return None
    order = compared(envelope.limit, level)
    return order if order else None if order is None else -envelope.trend


def _utmost(limits: list[Exact], turn: int) -> Exact | None:
    best = limits[0]
    for each in limits[1:]:
        order = compared(each, best)
        if order is None:
            return None
        best = each if order == turn else best
    return best
