"""Signs at places without formulas: those of the values, for numbers in the cell."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest

from calctool.algebra.cells.at_places import AtPlaces, Place
from calctool.algebra.cells.cell import Cell, Cut
from calctool.algebra.cells.curves import curves
from calctool.algebra.cells.plane import Plane
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import LINE, rational_point, zeros
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Tree, expression


def tree(text: str) -> Tree:
    return expression(read_back(text))


def known(curve: str, start: int | None, end: int | None, names: list[str]) -> AtPlaces:
    """The zeros of a curve, from left to right, between two values of a."""
    plane = Plane("x", [tree(curve)], ())
    (one,) = curves(plane, [("slope", tree(curve))], frozenset("a"), (LINE,))
    cell = Cell("a", *(None if v is None else rational_point(Fraction(v)) for v in (start, end)))
    found = zeros(cell.at_sample(tree(curve)), "x", (LINE,)).zeros
    return AtPlaces(
        cell, {n: Place(one, z.at.tree) for n, z in zip(names, found, strict=True) if z.at.tree}
    )


def test_two_minima_are_compared() -> None:
    f = "({0}^4 - 2*{0}^2 + a*{0})"
    places = known("4*x^3-4*x+a", 0, 1, ["x1", "x2", "x3"])
    assert places.sign(tree(f"{f.format('x1')} - {f.format('x3')}")) == -1
    for a in (0.01, 0.4, 0.99):
        roots = sorted(mpmath.polyroots([4, 0, -4, a]), key=lambda z: z.real)
        low, _, high = (x**4 - 2 * x**2 + a * x for x in roots)
        assert low < high


def test_where_the_order_changes_the_cell_is_cut() -> None:
    f = "({0}^4 - 2*{0}^2 + a*{0})"
    places = known("4*x^3-4*x+a", -1, 1, ["x1", "x2", "x3"])
    with pytest.raises(Cut) as caught:
        places.sign(tree(f"{f.format('x1')} - {f.format('x3')}"))
    assert [point.low for point in caught.value.points] == [0]


def test_what_no_method_reaches_is_undecided() -> None:
    places = known("4*x^3-4*x+a", 0, 1, ["x1", "x2", "x3"])
    with pytest.raises(Undecided):
        places.sign(tree("exp(x1) - exp(x3) + a"))
