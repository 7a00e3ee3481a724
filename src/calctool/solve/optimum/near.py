"""Values of f at feasible points beside an extremum, which may object to it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calctool import budget
from calctool.algebra.domain.conditions import is_empty
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ZERO, Relation
from calctool.solve.optimum.listing.points import Spot
from calctool.solve.optimum.strata.folds import formula
from calctool.solve.optimum.strata.stratum import Stratum
from calctool.solve.stationary.short import short
from calctool.verify.optimum.on_constraints import Bound, check_kind_on
from calctool.verify.verdict import Finding, Verdict


def beside(spot: Spot) -> Finding | None:
    """None where the gradients of what is active are missing or depend on each other, and where
    no point could be compared."""
    point, setup = spot.point, spot.face.task
    if point.kind not in ("local-minimum", "local-maximum") or not point.regular:
        return None
    try:
        centre = {
            name: sum(spot.place.coordinate(name).bounds(budget.ON_SET_BITS), Fraction(0)) / 2
            for name in setup.names
        }
    except Undecided:
        return None
    edges = list(_edges(spot.face))
    if None in edges:
        return None
    bounds = [(each.g, each.side) for each in spot.face.active]
    bounds += [each for each in edges if each is not None]
    found = check_kind_on(setup.f, bounds, centre, point.kind)
    return None if found.verdict is Verdict.UNDECIDED else found


def _edges(face: Stratum) -> Iterator[Bound | None]:
    """The ends of the domain on which a case lies, each with its side; None for one whose side is
    not seen."""
    for fold in face.on_folds:
        if not fold.is_edge:
            continue
        at = short(formula(fold.at, face.signs))
        above = is_empty((*face.task.needs, Relation(at, ">", ZERO)))
        below = is_empty((*face.task.needs, Relation(at, "<", ZERO)))
        yield None if above == below else (at, 1 if above else -1)
