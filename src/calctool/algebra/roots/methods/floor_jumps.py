"""Floor and ceil: where they jump on a bounded interval, and what a bound on them says of u."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from calctool import budget
from calctool.algebra import facts
from calctool.algebra.build import negated
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.points.point import Point
from calctool.algebra.roots.records import Interval
from calctool.notation.tree import ZERO, Call, Name, Negative, Relation, Sign, Sum, Tree, number
from calctool.notation.walk import substitute, transform, walk

STEP = "step"
"""No name that can be typed."""


def levels(search: Effort, u: Tree, interval: Interval) -> list[Point]:
    """All points of the interval at which u is whole; Undecided where there are too many."""
    low, high = search.range_of(u, interval)
    if high - low > budget.MEMBERS:
        raise Undecided
    found: list[Point] = []
    for level in range(ceil(low), floor(high) + 1):
        apart = Sum((u, negated(number(level))))
        found += search.zeros(apart, interval).all_points()
    return found


def without_step(condition: Relation, name: str) -> Relation:
    """floor(u) > 2 as u >= 3: a bound on one step as one on what it is taken of."""
    apart = Sum((condition.left, Negative(condition.right)))
    steps = {p for p in walk(apart) if isinstance(p, Call) and facts.of(p).steps}
    if len(steps) != 1 or condition.sign in ("=", "!="):
        return condition
    (step,) = steps
    line = transform(apart, lambda part: Name(STEP) if part == step else None)
    rise = None if name in line.names else _rational(derivative(line, STEP))
    start = _rational(substitute(line, {STEP: ZERO}))
    if not rise or start is None:
        return condition
    bound, sign = -start / rise, condition.sign
    is_upper, is_strict = (sign[0] == "<") == (rise > 0), len(sign) == 1
    level = _level(step.function, bound, is_upper=is_upper, is_strict=is_strict)
    reached = is_upper == (step.function == "ceil")
    below: Sign = "<=" if reached else "<"
    above: Sign = ">=" if reached else ">"
    return Relation(step.arguments[0], below if is_upper else above, number(level))


def _level(function: str, bound: Fraction, *, is_upper: bool, is_strict: bool) -> int:
    """The whole number at which a step passes the bound."""
    if is_upper:  # the largest value that is allowed; floor stays at it up to the next one
        most = ceil(bound) - 1 if is_strict else floor(bound)
        return most + 1 if function == "floor" else most
    least = floor(bound) + 1 if is_strict else ceil(bound)
    return least if function == "floor" else least - 1


def _rational(tree: Tree) -> Fraction | None:
    try:
        return None if tree.names else constant_value(tree).rational
    except (Undecided, Undefined):
        return None
