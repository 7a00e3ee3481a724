"""Certified decimals and signs of constant expressions."""

from __future__ import annotations

from fractions import Fraction

from flint import arb

from calctool.algebra.ball.numbers import Lack, Rational, working
from calctool.algebra.ball.program import Program
from calctool.budget import BALL_CONSTANT_BITS, BALL_FRACTION_EXPONENT
from calctool.notation.tree import Applied, Tree
from calctool.notation.walk import walk


def enclose(tree: Tree, digits: int) -> tuple[Fraction, Fraction] | None:
    """Rational bounds of a constant, as close as `digits` significant digits ask for.

    A wider enclosure where the work is bounded first; None where there is no value at all, or
    where it hangs on a function that is not given.

    >>> low, high = enclose(tree("pi"), 10)
    >>> low < high, float(low)
    (True, 3.141592653589793)
    """
    if _is_open(tree):
        return None
    wanted = digits * 10 // 3 + 4
    best: arb | None = None
    program = Program((tree,))
    for bits in BALL_CONSTANT_BITS:
        (value,) = program.balls({}, bits=bits + wanted)
        if value is Lack.UNDEFINED:
            return None
        if isinstance(value, arb):
            best = value
            if value.is_exact() or value.rel_accuracy_bits() >= wanted:
                break
    return None if best is None else bounds_of(best)


def _is_open(tree: Tree) -> bool:
    """Whether undefined functions stand in it: what stands in for them in checks is no value."""
    return any(isinstance(part, Applied) for part in walk(tree))


def bounds_of(value: arb) -> tuple[Fraction, Fraction] | None:
    """Rational numbers on both sides of a ball, as close as it was made; None where they would be
    too long to write."""
    with working(max(*BALL_CONSTANT_BITS, int(value.bits()) + min(BALL_CONSTANT_BITS)), 1):
        low, high = _dyadic(value.lower()), _dyadic(value.upper())
    return None if low is None or high is None else (low, high)


def _dyadic(end: arb) -> Fraction | None:
    mantissa, exponent = (int(part) for part in end.man_exp())
    if abs(exponent) > BALL_FRACTION_EXPONENT:
        return None
    return Fraction(mantissa, 1 << -exponent) if exponent < 0 else Fraction(mantissa << exponent)


def ends_of(value: arb) -> tuple[Rational, Rational] | None:
    """The same bounds, for those who go on computing."""
    with working(max(BALL_CONSTANT_BITS), 1):
        low, high = _exactly(value.lower()), _exactly(value.upper())
    return None if low is None or high is None else (low, high)


def middle_of(value: arb) -> Rational | None:
    """The number in the middle of a ball; None where it would be too long to write."""
    return _exactly(value.mid())


def _exactly(end: arb) -> Rational | None:
    return end.fmpq() if abs(int(end.man_exp()[1])) <= BALL_FRACTION_EXPONENT else None
