"""The order of constants: by their enclosures, then by the exact zero test of their difference."""

from __future__ import annotations

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.notation.tree import INFINITY, Negative, Sum, Tree
from calctool.solve.exact.record import Exact

_INFINITE = {INFINITY: 1, Negative(INFINITY): -1}


def order(tree: Tree) -> int | None:
    """The sign of a constant, an infinite one too; None where it stays open.

    >>> order(tree("pi - 355/113")), order(tree("oo"))
    (-1, 1)
    """
    if tree in _INFINITE:
        return _INFINITE[tree]
    return known_sign(tree)


def compared(a: Exact, b: Exact) -> int | None:
    """-1, 0 or 1 as a < b, a = b, a > b; None where no method tells."""
    if a is b:
        return 0
    left, right = _INFINITE.get(a.expr, 0), _INFINITE.get(b.expr, 0)
    if left or right:
        return (left > right) - (left < right)
    if a.is_known and b.is_known and a.expr == b.expr:
        return 0
    found = _by_bounds(a, b)
    if found is not None or not (a.is_known and b.is_known):
        return found
    return order(Sum((a.expr, Negative(b.expr))))


def _by_bounds(a: Exact, b: Exact) -> int | None:
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return None
    if a.high < b.low:
        return -1
    if a.low > b.high:
        return 1
    return 0 if a.low == a.high == b.low == b.high else None


def is_number(tree: Tree) -> bool:
    """Whether a constant has a value at all."""
    return enclose(tree, budget.DIGITS) is not None
