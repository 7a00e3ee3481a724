"""Rigorous bounds of a function on a short interval, in ball arithmetic."""

from __future__ import annotations

from fractions import Fraction

from flint import arb, fmpq

from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.ball.numbers import working
from calctool.algebra.ball.program import Program
from calctool.algebra.ball.slope import Place, coefficients
from calctool.budget import BALL_BITS
from calctool.notation.tree import Tree

_DRAWN_BITS = 64


def over(
    tree: Tree, name: str, low: Fraction, high: Fraction, bits: int = BALL_BITS
) -> tuple[Fraction, Fraction] | None:
    """Bounds of all values of `tree` while `name` lies in [low, high]; None where balls fail."""
    with working(bits, 1):
        (value,) = Program((tree,)).run(Place({name: _ball(low, high)}, {}, 0, 0))
        found = coefficients(value, 0)
    return bounds_of(found[0]) if isinstance(found, list) else None


def _ball(low: Fraction, high: Fraction) -> arb | fmpq:
    start, end = (fmpq(value.numerator, value.denominator) for value in (low, high))
    return start if start == end else arb(start).union(arb(end))


def floats(tree: Tree, name: str, places: list[float]) -> list[float | None]:
    """Values for a drawing; None where there is none or it is beyond a float."""
    program = Program((tree,))
    found: list[float | None] = []
    for place in places:
        (value,) = program.balls({name: Fraction(place)}, bits=_DRAWN_BITS)
        number = float(value.mid()) if isinstance(value, arb) else float("nan")
        found.append(number if abs(number) < float("inf") else None)
    return found
