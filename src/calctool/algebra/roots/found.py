"""What one method found on one open interval, and how such findings are put together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.points.point import Point, compare
from calctool.algebra.roots.records import Box, Family, Interval, Link, State
from calctool.algebra.roots.waves.cells import Cells

WORST_FIRST: tuple[State, ...] = ("partial", "window", "complete")


class Hit(Struct, frozen=True):
    """A zero with its multiplicity, None where that is not a whole number or not known."""

    at: Point
    times: int | None = 1


class Found(Struct, frozen=True):
    """Zeros in ascending order; `methods` name how they were found, `facts` fill their words."""

    hits: tuple[Hit, ...] = ()
    state: State = "complete"
    families: tuple[Family, ...] = ()
    undecided: tuple[Box, ...] = ()
    chain: tuple[Link, ...] = ()
    flat: tuple[Interval, ...] = ()
    methods: tuple[str, ...] = ()
    cells: tuple[Cells, ...] = ()

    @property
    def points(self) -> list[Point]:
        """The points at which there are zeros."""
        return [hit.at for hit in self.hits]

    def all_points(self) -> list[Point]:
        """The zeros, where there certainly are no others; else Undecided."""
        if self.state != "complete" or self.families or self.flat or self.cells:
            raise Undecided
        return self.points

    def raised(self, power: int) -> Found:
        """The zeros of a power of the function."""
        hits = (Hit(hit.at, hit.times and hit.times * power) for hit in self.hits)
        return replace(self, hits=tuple(hits))


def together(parts: Iterable[Found]) -> Found:
    """The findings for several factors, or on several intervals."""
    listed = list(parts)
    hits: list[Hit] = []
    for part in listed:
        for hit in part.hits:
            _insert(hits, hit)
    states = {part.state for part in listed}
    return Found(
        tuple(hits),
        next((state for state in WORST_FIRST if state in states), "complete"),
        tuple(family for part in listed for family in part.families),
        tuple(sorted(box for part in listed for box in part.undecided)),
        tuple(link for part in listed for link in part.chain),
        tuple(interval for part in listed for interval in part.flat),
        tuple(dict.fromkeys(method for part in listed for method in part.methods)),
        tuple(cells for part in listed for cells in part.cells),
    )


def _insert(hits: list[Hit], new: Hit) -> None:
    place = len(hits)
    while place:
        order = compare(new.at, hits[place - 1].at)
        if order is None:
            raise Undecided
        if order == 0:
            hits[place - 1] = _joined(hits[place - 1], new)
            return
        if order > 0:
            break
        place -= 1
    hits.insert(place, new)


def _joined(a: Hit, b: Hit) -> Hit:
    times = None if a.times is None or b.times is None else a.times + b.times
    return Hit(b.at if b.at.exact and not a.at.exact else a.at, times)


def ordered(points: Iterable[Point]) -> list[Point]:
    """In ascending order, equal ones once; Undecided where two cannot be told apart."""
    hits: list[Hit] = []
    for point in points:
        _insert(hits, Hit(point))
    return [hit.at for hit in hits]


def strictly_inside(points: Iterable[Point], interval: Interval) -> list[Point]:
    """Those between the ends of an interval, neither of them included."""
    return [point for point in points if is_inside(point, interval)]


def is_inside(point: Point, interval: Interval) -> bool:
    """Whether a point lies strictly inside an interval; Undecided if it may be one of its ends."""
    for end, side in ((interval.start, 1), (interval.end, -1)):
        if end is not None:
            order = compare(point, end)
            if order is None:
                raise Undecided
            if order != side:
                return False
    return True


def meet(a: Interval, b: Interval) -> Interval | None:
    """What two intervals have in common, None where that is nothing."""
    start, left = _inner(a.start, a.closed[0], b.start, b.closed[0], 1)
    end, right = _inner(a.end, a.closed[1], b.end, b.closed[1], -1)
    if start is not None and end is not None:
        order = compare(start, end)
        if order is None:
            raise Undecided
        if order > 0 or (order == 0 and not (left and right)):
            return None
        end = start if order == 0 else end
    return Interval(start, end, (left, right))


def _inner(
    p: Point | None, p_closed: bool, q: Point | None, q_closed: bool, side: int
) -> tuple[Point | None, bool]:
    """The end that cuts off more."""
    if p is None or q is None:
        return (q, q_closed) if p is None else (p, p_closed)
    order = compare(p, q)
    if order is None:
        raise Undecided
    if order == 0:
        return p, p_closed and q_closed
    return (p, p_closed) if order == side else (q, q_closed)


def cut(interval: Interval, points: Iterable[Point]) -> list[Interval]:
    """The open pieces of an interval between points inside it, which are in order."""
    ends = [interval.start, *points, interval.end]
    return [Interval(a, b) for a, b in pairwise(ends)]


def sorted_hits(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """In ascending order; equal zeros are joined, with their multiplicities."""
    listed: list[Hit] = []
    for hit in sorted(hits, key=lambda each: each.at.low):
        _insert(listed, hit)
    return tuple(listed)
