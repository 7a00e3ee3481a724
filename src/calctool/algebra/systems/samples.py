"""Real points of a polynomial system, one at least on each connected part of its solutions."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from calctool import budget
from calctool.algebra.systems.components import real_parts
from calctool.algebra.systems.ideals.decomposition import decomposed
from calctool.algebra.systems.ideals.frame import Frame, Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.algebra.systems.ideals.quotient import staircase
from calctool.algebra.systems.points.place import AlgebraicPlace
from calctool.algebra.systems.zero_dimensional import real_points


class Samples(Struct, frozen=True):
    """`points` are all real solutions outside of curves and surfaces; of each connected part of
    these there is one `on_parts`."""

    points: tuple[AlgebraicPlace, ...]
    on_parts: tuple[AlgebraicPlace, ...] = ()

    @property
    def every(self) -> tuple[AlgebraicPlace, ...]:
        """Both kinds."""
        return (*self.points, *self.on_parts)


def real_samples(
    frame: Frame,
    polynomials: Sequence[Polynomial],
    limits: tuple[int, int, int] = budget.POLAR_BASIS,
) -> Samples:
    """Of polynomials over Q in the ring of a frame without constants; raises TooLarge, or
    CountsDifferError, where not all of them were found."""
    given = [p for p in polynomials if p]
    if any(p.is_constant() for p in given):
        return Samples(())
    ideal = Ideal(given, frame.context, limits)
    if ideal.is_everything:
        return Samples(())
    if ideal.dimension == 0:
        if staircase(ideal, budget.POLAR_DIMENSION) is None:
            raise TooLarge
        return Samples(_points(frame, ideal))
    parts = real_parts(frame, decomposed(given, frame.context))
    if parts.open or parts.unsampled:
        raise TooLarge
    points = (place for each in parts.finite for place in _points(frame, each))
    on_parts = (place for _, samples, _ in parts.infinite for place in samples)
    return Samples(tuple(points), tuple(on_parts))


def _points(frame: Frame, ideal: Ideal) -> tuple[AlgebraicPlace, ...]:
    return tuple(place for place, _ in real_points(frame, ideal).places)
