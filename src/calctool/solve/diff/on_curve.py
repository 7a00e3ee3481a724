"""An implicit derivative at a point: is the point on the curve, and is there a slope?"""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.build import raised
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.regular import all_have_room, is_regular
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.sign import is_nothing
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.tidy.modulo import equal_where
from calctool.notation.problem import Problem
from calctool.notation.tree import ZERO, Relation, Tree, expression, number
from calctool.notation.walk import substitute
from calctool.solve.answer import AtPoint, OneDerivative
from calctool.solve.exact.values import exact, exact_value, tangent
from calctool.solve.question import DiffQuestion

POWERS = (1, 2, 3)
"""Of what vanishes with f, of which one may be a multiple of f."""


def on_curve(one: OneDerivative, question: DiffQuestion, f: Tree) -> OneDerivative:
    """`one` with its value at the point asked for, which must solve f = 0."""
    values = dict(question.at)
    if not values:
        return one
    point = tuple((name, exact(value)) for name, value in question.at)
    is_on_curve = _is_zero(substitute(f, values))
    if is_on_curve is False:
        raise Problem("question.not-on-curve")
    if is_on_curve is None or not _is_regular(f, one, values):
        return replace(one, at=AtPoint(point, None, kind="undecided"))
    slope = exact_value(substitute(expression(one.derivative), values))
    x, y = one.wrt[0], question.of
    is_first = len(one.wrt) == 1
    line = tangent(x, values[x], values[y], slope) if is_first and y in values else None
    return replace(one, at=AtPoint(point, True, exact(slope), tangent=line))


def _is_regular(f: Tree, one: OneDerivative, values: dict[str, Tree]) -> bool:
    """Whether f is smooth near the point and the coefficient of y' is not 0 there."""
    return is_regular(f, values) and all_have_room((*one.conditions, *one.holds), values)


def _is_zero(tree: Tree) -> bool | None:
    try:
        return is_nothing(constant_value(tree))
    except (Undecided, Undefined):
        return None


def vanishes_on_curve(need: Relation, f: Tree) -> bool:
    """Whether f = 0 makes a function 0 that must not be: one of its powers is a multiple of f."""
    if need.sign != "!=":
        return False
    g = difference(need)
    return any(equal_where(raised(g, number(n)), ZERO, f) for n in POWERS)
