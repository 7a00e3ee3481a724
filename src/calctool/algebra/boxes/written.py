"""Systems as lines of a solution; solutions without exact form between two decimals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calctool import budget
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Root
from calctool.notation.printing.decimals import between
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import ZERO, Name, Relation, Tree


def as_system(equations: Sequence[Tree]) -> System:
    """Equations as one line of a solution."""
    return System(tuple(Relation(each, "=", ZERO) for each in equations))


def enclosures(roots: Sequence[Root]) -> Alternatives:
    """Solutions without an exact form: each coordinate between two decimals."""
    return Alternatives(tuple(System(tuple(_sides(root.place))) for root in roots))


def _sides(place: Place) -> Iterator[Relation]:
    for name in place.names:
        at = place.coordinate(name)
        exact = at.tree()
        if exact is not None:
            yield Relation(Name(name), "=", exact)
            continue
        yield from between(name, *at.bounds(budget.PLACE_BITS))
