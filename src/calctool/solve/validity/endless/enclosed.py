"""Switching points that are known by an enclosure only: from the formulas on both sides."""

from __future__ import annotations

from collections.abc import Iterable

from calctool import budget
from calctool.algebra.ball.over import over
from calctool.algebra.build import added, negated
from calctool.algebra.field import prove_equal
from calctool.algebra.local.crossing import may_jump
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Interval, Point, rational_point, sign_at, zeros
from calctool.algebra.roots.functions.branches import resolved
from calctool.notation.tree import Tree
from calctool.solve.answer import Kink
from calctool.solve.exact.line import exact_of
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosed

Sides = tuple[Tree, Tree]
"""The formulas that hold before a point and behind it."""


def at_enclosed(
    chain: tuple[Tree, ...], name: str, point: Point, switching: Iterable[Tree]
) -> Kink | None:
    """What the last of a chain of derivatives does there; None where it exists.

    Where f is continuous, and both formulas of f' have a value, these are one-sided derivatives
    (mean value theorem). Undecided where anything else switches in the enclosure.
    """
    if not all(_switches_only_there(each, name, point) for each in switching):
        raise Undecided
    try:
        sides = [(resolved(g, name, point.low), resolved(g, name, point.high)) for g in chain]
    except Undefined as undefined:
        raise Undecided from undefined
    for order, ((before, after), g) in enumerate(zip(sides, chain, strict=True)):
        left, right = (_value(each, name, point) for each in (before, after))
        if _apart(before, after, name, point):
            if order == 0:
                return Kink(exact_of(point), "jump")
            return Kink(exact_of(point), "kink", left, right, order - 1)
        if order == 0 and may_jump(g) and _apart(g, before, name, point):
            raise Undecided
    if _apart(chain[-1], sides[-1][0], name, point):
        raise Undecided  # the derivative exists, and the formula does not give it
    return None


def _switches_only_there(tree: Tree, name: str, point: Point) -> bool:
    """Whether a function has no zero in the enclosure but, perhaps, the point."""
    ends = rational_point(point.low), rational_point(point.high)
    found = zeros(tree, name, (Interval(*ends, (True, True)),))
    if found.state != "complete" or found.flat:
        raise Undecided
    return not found.zeros or (len(found.zeros) == 1 and sign_at(tree, name, point) == 0)


def _apart(a: Tree, b: Tree, name: str, point: Point) -> bool:
    if a == b or prove_equal(a, b):
        return False
    found = sign_at(added((a, negated(b))), name, point)
    if found is None:
        raise Undecided
    return found != 0


def _value(tree: Tree, name: str, point: Point) -> Exact:
    bounds = over(tree, name, *point.refined(budget.TABLE_BITS), bits=budget.TABLE_BITS)
    if bounds is None:
        raise Undecided
    return enclosed(*bounds)
