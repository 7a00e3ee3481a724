"""Constants as readers want them: exact where that is short, a decimal where it is not."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from calctool.algebra.build import added
from calctool.notation.printing.unicode import pretty
from calctool.notation.tree import INFINITY, Applied, Statement, Sum, Tree, number, rational
from calctool.present.document import Text
from calctool.present.parts.decimals import bounds, decimal, with_minus
from calctool.present.phrases import foreign, formula, joined
from calctool.solve.exact.record import Exact
from calctool.words.printable import cells

_SHORT = 9
"""Cells of an exact form that still fits over a column of a table."""
_LONG_FRACTION = 12
"""Cells of a fraction beyond which its decimals say more to most readers."""
_LONG = 40
"""Exact forms beyond that are left to the JSON form."""
_TABLE_DIGITS = 5
_FROM = {1: "⁺", -1: "⁻", 0: ""}


class Numbers(Struct, frozen=True):
    digits: int

    def short(self, value: Exact, most: int = _TABLE_DIGITS) -> Text:
        """For a cell of a table, with so many digits at most."""
        if value.expr == INFINITY:
            return Text("+{0}", (INFINITY,))
        rounded = decimal(value, min(self.digits, most))
        if value.is_known and (_width(value.expr) <= _SHORT or not rounded):
            return formula(value.expr)
        if not rounded:
            return foreign(_between(value))
        shown = with_minus(rounded)
        return foreign(shown if _says_all(rounded, value) else f"≈{shown}")

    def full(self, value: Exact, side: int = 0) -> Text:
        """Exact and as a decimal, each where it says more than the other.

        Of a place that something tends to from one `side`, with the mark for it: π/2⁻ ≈ 1.57080.
        """
        if value.expr == INFINITY:
            return Text("+{0}", (INFINITY,))
        shown = self._exact(value)
        tail = _FROM[side]
        rounded = decimal(value, self.digits) if self._has_decimal(value) else ""
        if shown is None:
            return foreign("≈ " + with_minus(rounded) + tail if rounded else _between(value) + tail)
        if tail:
            shown = joined((shown, foreign(tail)), "")
        return joined((shown, foreign(with_minus(rounded))), " ≈ ") if rounded else shown

    def equation(self, left: Text, value: Exact) -> Text:
        """left = exact ≈ decimal, or left ≈ decimal where there is no exact form to show."""
        shown = self.full(value)
        if self._exact(value) is not None or value.expr == INFINITY:
            return joined((left, shown), " = ")
        return joined((left, shown), " " if decimal(value, self.digits) else " ∈ ")

    def moved(self, left: Text, start: Exact, at: Tree, integer: str) -> Text:
        """left ≈ 2.07080 + k·π, of a place that has no exact form, and what an integer adds."""
        terms = at.terms if isinstance(at, Sum) else (at,)
        moving = formula(added(term for term in terms if integer in term.names))
        return joined((self.equation(left, start), moving), " + ")

    def _exact(self, value: Exact) -> Text | None:
        """The exact form; None where there is none, or its decimal says more to most readers."""
        if not value.is_known:
            return None
        is_long = _width(value.expr) > _LONG and decimal(value, self.digits)
        return None if is_long else formula(value.expr)

    def _has_decimal(self, value: Exact) -> bool:
        """A short fraction says it all."""
        is_fraction = rational(value.expr) is not None and _width(value.expr) <= _SHORT
        return not (value.is_known and is_fraction)

    def is_long(self, tree: Tree) -> bool:
        """Whether an exact form says less than its decimals to most readers."""
        return _width(tree) > _LONG

    def sampled(self, function: str, order: int, at: Fraction) -> Text:
        """f′(−1/2); f′(≈7.79585e−14) for a fraction that nobody can read."""
        exact = number(at)
        rounded = decimal(Exact(exact, at, at), self.digits)
        if _width(exact) <= _LONG_FRACTION or not rounded:
            return formula(Applied(function, (exact,), (order,)))
        return foreign(f"{function}{'′' * order}(≈{with_minus(rounded)})".replace("′′", "″"))

    def at(self, function: str, place: Exact) -> Text:
        """f(2), f(≈0.1118…)"""
        if place.is_known and _width(place.expr) <= _LONG:
            return formula(Applied(function, (place.expr,), (0,)))
        found = decimal(place, self.digits)
        inside = foreign("≈" + with_minus(found) if found else _between(place))
        return joined((foreign(f"{function}("), inside, foreign(")")), "")


def _width(tree: Tree | Statement) -> int:
    return cells(pretty(tree))


def _between(value: Exact) -> str:
    """[low, high], for a number of which no digit is known."""
    found = bounds(value)
    return "?" if found is None else with_minus(f"[{found[0]}, {found[1]}]")


def _says_all(rounded: str, value: Exact) -> bool:
    return value.is_known and value.low == value.high == Fraction(rounded)
