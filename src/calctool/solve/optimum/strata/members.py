"""Candidates that repeat, one by one where constraints let only some of them through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.field import is_zero
from calctool.algebra.generators.inside_domain import ShiftedPlace
from calctool.algebra.places.fixed import FixedPlace
from calctool.algebra.places.place import Place, sign_at
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.solutions import Root
from calctool.notation.tree import Name, Sum, Tree, number, rational
from calctool.notation.walk import substitute
from calctool.solve.exact.values import exact_value
from calctool.solve.stationary.manifold import slope
from calctool.solve.stationary.short import short


def members(root: Root, bounds: Sequence[Tree]) -> tuple[Root, ...] | None:
    """Those at which no tree of `bounds` is positive are among them; None where they were not all
    found. A period that changes no bound is kept."""
    follows = dict(root.follows)
    bounds = [substitute(each, follows) for each in bounds]
    cut = [(name, step) for name, step in root.periods if _changes(bounds, name, step)]
    found = [root.place]
    for name, step in cut:
        others = {other for other, _ in cut} - {name}
        own = [each for each in bounds if name in each.names and not each.names & others]
        walls = [_Wall(each, name) for each in own]
        moved = [_walked(replace(root, place=place), name, step, walls) for place in found]
        known = [places for places in moved if places is not None]
        if len(known) < len(moved):
            return None
        found = [place for places in known for place in places]
    left = tuple(period for period in root.periods if period not in cut)
    return tuple(replace(root, place=place, periods=left) for place in found)


def _changes(bounds: Sequence[Tree], name: str, step: Tree) -> bool:
    moved = {name: Sum((Name(name), step))}
    return any(
        name in each.names and not is_zero(added([substitute(each, moved), negated(each)]))
        for each in bounds
    )


class _Wall:
    """A bound seen along one variable."""

    def __init__(self, g: Tree, name: str) -> None:
        self.g, self.slope = g, short(slope(g, name))
        self.bend = rational(short(slope(self.slope, name)))

    def may_stop(self, place: Place, turn: int) -> bool:
        """Whether g is positive far out on this side: it is convex in the variable."""
        if self.bend is None or self.bend < 0:
            return False
        return self.bend > 0 or sign_at(place, self.slope) == turn

    def stops(self, place: Place, turn: int) -> bool:
        """Whether g is positive and stays so on this side."""
        return sign_at(place, self.g) > 0 and sign_at(place, self.slope) in (0, turn)


def _walked(root: Root, name: str, step: Tree, walls: Sequence[_Wall]) -> list[Place] | None:
    found: list[Place] = []
    place = root.place
    for turn, first in ((1, 0), (-1, 1)):
        stopping = [wall for wall in walls if wall.may_stop(place, turn)]
        if not stopping:
            return None
        for at in _copies(root, name, step, turn, first):
            if any(wall.stops(at, turn) for wall in stopping):
                break
            found.append(at)
        else:
            return None
    return found


def _copies(root: Root, name: str, step: Tree, turn: int, first: int) -> Iterator[Place]:
    for count in range(first, budget.MEMBERS):
        shift = multiplied((number(turn * count), step))
        yield _moved(root, name, shift) if count else root.place


def _moved(root: Root, name: str, shift: Tree) -> Place:
    """Written out where its coordinates are known exactly."""
    place, follows = root.place, dict(root.follows)
    known = {each: place.coordinate(each).tree() for each in place.names}
    at = {each: tree for each, tree in known.items() if tree is not None}
    if len(at) < len(known):
        shifted = ShiftedPlace(place, {name: shift})
        return FixedPlace(shifted, follows, place.names) if follows else shifted
    at[name] = exact_value(added([at[name], shift]))
    moved = {each: exact_value(substitute(value, at)) for each, value in follows.items()}
    return TracedPlace(at | moved)
