"""Polar systems: where the points of a closed set nearest to a fixed point are found.

At the point of {g = 0, A = 0, the others >= 0} that is nearest to a, the gradients of the
equations g, of the active inequalities A and the vector x - a are linearly dependent (Fritz John).
"""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.extrema.polar.region import Region
from calctool.algebra.systems.gradients import minors
from calctool.algebra.systems.ideals.frame import Frame, Polynomial, TooLarge
from calctool.algebra.systems.points.place import AlgebraicPlace
from calctool.algebra.systems.samples import real_samples
from calctool.algebra.systems.zero_dimensional import CountsDifferError

Centre = tuple[int, ...]
CENTRES: tuple[Centre, ...] = ((0, 0, 0, 0, 0, 0), (1, -2, 3, 5, -7, 4), (3, 7, -5, 2, 11, -3))
"""The origin first: what is symmetric about it stays simple. Then any."""


def polar(equations: Sequence[Polynomial], centre: Centre, count: int) -> list[Polynomial]:
    """The equations with the minors of their gradients, in the first `count` unknowns, and of the
    direction to the centre."""
    gens = equations[0].context().gens()[:count]
    rows = [[p.derivative(i) for i in range(count)] for p in equations]
    away = [x - centre[i % len(centre)] - i // len(centre) for i, x in enumerate(gens)]
    if len(rows) >= count:
        return list(equations)
    return [*equations, *minors([*rows, away], len(rows) + 1, always=len(rows))]


def feasible_point(
    region: Region, more: Sequence[Polynomial], centre: Centre
) -> AlgebraicPlace | None:
    """A point of a closed region at which `more` polynomials vanish; None if there is none.

    Raises TooLarge or CountsDifferError where that stays open.
    """
    frame = Frame(region.names, ())
    # With more equations than names, gradients say nothing: such points are on a larger face.
    for face in region.faces(most=len(region.names) - len(more)):
        equations = [*more, *face]
        idle = [p for p in (*region.inequalities, *region.strict) if p not in face]
        system = polar(equations, centre, len(region.names)) if equations else _only(frame, centre)
        found = real_samples(frame, [region.stripped(p) for p in system])
        for place in found.every:
            if all(_holds(frame, place, p, p in region.strict) for p in idle):
                return place
        if found.on_parts and idle:
            raise TooLarge
    return None


def _only(frame: Frame, centre: Centre) -> list[Polynomial]:
    """The nearest point of all is the centre."""
    gens = frame.context.gens()[: len(frame.names)]
    return [x - centre[i % len(centre)] - i // len(centre) for i, x in enumerate(gens)]


def _holds(frame: Frame, place: AlgebraicPlace, p: Polynomial, strictly: bool) -> bool:
    return frame.at(place, p).sign() >= (1 if strictly else 0)


def is_nonempty(region: Region, more: Sequence[Polynomial] = ()) -> bool | None:
    """Whether a closed region has a point at which `more` polynomials vanish; None if open."""
    for centre in CENTRES:
        try:
            return feasible_point(region, more, centre) is not None
        except (TooLarge, CountsDifferError):
            continue
    return None
