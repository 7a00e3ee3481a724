"""Intervals of real numbers with open and closed ends, and their arithmetic; never too narrow."""

from __future__ import annotations

from fractions import Fraction
from math import inf, isqrt

from msgspec import Struct

End = Fraction | float
"""A rational number, or plus or minus infinity."""

ZERO, ONE = Fraction(0), Fraction(1)
_LOG_2 = Fraction(69, 100), Fraction(7, 10)


class Range(Struct, frozen=True):
    """All values lie between the ends; an open end is not attained."""

    low: End = -inf
    high: End = inf
    low_open: bool = True
    high_open: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    @property
    def positive(self) -> bool:
        """Whether all numbers in it are above zero."""
        return self.low > 0 or (self.low == 0 and self.low_open)

    @property
    def negative(self) -> bool:
        """Whether all numbers in it are below zero."""
        return self.high < 0 or (self.high == 0 and self.high_open)

    def meet(self, other: Range) -> Range:
        """What both ranges share."""
        low = max((self.low, self.low_open), (other.low, other.low_open))
        high = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Range(low[0], high[0], low[1], not high[1])


LINE = Range()


def closed(low: End, high: End) -> Range:
    """The interval between two ends that belong to it, if they are finite."""
    return Range(low, high, low == -inf, high == inf)


def negated(r: Range) -> Range:
    """The range of -u."""
    return Range(-r.high, -r.low, r.high_open, r.low_open)


def added(a: Range, b: Range) -> Range:
    """The range of u + v."""
    low, high = _sum(a.low, b.low), _sum(a.high, b.high)
    return Range(low, high, a.low_open or b.low_open, a.high_open or b.high_open)


def _sum(p: End, q: End) -> End:
    """A long fraction must not meet a float, infinite or not: it would overflow."""
    return p + q if isinstance(p, Fraction) == isinstance(q, Fraction) else min(p, q, key=_finite)


def _finite(end: End) -> bool:
    return isinstance(end, Fraction)


def _times(p: End, q: End) -> End:
    if 0 in (p, q):
        return ZERO
    if isinstance(p, Fraction) and isinstance(q, Fraction):
        return p * q
    return inf if (p > 0) == (q > 0) else -inf


def joined(a: Range, b: Range) -> Range:
    """The least interval with both ranges in it."""
    low = min((a.low, a.low_open), (b.low, b.low_open))
    high = max((a.high, not a.high_open), (b.high, not b.high_open))
    return Range(low[0], high[0], low[1], not high[1])


def multiplied(a: Range, b: Range) -> Range:
    """The range of u*v."""
    ends = [
        (_times(p, q), (p_open or q_open) and not _attained_zero(a, b, p, q))
        for p, p_open in ((a.low, a.low_open), (a.high, a.high_open))
        for q, q_open in ((b.low, b.low_open), (b.high, b.high_open))
    ]
    low = min(ends)
    high = max((value, not is_open) for value, is_open in ends)
    return Range(low[0], high[0], low[1], not high[1])


def _attained_zero(a: Range, b: Range, p: End, q: End) -> bool:
    """A closed end 0 makes the product 0 attained whatever the other end is."""
    zeros = [(a, p), (b, q)]
    return any(
        end == 0
        and (
            (r.low == 0 and not r.low_open and end == r.low)
            or (r.high == 0 and not r.high_open and end == r.high)
        )
        for r, end in zeros
    )


def inverted(r: Range) -> Range:
    """Of the values other than 0: nothing else has an inverse."""
    if r.is_empty:
        return r
    if r.high > r.low == 0:
        r = Range(r.low, r.high, True, r.high_open)
    if r.low < r.high == 0:
        r = Range(r.low, r.high, r.low_open, True)
    if r.positive:
        high = inf if r.low == 0 else 1 / r.low
        return Range(0 if r.high == inf else 1 / r.high, high, r.high_open, r.low_open)
    return negated(inverted(negated(r))) if r.negative else LINE


def whole_power(r: Range, n: int) -> Range:
    """The range of u^n for n >= 1."""
    if n == 1:
        return r
    if n % 2:
        return Range(_raise(r.low, n), _raise(r.high, n), r.low_open, r.high_open)
    if r.low >= 0:
        return Range(_raise(r.low, n), _raise(r.high, n), r.low_open, r.high_open)
    if r.high <= 0:
        return whole_power(negated(r), n)
    top = max((_raise(r.low, n), not r.low_open), (_raise(r.high, n), not r.high_open))
    return Range(ZERO, top[0], False, not top[1])


def _raise(end: End, n: int) -> End:
    return end**n


def absolute(u: Range) -> Range:
    """The range of |u|."""
    if u.low >= 0:
        return u
    if u.high <= 0:
        return negated(u)
    top = max((-u.low, not u.low_open), (u.high, not u.high_open))
    return Range(ZERO, top[0], False, not top[1])


def greater(a: Range, b: Range) -> Range:
    """The range of max(u, v)."""
    low = max((a.low, a.low_open), (b.low, b.low_open))
    high = max((a.high, not a.high_open), (b.high, not b.high_open))
    return Range(low[0], high[0], low[1], not high[1])


def exponential(u: Range) -> Range:
    """e^u >= 1 + u; and e^u <= 1 for u <= 0."""
    low = _sum(ONE, u.low) if u.low > -1 else ZERO
    high = ONE if u.high <= 0 else inf
    return Range(low, high, low == 0 or u.low_open, u.high_open)


def logarithm(u: Range) -> Range:
    """The range of log(u), by the powers of 2 between which u lies."""
    low = _log_bound(u.low, -1) if u.low > 0 else -inf
    high = _log_bound(u.high, 1) if u.high > 0 else inf
    # Only log(1) = 0 is exact: no other end is a value.
    return Range(low, high, u.low != 1 or u.low_open, u.high != 1 or u.high_open)


def _log_bound(u: End, side: int) -> End:
    """A rational number below log(u) (side -1), or above it; 0 just for 1.

    0.69 < log(2) < 0.7.
    """
    if not isinstance(u, Fraction):
        return u
    if u == 1:
        return ZERO
    power = u.numerator.bit_length() - u.denominator.bit_length()
    # So u lies between the powers one below and one above.
    power += side
    bound = power * (_LOG_2[0] if side * power < 0 else _LOG_2[1])
    beyond = (u > 1) == (side < 0)
    return (max(bound, ZERO) if side < 0 else min(bound, ZERO)) if beyond else bound


def root(u: Range) -> Range:
    """The range of sqrt(u), between whole quotients."""
    low = _root_bound(u.low, 0) if u.low > 0 else ZERO
    high = _root_bound(u.high, 1)
    return Range(low, high, u.low_open and low >= 0 and u.low >= 0, u.high_open or high == inf)


def _root_bound(u: End, side: int) -> End:
    if not isinstance(u, Fraction):
        return u
    whole = max(u.numerator, 0) * u.denominator
    found = isqrt(whole)
    return Fraction(found + (side if found * found != whole else 0), u.denominator)
