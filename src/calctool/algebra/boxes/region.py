"""A box outside of which the equations certainly have no solution, by coarse ranges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import inf

from calctool import budget
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.intervals import LINE, Range, closed
from calctool.algebra.domain.ranges import decided
from calctool.algebra.solutions import Box
from calctool.notation.tree import ZERO, Relation, Tree


def whole_region(
    equations: Sequence[Tree], names: Sequence[str], needed: Sequence[Relation]
) -> Box | None:
    """The first of some growing boxes that holds all solutions; None where none is seen to."""
    return whole_box([Relation(each, "=", ZERO) for each in equations], names, needed)


def whole_box(
    conditions: Sequence[Relation], names: Sequence[str], needed: Sequence[Relation]
) -> Box | None:
    """The same of all points that keep some conditions."""
    known = bounds(needed)
    for size in budget.REGIONS:
        box = {name: (Fraction(-size), Fraction(size)) for name in names}
        if holds_all(conditions, box, known):
            return box
    return _by_name(conditions, names, known)


def _by_name(
    conditions: Sequence[Relation], names: Sequence[str], known: dict[str, Range]
) -> Box | None:
    """Each side the shortest that those of others allow: (x - 1)^2 <= 1 bounds y in
    (x - y)^2 <= 1 by a longer one."""
    shut, box = dict(known), dict[str, tuple[Fraction, Fraction]]()
    for _ in names:
        for name in (each for each in names if each not in box):
            side = _shortest(conditions, name, shut)
            if side is not None:
                box[name] = side
                shut[name] = shut.get(name, LINE).meet(closed(*side))
    return box if len(box) == len(names) else None


def _shortest(
    conditions: Sequence[Relation], name: str, known: dict[str, Range]
) -> tuple[Fraction, Fraction] | None:
    sides = ((Fraction(-size), Fraction(size)) for size in budget.REGIONS)
    return next((s for s in sides if _is_shut(conditions, name, {name: s}, known)), None)


def tightened(conditions: Sequence[Relation], box: Box) -> Box:
    """A smaller box that still holds all points that keep the conditions; side by side."""
    for name in box:
        for end in (0, 1):
            kept, tried = box[name][end], box[name][1 - end]
            for _ in range(budget.REGION_HALVINGS):
                middle = (kept + tried) / 2
                other = box[name][1 - end]
                smaller = {**box, name: (middle, other) if end == 0 else (other, middle)}
                if holds_all(conditions, smaller, {}):
                    kept, box = middle, smaller
                else:
                    tried = middle
    return box


def holds_all(conditions: Sequence[Relation], box: Box, known: dict[str, Range]) -> bool:
    """Whether each part outside is excluded by one condition; the names are taken in turn."""
    shut: dict[str, Range] = dict(known)
    waiting = list(box)
    while waiting:
        closed_off = [name for name in waiting if _is_shut(conditions, name, box, shut)]
        if not closed_off:
            return False
        for name in closed_off:
            shut[name] = shut.get(name, LINE).meet(closed(*box[name]))
            waiting.remove(name)
    return True


def _is_shut(conditions: Sequence[Relation], name: str, box: Box, known: dict[str, Range]) -> bool:
    return all(
        any(decided(each, known | {name: part}) is False for each in conditions)
        for part in _outside(box[name], known.get(name, LINE))
    )


def _outside(sides: tuple[Fraction, Fraction], known: Range) -> Iterator[Range]:
    low, high = sides
    for part in (Range(-inf, low, True, True), Range(high, inf, True, True)):
        met = part.meet(known)
        if not met.is_empty:
            yield met
