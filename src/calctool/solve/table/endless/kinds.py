"""What the members of a row are: f' changes its sign there in one way for each residue of k."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Point
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.waves.cells import Cells
from calctool.notation.tree import Tree
from calctool.solve.rows import Residue
from calctool.solve.table.endless.order import in_order, kept_from

Kinds = tuple[tuple[Residue, str], ...]
_KINDS = {(1, -1): "local-maximum", (-1, 1): "local-minimum"}
_BENDS = {(1, -1): "inflection", (-1, 1): "inflection"}


def settled(
    search: Effort,
    slope: Tree,
    rows: tuple[Cells, ...],
    others: tuple[Point, ...],
    *,
    bends: bool,
) -> tuple[Kinds, ...]:
    """The kinds of all members, `slope` being f' (or f'') as a function of t in the picture.

    The `others` are its zeros at t > 0 that belong to no row.
    """
    place = kept_from(search, rows, others)
    listed = in_order(rows, others, place)
    signs = [_sign(search.name, slope, a, b) for a, b in pairwise(p for p, _, _ in listed)]
    found: dict[tuple[int, int], str] = {}
    names = _BENDS if bends else _KINDS
    for (_, number, k), (left, right) in zip(listed[1:-1], pairwise(signs), strict=True):
        sides = (right, left) if rows[0].picture.falls else (left, right)
        found[number, k] = names.get(sides, "neither")
    return tuple(_pattern(row, number, found, place) for number, row in enumerate(rows))


def _pattern(row: Cells, number: int, found: dict[tuple[int, int], str], place: Fraction) -> Kinds:
    """As two neighbours show it that lie far out; Undecided where an earlier one differs."""
    own = {k: kind for (n, k), kind in sorted(found.items()) if n == number}
    far = [k for k in own if row.far(k).low > place][:2]
    if len(far) < 2:
        raise Undecided
    pattern = {k % 2: own[k] for k in far}
    if any(kind != pattern[k % 2] for k, kind in own.items()):
        raise Undecided
    return _merged(pattern)


def _merged(pattern: dict[int, str]) -> Kinds:
    if pattern[0] == pattern[1]:
        return (((0, 1), pattern[0]),)
    return ((0, 2), pattern[0]), ((1, 2), pattern[1])


def _sign(name: str, slope: Tree, a: Point, b: Point) -> int:
    if a.high >= b.low:
        raise Undecided
    try:
        return curve(slope, name).at((a.high + b.low) / 2)
    except Undefined as undefined:
        raise Undecided from undefined
