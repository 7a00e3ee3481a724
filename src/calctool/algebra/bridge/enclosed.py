"""A SymPy number that is known by two bounds only."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import sympy as sp

Bounds = tuple[sp.Rational, sp.Rational]

_MOST_DIGITS = 30


class Enclosed(sp.Float):
    """A Float with the digits that are certain; the number it stands for lies in `enclosure`.

    What is computed from it is a Float like any other.
    """

    __slots__ = ("enclosure",)

    enclosure: Bounds

    def __new__(cls, low: Fraction, high: Fraction) -> Enclosed:
        plain = sp.Float(_inside(low, high), _certain_digits(low, high))
        made: Enclosed = cls._new(plain._mpf_, plain._prec, zero=False)
        made.enclosure = (_rational(low), _rational(high))
        return made

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        return type(self), tuple(Fraction(int(end.p), int(end.q)) for end in self.enclosure)

    def _sympyrepr(self, printer: Any) -> str:
        return str(printer._print(sp.Float._new(self._mpf_, self._prec)))


def _inside(low: Fraction, high: Fraction) -> sp.Rational:
    return sp.Integer(0) if low <= 0 <= high else _rational((low + high) / 2)


def _certain_digits(low: Fraction, high: Fraction) -> int:
    scale, digits = max(abs(low), abs(high)), 1
    while digits < _MOST_DIGITS and (high - low) * 2 * 10**digits <= scale:
        digits += 1
    return digits


def _rational(value: Fraction) -> sp.Rational:
    found: sp.Rational = sp.Rational(value.numerator, value.denominator)
    return found
