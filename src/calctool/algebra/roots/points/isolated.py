"""Zeros without a closed form: an interval with one simple zero, made as short as is asked for."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct, field

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.curve import Curve
from calctool.algebra.roots.points.point import Bounds, Point, around, bounds_of
from calctool.notation.tree import Tree


class Isolated(Struct):
    """The only zero of the curve between `low` and `high`, where its signs are -side and side."""

    curve: Curve
    low: Fraction
    high: Fraction
    side: int
    reached: int = field(default=0)

    @property
    def function(self) -> Tree | None:
        """The function of which it is the only zero in its interval."""
        return self.curve.tree

    @property
    def is_alone(self) -> bool:
        return True

    def bounds(self, bits: int) -> Bounds:
        """Rational bounds of about so many bits; the interval stays short."""
        if self.reached < bits and self.low < self.high:
            self._refine(bits)
            self.reached = bits
        return self.low, self.high

    def _refine(self, bits: int) -> None:
        if max(abs(self.low), abs(self.high)) >= 2**budget.MEMBER_BITS:
            raise Undecided
        for _ in range(budget.REFINEMENTS):
            if self._is_short(bits):
                return
            if not self._newton(bits):
                self._halve()
        raise Undecided

    def _is_short(self, bits: int) -> bool:
        width, size = self.high - self.low, max(abs(self.low), abs(self.high))
        return width == 0 or width * 2**bits <= size or width * 2 ** (4 * bits) <= 1

    def _newton(self, bits: int) -> bool:
        """One step of the interval method; False where it does not gain at least two bits."""
        precision = self._precision(bits)
        box = self.curve.on(self.low, self.high, 1, precision)
        middle = self._rounded((self.low + self.high) / 2)
        at = self.curve.on(middle, middle, 0, precision)
        if box is None or at is None or box[1].contains(0):
            return False
        with working(precision, 1):
            step = around(middle, middle) - at[0] / box[1]
            if not step.is_finite():
                return False
            low, high = bounds_of(step)
        low, high = max(low, self.low), min(high, self.high)
        if low > high or (high - low) * 4 > self.high - self.low:
            return False
        self.low, self.high = low, high
        return True

    def _precision(self, bits: int) -> int:
        width, size = self.high - self.low, max(abs(self.low), abs(self.high))
        gained = (size / width).numerator.bit_length() - (size / width).denominator.bit_length()
        return min(2 * max(gained, 0) + budget.BALL_BITS, 4 * bits + budget.BALL_BITS)

    def _halve(self) -> None:
        for share in (Fraction(1, 2), Fraction(7, 16), Fraction(9, 16), Fraction(3, 8)):
            middle = self._rounded(self.low + (self.high - self.low) * share)
            try:
                side = self.curve.at(middle)
            except (Undecided, Undefined):
                continue
            if side == 0:
                self.low = self.high = middle
            elif side == self.side:
                self.high = middle
            else:
                self.low = middle
            return
        raise Undecided

    def _rounded(self, value: Fraction) -> Fraction:
        """A short binary fraction inside the interval."""
        width = self.high - self.low
        if width == 0:
            return value
        shift = max((1 / width).numerator.bit_length() - (1 / width).denominator.bit_length(), 0)
        if width > 1:
            near = Fraction(round(value))
        else:
            near = Fraction(round(value * 2 ** (shift + 8)), 2 ** (shift + 8))
        return near if self.low < near < self.high else value


class Beside(Struct):
    """The only zero between a point and a number, on which `side` of the point it lies; `after` is
    the sign of the curve at the number.

    It may be as near to the point as e^(-10^9): bounds that are wider hold the point as well.
    """

    curve: Curve
    point: Point
    number: Fraction
    side: int
    after: int
    apart: Isolated | None = None

    @property
    def function(self) -> Tree | None:
        """The function of which it is the only zero there."""
        return self.curve.tree

    @property
    def is_alone(self) -> bool:
        """Bounds may hold the point beside it, which may be a zero."""
        return False

    def bounds(self, bits: int) -> Bounds:
        """Rational bounds of about so many bits."""
        if self.apart is not None:
            return self.apart.bounds(bits)
        ends = self.point.refined(bits + 4)
        near = ends[1] if self.side > 0 else ends[0]
        step = max(_power_below(abs(near) / 2**bits), Fraction(1, 2 ** (4 * bits)))
        at = near + self.side * step
        if (self.number - at) * self.side <= 0:
            at = self.number
        if self._sign(at, bits) == self.after:
            return (ends[0], at) if self.side > 0 else (at, ends[1])
        low, high = sorted((at, self.number))
        self.apart = Isolated(self.curve, low, high, self.after * self.side)
        return self.apart.bounds(bits)

    def _sign(self, at: Fraction, bits: int) -> int:
        for precision in (2 * bits + budget.BALL_BITS, 8 * bits + budget.BALL_BITS):
            found = self.curve.on(at, at, 0, precision)
            if found is not None and (found[0] > 0 or found[0] < 0):
                return 1 if found[0] > 0 else -1
        raise Undecided


def _power_below(value: Fraction) -> Fraction:
    """A power of two below a quarter of the value; 0 for 0."""
    size = value.numerator.bit_length() - value.denominator.bit_length()
    return Fraction(2) ** (size - 4) if value else value
