"""The values of f at the points of a closed set where it may have a local extremum."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from calctool.algebra.extrema.polar.region import Region
from calctool.algebra.places.place import Scalar
from calctool.algebra.systems.gradients import jacobian, minors
from calctool.algebra.systems.ideals.frame import Frame, Polynomial, TooLarge
from calctool.algebra.systems.points.place import AlgebraicPlace
from calctool.algebra.systems.points.scalars import AlgebraicScalar
from calctool.algebra.systems.samples import real_samples


class Values(Struct, frozen=True):
    """`sure` are taken in the region, of the `doubtful` ones that is not known."""

    sure: tuple[Scalar, ...]
    doubtful: tuple[Scalar, ...] = ()


def stationary_values(region: Region) -> Values:
    """Of a closed region; raises TooLarge, or CountsDifferError, where some were not found.

    There the gradients of f, of the equations and of the active inequalities are dependent. On a
    curve or surface of such points f is constant on each connected part, unless the singular
    points of the equations make up a curve. Strict conditions hold on a whole part or nowhere.
    """
    frame = Frame(region.names, ())
    sure: list[Scalar] = []
    doubtful: list[Scalar] = []
    for face in region.faces(most=len(region.names)):
        samples = real_samples(frame, [*face, *_dependent(region, face)])
        idle = [p for p in region.inequalities if p not in face]
        if samples.on_parts and _has_singular_curves(frame, face):
            raise TooLarge
        for at in samples.every:
            if any(frame.at(at, p).sign() <= 0 for p in region.strict):
                continue
            if all(frame.at(at, p).sign() >= 0 for p in idle):
                sure.append(_value(frame, region, at))
            elif at in samples.on_parts:
                doubtful.append(_value(frame, region, at))
    return Values(tuple(sure), tuple(doubtful))


def _dependent(region: Region, face: Sequence[Polynomial]) -> list[Polynomial]:
    """The minors of the gradients; that of f times the square of its denominator."""
    count = len(region.names)
    if len(face) >= count:
        return []
    p, q = region.above, region.below
    own = [q * p.derivative(i) - p * q.derivative(i) for i in range(count)]
    rows = [[g.derivative(i) for i in range(count)] for g in face]
    return [region.stripped(p) for p in minors([*rows, own], len(rows) + 1)]


def _has_singular_curves(frame: Frame, face: Sequence[Polynomial]) -> bool:
    """Whether the gradients of the equations are dependent at more than some points."""
    if all(g.total_degree() <= 1 for g in face) or len(face) > len(frame.names):
        return False
    rows = jacobian(frame, face)
    return bool(real_samples(frame, [*face, *minors(rows, len(rows))]).on_parts)


def _value(frame: Frame, region: Region, at: AlgebraicPlace) -> Scalar:
    above, below = frame.at(at, region.above), frame.at(at, region.below)
    if below.is_zero:
        raise TooLarge
    return AlgebraicScalar(above * below.inverse())
