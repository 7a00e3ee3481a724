"""Curves x_i = k*t^n along which a rational function tends to a value as t tends to infinity."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, product

from calctool import budget
from calctool.algebra.extrema.polar.region import Region
from calctool.algebra.systems.ideals.frame import Polynomial

Monomial = tuple[Fraction, int]
"""k*t^n"""
Laurent = dict[int, Fraction]
"""Coefficients by powers of t; none is zero."""

_FACTORS = tuple(map(Fraction, ("1", "-1", "2", "-2", "1/2", "-1/2")))
_POWERS = (1, -1, 2, -2)
_SHORT: tuple[Monomial, ...] = tuple((Fraction(k), n) for n in (1, -1, 2, -2) for k in (1, -1))


def approach(region: Region, value: Fraction | None, turn: int) -> tuple[Monomial, ...] | None:
    """A curve in the region, from some t on, along which f tends to the value, from above for turn
    -1 and from below for turn 1; to infinity on that side where it is None."""
    for curve in islice(_curves(len(region.names)), budget.CURVES):
        if _stays(region, curve) and _tends(region, curve, value, turn):
            return curve
    return None


def _curves(count: int) -> Iterator[tuple[Monomial, ...]]:
    """Those with few and small numbers first."""
    fixed = [(Fraction(0), 0), *((k, 0) for k in _FACTORS)]
    short = [*fixed[:3], *_SHORT]
    long = [*fixed, *((k, n) for n in _POWERS for k in _FACTORS)]
    for choices in (short, long):
        for curve in product(choices, repeat=count):
            if any(n > 0 for _, n in curve) or any(n < 0 for _, n in curve):
                yield curve


def _along(p: Polynomial, curve: tuple[Monomial, ...]) -> Laurent:
    made: Laurent = {}
    for powers, c in p.to_dict().items():
        value, at = Fraction(int(c)), 0
        for (k, n), power in zip(curve, powers, strict=True):
            value *= k ** int(power)
            at += n * int(power)
        made[at] = made.get(at, Fraction(0)) + value
    return {n: c for n, c in made.items() if c}


def _stays(region: Region, curve: tuple[Monomial, ...]) -> bool:
    if any(_along(p, curve) for p in region.equations):
        return False
    if any(_far(_along(p, curve)) < 0 for p in region.inequalities):
        return False
    return all(_far(_along(p, curve)) > 0 for p in region.strict) and all(
        _along(p, curve) for p in region.nonzero
    )


def _far(p: Laurent) -> int:
    """The sign for all large t."""
    if not p:
        return 0
    return 1 if p[max(p)] > 0 else -1


def _tends(region: Region, curve: tuple[Monomial, ...], value: Fraction | None, turn: int) -> bool:
    above, below = _along(region.above, curve), _along(region.below, curve)
    if not below:
        return False
    if value is None:
        grows = bool(above) and max(above) > max(below)
        return grows and _far(above) * _far(below) == turn
    gap = dict(above)
    for n, c in below.items():
        gap[n] = gap.get(n, Fraction(0)) - value * c
    gap = {n: c for n, c in gap.items() if c}
    return bool(gap) and max(gap) < max(below) and _far(gap) * _far(below) == -turn
