"""Angles whose cosine, sine or half tangent is given, recognised as parts of pi where they are.

cos(t) = c is a part of pi with denominator q exactly when c is a zero of T_q(c)^2 - 1, T_q being
Chebyshev's polynomial; tan(t/2) = r when r is a zero of Im(1 + i*r)^q.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from flint import arb, fmpz_poly
from msgspec import Struct

from calctool import budget
from calctool.algebra.algebraic import Algebraic
from calctool.algebra.ball.numbers import working
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.notation.tree import ONE, PI, TWO, Call, Tree, number


class Angle(Struct, frozen=True):
    """An angle in (-pi, pi]; `turn` is its multiple of pi where that is rational."""

    tree: Tree
    turn: Fraction | None
    times: int | None = 1


class Value(Struct, frozen=True):
    """A number as a tree, and as an algebraic number where it is known to be one."""

    tree: Tree
    number: Algebraic | None
    times: int | None = 1


def part_of_pi(turn: Fraction, times: int | None = 1) -> Angle:
    """The angle turn*pi, brought to (-pi, pi]."""
    turn = 1 - (1 - turn) % 2
    return Angle(multiple_of_pi(turn), turn, times)


def multiple_of_pi(turn: Fraction) -> Tree:
    """turn*pi as it is written.

    >>> from fractions import Fraction
    >>> plain(multiple_of_pi(Fraction(3, 4)))
    '3*pi/4'
    """
    top = multiplied((number(turn.numerator), PI))
    return divided(top, number(turn.denominator))


def of_cosine(cosine: Value) -> list[Angle]:
    """All angles with this cosine."""
    turn, times = _turn_of_cosine(cosine), cosine.times
    if turn in (0, 1):
        return [part_of_pi(turn, times and 2 * times)]
    if turn is not None:
        return [part_of_pi(-turn, times), part_of_pi(turn, times)]
    if not _is_inner(cosine.tree):
        return []
    found = Call("acos", (cosine.tree,))
    return [Angle(negated(found), None, times), Angle(found, None, times)]


def of_sine(sine: Value) -> list[Angle]:
    """All angles with this sine; pi/2 less than such an angle has this cosine."""
    turn, times, quarter = _turn_of_cosine(sine), sine.times, Fraction(1, 2)
    if turn in (0, 1):
        return [part_of_pi(quarter - turn, times and 2 * times)]
    if turn is not None:
        return [part_of_pi(quarter - turn, times), part_of_pi(quarter + turn, times)]
    if not _is_inner(sine.tree):
        return []
    first = Call("asin", (sine.tree,))
    half_turn = PI if constant_sign(sine.tree) > 0 else negated(PI)
    return [Angle(first, None, times), Angle(added((half_turn, negated(first))), None, times)]


def _is_inner(value: Tree) -> bool:
    """Whether it lies between -1 and 1; the ends themselves are left to their own test."""
    ends = [constant_sign(added((ONE, each))) for each in (value, negated(value))]
    if 0 in ends:
        raise Undecided
    return min(ends) > 0


def of_half_tangent(tangent: Value) -> Angle:
    """The angle u with this tangent of u/2: a part of pi where it is one."""
    if tangent.number is None:
        return Angle(multiplied((TWO, Call("atan", (tangent.tree,)))), None, tangent.times)
    with working(budget.POINT_BITS, 1):
        turn = 2 * tangent.number.ball(budget.POINT_BITS).atan() / arb.pi()
    for q in range(1, budget.ANGLE_DENOMINATOR + 1):
        near = _nearest(turn * q)
        if near is not None and tangent.number.is_zero_of(_tangents(q)):
            return part_of_pi(Fraction(near, q), tangent.times)
    return Angle(_arc(tangent.number, tangent.tree), None, tangent.times)


def _arc(t: Algebraic, written: Tree) -> Tree:
    """By tangent, sine or cosine of the angle where one of them is rational."""
    half_turn = PI if t.ball(budget.POINT_BITS) > 0 else negated(PI)
    is_far = bool(abs(t.ball(budget.POINT_BITS)) > 1)
    if t.rational is not None:
        found = Call("atan", (number(2 * t.rational / (1 - t.rational**2)),))
        return added((half_turn, found)) if is_far else found
    match t.coefficients:
        case (c, b, a) if a == -c:
            found = Call("atan", (number(Fraction(2 * int(a), int(b))),))
            return added((half_turn, found)) if is_far else found
        case (c, b, a) if a == c:
            found = Call("asin", (number(Fraction(-2 * int(a), int(b))),))
            return added((half_turn, negated(found))) if is_far else found
        case (c, 0, a):
            found = Call("acos", (number(Fraction(int(a + c), int(a - c))),))
            return found if half_turn == PI else negated(found)
    return multiplied((TWO, Call("atan", (written,))))


def _turn_of_cosine(value: Value) -> Fraction | None:
    """The multiple of pi between 0 and pi that has this cosine."""
    cosine = value.number
    if cosine is None or not abs(cosine.ball(budget.POINT_BITS)) <= 1:
        return None
    with working(budget.POINT_BITS, 1):
        turn = cosine.ball(budget.POINT_BITS).acos() / arb.pi()
    for q in range(1, budget.ANGLE_DENOMINATOR + 1):
        near = _nearest(turn * q)
        if near is not None and cosine.is_zero_of(_cosines(q)):
            return Fraction(near, q)
    return None


def _nearest(value: arb) -> int | None:
    """The only whole number in the ball."""
    found = value.unique_fmpz()
    return None if found is None else int(found)


@lru_cache(maxsize=256)
def _cosines(q: int) -> fmpz_poly:
    chebyshev = fmpz_poly.chebyshev_t(q)
    return chebyshev * chebyshev - 1


@lru_cache(maxsize=256)
def _tangents(q: int) -> fmpz_poly:
    """Im(1 + i*t)^q as a polynomial in t."""
    real, imaginary, t = fmpz_poly([1]), fmpz_poly([0]), fmpz_poly([0, 1])
    for _ in range(q):
        real, imaginary = real - imaginary * t, imaginary + real * t
    return imaginary
