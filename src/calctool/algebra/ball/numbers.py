"""What the evaluator computes with: exact rationals, balls, truncated series, or no value.

Also the questions about order and domain that a ball answers with certainty or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from fractions import Fraction

from flint import arb, arb_series, ctx, fmpq

from calctool.budget import BALL_EXACT_BITS
from calctool.notation.tree import Sign

Ball = arb
Rational = fmpq
"""Several times as fast as Python's own fractions; the two do not compare with each other."""
Scalar = fmpq | arb
Value = fmpq | arb | arb_series


class Lack(Enum):
    """Why there is no value: certainly outside the domain, or not to be told from these balls."""

    UNDEFINED = "undefined"
    UNKNOWN = "unknown"


class NoValue(ArithmeticError):  # noqa: N818 (an outcome, not an error)
    lack = Lack.UNKNOWN


class Undefined(NoValue):
    """The point lies outside the domain, whatever the precision."""

    lack = Lack.UNDEFINED


class Undecided(NoValue):
    """These balls are too wide to tell, or the method does not reach so far."""


class working:  # noqa: N801 (stands in `with`, a function but for its speed)
    """Work with this precision and with series of this many coefficients."""

    __slots__ = ("_before", "_wanted")

    def __init__(self, bits: int, length: int) -> None:
        self._wanted = bits, length

    def __enter__(self) -> None:
        self._before = ctx.prec, ctx.cap
        ctx.prec, ctx.cap = self._wanted

    def __exit__(self, *raised: object) -> None:
        ctx.prec, ctx.cap = self._before


def head(u: Value) -> Scalar:
    """The value at the point itself: the constant term of a series."""
    return u[0] if isinstance(u, arb_series) else u


def rational(value: Fraction | int) -> Rational:
    """The same number."""
    return fmpq(value.numerator, value.denominator)


_HALF = fmpq(1, 2)


def rounded(value: Rational, bits: int) -> Rational:
    """To so many binary places."""
    unit = 1 << bits
    return fmpq((value * unit + _HALF).floor(), unit)


def ball(u: Scalar) -> arb:
    """A number as a ball, of radius 0 where it is exact."""
    return u if isinstance(u, arb) else arb(u)


def between(low: Fraction, high: Fraction) -> Scalar:
    """A ball around everything between two rational numbers."""
    start, end = rational(low), rational(high)
    return start if start == end else arb(start).union(arb(end))


def settle(u: Value) -> Value:
    """Exact rationals stay exact only while they are short, so that work stays bounded."""
    return arb(u) if isinstance(u, fmpq) and u.height_bits() > BALL_EXACT_BITS else u


def finite(u: Value) -> Value:
    """The value itself; Undecided where the ball reaches to infinity."""
    if not ball(head(u)).is_finite():
        raise Undecided
    return u


Domain = Callable[[Value], None]


def within(inside: Callable[[Scalar], bool], outside: Callable[[Scalar], bool]) -> Domain:
    """A domain given by the two questions that a ball can answer with certainty."""

    def check(u: Value) -> None:
        at = head(u)
        if not inside(at):
            raise Undefined if outside(at) else Undecided

    return check


positive = within(lambda h: h > 0, lambda h: h <= 0)
not_negative = within(lambda h: h >= 0, lambda h: h < 0)
not_zero = within(lambda h: h > 0 or h < 0, lambda h: h == 0)


def order(u: Value, v: Value) -> int:
    """-1, 0 or 1 as u is below, at or above v; for series, all around the point too."""
    a, b = head(u), head(v)
    if a < b:
        return -1
    if a > b:
        return 1
    if a == b and not isinstance(u, arb_series) and not isinstance(v, arb_series):
        return 0
    raise Undecided


def holds(u: Value, sign: Sign, v: Value) -> bool:
    """Whether u and v stand in this relation; Undecided where their balls overlap."""
    found = order(u, v)
    match sign:
        case "=":
            return found == 0
        case "!=":
            return found != 0
        case "<":
            return found < 0
        case "<=":
            return found <= 0
        case ">":
            return found > 0
        case ">=":
            return found >= 0
