"""Systems as lines of a solution; solutions without exact form between two decimals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor

from calctool import budget
from calctool.algebra.place import Place
from calctool.algebra.solutions import Root
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import ZERO, Name, Negative, Number, Relation, Tree

PLACES = 6
"""Decimals of an enclosure: enough to tell solutions apart, few enough to read."""


def as_system(equations: Sequence[Tree]) -> System:
    return System(tuple(Relation(each, "=", ZERO) for each in equations))


def enclosures(roots: Sequence[Root]) -> Alternatives:
    return Alternatives(tuple(System(tuple(_sides(root.place))) for root in roots))


def _sides(place: Place) -> Iterator[Relation]:
    for name in place.names:
        at = place.coordinate(name)
        exact = at.tree()
        if exact is not None:
            yield Relation(Name(name), "=", exact)
            continue
        low, high = at.bounds(budget.PLACE_BITS)
        yield Relation(Name(name), ">=", _decimal(floor(low * 10**PLACES)))
        yield Relation(Name(name), "<=", _decimal(ceil(high * 10**PLACES)))


def _decimal(units: int) -> Tree:
    if units < 0:
        return Negative(_decimal(-units))
    whole, rest = divmod(units, 10**PLACES)
    return Number(Fraction(units, 10**PLACES), f"{whole}.{rest:0{PLACES}}")
