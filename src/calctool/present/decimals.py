"""An exact constant as a decimal, rounded only as far as its enclosure allows."""

from decimal import Context, Decimal
from fractions import Fraction

from calctool.notation.tree import rational
from calctool.solve.answer import Exact

_PLAIN = 1000


def decimal(value: Exact, digits: int) -> str:
    """Significant digits that hold for the whole enclosure; "" where the exact form says it all."""
    written = rational(value.expr)
    if written is not None and max(abs(written.numerator), written.denominator) < _PLAIN:
        return ""
    if value.low is None or value.high is None:
        return ""
    for count in range(digits, 0, -1):
        low, high = _rounded(value.low, count), _rounded(value.high, count)
        if low == high:
            return f"{low:g}".replace("e+", "e")
    return ""


def _rounded(value: Fraction, digits: int) -> Decimal:
    return Context(prec=digits).divide(Decimal(value.numerator), Decimal(value.denominator))
