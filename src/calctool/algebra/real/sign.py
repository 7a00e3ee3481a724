"""Signs of exact constants: rational arithmetic, enclosures, and the zero test of the field."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import floor

from flint import arb

from calctool import budget
from calctool.algebra.ball import Ball, Lack, Program
from calctool.algebra.field import is_zero
from calctool.algebra.real.letters import sign_of_letters
from calctool.algebra.real.ring import Real, Undecided
from calctool.algebra.real.writing import written


def sign(value: Real) -> int:
    """-1, 0 or 1, certain; raises Undecided where no method settles it."""
    if value.rational is not None:
        return (value.rational > 0) - (value.rational < 0)
    return sign_of_letters(written(value)) if value.names else _sign(value)


@lru_cache(maxsize=budget.CONSTANTS_KEPT)
def _sign(value: Real) -> int:
    tree = written(value)
    program = Program((tree,))
    for bits in budget.SIGN_BITS:
        (ball,) = program.balls({}, bits=bits)
        if not isinstance(ball, Lack) and ball != 0:
            return 1 if ball > 0 else -1
        if bits == budget.ZERO_TEST_BITS and is_zero(tree):
            return 0
    raise Undecided


def is_nothing(value: Real) -> bool:
    """Whether the value is zero; one part alone is not, unless it has a name in it."""
    if not value.parts or (len(value.parts) == 1 and not value.names):
        return not value.parts
    return sign(value) == 0


def whole_part(value: Real) -> int:
    """The greatest whole number that is not above the value."""
    if value.rational is not None:
        return floor(value.rational)
    if value.names:
        raise Undecided
    program = Program((written(value),))
    for bits in budget.SIGN_BITS:
        (ball,) = program.balls({}, bits=bits)
        if not isinstance(ball, Lack) and ball.rad() < arb(1) / 4:
            nearest = _nearest(ball)
            return nearest if sign(value - Real.of(nearest)) >= 0 else nearest - 1
    raise Undecided


def _nearest(ball: Ball) -> int:
    mantissa, exponent = (int(part) for part in ball.mid().man_exp())
    if exponent > budget.REAL_BITS:
        raise Undecided
    return floor(Fraction(mantissa) * Fraction(2) ** exponent + Fraction(1, 2))
