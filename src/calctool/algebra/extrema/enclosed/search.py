"""Branch and bound: whether a function is above a level on all of a box that is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from heapq import heappop, heappush
from math import inf

from flint import arb
from msgspec import Struct

from calctool.algebra.ball.numbers import Lack, between, working
from calctool.algebra.boxes.search import halves, is_within, meet, width, without
from calctool.algebra.boxes.system import Balls, Corner, balls, corner
from calctool.algebra.domain.intervals import closed
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.extrema.enclosed.record import Constraint, Sloped, Values, may_vanish
from calctool.notation.tree import Sign, Tree

BITS = 64
ROUNDS = 3
"""How often a box is made smaller by slopes before it is cut."""
SHRUNK = 0.7
"""A box that became smaller than this share of itself is looked at again uncut."""
NARROW = 2.0**-24
"""Boxes that are not settled at this width never are."""


class Spared(Struct, frozen=True):
    """A box that need not be looked at; `below` are functions that f is nowhere below on the set
    and that are least in it, close to f there. It `is_flat` if the terms of lowest weight are why.
    """

    box: Corner
    below: tuple[Sloped, ...] = ()
    is_flat: bool = False


Further = Callable[[Corner], "tuple[arb, Spared] | None"]
"""For a small box that cannot be settled a place in it, with the level it leads to."""


class Asked(Struct, frozen=True):
    """Is f > `level` at all points of `box` outside of what is `spared` that keep the constraints?

    `flat` are functions that vanish wherever f may be least off the inequalities: points at which
    one does not, and no inequality holds with =, need not be looked at. Give none where it is open
    whether f has a least value.
    """

    names: tuple[str, ...]
    f: Sloped
    constraints: tuple[Constraint, ...]
    level: arb
    box: Corner
    spared: tuple[Spared, ...]
    flat: tuple[Tree, ...] = ()


class _Wanted(Struct, frozen=True):
    """Of a function the values that are of interest: between `low` and `high`."""

    low: arb | None
    high: arb | None

    def excludes(self, value: arb) -> bool:
        above = self.high is not None and value > self.high
        return bool(above or (self.low is not None and value < self.low))

    def room(self, value: arb) -> tuple[arb | None, arb | None]:
        """How much it may fall and rise."""
        low, high = self.low, self.high
        return None if low is None else low - value, None if high is None else high - value


class _Rest(Struct, frozen=True):
    """What is left of a box, how much each name matters there, and f in the middle."""

    box: Corner
    weights: list[float]
    middle: float


def count_of_boxes(asked: Asked, work: int, further: Further) -> int | None:
    """The boxes that prove it, with the places that are found on the way; None where so many
    operations do not."""
    with working(BITS, 1):
        search = _Search(asked)
        return search.run(work, further)


class _Search:
    def __init__(self, asked: Asked) -> None:
        self.asked, self.names = asked, asked.names
        self.level, self.spared = asked.level, list(asked.spared)
        self.edges = [i for i, each in enumerate(asked.constraints, 1) if each.sign != "="]
        self._prepare()

    def _prepare(self) -> None:
        """f, the constraints, and what f is not below: their values and slopes."""
        below = [each for one in self.spared for each in one.below]
        self.functions = (self.asked.f, *(each.g for each in self.asked.constraints), *below)
        trees = [each.value for each in self.functions]
        slopes = [slope for each in self.functions for slope in each.slopes]
        self._values = Values(trees, self.names)
        self._all = Values((*trees, *slopes, *self.asked.flat), self.names)
        self._want()

    def _want(self) -> None:
        zero, level = arb(0), _Wanted(None, self.level)
        signs: dict[Sign, _Wanted] = {
            "=": _Wanted(zero, zero),
            "<=": _Wanted(None, zero),
            ">=": _Wanted(zero, None),
        }
        own = [signs[each.sign] for each in self.asked.constraints]
        self.wanted = (level, *own, *([level] * (len(self.functions) - 1 - len(own))))

    @property
    def work(self) -> int:
        """Operations that one box takes, about."""
        return 1 + len(self._all) + len(self._values) + 3 * len(self.functions) * len(self.names)

    def run(self, work: int, further: Further) -> int | None:
        """The boxes in which f looks least first: better places are found early."""
        waiting: list[tuple[float, int, Corner]] = [(-inf, 0, self.asked.box)]
        done, used, number = 0, 0, 0
        while waiting:
            if used > work:
                return None
            done += 1
            used += self.work
            rest = self._rest(heappop(waiting)[2])
            if rest is None:
                continue
            for part in self._outside(rest.box):
                if width(part) > NARROW:
                    pieces = halves(part, rest.weights)
                elif self._found(further(part)):
                    pieces = [part]
                else:
                    return None
                for piece in pieces:
                    number += 1
                    heappush(waiting, (rest.middle, number, piece))
        return done

    def _found(self, place: tuple[arb, Spared] | None) -> bool:
        if place is None:
            return False
        level, spared = place
        self.level = min(self.level, level)
        self.spared.append(spared)
        self._prepare()
        return True

    def _rest(self, box: Corner) -> _Rest | None:
        """What may still hold points that are wanted."""
        rest = _Rest(box, [1.0] * len(box), -inf)
        for _ in range(ROUNDS):
            if any(is_within(rest.box, each.box) for each in self.spared):
                return None
            at = balls(rest.box)
            found = self._all.at(at)
            if self._is_settled(found) or self._is_beyond(rest.box, found[0]):
                return None
            smaller = self._narrowed(rest.box, at, found)
            if smaller is None:
                return None
            is_steady = width(smaller[0]) > SHRUNK * width(rest.box)
            rest = _Rest(smaller[0], self._weights(found), smaller[1])
            if is_steady:
                return rest
        return rest

    def _is_settled(self, found: Sequence[arb | Lack]) -> bool:
        values = found[: len(self.functions)]
        if Lack.UNDEFINED in values:
            return True
        pairs = zip(self.wanted, values, strict=True)
        if any(not isinstance(value, Lack) and want.excludes(value) for want, value in pairs):
            return True
        if not self.asked.flat or any(may_vanish(values[i]) for i in self.edges):
            return False
        flat = found[len(self.functions) * (1 + len(self.names)) :]
        return not all(map(may_vanish, flat))

    def _is_beyond(self, box: Corner, value: arb | Lack) -> bool:
        """Close to an edge at which f has no value: by ranges, which may be infinite."""
        if not isinstance(value, Lack):
            return False
        sides = zip(self.names, box, strict=True)
        known = {name: closed(Fraction(a), Fraction(b)) for name, (a, b) in sides}
        low = range_of(self.asked.f.value, known).low
        return low == inf or (
            low > -inf and arb(between(Fraction(low), Fraction(low))) > self.level
        )

    def _slopes(self, found: Sequence[arb | Lack], number: int) -> Sequence[arb | Lack]:
        size = len(self.names)
        start = len(self.functions) + number * size
        return found[start : start + size]

    def _narrowed(
        self, box: Corner, at: Balls, found: Sequence[arb | Lack]
    ) -> tuple[Corner, float] | None:
        """By the mean value theorem, with the value of f in the middle; None where nothing is
        left."""
        middle = tuple(b.mid() for b in at)
        values = self._values.at(middle)
        offsets = [b - m for b, m in zip(at, middle, strict=True)]
        for number, (want, value) in enumerate(zip(self.wanted, values, strict=True)):
            slopes = self._slopes(found, number)
            if isinstance(value, Lack):
                continue
            terms = [
                None if isinstance(slope, Lack) else slope * offset
                for slope, offset in zip(slopes, offsets, strict=True)
            ]
            if None in terms:
                continue
            new = _by_slopes(want.room(value), slopes, terms, offsets)
            if new is None:
                return None
            offsets = new
        left = meet(box, corner(tuple(m + d for m, d in zip(middle, offsets, strict=True))))
        first = -inf if isinstance(values[0], Lack) else float(values[0].mid())
        return None if left is None else (left, first)

    def _weights(self, found: Sequence[arb | Lack]) -> list[float]:
        """The sizes of the slopes of all functions in each name."""
        made = [1e-3] * len(self.names)
        for number in range(len(self.functions)):
            slopes = self._slopes(found, number)
            sizes = [float(abs(s).upper()) for s in slopes if not isinstance(s, Lack)]
            if len(sizes) == len(slopes) and max(sizes) > 0:
                made = [m + s / max(sizes) for m, s in zip(made, sizes, strict=True)]
        return made

    def _outside(self, box: Corner) -> list[Corner]:
        """Cut along the sides of what is spared, once the box is not much wider than that."""
        parts = [box]
        for one in self.spared:
            parts = [
                piece
                for part in parts
                for piece in (without(part, one.box) if _is_near(part, one.box) else [part])
            ]
        return parts


def _by_slopes(
    room: tuple[arb | None, arb | None],
    slopes: Sequence[arb | Lack],
    terms: Sequence[arb | None],
    offsets: list[arb],
) -> list[arb] | None:
    """Smaller ranges of the offsets d with room[0] <= sum of slope * d <= room[1]."""
    low, high = room
    sums = [each for each in terms if each is not None]
    kept = list(offsets)
    for i, slope in enumerate(slopes):
        if isinstance(slope, Lack):
            return kept
        others = sum((each for j, each in enumerate(sums) if j != i), arb(0))
        # slope * d lies between these two.
        least = None if low is None else (low - others).lower()
        most = None if high is None else (high - others).upper()
        if least is not None and most is not None and least > most:
            return None
        new = _divided(least, most, slope, kept[i])
        if new is None:
            return None
        kept[i] = new
        sums[i] = slope * new
    return kept


def _divided(least: arb | None, most: arb | None, slope: arb, known: arb) -> arb | None:
    """The d in `known` with least <= slope * d <= most; None where there is none."""
    if slope.contains(0):
        whole = slope * known
        beyond = (most is not None and whole > most) or (least is not None and whole < least)
        return None if beyond else known
    if slope < 0:
        slope, least, most = (
            -slope,
            None if most is None else -most,
            None if least is None else -least,
        )
    low, high = known.lower(), known.upper()
    if least is not None:
        below = (least / slope).lower()
        low = below if below > low else low
    if most is not None:
        above = (most / slope).upper()
        high = above if above < high else high
    return None if low > high else low.union(high)


def _is_near(box: Corner, other: Corner) -> bool:
    """Whether they overlap, and the box is at most a few times as wide."""
    overlap = all(a < d and c < b for (a, b), (c, d) in zip(box, other, strict=True))
    return overlap and all(b - a < 3 * (d - c) for (a, b), (c, d) in zip(box, other, strict=True))
