"""A polynomial in two variables near a zero of it: its signs on all small squares around that.

The borders of the squares |x|, |y| <= r fill a neighbourhood of the origin, so f is not negative
near it just when it is so on the border of every small square.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import lcm

from flint import fmpz_poly
from msgspec import Struct

from calctool import budget
from calctool.algebra.algebraic import Algebraic, compare, real_roots
from calctool.algebra.extrema.polynomials import Polynomial, fractions, ratio
from calctool.algebra.factoring import factored


class OnSquares(Struct, frozen=True):
    """The signs on all small squares, and the half side of one of them."""

    signs: frozenset[int]
    half_side: Fraction


def signs_on_squares(p: Polynomial) -> OnSquares | None:
    """Of a polynomial that is zero at the origin; None where it is too large."""
    x, y = p.context().gens()
    signs: set[int] = set()
    radius = Fraction(1)
    for side in (1, -1):
        for chart in (p.compose(side * x, x * y), p.compose(x * y, side * x)):
            found = _on_side(chart)
            if found is None:
                return None
            signs |= found.signs
            radius = min(radius, found.half_side)
    return OnSquares(frozenset(signs), radius)


def _on_side(chart: Polynomial) -> OnSquares | None:
    """Signs of h(r, s) for -1 <= s <= 1 and all small r > 0.

    The zeros s of the factors that depend on it neither meet, nor vanish, nor pass an end, while r
    is below the first zero of discriminants, resultants, leading coefficients and end values.
    """
    content, factors = factored(chart)
    moving = [(q, int(power)) for q, power in factors if q.degrees()[1]]
    if any(q.degrees()[1] * len(q) > budget.SQUARE_SIZE for q, _ in moving):
        return None
    limits = [q for q, _ in factors if not q.degrees()[1]] + _border([q for q, _ in moving])
    radius = _below_first_root(limits)
    sign = 1 if content > 0 else -1
    for q, power in factors:
        if not q.degrees()[1] and power % 2:
            sign *= 1 if _at_radius(q, radius)[0] > 0 else -1
    return OnSquares(frozenset(_walk(moving, radius, sign)), radius)


def _border(moving: list[Polynomial]) -> list[Polynomial]:
    """The polynomials in r outside whose zeros nothing changes."""
    made = []
    for q in moving:
        degree = q.degrees()[1]
        made.append(_coefficient(q, degree))
        if degree > 1:
            made.append(q.discriminant("v1"))
        made += [_at_end(q, 1), _at_end(q, -1)]
    made += [a.resultant(b, "v1") for a, b in combinations(moving, 2)]
    return [q for q in made if q and not q.is_constant()]


def _coefficient(q: Polynomial, degree: int) -> Polynomial:
    kept = {(m[0], 0): c for m, c in q.to_dict().items() if m[1] == degree}
    return q.context().from_dict(kept)


def _at_end(q: Polynomial, end: int) -> Polynomial:
    x, _ = q.context().gens()
    return q.compose(x, 0 * x + end)


def _below_first_root(limits: list[Polynomial]) -> Fraction:
    radius = Fraction(1)
    for q in limits:
        for root, _ in real_roots(_in_one(q, 0)):
            while compare(root, NOTHING) > 0 and compare(root, _rational(radius)) <= 0:
                radius /= 2
    return radius


def _rational(value: Fraction) -> Algebraic:
    return Algebraic((-value.numerator, value.denominator), 0)


NOTHING = _rational(Fraction(0))
ENDS = (_rational(Fraction(-1)), _rational(Fraction(1)))


def _in_one(q: Polynomial, index: int) -> fmpz_poly:
    terms = fractions(q)
    bottom = lcm(*(c.denominator for c in terms.values()))
    listed = [0] * (max((m[index] for m in terms), default=0) + 1)
    for m, c in terms.items():
        listed[m[index]] += int(c * bottom)
    return fmpz_poly(listed)


def _at_radius(q: Polynomial, radius: Fraction) -> fmpz_poly:
    _, s = q.context().gens()
    return _in_one(q.compose(0 * s + ratio(radius), s), 1)


def _walk(moving: list[tuple[Polynomial, int]], radius: Fraction, sign: int) -> set[int]:
    """The signs from s = -1 to s = 1: all zeros are simple and those of two factors apart."""
    found: set[int] = set()
    changes = False
    for q, power in moving:
        p = _at_radius(q, radius)
        inside = [
            root
            for root, _ in real_roots(p)
            if compare(root, ENDS[0]) >= 0 and compare(root, ENDS[1]) <= 0
        ]
        if inside:
            found.add(0)
        if power % 2:
            changes = changes or any(root not in ENDS for root in inside)
            sign *= ENDS[0].sign_of(p) or ENDS[0].sign_of(p.derivative())
    return found | ({-sign, sign} if changes else {sign})
