"""Whether equations, inequalities and strict conditions have a common real point."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.extrema.polar.closing import closed
from calctool.algebra.extrema.polar.nearest import CENTRES, feasible_point, is_nonempty
from calctool.algebra.extrema.polar.region import Region, reduced
from calctool.algebra.systems.ideals.frame import Frame, TooLarge
from calctool.algebra.systems.points.place import AlgebraicPlace
from calctool.algebra.systems.zero_dimensional import CountsDifferError


def has_point(region: Region) -> bool | None:
    """None where that stays open.

    The set with the boundaries that it lacks may have no point, or one that keeps everything;
    one strict condition may contradict the others. Only then all are taken at once.
    """
    start = _with_equations(reduced(region))
    relaxed = _relaxed(start)
    for centre in CENTRES:
        try:
            place = feasible_point(relaxed, (), centre)
        except (TooLarge, CountsDifferError):
            continue
        if place is None:
            return False
        if _keeps(start, place):
            return True
    for number in range(len(start.strict)) if len(start.strict) > 1 else ():
        if is_nonempty(closed(_strict_in(start, number))) is False:
            return False
    return is_nonempty(closed(start))


def _with_equations(region: Region) -> Region:
    """Where both p >= 0 and -p >= 0 are asked for, p = 0."""
    known = {str(p) for p in region.inequalities}
    both = [p for p in region.inequalities if str(-p) in known]
    kept = tuple(p for p in region.inequalities if p not in both)
    equal = {min(str(p), str(-p)): p for p in both}
    return replace(region, equations=(*region.equations, *equal.values()), inequalities=kept)


def _relaxed(region: Region) -> Region:
    sides = (*region.inequalities, *region.strict)
    return replace(region, inequalities=sides, strict=(), nonzero=())


def _strict_in(region: Region, number: int) -> Region:
    """With one strict condition, the others with their boundaries."""
    others = tuple(p for i, p in enumerate(region.strict) if i != number)
    sides = (*region.inequalities, *others)
    return replace(region, inequalities=sides, strict=(region.strict[number],), nonzero=())


def _keeps(region: Region, place: AlgebraicPlace) -> bool:
    frame = Frame(region.names, ())
    return all(frame.at(place, p).sign() > 0 for p in region.strict) and not any(
        frame.at(place, p).is_zero for p in region.nonzero
    )
