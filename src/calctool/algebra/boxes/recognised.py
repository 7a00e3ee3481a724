"""Solutions in exact form: short fractions, and points with coordinates t and -t."""

from __future__ import annotations

from fractions import Fraction

from calctool import budget
from calctool.algebra.boxes.place import BoxPlace
from calctool.algebra.boxes.system import System, rational_bounds
from calctool.algebra.build import negated
from calctool.algebra.clean import clean
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.place import Place
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Interval, rational_point, zeros
from calctool.algebra.roots.point import simplest_between
from calctool.algebra.traced import TracedPlace
from calctool.notation.tree import Name, Tree, number
from calctool.notation.walk import substitute

Bounds = tuple[Fraction, Fraction]

MARGIN = Fraction(1, 100)
"""Around the point, where the equation in t is solved."""


def recognised(place: BoxPlace) -> Place:
    """The same point by its coordinates, where they are proved to solve all equations."""
    bounds = [rational_bounds(ball) for ball in place.enclosure(budget.SYSTEM_BOX_BITS)]
    found = short_fractions(place.system, bounds)
    if found is None:
        found = _on_diagonal(place, bounds)
    return place if found is None else found


def short_fractions(system: System, bounds: list[Bounds]) -> TracedPlace | None:
    values = [simplest_between(low, high) for low, high in bounds]
    if any(value.denominator > budget.RECOGNISED_DENOMINATOR for value in values):
        return None
    trees = (number(value) for value in values)
    place = TracedPlace(dict(zip(system.names, trees, strict=True)))
    return place if _solves(place, system) else None


def _solves(place: TracedPlace, system: System) -> bool:
    try:
        return all(place.scalar(each).sign() == 0 for each in system.equations)
    except (Undecided, Undefined, UnknownError):
        return False


def _on_diagonal(place: BoxPlace, bounds: list[Bounds]) -> TracedPlace | None:
    """Where all coordinates seem to be t or -t, and t solves the equations in closed form."""
    system = place.system
    name, (low, high) = system.names[0], bounds[0]
    along: dict[str, Tree] = {}
    for other, (a, b) in zip(system.names, bounds, strict=True):
        if a <= high and low <= b:
            along[other] = Name(name)
        elif a <= -low and -high <= b:
            along[other] = negated(Name(name))
        else:
            return None
    line = clean(substitute(system.equations[0], along))
    if line.names != {name}:
        return None
    for tree in _closed_forms(line, name, low, high):
        found = TracedPlace({other: substitute(u, {name: tree}) for other, u in along.items()})
        if place.is_only_one_near(found) and _solves(found, system):
            return found
    return None


def _closed_forms(line: Tree, name: str, low: Fraction, high: Fraction) -> list[Tree]:
    near = Interval(rational_point(low - MARGIN), rational_point(high + MARGIN))
    try:
        found = zeros(line, name, (near,), boxes=budget.LAST_NAME_BOXES)
    except (Undecided, Undefined, UnknownError):
        return []
    return [zero.at.tree for zero in found.zeros if zero.at.tree is not None]
