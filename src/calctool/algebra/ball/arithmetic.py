"""Arithmetic, powers, signs and steps of exact rationals, balls and truncated series.

Each operation takes any mixture of the three. It raises `Undefined` or `Undecided` instead of
giving a value that does not enclose the true one.
"""

from __future__ import annotations

from collections.abc import Callable

from flint import arb, arb_series, fmpq

from calctool.algebra.ball.numbers import (
    Undecided,
    Undefined,
    Value,
    ball,
    finite,
    head,
    not_zero,
    order,
    positive,
    settle,
)
from calctool.budget import BALL_EXACT_BITS, BALL_ROOT_DEGREE

WRITTEN_OUT = fmpq(2) ** BALL_EXACT_BITS
"""Whole numbers up to here are written out; that of 2^(10^30) would not fit into memory."""


def negative(u: Value) -> Value:
    """-u."""
    return -u


def add(*terms: Value) -> Value:
    """A sum of balls or series."""
    total = terms[0]
    for term in terms[1:]:
        total = total + term
    return settle(total)


def multiply(*factors: Value) -> Value:
    """A product of balls or series."""
    product = factors[0]
    for factor in factors[1:]:
        product = product * factor
        if isinstance(product, fmpq):
            product = settle(product)
    return product


def divide(u: Value, v: Value) -> Value:
    """A quotient of balls or series; Undefined for a divisor of zero, Undecided if it may be."""
    not_zero(v)
    return settle(u / v)


def integer_power(n: int) -> Callable[[Value], Value]:
    """u^n; u^0 is 1 wherever u is defined."""

    def power(u: Value) -> Value:
        if n == 0:
            return fmpq(1)
        if n < 0:
            not_zero(u)
        if isinstance(u, fmpq):
            if u.height_bits() * abs(n) <= BALL_EXACT_BITS:
                return fmpq(u**n)
            u = arb(u)
        if n > 0 and isinstance(u, arb) and (u.contains(0) if n % 2 == 0 else u.mid() == 0):
            return finite(_around_zero(u, n))
        return finite(u**n)

    return power


def _around_zero(u: arb, n: int) -> arb:
    """FLINT takes the logarithm of a ball whose midpoint is 0, and even powers below 0."""
    found = arb(0, 1) * u.abs_upper() ** n
    return found.nonnegative_part() if n % 2 == 0 else found


def fractional_power(exponent: fmpq) -> Callable[[Value], Value]:
    """u^(p/q) in lowest terms, not whole: the real root, below zero too where q is odd."""
    p, q = int(exponent.p), int(exponent.q)
    raised = integer_power(p)

    def root(u: Value) -> Value:
        if isinstance(u, arb_series):
            return u.sqrt() if q == 2 else u ** fmpq(1, q)
        u = ball(u)
        return u.root(q) if q <= BALL_ROOT_DEGREE else (u.log() / q).exp()

    def power(u: Value) -> Value:
        if p > 0 and isinstance(u, arb) and u.lower() == 0 < u.upper():
            # The ball is [0, most], and the root grows.
            return finite(ball(head(raised(root(u.upper())))).union(arb(0)).nonnegative_part())
        match order(u, fmpq(0)):
            case 1:
                return finite(raised(root(u)))
            case -1 if q % 2:
                return finite(raised(-root(-u)))
            case 0 if p > 0:
                return fmpq(0)
        raise Undefined

    return power


def real_power(u: Value, v: Value) -> Value:
    """u^v with a name in the exponent: u > 0."""
    positive(u)
    if isinstance(u, arb_series) or isinstance(v, arb_series):
        return finite((v * (u if isinstance(u, arb_series) else ball(u)).log()).exp())
    return finite(ball(u) ** ball(v))


def constant_power(u: Value, v: Value) -> Value:
    """u^v for a constant v that is not written as a rational number."""
    if head(u) > 0:
        return real_power(u, v)
    if order(u, fmpq(0)) == 0:
        positive(v)
        return fmpq(0)
    raise Undecided


def absolute(u: Value) -> Value:
    """|u|; of a series Undecided where the sign may change."""
    if isinstance(u, arb):
        return abs(u).nonnegative_part() if u.contains(0) else abs(u)
    return -u if order(u, fmpq(0)) < 0 else u


def sign_of(u: Value) -> Value:
    """-1, 0 or 1; Undecided where the ball holds zero and more."""
    return fmpq(order(u, fmpq(0)))


def heaviside(u: Value) -> Value:
    """0, 1/2 or 1 as u is below, at or above zero; Undecided as `sign_of`."""
    return fmpq(order(u, fmpq(0)) + 1, 2)


def _step(u: Value, up: bool) -> Value:
    """Floor or ceiling, where the ball (for series: its neighbourhood) holds no jump."""
    at = head(u)
    if isinstance(at, fmpq):
        return fmpq(at.ceil() if up else at.floor())
    if not abs(at) < WRITTEN_OUT:
        raise Undecided
    found = (at.ceil() if up else at.floor()).unique_fmpz()
    if found is None or (isinstance(u, arb_series) and at.contains_integer()):
        raise Undecided
    return fmpq(found)


def floor(u: Value) -> Value:
    """The greatest whole number not above u; Undecided where the ball holds a jump."""
    return _step(u, up=False)


def ceiling(u: Value) -> Value:
    """The least whole number not below u; Undecided where the ball holds a jump."""
    return _step(u, up=True)


def greatest(*operands: Value) -> Value:
    """The greatest of the operands."""
    return _extreme(operands, 1)


def least(*operands: Value) -> Value:
    """The least of the operands."""
    return _extreme(operands, -1)


def _extreme(operands: tuple[Value, ...], direction: int) -> Value:
    best = operands[0]
    for other in operands[1:]:
        if isinstance(best, arb_series) or isinstance(other, arb_series):
            best = best if order(best, other) == direction else other
        elif isinstance(best, fmpq) and isinstance(other, fmpq):
            best = max(best, other) if direction > 0 else min(best, other)
        else:
            a, b = ball(best), ball(other)
            best = a.max(b) if direction > 0 else a.min(b)
    return best
