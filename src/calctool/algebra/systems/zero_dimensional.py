"""The real solutions of a zero-dimensional ideal as places, put back in and counted twice."""

from __future__ import annotations

from collections.abc import Callable

from flint import fmpq, fmpq_poly
from msgspec import Struct

from calctool import budget
from calctool.algebra.algebraic import primitive, real_roots
from calctool.algebra.solutions import Count
from calctool.algebra.systems.ideals.frame import Frame, Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.algebra.systems.ideals.modular import as_fractions
from calctool.algebra.systems.ideals.quotient import Quotient
from calctool.algebra.systems.ideals.separating import Parametrised, solved
from calctool.algebra.systems.points.evaluation import PowersModulo
from calctool.algebra.systems.points.far import FarPoint
from calctool.algebra.systems.points.number_field import Field, Q, modulus
from calctool.algebra.systems.points.place import AlgebraicPlace
from calctool.algebra.unsettled import Unsettled


class CountsDifferError(Unsettled):
    """Two ways to count the solutions disagree, or one of them is none: the answer is withheld."""


class Points(Struct, frozen=True):
    """Real solutions with their multiplicities, and the count of all of them; those in `far` have
    no field that can be computed in, and are simple where `is_simple` says so."""

    places: tuple[tuple[AlgebraicPlace, int | None], ...]
    count: Count
    far: tuple[FarPoint, ...] = ()
    is_simple: bool = False


def real_points(frame: Frame, ideal: Ideal) -> Points:
    """All real points of the ideal, those of conjugates of its constants too; TooLarge where one
    has no field that can be computed in."""
    found = all_points(frame, ideal)
    if found.far:
        raise TooLarge
    return found


def all_points(frame: Frame, ideal: Ideal) -> Points:
    """All real points, also of ideals with hundreds of solutions."""
    quotient = Quotient(ideal, budget.SYSTEM_FAR)
    if quotient.dimension <= budget.SYSTEM_NEAR:
        return _exact_points(frame, ideal)
    found = as_fractions(quotient)
    times = 1 if found.is_simple else None
    places: list[tuple[AlgebraicPlace, int | None]] = []
    far: list[FarPoint] = []
    for factor, _ in found.w.numer().factor()[1]:
        w = modulus(primitive(factor))
        below = found.below % w
        numerators = tuple(p % w for p in found.numerators)
        roots = [root for root, _ in real_roots(factor)]
        if factor.degree() > budget.SYSTEM_NEAR:
            far += (FarPoint(root, numerators, below) for root in roots)
            continue
        inverse = below.xgcd(w)[1]
        coordinates = tuple(p * inverse % w for p in numerators)
        _put_back(ideal.generators, coordinates, w)
        places += ((place(frame, Field(root), coordinates), times) for root in roots)
    size = int(found.w.degree())
    count = Count(quotient.dimension, size, len(places) + len(far))
    return Points(tuple(places), count, tuple(far), found.is_simple)


def _exact_points(frame: Frame, ideal: Ideal) -> Points:
    found, quotient, reduced = solved(ideal)
    multiplicity = _multiplicities(found, quotient, reduced)
    places = []
    for factor, _ in found.w.numer().factor()[1]:
        roots = [root for root, _ in real_roots(factor)]
        if not roots:
            continue
        coordinates = tuple(p % modulus(primitive(factor)) for p in found.coordinates)
        _put_back(ideal.generators, coordinates, modulus(primitive(factor)))
        times = multiplicity(factor)
        places += [(place(frame, Field(root), coordinates), times) for root in roots]
    return Points(tuple(places), _counted(found, quotient, len(places)))


def place(frame: Frame, field: Field, coordinates: tuple[fmpq_poly, ...]) -> AlgebraicPlace:
    if field.root.rational is not None:
        at = field.root.rational
        value = fmpq(at.numerator, at.denominator)
        field, coordinates = Q, tuple(fmpq_poly([p(value)]) for p in coordinates)
    size = len(frame.names)
    return AlgebraicPlace(
        field,
        dict(zip(frame.names, coordinates[:size], strict=True)),
        dict(zip(frame.constants, coordinates[size:], strict=True)),
    )


def _multiplicities(
    found: Parametrised, quotient: Quotient, reduced: Quotient
) -> Callable[[Polynomial], int | None]:
    if quotient is reduced:
        return lambda _: 1
    if quotient.dimension > budget.SYSTEM_MULTIPLICITY:
        return lambda _: None
    powers = {
        primitive(factor): int(power)
        for factor, power in quotient.characteristic(found.form).numer().factor()[1]
    }
    return lambda factor: powers[primitive(factor)]


def _put_back(
    equations: tuple[Polynomial, ...], coordinates: tuple[fmpq_poly, ...], w: fmpq_poly
) -> None:
    """Every equation has to hold exactly at every conjugate of the point."""
    powers = PowersModulo(coordinates, w)
    if any(powers.value(equation).degree() >= 0 for equation in equations):
        raise CountsDifferError("a solution does not solve its equation")


def _counted(found: Parametrised, quotient: Quotient, real: int) -> Count:
    """By the trace form where it is small; else the simple roots of w are the count."""
    if quotient.dimension <= budget.SYSTEM_HERMITE and quotient.hermite != (found.count, real):
        raise CountsDifferError(f"{(found.count, real)} found, {quotient.hermite} counted")
    return Count(quotient.dimension, found.count, real)
