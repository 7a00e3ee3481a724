"""What the members of a row are: f' changes its sign there in one way for each residue of k."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Point, rational_point
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.waves.cells import Cells
from calctool.notation.tree import Tree
from calctool.solve.rows import Residue
from calctool.solve.table.endless.order import in_order, kept_from

Signs = tuple[int, int]
"""Of a derivative on the left and on the right of a point."""
Course = tuple[tuple[Residue, Signs], ...]
"""Those beside the members of a row, for each residue of k."""
Begun = tuple[Course, int]
"""With the first k from which on it holds."""
Kinds = tuple[tuple[Residue, str], ...]
_KINDS = {(1, -1): "local-maximum", (-1, 1): "local-minimum"}
_BENDS = {(1, -1): "inflection", (-1, 1): "inflection"}


def kinds_of(course: Course, *, bends: bool) -> Kinds:
    """By the signs of f', or of f'' for inflections."""
    names = _BENDS if bends else _KINDS
    found = tuple((residue, names.get(signs, "neither")) for residue, signs in course)
    kinds = {kind for _, kind in found}
    return found if len(kinds) != 1 else (((0, 1), kinds.pop()),)


def courses(
    search: Effort, slope: Tree, rows: Sequence[Cells], others: Sequence[Point], start: Fraction
) -> tuple[Begun, ...]:
    """The signs beside the members, `slope` being f' (or f'') as a function of t in the picture.

    The rows are those of its zeros and of places where it has no value; the `others` are its zeros
    at t > 0 that belong to no row. The piece has no t up to `start`.
    """
    place = kept_from(search, rows, others)
    listed = in_order(rows, others, place)
    points = [rational_point(start), *(point for point, _, _ in listed)]
    signs = [_sign(search.name, slope, a, b) for a, b in pairwise(points)]
    found: dict[tuple[int, int], Signs] = {}
    for (_, number, k), (left, right) in zip(listed[:-1], pairwise(signs), strict=True):
        found[number, k] = (right, left) if rows[0].picture.falls else (left, right)
    return tuple(_pattern(row, number, found, place) for number, row in enumerate(rows))


def _pattern(
    row: Cells, number: int, found: dict[tuple[int, int], Signs], place: Fraction
) -> Begun:
    """As two neighbours show it that lie far out, from the last one on that differs."""
    own = {k: signs for (n, k), signs in sorted(found.items()) if n == number}
    far = [k for k in own if row.far(k).low > place][:2]
    if len(far) < 2:
        raise Undecided
    pattern = {k % 2: own[k] for k in far}
    others = [k for k, signs in own.items() if signs != pattern[k % 2]]
    first = max(others) + 1 if others else row.reach[0] or 0
    if pattern[0] == pattern[1]:
        return (((0, 1), pattern[0]),), first
    return (((0, 2), pattern[0]), ((1, 2), pattern[1])), first


def _sign(name: str, slope: Tree, a: Point, b: Point) -> int:
    if a.high >= b.low:
        raise Undecided
    try:
        return curve(slope, name).at((a.high + b.low) / 2)
    except Undefined as undefined:
        raise Undecided from undefined
