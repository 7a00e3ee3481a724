"""Constants as readers want them: exact where that is short, a decimal where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from calctool.notation.tree import INFINITY, Applied, Statement, Tree, rational
from calctool.notation.unicode import pretty
from calctool.present.decimals import decimal
from calctool.present.document import Text
from calctool.present.phrases import foreign, formula, joined
from calctool.solve.answer import Exact
from calctool.words.printable import cells

_SHORT = 9
"""Cells of an exact form that still fits over a column of a table."""
_LONG = 40
"""Exact forms beyond that are left to the JSON form."""
_TABLE_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Numbers:
    digits: int

    def short(self, value: Exact, most: int = _TABLE_DIGITS) -> Text:
        """For a cell of a table, with so many digits at most."""
        if value.expr == INFINITY:
            return Text("+{0}", (INFINITY,))
        rounded = decimal(value, min(self.digits, most))
        if value.is_known and (_width(value.expr) <= _SHORT or not rounded):
            return formula(value.expr)
        return foreign(_minus(rounded) if _says_all(rounded, value) else "≈" + _minus(rounded))

    def full(self, value: Exact) -> Text:
        """Exact and as a decimal, each where it says more than the other."""
        return joined(self.parts(value), " ≈ ") if value.is_known else self.rounded(value)

    def parts(self, value: Exact) -> list[Text]:
        if value.expr == INFINITY:
            return [Text("+{0}", (INFINITY,))]
        rounded = decimal(value, self.digits)
        if rational(value.expr) is not None and _width(value.expr) <= _SHORT:
            return [formula(value.expr)]
        if not rounded:
            return [formula(value.expr)]
        exact = [formula(value.expr)] if _width(value.expr) <= _LONG else []
        return [*exact, foreign(_minus(rounded))]

    def rounded(self, value: Exact) -> Text:
        return foreign("≈ " + _minus(decimal(value, self.digits)))

    def equation(self, left: Text, value: Exact) -> Text:
        """left = exact ≈ decimal, or left ≈ decimal where there is no exact form to show."""
        if value.is_known and (shown := self.parts(value)):
            exact = _width(value.expr) <= _LONG or len(shown) > 1
            return joined((left, joined(shown, " ≈ ")), " = " if exact else " ≈ ")
        return joined((left, foreign(_minus(decimal(value, self.digits)))), " ≈ ")

    def is_long(self, tree: Tree) -> bool:
        """Whether an exact form says less than its decimals to most readers."""
        return _width(tree) > _LONG

    def at(self, function: str, place: Exact) -> Text:
        """f(2), f(0.1118…)."""
        if place.is_known and _width(place.expr) <= _LONG:
            return formula(Applied(function, (place.expr,), (0,)))
        inside = foreign(_minus(decimal(place, self.digits)))
        return joined((foreign(f"{function}("), inside, foreign(")")), "")


def _width(tree: Tree | Statement) -> int:
    return cells(pretty(tree))


def _says_all(rounded: str, value: Exact) -> bool:
    return value.is_known and value.low == value.high == Fraction(rounded)


def _minus(text: str) -> str:
    return text.replace("-", "−")
