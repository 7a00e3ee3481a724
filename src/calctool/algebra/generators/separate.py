"""Equations in one name each, every name in one of them: the solutions are all combinations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import prod

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.boxes.place import BoxPlace
from calctool.algebra.boxes.recognised import recognised
from calctool.algebra.boxes.search import Single
from calctool.algebra.boxes.system import Balls, System
from calctool.algebra.generators.last_name import last_name_solutions
from calctool.algebra.generators.unknowns import NoChange
from calctool.algebra.places.place import Place
from calctool.algebra.places.written_out import TracedPlace, TracedScalar
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.points.point import around
from calctool.algebra.solutions import Box, Root, Solutions
from calctool.notation.tree import Name, Tree
from calctool.words.proofs import boxes as words

MARGINS = (40, 30, 20)
"""Powers of 1/2 by which a box is wider than the enclosure of the point in it."""


def separate_solutions(
    equations: Sequence[Tree], names: Sequence[str], box: Box | None, window: Box
) -> Solutions:
    """NoChange where the equations share a name, or one of them is not solved completely."""
    own = {name: each for each in equations for name in each.names}
    single = all(len(each.names) == 1 for each in equations)
    if not single or not len(own) == len(equations) == len(names) > 1:
        raise NoChange
    parts = [last_name_solutions((own[n],), {n: Name(n)}, box, window) for n in names]
    if any(part.state != "complete" for part in parts):
        raise NoChange
    system = System([own[name] for name in names], names)
    chosen = list(product(*(part.roots for part in parts)))
    if len(chosen) > budget.MEMBERS:
        raise NoChange
    return Solutions(
        tuple(_combined(system, roots) for roots in chosen),
        (),
        "complete",
        "separate",
        words.SEPARATE,
        moves=tuple(move for part in parts for move in part.moves),
    )


def _combined(system: System, roots: Sequence[Root]) -> Root:
    times = [root.multiplicity for root in roots if root.multiplicity is not None]
    known = prod(times) if len(times) == len(roots) else None
    periods = tuple(period for root in roots for period in root.periods)
    return Root(_place(system, [root.place for root in roots]), known, periods)


def _place(system: System, places: Sequence[Place]) -> Place:
    scalars = {place.names[0]: place.coordinate(place.names[0]) for place in places}
    trees = {name: scalar.tree() for name, scalar in scalars.items()}
    exact = {name: tree for name, tree in trees.items() if tree is not None}
    if len(exact) == len(trees):
        return TracedPlace(exact)
    enclosed = [scalar for scalar in scalars.values() if isinstance(scalar, TracedScalar)]
    for around_it in _boxes(enclosed):
        with working(budget.SYSTEM_BOX_BITS * 2, 2):
            found = system.krawczyk(around_it)
        pairs = zip(around_it, found or (), strict=False)
        if found is not None and all(a.contains_interior(f) for a, f in pairs):
            return recognised(BoxPlace(Single(system, around_it, found)))
    raise Undecided


def _boxes(scalars: Sequence[TracedScalar]) -> Iterator[Balls]:
    """Boxes around the point, the narrowest first."""
    sides = [scalar.bounds(budget.SYSTEM_BOX_BITS) for scalar in scalars]
    for bits in MARGINS:
        margin = Fraction(1, 2**bits)
        with working(budget.SYSTEM_BOX_BITS * 2, 2):
            wide = tuple(around(low - margin, high + margin) for low, high in sides)
        yield wide
