"""The line cut where one of some functions switches, ends or has no value."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from calctool.algebra.domain.conditions import conditions
from calctool.algebra.local.switches import switches
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import LINE, Family, Point, compare, inside, rational_point, zeros
from calctool.notation.tree import Negative, Relation, Sum, Tree


class Breaks(Struct, frozen=True):
    """The points in ascending order, a rational point in each gap between them, and the points
    that repeat. `whole` is False where there may be others."""

    points: tuple[Point, ...]
    between: tuple[Point, ...]
    families: tuple[Family, ...]
    whole: bool


def differences(relations: Iterable[Relation]) -> list[Tree]:
    """Functions whose zeros are where one of these relations may change."""
    found = (Sum((each.left, Negative(each.right))) for each in relations)
    return list(dict.fromkeys(found))


def switching(trees: Iterable[Tree]) -> list[Tree]:
    """What is zero where one of these trees switches, or where its domain ends."""
    relations: dict[Relation, None] = {}
    for tree in trees:
        relations.update(dict.fromkeys(switch.relation for switch in switches(tree)))
        relations.update(dict.fromkeys(conditions(tree)))
    return differences(relations)


def breaks(functions: Iterable[Tree], name: str) -> Breaks:
    """Where one of these functions of one name is zero."""
    points: list[Point] = []
    families: list[Family] = []
    whole = True
    for function in functions:
        if name not in function.names:
            continue
        if not function.names <= {name}:
            return Breaks((), (), (), False)
        found = zeros(function, name, (LINE,))
        whole = whole and found.state == "complete"
        families += found.families
        points += [zero.at for zero in found.zeros]
    try:
        listed = _ordered(points)
        ends = [None, *listed, None]
        between = tuple(rational_point(inside(a, b)) for a, b in pairwise(ends))
    except Undecided:
        return Breaks((), (), (), False)
    return Breaks(tuple(listed), between, tuple(families), whole)


def _ordered(points: list[Point]) -> list[Point]:
    """Each once; Undecided where two of them cannot be told apart."""
    kept: list[Point] = []
    for point in points:
        place = len(kept)
        for at, other in enumerate(kept):
            order = compare(point, other)
            if order is None:
                raise Undecided
            if order <= 0:
                place = at if order else -1
                break
        if place >= 0:
            kept.insert(place, point)
    return kept
