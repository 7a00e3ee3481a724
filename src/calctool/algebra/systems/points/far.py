"""Points whose field is too large to compute in: known to any number of digits, and by what
vanishes at them."""

from __future__ import annotations

from collections.abc import Callable

from flint import arb, ctx, fmpq_poly
from msgspec import Struct

from calctool.algebra.algebraic import Algebraic
from calctool.algebra.roots.points.point import around
from calctool.algebra.systems.ideals.frame import Frame, Polynomial
from calctool.algebra.systems.ideals.modular import Homogeneous
from calctool.algebra.systems.points.number_field import modulus
from calctool.algebra.systems.points.place import AlgebraicPlace

Enclosure = Callable[[int], tuple[arb, ...]]
"""Balls around the coordinates with about so many bits."""
_APART_BITS = (128, 512)


class FarPoint(Struct, frozen=True):
    """x_i = numerators[i](t)/below(t) at the real root t of an irreducible polynomial."""

    root: Algebraic
    numerators: tuple[fmpq_poly, ...]
    below: fmpq_poly

    def balls(self, bits: int) -> tuple[arb, ...]:
        """Around the coordinates; no narrower than the precision allows."""
        at = self.root.ball(bits)
        with ctx.workprec(bits):
            below = _at(self.below, at)
            return tuple(_at(p, at) / below for p in self.numerators)

    def vanishes(self, p: Polynomial) -> bool:
        """Whether a polynomial is zero there, exactly."""
        w = modulus(self.root.coefficients)
        return Homogeneous(self.numerators, self.below, w).value(p).degree() < 0


def is_meant(frame: Frame, point: FarPoint) -> bool | None:
    """Whether the constants are those that were meant; None where that is not seen."""
    balls = point.balls(_APART_BITS[0])[len(frame.names) :]
    told: bool | None = True
    for constant, ball in zip(frame.constants, balls, strict=True):
        if constant.is_numbered:
            told = None
        elif constant.degree % 2 == 0:
            if ball < 0:
                return False
            told = told if ball > 0 else None
    return told


def enclosure(place: AlgebraicPlace, frame: Frame, bits: int) -> tuple[arb, ...]:
    """Balls around the coordinates of a point with a field of its own."""
    with ctx.workprec(bits):
        return tuple(around(*place.coordinate(name).bounds(bits)) for name in frame.names)


def is_apart(
    one: Callable[[int], tuple[arb, ...]], other: Callable[[int], tuple[arb, ...]]
) -> bool:
    """Whether two points are seen to be different."""
    for bits in _APART_BITS:
        pairs = zip(one(bits), other(bits), strict=False)
        if any(not a.overlaps(b) for a, b in pairs):
            return True
    return False


def _at(p: fmpq_poly, t: arb) -> arb:
    return p.numer()(t) / int(p.denom())
