"""Points of several rows in order, with the formulas that hold between them and signs there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from calctool import budget
from calctool.algebra.field import is_zero
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Point, rational_point
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.waves.branches import both_zero
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.tails import sign_beyond
from calctool.notation.tree import Tree
from calctool.solve.table.line.pieces import Function

LOOKED_AT = {True: 3, False: 5}
"""Members that lie where the rows keep their order: of the only row, one of each residue of k and
the next; of each of several, two full turns of the waves."""

Signed = tuple[Function, int]
"""What holds between two neighbours, and the sign of a derivative of it."""


class Passed(Struct, frozen=True):
    """A point of a row with what holds before and behind it, in the order of t."""

    row: int
    k: int
    is_far: bool
    """Whether it lies where the rows keep their order."""
    before: Signed
    behind: Signed


def passed(
    function: Function,
    rows: Sequence[Cells],
    others: Sequence[Point],
    ends: tuple[Fraction, Fraction],
    derivative: Callable[[Function], Tree],
) -> list[Passed]:
    """All members from the start of a piece up to those that show how the rows go on, beyond a
    place from which they keep their order. Undecided where two points cannot be told apart."""
    start, place = ends
    listed = in_order(rows, (rational_point(start), *others), place)
    between = [
        _signed(function, rows[0], a, b, derivative) for (a, *_), (b, *_) in pairwise(listed)
    ]
    return [
        Passed(number, k, point.low > place, *sides)
        for (point, number, k), sides in zip(listed[1:-1], pairwise(between), strict=True)
        if number >= 0
    ]


def _signed(
    function: Function, row: Cells, a: Point, b: Point, derivative: Callable[[Function], Tree]
) -> Signed:
    if a.high >= b.low:
        raise Undecided
    at = row.picture.value((a.high + b.low) / 2)
    try:
        own = function.around(at)
        change = derivative(own)
        return own, 0 if is_zero(change) else curve(change, function.name).at(at)
    except Undefined as undefined:
        raise Undecided from undefined


def kept_from(search: Effort, rows: Sequence[Cells], others: Sequence[Point]) -> Fraction:
    """A place from which on no two rows meet; behind it lie none of the others."""
    place = max((*(row.beyond for row in rows), *(point.high for point in others)))
    for index, row in enumerate(rows):
        for other in rows[index + 1 :]:
            if row.wave is not other.wave and row.wave != other.wave:
                place = max(place, row.beyond, other.beyond)
                for each in both_zero(search.name, row.wave, other.wave):
                    place, _ = sign_beyond(search, each, place)
    return place


Listed = tuple[Point, int, int]
"""A point, the number of its row (-1 for none), and k."""


def in_order(rows: Sequence[Cells], others: Sequence[Point], place: Fraction) -> list[Listed]:
    """All members up to the last one looked at of some row, and the others, in order."""
    found: list[Listed] = [(point, -1, 0) for point in others]
    enough = LOOKED_AT[len(rows) == 1]
    ends = []
    for number, row in enumerate(rows):
        beyond = 0
        for k in range(row.reach[0] or 0, (row.reach[0] or 0) + budget.ROW_EARLY):
            point = row.far(k)
            found.append((point, number, k))
            beyond += point.low > place
            if beyond == enough:
                break
        else:
            raise Undecided
        ends.append(point)
    last = min(ends, key=lambda point: point.low)
    kept = [each for each in found if each[0].low <= last.low]
    return sorted(kept, key=lambda each: each[0].low)
