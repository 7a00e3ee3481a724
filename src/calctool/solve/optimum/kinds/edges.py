"""A corner at which more flat sides meet than there are names: the slopes along its edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from calctool import budget
from calctool.algebra.build import added, multiplied
from calctool.algebra.places.place import Place, sign_at
from calctool.notation.tree import number, rational
from calctool.solve.candidates import Test
from calctool.solve.optimum.kinds.record import OPEN, Judged, extremum
from calctool.solve.stationary.manifold import Manifold, gradient
from calctool.solve.stationary.short import short
from calctool.words.extrema.multipliers import TESTS

Row = tuple[Fraction, ...]
DIFFER = Judged("neither", Test("slopes-along-edges-differ", TESTS["slopes-along-edges-differ"]))


def along_edges(manifold: Manifold, sides: Sequence[int], place: Place) -> Judged:
    """Near the point the set is a cone, all of whose directions are made of its edges: where f
    grows along each of them it grows in all (for `sides` see Corner)."""
    found = slopes_along(manifold, sides, place)
    if found is None:
        return OPEN
    if not found:
        return Judged("local-minimum", Test("isolated-point", TESTS["isolated-point"]), True)
    signs = {sign for _, sign in found}
    if {1, -1} <= signs:
        return DIFFER
    # Off one edge with the slope 0 the others outweigh what f does across it; off two they may not.
    if 0 in signs or sum(order > 1 for order, _ in found) > 1:
        return OPEN
    id = "slopes-along-edges"
    return Judged(extremum(1 in signs), Test(id, TESTS[id]), True)


def slopes_along(
    manifold: Manifold, sides: Sequence[int], place: Place
) -> list[tuple[int, int]] | None:
    """For each edge (order, sign) of the first derivative of f along it that is not zero, the sign
    0 where none was found up to the budget; None where the edges do not make all of the set."""
    rows = _normals(manifold)
    if rows is None or len(rows) < len(manifold.names) or _rank(rows) < len(manifold.names):
        return None
    rays = dict.fromkeys(_edges(rows, sides))
    return [_first_derivative(manifold, ray, place) for ray in rays]


def _normals(manifold: Manifold) -> list[Row] | None:
    """The gradients of linear constraints with rational coefficients; None where one is not."""
    found = [[rational(short(each)) for each in row] for row in manifold.jacobian]
    known = [tuple(each for each in row if each is not None) for row in found]
    return known if all(len(row) == len(manifold.names) for row in known) else None


def _edges(rows: Sequence[Row], sides: Sequence[int]) -> Iterator[Row]:
    """Directions into the set along which all but one of the ways to move are shut."""
    count = len(rows[0])
    for chosen in combinations(rows, count - 1):
        ray = _orthogonal(chosen, count)
        for turn in (1, -1) if any(ray) else ():
            moved = [turn * _product(row, ray) for row in rows]
            if all(_is_inside(move, side) for move, side in zip(moved, sides, strict=True)):
                size = max(map(abs, ray))
                yield tuple(turn * each / size for each in ray)


def _product(row: Row, ray: Row) -> Fraction:
    return sum((a * b for a, b in zip(row, ray, strict=True)), Fraction(0))


def _is_inside(move: Fraction, side: int) -> bool:
    return move * side <= 0 if side else move == 0


def _orthogonal(rows: Sequence[Row], count: int) -> Row:
    """By minors, signed in turn; zero where the rows depend on each other."""
    without = ([row[:i] + row[i + 1 :] for row in rows] for i in range(count))
    return tuple((-1) ** i * _determinant(minor) for i, minor in enumerate(without))


def _determinant(rows: Sequence[Row]) -> Fraction:
    if not rows:
        return Fraction(1)
    first, *rest = rows
    minors = (_determinant([row[:i] + row[i + 1 :] for row in rest]) for i in range(len(first)))
    return sum(((-1) ** i * first[i] * minor for i, minor in enumerate(minors)), Fraction(0))


def _rank(rows: Sequence[Row]) -> int:
    count = len(rows[0])
    return count if any(_determinant(chosen) for chosen in combinations(rows, count)) else 0


def _first_derivative(manifold: Manifold, ray: Row, place: Place) -> tuple[int, int]:
    f, names = manifold.f, manifold.names
    for order in range(1, budget.CURVE_ORDER + 1):
        pairs = zip(gradient(f, names), ray, strict=True)
        f = short(added(multiplied((number(part), slope)) for slope, part in pairs if part))
        sign = sign_at(place, f)
        if sign:
            return order, sign
    return budget.CURVE_ORDER, 0
