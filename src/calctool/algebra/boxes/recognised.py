"""Solutions in exact form, coordinate by coordinate: what is put in must solve the equations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.boxes.place import BoxPlace, FixedPlace
from calctool.algebra.boxes.search import Single
from calctool.algebra.boxes.system import Balls, System, rational_bounds
from calctool.algebra.build import negated
from calctool.algebra.clean import clean
from calctool.algebra.field import is_zero
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.places.place import Place
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute

Bounds = tuple[Fraction, Fraction]


def recognised(place: BoxPlace) -> Place:
    """The same point, with the coordinates that are proved to be simple constants."""
    bounds = [rational_bounds(ball) for ball in place.enclosure(budget.SYSTEM_BOX_BITS)]
    found: Place | None = _exactly(place.system, bounds)
    for way in (_on_diagonal, _coordinate_by_coordinate):
        if found is None:
            found = way(place, bounds)
    return place if found is None else found


def short_coordinates(system: System, bounds: list[Bounds]) -> TracedPlace | None:
    """A solution between the bounds all of whose coordinates are short, if there is one."""
    return _exactly(system, bounds)


def _exactly(system: System, bounds: list[Bounds]) -> TracedPlace | None:
    from calctool.algebra.boxes.candidates import short

    values = [next(short(low, high), None) for low, high in bounds]
    known = {n: v for n, v in zip(system.names, values, strict=True) if v is not None}
    if len(known) < len(values):
        return None
    place = TracedPlace(known)
    return place if _solves(place, system) else None


def _solves(place: TracedPlace, system: System) -> bool:
    try:
        return all(place.scalar(each).sign() == 0 for each in system.equations)
    except (Undecided, Undefined, UnknownError):
        return False


# --- all coordinates alike ---


def _on_diagonal(place: BoxPlace, bounds: list[Bounds]) -> TracedPlace | None:
    """Where all coordinates seem to be t or -t, and t solves the equations in closed form."""
    from calctool.algebra.boxes.candidates import closed_forms

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
    for tree in closed_forms(line, name, low, high):
        found = TracedPlace({other: substitute(u, {name: tree}) for other, u in along.items()})
        if place.is_only_one_near(found) and _solves(found, system):
            return found
    return None


# --- some coordinates, the others in a smaller box ---


def _coordinate_by_coordinate(place: BoxPlace, bounds: list[Bounds]) -> Place | None:
    """As many coordinates as can be put in, so that what is left still has its solution."""
    likely = {
        name: tree
        for name, (low, high) in zip(place.names, bounds, strict=True)
        if (tree := _likely(place.system, name, low, high)) is not None
    }
    for known in _choices(likely):
        found = _with(place, known)
        if found is not None:
            return found
    return None


def _likely(system: System, name: str, low: Fraction, high: Fraction) -> Tree | None:
    from calctool.algebra.boxes.candidates import by_itself, short

    found = next(short(low, high), None)
    return next(by_itself(system, name, low, high), None) if found is None else found


def _choices(likely: Mapping[str, Tree]) -> Iterator[dict[str, Tree]]:
    """The largest first; of many coordinates only all, and each alone."""
    count = len(likely)
    sizes = range(count, 0, -1) if count <= budget.RECOGNISED_COORDINATES else {count, 1}
    for size in sizes:
        for names in combinations(likely, size):
            yield {name: likely[name] for name in names}


def _with(place: BoxPlace, known: dict[str, Tree]) -> Place | None:
    """The point with these coordinates, where the equations left have a solution in the box."""
    left = [clean(substitute(each, known)) for each in place.system.square]
    left = [each for each in left if not is_zero(each)]
    names = tuple(name for name in place.names if name not in known)
    if len(left) != len(names) or not all(each.names for each in left):
        return None
    if not names:
        found = TracedPlace(known)
        return found if place.is_only_one_near(found) else None
    rest = _only_one(System(left, names), place, names)
    fixed = None if rest is None else FixedPlace(place, known, rest)
    return fixed if fixed is not None and place.is_only_one_near(fixed) else None


def _only_one(system: System, place: BoxPlace, names: tuple[str, ...]) -> BoxPlace | None:
    """The solution of the smaller system, where the larger one has its own."""
    for box in (place.single.around, place.single.inside):
        at: Balls = tuple(b for name, b in zip(place.names, box, strict=True) if name in names)
        with working(budget.SYSTEM_BOX_BITS, 2):
            found = system.krawczyk(at)
            if found is not None and all(
                a.contains_interior(f) for a, f in zip(at, found, strict=True)
            ):
                return BoxPlace(Single(system, at, found))
    return None
