"""The whole part of a constant, certified."""

from __future__ import annotations

from math import floor

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real import sign as real
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.notation.tree import Tree


def whole_part(constant: Tree) -> tuple[int, bool] | None:
    """The greatest whole number that is not above it, and whether it is that number itself."""
    bounds = enclose(constant, budget.ENCLOSED_DIGITS)
    if bounds is None:
        return None
    low, high = (floor(bound) for bound in bounds)
    if low == high and bounds[0] != low:
        return low, False
    try:
        value = constant_value(constant)
        found = real.whole_part(value)
        return found, real.is_nothing(value - Real.of(found))
    except (Undecided, Undefined):
        return None
