"""Real points of parts that are not finite: those nearest to a fixed rational point.

Every connected part of a closed set has a nearest point, and there the gradients of the equations
and the direction to the fixed point depend on each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flint import fmpq
from msgspec import Struct

from calctool import budget
from calctool.algebra.systems.gradients import is_smooth, jacobian, minors, singular
from calctool.algebra.systems.ideals.decomposition import decomposed
from calctool.algebra.systems.ideals.frame import Frame, Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal, localized
from calctool.algebra.systems.points.place import AlgebraicPlace
from calctool.algebra.systems.zero_dimensional import CountsDifferError, real_points
from calctool.notation.tree import ONE, Name, Negative, Product, Sum

UNUSED = tuple(f"r_{n}" for n in range(budget.EXPRESSION_NAMES + 1))
Centre = Sequence[int] | Sequence[Fraction]
CENTRES: tuple[Centre, ...] = (
    (3, -5, 7, 11, -13, 17),
    (-2, 7, 5, -3, 19, -11),
    (23, 4, -9, 6, 8, 15),
)


class Reality(Struct, frozen=True):
    """Sample points, one at least on each connected part; `smooth` has full dimension around it.

    `smooth` is False where it is proved that no real point is smooth, None where that is open.
    """

    samples: tuple[AlgebraicPlace, ...]
    smooth: bool | None


def reality(frame: Frame, ideal: Ideal) -> Reality | None:
    """None where the question could not be settled within the budget."""
    seen: Reality | None = None
    for turn in range(len(CENTRES)):
        try:
            found = samples(frame, ideal, CENTRES[turn:])
            if found is None:
                continue
            if not found or any(is_smooth(frame, ideal, each) for each in found):
                return Reality(tuple(found), bool(found))
            if seen is None and is_singular_only(frame, ideal, found):
                return Reality(tuple(found), False)
            seen = Reality(tuple(found), None)
        except (TooLarge, CountsDifferError):
            continue
    return seen


def samples(frame: Frame, ideal: Ideal, centres: Sequence[Centre]) -> list[AlgebraicPlace] | None:
    """The real points with a critical distance to the first centre; None where that fails."""
    equations = _nearest(frame, ideal, centres[0])
    parts = decomposed([*ideal.basis, *equations], ideal.context)
    if parts.open:
        return None
    found: list[AlgebraicPlace] = []
    for part in parts.infinite:
        deeper = None
        if part.dimension < ideal.dimension and len(centres) > 1:
            deeper = samples(frame, part, centres[1:])
        if deeper is None:
            return None
        found += deeper
    for part in parts.finite:
        found += [p for p, _ in real_points(frame, part).places if frame.accepts(p)]
    return distinct(found)


def _fmpq(value: Fraction | int) -> fmpq:
    value = Fraction(value)
    return fmpq(value.numerator, value.denominator)


def distinct(places: Sequence[AlgebraicPlace]) -> list[AlgebraicPlace]:
    kept: list[AlgebraicPlace] = []
    for each in places:
        if each not in kept:
            kept.append(each)
    return kept


def _nearest(frame: Frame, ideal: Ideal, centre: Centre) -> list[Polynomial]:
    """The minors of the gradients together with the direction to the centre."""
    away = [
        frame.whole(
            frame.rational.gen(i) - _fmpq(Fraction(centre[i % len(centre)]) + i // len(centre))
        )
        for i in range(frame.count)
    ]
    codimension = frame.count - ideal.dimension
    rows = jacobian(frame, ideal.generating)
    return list(minors([*rows, away], codimension + 1, always=len(rows)))


def is_singular_only(frame: Frame, ideal: Ideal, found: Sequence[AlgebraicPlace]) -> bool:
    """Whether it is proved that no real point is smooth, where the samples are not."""
    total = sum((m * m for m in singular(frame, ideal)), ideal.context.constant(0))
    if ideal.contains(total) or localized(ideal.basis, total, ideal.context).is_everything:
        return True
    if all(_is_isolated(frame, ideal, each) for each in found):
        return True
    return _has_no_inverse(frame, ideal, total)


def _has_no_inverse(frame: Frame, ideal: Ideal, total: Polynomial) -> bool:
    """Whether 1/total has no value at a real point, as one unknown more shows."""
    unknown = next(name for name in UNUSED if name not in frame.names)
    inverted = Sum((Product((Name(unknown), frame.tree(total))), Negative(ONE)))
    equations = [*map(frame.tree, ideal.basis), inverted]
    wider = Frame((*frame.names, unknown), equations)
    polynomials = [*map(wider.polynomial, equations), *wider.relations]
    return samples(wider, Ideal(polynomials, wider.context), CENTRES[1:]) == []


def _is_isolated(frame: Frame, ideal: Ideal, place: AlgebraicPlace) -> bool:
    """Whether a real point is a connected part of its own, shown on a sphere around it.

    The sphere is smaller than every positive critical distance to the point. Another point of the
    same part would make the part cross the sphere, or be farthest from the point inside it.
    """
    values = [place.coordinate(name).rational for name in frame.names]
    centre = [value for value in values if value is not None]
    if frame.constants or len(centre) < len(values):
        return False
    gens = frame.rational.gens()
    terms = [(gens[i] - _fmpq(c)) ** 2 for i, c in enumerate(centre)]
    square = frame.whole(sum(terms, frame.rational.constant(0)))
    critical = _all_points(frame, [*ideal.basis, *_nearest(frame, ideal, centre)])
    if critical is None:
        return False
    distances = [frame.at(each, square) for each in critical]
    # `square` has lost its content; the sphere is given by the same multiple of it.
    nearest = min((d.bounds(32)[0] for d in distances if not d.is_zero), default=Fraction(1))
    sphere = frame.whole(frame.fractional(square) - _fmpq(nearest / 2))
    return _all_points(frame, [*ideal.basis, sphere]) == []


def _all_points(frame: Frame, equations: Sequence[Polynomial]) -> list[AlgebraicPlace] | None:
    """The real solutions; None where they are not finite in number or not all known."""
    parts = decomposed(equations, frame.context)
    if parts.open or parts.infinite:
        return None
    return [place for part in parts.finite for place, _ in real_points(frame, part).places]
