"""Boxes in complex space with exactly one solution of a polynomial system in each."""

from __future__ import annotations

from collections.abc import Sequence

from flint import acb, acb_mat, arb
from msgspec import Struct

from calctool.algebra.paths.values import Polynomials

_WIDER = (4, 64, 1024)
"""Times the last step of Newton's method, half the sides of the boxes tried."""
_LEAST = 2.0**-44


class Enclosed(Struct, frozen=True):
    """`around` holds one solution, which lies in `inside`; for a real one the sides are real."""

    around: tuple[acb, ...]
    inside: tuple[acb, ...]
    is_real: bool

    def is_apart(self, other: Enclosed) -> bool:
        """Whether the solutions are certainly different."""
        pairs = zip(self.inside, other.inside, strict=True)
        return any(not a.overlaps(b) for a, b in pairs)


def enclosed(system: Polynomials, near: Sequence[complex]) -> Enclosed | None:
    """By Krawczyk's operator over the complex numbers (Krawczyk 1969, Rump 1983).

    The coefficients are real, so that with a solution its conjugate is one: in a box that is its
    own conjugate the only solution is real.
    """
    real = max(abs(z.imag) for z in near) < 1e-8 * (1 + max(map(abs, near)))
    point = [acb(z.real, 0 if real else z.imag) for z in near]
    values, slopes = system.at(point)
    try:
        inverse = acb_mat(slopes).mid().inv().mid()
    except ZeroDivisionError:
        return None
    step = inverse * acb_mat(len(point), 1, values)
    steps = [step[i, 0] for i in range(len(point))]
    size = max(float(abs(s).upper()) for s in steps)
    least = _LEAST * (1 + max(map(abs, near)))
    for wider in _WIDER:
        side = max(wider * size, least)
        found = _tested(system, point, inverse, steps, side, real=real)
        if found is not None:
            return found
    return None


def _tested(
    system: Polynomials,
    point: Sequence[acb],
    inverse: acb_mat,
    steps: Sequence[acb],
    side: float,
    *,
    real: bool,
) -> Enclosed | None:
    size = len(point)
    span = arb(0, side)
    spread = acb(span, span)
    around = tuple(z + spread for z in point)
    _, slopes = system.at(around)
    rest = acb_mat(size, size, [int(i == j) for i in range(size) for j in range(size)])
    rest = (rest - inverse * acb_mat(slopes)) * acb_mat(size, 1, [spread] * size)
    inside = tuple(z - s + rest[i, 0] for i, (z, s) in enumerate(zip(point, steps, strict=True)))
    if not all(_is_within(a, b) for a, b in zip(around, inside, strict=True)):
        return None
    if not real and not any(not z.imag.contains(0) for z in inside):
        return None
    return Enclosed(around, inside, real)


def _is_within(around: acb, inside: acb) -> bool:
    pairs = ((around.real, inside.real), (around.imag, inside.imag))
    return all(a.contains_interior(b) for a, b in pairs)
