"""Active inequalities too many to be independent, as at the top of a pyramid: some of them may be
enough to show what the point is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.places.place import Place
from calctool.solve.lagrange.candidates.faces import Face
from calctool.solve.stationary.manifold import Manifold

Columns = tuple[int, ...]


def with_fewer(face: Face, place: Place) -> Iterator[tuple[Face, Columns]]:
    """The point as a candidate on larger sets, regular there; each with independent columns.

    An extremum on a larger set is one on the feasible set.
    """
    bounds = [each for each in face.active if each.side]
    if len(face.active) != len(face.manifold.constraints):
        return
    smaller = (
        chosen for size in range(len(bounds) - 1, -1, -1) for chosen in combinations(bounds, size)
    )
    for chosen in islice(smaller, budget.ACTIVE_SETS):
        kept = [i for i, each in enumerate(face.active) if not each.side or each in chosen]
        constraints = tuple(face.manifold.constraints[i] for i in kept)
        manifold = Manifold(face.manifold.f, constraints, face.manifold.names)
        columns = manifold.columns(place)
        if columns is not None and _is_stationary(manifold, place):
            active = tuple(face.active[i] for i in kept)
            yield replace(face, active=active, manifold=manifold), columns


def _is_stationary(manifold: Manifold, place: Place) -> bool:
    return all(place.scalar(each).sign() == 0 for each in manifold.dependence)
