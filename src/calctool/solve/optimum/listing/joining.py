"""Sets as they are told: the sides of a fold as one, and with their ends where these are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import Relation, Sign
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointSet
from calctool.solve.optimum.listing.points import Spot
from calctool.solve.optimum.listing.sets import Sheet

_CLOSED: dict[Sign, Sign] = {"<": "<=", ">": ">="}


def with_ends(sheets: Sequence[Sheet], spots: Sequence[Spot]) -> tuple[Sheet, ...]:
    """y = 0, 0 <= x <= 1 where the points at the ends are of the kind of the others."""
    return tuple(_with_ends(sheet, sheets, spots) for sheet in sheets)


def _with_ends(sheet: Sheet, sheets: Sequence[Sheet], spots: Sequence[Spot]) -> Sheet:
    alike = [end for end in sheet.ends if tried(False, _is_alike, end, sheet, sheets, spots)]
    if not alike:
        return sheet
    equations = (_closed(each) if each in alike else each for each in sheet.record.equations)
    return replace(sheet, record=replace(sheet.record, equations=tuple(equations)))


def _closed(each: Relation) -> Relation:
    return Relation(each.left, _CLOSED.get(each.sign, each.sign), each.right)


def _is_alike(end: Relation, sheet: Sheet, sheets: Sequence[Sheet], spots: Sequence[Spot]) -> bool:
    """Whether all that is listed at the end of a set is of its kind, and something is."""
    own = {each for each in sheet.record.equations if each.sign == "="}
    at_end = Relation(end.left, "=", end.right)
    points = [spot for spot in spots if _lies_on(spot.place, (*own, at_end))]
    sets = [other for other in sheets if {*own, at_end} <= {*other.record.equations}]
    return (
        bool(points or sets)
        and all(spot.point.kind in _kinds_at(sheet, spot.place) for spot in points)
        and all(other.record.kinds == sheet.record.kinds for other in sets)
    )


def _kinds_at(sheet: Sheet, place: Place) -> set[str]:
    """Those that a point of the set would have."""
    stretches = sheet.record.kinds
    return {each.kind for each in stretches if all_hold_at(place, each.where) is not False}


def _lies_on(place: Place, on: Iterable[Relation]) -> bool:
    try:
        differences = (added((each.left, negated(each.right))) for each in on)
        return all(place.scalar(each).sign() in (0, None) for each in differences)
    except (Undecided, Undefined):
        return True


def joined(listed: Iterable[Sheet]) -> Iterator[Sheet]:
    """One set for x = 0, y > 0 and x = 0, y < 0: where y != 0."""
    kept: list[Sheet] = []
    for one in listed:
        for place, other in enumerate(kept):
            both = _both(other.record, one.record)
            if both is not None and one.is_feasible is other.is_feasible:
                kept[place] = replace(other, record=both)
                break
        else:
            kept.append(one)
    return iter(kept)


def _both(one: PointSet, other: PointSet) -> PointSet | None:
    if replace(one, equations=()) != replace(other, equations=()):
        return None
    mine = [each for each in one.equations if each not in other.equations]
    its = [each for each in other.equations if each not in one.equations]
    if len(mine) != 1 or len(its) != 1 or _sides(mine[0]) != _sides(its[0]):
        return None
    if {mine[0].sign, its[0].sign} != {"<", ">"}:
        return None
    apart = Relation(mine[0].left, "!=", mine[0].right)
    equations = tuple(apart if each == mine[0] else each for each in one.equations)
    return replace(one, equations=equations)


def _sides(each: Relation) -> tuple[object, object]:
    return each.left, each.right
