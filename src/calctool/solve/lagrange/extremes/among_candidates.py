"""The least and the greatest value under the constraints, each with the theorem that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from calctool.algebra.extrema.scalars import least
from calctool.notation.tree import INFINITY, Negative
from calctool.solve.candidates import Extreme, Place
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.lagrange.extremes.one_variable import Course
from calctool.solve.optimum.listing.points import Spot
from calctool.solve.optimum.listing.sets import Sheet
from calctool.words import Words
from calctool.words.extrema.multipliers import ARGUMENTS

TOP, BOTTOM = Exact(INFINITY, None, None), Exact(Negative(INFINITY), None, None)
OPEN = Extreme(None, None, "undecided", ARGUMENTS["undecided"])
INFEASIBLE = Extreme(False, None, "infeasible", ARGUMENTS["infeasible"])
UNDEFINED = Extreme(False, None, "no-value-on-set", ARGUMENTS["no-value-on-set"])


class Exists(Struct, frozen=True):
    """A theorem by which an extreme value exists: then it is among the candidates."""

    argument: str
    reason: Words


class Field(Struct, frozen=True):
    """All candidates; `is_whole` says that there are no others. `sign` is -1 where f falls as the
    function by which heights were taken grows."""

    spots: tuple[Spot, ...]
    sheets: tuple[Sheet, ...]
    is_whole: bool
    sign: int
    orbits: Sequence[int]
    families: Mapping[int, int]
    """`orbits` has for each point the first one of which it is the image, see symmetry; `families`
    the number of the family that a point stands for, by the number of the point."""

    def best(self, turn: int) -> tuple[int, ...] | None:
        """The numbers of the greatest candidates (turn 1) or of the least: points, then sets."""
        heights = [spot.height for spot in self.spots] + [sheet.height for sheet in self.sheets]
        known = [height for height in heights if height is not None]
        if not known or len(known) < len(heights):
            return None
        # Equal values of which no exact form is known cannot be told apart: symmetry says so.
        alone = [i for i in range(len(known)) if i >= len(self.orbits) or self.orbits[i] == i]
        turned = [-known[i] if turn * self.sign > 0 else known[i] for i in alone]
        best = least(turned)
        if best is None:
            return None
        chosen = {alone[i] for i in best}
        same = (i for i, first in enumerate(self.orbits) if first in chosen and first != i)
        return tuple(sorted((*chosen, *same)))


def attained(field: Field, turn: int, exists: Exists) -> Extreme:
    """By comparing the candidates, once it is known that there is such a value."""
    count = len(field.spots)
    best = field.best(turn) if field.is_whole else None
    # Of a set that may have no feasible point nothing follows.
    sure = [i for i in best or () if i < count or field.sheets[i - count].is_feasible]
    if best is None or not sure:
        return OPEN
    best = tuple(sure)
    at = [field.spots[i].point for i in best if i < count]
    families = tuple(field.families[i] for i in best if i in field.families)
    sets = tuple(i - count for i in best if i >= count)
    values = [point.value for point in at] + [field.sheets[i].record.value for i in sets]
    return Extreme(
        True,
        shortest(values),
        exists.argument,
        exists.reason,
        tuple(point.at for point in at),
        families,
        sets,
    )


def shortest(values: Sequence[Exact | None]) -> Exact | None:
    """Of equal values the one that is shortest to read; None where none is known."""
    known = [value for value in values if value is not None]
    return min(known, key=lambda value: (not value.is_known, value.expr.size), default=None)


def from_table(field: Field, course: Course, turn: int, names: Sequence[str]) -> Extreme | None:
    """What the table says, at the candidates that have this value."""
    bound = course.bound(turn)
    if bound is None:
        return None
    if not bound.attained:
        return Extreme(False, bound.value, "one-variable", bound.reason)
    best = field.best(turn)
    if best is not None:
        found = attained(field, turn, Exists("one-variable", bound.reason))
        if found.value is not None and compared(found.value, bound.value) == 0:
            return found
    listed = [_candidate(dict(place), field) for place in bound.at]
    places = tuple(place for place in listed if place is not None)
    if not places:
        whole = [dict(place) for place in bound.at if len(place) == len(names)]
        places = tuple(tuple((name, place[name]) for name in names) for place in whole)
    return Extreme(True, bound.value, "one-variable", bound.reason, places)


def _candidate(known: dict[str, Exact], field: Field) -> Place | None:
    """The point as a candidate has it; None where it is none of those that are listed."""
    for spot in field.spots:
        at = dict(spot.point.at)
        if all(compared(at[name], value) == 0 for name, value in known.items()):
            return spot.point.at
    return None


def unbounded(turn: int, argument: str, reason: Words) -> Extreme:
    """An extreme that is infinite, with the argument that says so."""
    return Extreme(False, TOP if turn > 0 else BOTTOM, argument, reason)
