"""Values that are the same by symmetry, where they are known by enclosures only."""

from __future__ import annotations

from collections.abc import Sequence

from calctool import budget
from calctool.algebra.extrema import symmetry
from calctool.algebra.extrema.symmetry import Box, Motion, keeps, keeps_all
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Undecided
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

    return symmetry.orbits(setup.names, [_box(spot.place) for spot in spots], is_kept)


def _is_exact(spot: Spot) -> bool:
    return spot.height is not None and spot.height.tree() is not None


def _box(place: Place) -> Box:
    try:
        return [place.coordinate(name).bounds(budget.CIRCLE_BITS) for name in place.names]
    except Undecided:
        return []
