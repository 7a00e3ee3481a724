"""A constant as a decimal, rounded only as far as its enclosure allows."""

from __future__ import annotations

from decimal import Decimal

from calctool.notation.printing.decimals import around, rounded
from calctool.notation.tree import rational
from calctool.solve.exact.record import Exact

_PLAIN = 1000
_BOUND_DIGITS = 2
"""Of the bounds of a value that is not known to a single digit."""


def decimal(value: Exact, digits: int) -> str:
    """Significant digits that hold for the whole enclosure; "" where none does.

    Also "" where the exact form says it all: a short fraction that is not itself rounded.
    """
    if value.is_known and is_plain(value):
        return ""
    if value.low is None or value.high is None:
        return ""
    for count in range(digits, 0, -1):
        low, high = (rounded(end, count) for end in (value.low, value.high))
        if low == high and (low or value.low == value.high):
            return _shown(low)
    return ""


def with_minus(text: str) -> str:
    """A decimal with the sign that formulas have."""
    return text.replace("-", "−")


def bounds(value: Exact) -> tuple[str, str] | None:
    """Two decimals between which a value lies that is not known to a single digit."""
    if value.low is None or value.high is None:
        return None
    return around(value.low, value.high, _BOUND_DIGITS)


def is_plain(value: Exact) -> bool:
    written = rational(value.expr)
    return written is not None and max(abs(written.numerator), written.denominator) < _PLAIN


def _shown(number: Decimal) -> str:
    return f"{number:g}".replace("e+", "e")
