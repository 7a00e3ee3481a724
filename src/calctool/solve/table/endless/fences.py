"""Bounds of f beyond the members that are compared, where its values along a row are not known."""

from __future__ import annotations

from fractions import Fraction
from math import inf

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball.over import over
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import limit_at
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.waves.bounds import Bounds, bounds_by_slope, bounds_far, meeting
from calctool.algebra.roots.waves.cells import Cells
from calctool.notation.tree import Tree
from calctool.solve.exact.line import constant, is_infinite
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosed
from calctool.solve.table.endless.envelopes import trend_of


class Fence(Struct, frozen=True):
    """Beyond the members that are compared f is at most (turn 1) or at least (-1) the `height`.

    `limit` is what f comes near without end, ever farther out, and does not reach there; None
    where that is not known.
    """

    turn: int
    height: Exact
    limit: Exact | None


class Fences(Struct, frozen=True):
    """Both of them, and the numbers of the members of each row that have to be compared."""

    both: tuple[Fence, Fence]
    numbers: tuple[range, ...]


def fences(search: Effort, f: Tree, seen: Tree, rows: tuple[Cells, ...]) -> Fences:
    """`seen` is f as a function of t in the picture; Undecided where it is no sum of waves."""
    name = search.name
    beyond = max(row.beyond for row in rows)
    try:
        found = bounds_far(search, seen, beyond)
    except Undecided:
        found = bounds_by_slope(search, seen, beyond)
    place, sides = found.beyond, []
    for turn in (-1, 1):
        on = found.bound(turn)
        trend, place = trend_of(search, on, place)
        sides.append((turn, on, trend))
    place, numbers = _compared(name, seen, rows, place, sides)
    both = tuple(_fence(search, f, found, side, place) for side in sides)
    return Fences((both[0], both[1]), numbers)


_Side = tuple[int, Tree, int]
"""The turn, the bound, and whether it rises or falls far out."""


def _fence(search: Effort, f: Tree, found: Bounds, side: _Side, place: Fraction) -> Fence:
    turn, on, trend = side
    name = search.name
    far = limit_at(on, name, None, -1)
    if far.value is None:
        raise Undecided
    limit = constant(far.value)
    meets = found.meet and (
        _grows(search, found, turn) if is_infinite(limit.expr) else _is_steady(search, found)
    )
    if trend == 0 and not (meets and _is_settled(f, name, turn)):
        raise Undecided
    if trend == turn or name not in on.names:
        return Fence(turn, limit, limit if meets else None)
    around = over(on, name, place, place, bits=budget.TABLE_BITS)
    if around is None:
        raise Undecided
    return Fence(turn, enclosed(*around), limit if meets else None)


def _is_settled(f: Tree, name: str, turn: int) -> bool:
    """Whether it is known where a bound that stays the same is reached, if at all."""
    found = meeting(f, name)
    return found is not None and found.at_zero[turn > 0] is not None


def _is_steady(search: Effort, found: Bounds) -> bool:
    """Whether middle and height have limits each."""
    parts = (found.middle, found.height)
    return all(limit_at(each, search.name, None, -1).kind == "finite" for each in parts)


def _grows(search: Effort, found: Bounds, turn: int) -> bool:
    """Whether f is unbounded where all waves have half their height or more."""
    on = found.bound(turn, Fraction(1, 2))
    limit = limit_at(on, search.name, None, -1)
    return limit.kind == "infinite" and limit.sign == turn


def _compared(
    name: str, f: Tree, rows: tuple[Cells, ...], place: Fraction, sides: list[_Side]
) -> tuple[Fraction, tuple[range, ...]]:
    """So many members that the bounds at the last one, where they narrow, are no better."""
    starts = [row.reach[0] or 0 for row in rows]
    narrowing = [(turn, on) for turn, on, trend in sides if trend == -turn]
    best: dict[int, float] = {}
    last = Fraction(0)
    for step in range(budget.ROW_EARLY):
        points = [row.far(start + step) for row, start in zip(rows, starts, strict=True)]
        last = max(point.high for point in points)
        for point in points:
            around = over(f, name, point.low, point.high)
            for turn in (-1, 1):
                value = None if around is None else float(around[0])
                if value is not None and turn * value > turn * best.get(turn, -turn * inf):
                    best[turn] = value
        if last >= place and all(_is_passed(name, on, turn, last, best) for turn, on in narrowing):
            break
    return last, tuple(_up_to(row, start, last) for row, start in zip(rows, starts, strict=True))


def _is_passed(name: str, on: Tree, turn: int, last: Fraction, best: dict[int, float]) -> bool:
    around = over(on, name, last, last)
    return around is not None and turn in best and turn * float(around[0]) < turn * best[turn]


def _up_to(row: Cells, start: int, last: Fraction) -> range:
    k = start
    while row.far(k).low <= last:
        k += 1
    return range(start, k)
