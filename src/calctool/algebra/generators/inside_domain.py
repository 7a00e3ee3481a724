"""Which solutions remain: those in the domain of the equations, and in the box asked for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, multiplied
from calctool.algebra.field import prove_equal
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.points.point import exact_point
from calctool.algebra.solutions import Box, Component, Root, Solutions
from calctool.notation.tree import Name, Negative, Relation, Sign, Sum, Tree, number, rational
from calctool.notation.walk import substitute
from calctool.words.proofs import boxes as words

AT_LEAST_AT_MOST: tuple[Sign, Sign] = (">=", "<=")


class ShiftedPlace:
    """A point a whole number of periods away from another one."""

    def __init__(self, place: Place, shifts: dict[str, Tree]) -> None:
        self.place, self.shifts = place, shifts

    @property
    def names(self) -> tuple[str, ...]:
        return self.place.names

    def coordinate(self, name: str) -> Scalar:
        return self.scalar(Name(name))

    def scalar(self, tree: Tree) -> Scalar:
        moved = {name: added((Name(name), shift)) for name, shift in self.shifts.items()}
        return self.place.scalar(substitute(tree, moved))


class Filter(Struct, frozen=True):
    """What a solution must fulfil besides the equations."""

    needed: tuple[Relation, ...]
    box: Box | None = None

    def apply(self, found: Solutions) -> Solutions:
        """The solutions that lie inside, and those of which that is not known, as boxes."""
        kept: list[Root] = []
        open_boxes = list(found.undecided)
        for root in found.roots:
            for each in self._members(root):
                verdict = self._verdict(each.place)
                if verdict is None:
                    open_boxes.append(_around(each.place))
                elif verdict:
                    kept.append(each)
        components = [self._component(each) for each in found.components]
        lost = [
            old
            for old, new in zip(found.components, components, strict=True)
            if new is None and not self._is_excluded(old)
        ]
        if lost:
            missing = (*found.missing, words.SET_OUTSIDE)
            found = replace(found, state="partial", missing=missing)
        if len(open_boxes) > len(found.undecided):
            found = replace(found, state="partial", missing=(*found.missing, words.OPEN_CONDITION))
        return replace(
            found,
            roots=tuple(kept),
            components=tuple(c for c in components if c),
            undecided=tuple(open_boxes),
        )

    def _verdict(self, place: Place) -> bool | None:
        sides = [
            Relation(Name(name), sign, number(end))
            for name, ends in (self.box or {}).items()
            for sign, end in zip(AT_LEAST_AT_MOST, ends, strict=True)
        ]
        return all_hold_at(place, (*self.needed, *sides))

    def _component(self, each: Component) -> Component | None:
        """With the conditions on its points; None where no real point is known to fulfil them."""
        if not self.needed:
            return each
        samples = tuple(p for p in each.samples if all_hold_at(p, self.needed))
        if not samples:
            return None
        own = ((_apart(r), r.sign) for r in self.needed)
        where = tuple(dict.fromkeys((*each.where, *own)))
        sampled = each.sampled and len(samples) == len(each.samples)
        return replace(each, where=where, samples=samples, sampled=sampled)

    def _is_excluded(self, each: Component) -> bool:
        """Whether a condition certainly fails on all of it."""
        from calctool.algebra.boxes.place import follows

        strict = (r for r in self.needed if r.sign in ("!=", "<", ">"))
        return any(follows(_apart(r), each.equations) for r in strict)

    # --- families ---

    def _members(self, root: Root) -> Iterator[Root]:
        """The root itself, or where a box or a condition cuts the family, its members there."""
        if not root.periods or (self.box is None and self._repeats(root)):
            yield root
            return
        if self.box is None:
            raise Undecided
        for shifts in _shifts(root, self.box):
            moved = {name: step for name, step in shifts.items() if step != number(0)}
            place = ShiftedPlace(root.place, moved) if moved else root.place
            yield Root(place, root.multiplicity)

    def _repeats(self, root: Root) -> bool:
        """Whether the conditions say the same one period further."""
        for name, step in root.periods:
            for each in self.needed:
                apart = _apart(each)
                moved = substitute(apart, {name: added((Name(name), step))})
                same = name not in each.names or prove_equal(apart, moved)
                if not same and not (each.sign == "!=" and prove_equal(apart, Negative(moved))):
                    return False
        return True


def _shifts(root: Root, box: Box) -> Iterator[dict[str, Tree]]:
    found: list[dict[str, Tree]] = [{}]
    for name, step in root.periods:
        if name in box:
            steps = _steps(root.place, name, step, box[name])
            found = [{**each, name: shift} for each in found for shift in steps]
        if len(found) > budget.MEMBERS:
            raise Undecided
    yield from found


def _steps(place: Place, name: str, step: Tree, sides: tuple[Fraction, Fraction]) -> list[Tree]:
    """Whole multiples of a positive step that may bring the coordinate between the sides."""
    low, high = place.coordinate(name).bounds(budget.PLACE_BITS)
    size = exact_point(step)
    first = floor((sides[0] - high) / size.low)
    last = ceil((sides[1] - low) / size.low)
    if last - first > budget.MEMBERS:
        raise Undecided
    return [multiplied((number(k), step)) for k in range(first, last + 1)]


def _apart(condition: Relation) -> Tree:
    """A condition is about the sign of this."""
    if rational(condition.right) == 0:
        return condition.left
    return Sum((condition.left, Negative(condition.right)))


def _around(place: Place) -> tuple[tuple[str, Fraction, Fraction], ...]:
    return tuple((n, *place.coordinate(n).bounds(budget.PLACE_BITS)) for n in place.names)
