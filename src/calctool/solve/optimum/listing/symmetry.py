"""Values that are the same by symmetry, where they are known by enclosures only."""

from __future__ import annotations

from collections.abc import Sequence

from calctool import budget
from calctool.algebra.build import added
from calctool.algebra.extrema import symmetry
from calctool.algebra.extrema.symmetry import Box, Motion, keeps, keeps_all
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import INFINITY, Negative, Tree
from calctool.solve.exact.values import exact_value
from calctool.solve.optimum.constraint import hidden
from calctool.solve.optimum.listing.points import Spot
from calctool.solve.optimum.problem import Problem
from calctool.solve.stationary.short import is_rational


def orbits(setup: Problem, spots: Sequence[Spot]) -> list[int]:
    """For each candidate the first one that a motion carries to it; itself where there is none."""
    is_comparable = is_rational(setup.f) and all(map(_is_exact, spots))  # Algebraic numbers.
    if is_comparable or any(spot.root.periods for spot in spots):
        return list(range(len(spots)))
    open_sides = (hidden(each, "side") for each in setup.open_sides)
    bounds = (*setup.constraints, *setup.inequalities, *open_sides)

    def is_kept(motion: Motion) -> bool:
        sides = [(each.g, each.side) for each in dict.fromkeys(bounds)]
        return keeps(setup.f, motion) and keeps_all(sides, motion)

    boxes = [_box(spot.place) for spot in spots]
    return symmetry.orbits(setup.names, boxes, is_kept, _sums(setup))


def _sums(setup: Problem) -> dict[str, Tree]:
    """Of the ends of the sides that are bounded: a box is reflected about its middle."""
    infinite = (INFINITY, Negative(INFINITY))
    return {
        name: exact_value(added((side.start, side.end)))
        for name, side in setup.box
        if side.start not in infinite and side.end not in infinite
    }


def _is_exact(spot: Spot) -> bool:
    return spot.height is not None and spot.height.tree() is not None


def _box(place: Place) -> Box:
    try:
        return [place.coordinate(name).bounds(budget.CIRCLE_BITS) for name in place.names]
    except Undecided:
        return []
