"""Bessel functions of orders that differ by integers, in two of them (DLMF 10.6, 10.29)."""

from __future__ import annotations

from calctool import budget
from calctool.algebra.field.kernels import Kernels
from calctool.algebra.field.ring import Element

# B(n - 1) + s*B(n + 1) = t*(2*n/u)*B(n): the pairs (s, t).
RECURRENCES = {"besselj": (1, 1), "bessely": (1, 1), "besseli": (-1, 1), "besselk": (-1, -1)}


def bessel(f: Kernels, id: str, order: Element, u: Element) -> Element:
    """Written in the orders of the same class in [0, 1) and [1, 2)."""
    shift = _whole_part(order)
    s, t = RECURRENCES[id]
    base = order - shift
    low = f.opaque(id, (base, u))
    if shift == 0:
        return low
    if abs(shift) > budget.ORDER_SHIFT:
        return f.opaque(id, (order, u))
    high = f.opaque(id, (base + 1, u))
    for step in range(shift if shift > 0 else -shift):
        at = base + 1 + step if shift > 0 else base - step
        if shift > 0:
            low, high = high, (at * (2 * t) / u * high - low) * s
        else:
            low, high = at * (2 * t) / u * low - high * s, low
    return low


def _whole_part(order: Element) -> int:
    """The integer part of the constant term."""
    num, den = order.parts()
    if not den.is_constant():
        return 0
    constant = sum(c for powers, c in order.ring.terms(num) if not any(powers))
    return constant // int(den.leading_coefficient())
