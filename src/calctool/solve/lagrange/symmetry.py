"""Values that are the same by symmetry, where they are known by enclosures only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations, product

from calctool import budget
from calctool.algebra.field import is_zero
from calctool.algebra.place import Place
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import Name, Negative, Sum, Tree
from calctool.notation.walk import substitute
from calctool.solve.lagrange.points import Spot
from calctool.solve.lagrange.setup import Setup

Motion = dict[str, Tree]
"""Each variable's place is taken by a variable or its negative."""
Box = list[tuple[Fraction, Fraction]]


def orbits(setup: Setup, spots: Sequence[Spot]) -> list[int]:
    """For each candidate the first one that a motion carries to it; itself where there is none.

    A motion that leaves f and the constraints as they are carries candidates to candidates; all of
    them are listed, so the image of one is the only one that its box meets.
    """
    first = list(range(len(spots)))
    if len(setup.names) > budget.SYMMETRIC_NAMES or all(_is_exact(spot) for spot in spots):
        return first
    motions = list(_motions(setup))
    boxes = [_box(spot.place) for spot in spots]
    for index, box in enumerate(boxes):
        for motion in motions if first[index] == index else ():
            image = _moved(box, motion, setup.names)
            met = [i for i, other in enumerate(boxes) if _overlap(image, other)]
            if len(met) == 1:
                first[met[0]] = min(first[met[0]], index)
    return first


def _is_exact(spot: Spot) -> bool:
    return spot.height is not None and spot.height.tree() is not None


def _motions(setup: Setup) -> Iterator[Motion]:
    for order in permutations(setup.names):
        for signs in product((1, -1), repeat=len(order)):
            motion: Motion = {
                name: Name(other) if sign > 0 else Negative(Name(other))
                for name, other, sign in zip(setup.names, order, signs, strict=True)
            }
            if _is_kept(setup.f, motion) and all(_is_kept(c.g, motion) for c in setup.constraints):
                yield motion


def _is_kept(tree: Tree, motion: Motion) -> bool:
    return bool(is_zero(Sum((tree, Negative(substitute(tree, motion))))))


def _box(place: Place) -> Box:
    try:
        return [place.coordinate(name).bounds(budget.CIRCLE_BITS) for name in place.names]
    except Undecided:
        return []


def _moved(box: Box, motion: Motion, names: Sequence[str]) -> Box:
    """The point whose coordinates are those that the motion puts in their place."""
    at = dict(zip(names, box, strict=False))
    moved = []
    for name in names:
        tree = motion[name]
        low, high = at[next(iter(tree.names))]
        moved.append((-high, -low) if isinstance(tree, Negative) else (low, high))
    return moved


def _overlap(one: Box, other: Box) -> bool:
    pairs = zip(one, other, strict=True)
    return all(low <= end and start <= high for (low, high), (start, end) in pairs)
