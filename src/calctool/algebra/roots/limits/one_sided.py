"""One-sided limits at finite points and far out: expansions, then dominant exponentials."""

from __future__ import annotations

from calctool import budget
from calctool.algebra.build import divided, multiplied
from calctool.algebra.field import Field
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.germ.expansion import Expansion, constant_value
from calctool.algebra.germ.limit import UNKNOWN, Limit, limit_of
from calctool.algebra.germ.series import Side
from calctool.algebra.real.ring import NOTHING, Real, Undecided, Undefined
from calctool.algebra.roots.functions.analytic import Analytic, written
from calctool.algebra.roots.functions.branches import formula_switches
from calctool.algebra.roots.limits.by_parts import rough_limit
from calctool.algebra.roots.limits.confirmation import is_confirmed
from calctool.algebra.roots.limits.dominance import Group, dominant, growth
from calctool.algebra.roots.limits.far_forms import at_exponential, has_log, with_exponentials
from calctool.algebra.roots.limits.hospital import without_integral
from calctool.algebra.roots.limits.signs_far_out import LEVELS, forms_far
from calctool.algebra.roots.points.point import Point
from calctool.notation.tree import ONE, Call, Name, Negative, Quotient, Sum, Tree
from calctool.notation.walk import substitute


def limit_at(tree: Tree, name: str, point: Point | None, side: int) -> Limit:
    """The limit as the point is approached from its right (side 1) or from its left (-1).

    Without a point, side 1 is x -> -oo and side -1 is x -> oo, as at the ends of an interval.
    `finite` without a number: it is the value at a point that has no exact form.
    """
    x: Tree = Name(name)
    try:
        if point is None:
            return _far(substitute(tree, {name: Negative(x) if side > 0 else x}), name)
        if point.tree is None:
            return rough_limit(tree, name, point, side)
        found = _expanded(tree, name, constant_value(point.tree), 1 if side > 0 else -1)
        if found.known:
            return found
        step = Quotient(ONE, x)
        near = Sum((point.tree, step if side > 0 else Negative(step)))
        return _far(substitute(tree, {name: near}), name)
    except (Undecided, Undefined, UnknownError):
        return UNKNOWN


def _expanded(tree: Tree, name: str, place: Real, side: Side) -> Limit:
    for keep in budget.EXPANSION_TERMS:
        try:
            return limit_of(Expansion(name, place, side, keep).of(tree))
        except Undecided:
            continue
    return UNKNOWN


def _expanded_far(tree: Tree, name: str) -> Limit:
    return _expanded(substitute(tree, {name: Quotient(ONE, Name(name))}), name, NOTHING, 1)


def _far(tree: Tree, name: str, levels: int = LEVELS) -> Limit:
    """As x -> oo; what a second opinion does not confirm is not known."""
    found = _derived(tree, name, levels)
    return found if is_confirmed(tree, name, found) else UNKNOWN


def _derived(tree: Tree, name: str, levels: int) -> Limit:
    if formula_switches(tree, name):
        return _expanded_far(tree, name)
    for form in forms_far(tree, name, levels):
        found = _expanded_far(form, name)
        if found.known:
            return found
    try:
        return _by_growth(with_exponentials(tree, name), name, levels)
    except Undecided:
        turned = without_integral(tree, name, _far)
        if turned is None or levels == 0:
            raise
    return _of_turned(turned, name, levels)


def _of_turned(turned: tuple[Tree, Tree], name: str, levels: int) -> Limit:
    """Of a sum; infinite parts of different signs decide nothing."""
    first, second = (_derived(each, name, levels - 1) for each in turned)
    if "infinite" in (first.kind, second.kind):
        signs = {each.sign for each in (first, second) if each.kind == "infinite"}
        known = first.kind in _TOLD and second.kind in _TOLD and len(signs) == 1
        return Limit("infinite", sign=signs.pop()) if known else UNKNOWN
    if first.number is None or second.number is None:
        return UNKNOWN
    return Limit("finite", first.number + second.number)


_TOLD = ("finite", "infinite")


def _by_growth(tree: Tree, name: str, levels: int) -> Limit:
    """The dominant part of the numerator over that of the denominator."""
    own = Field()
    element = own.normal(tree)
    if element is None:
        return UNKNOWN
    num, den = element.parts()
    if num.is_zero():
        return Limit("finite", NOTHING)
    top, bottom = (dominant(Analytic(own, part, name), levels) for part in (num, den))
    apart = top.exponent - bottom.exponent
    order = growth(Analytic(own, num, name), apart, levels)
    if order < 0:
        return Limit("finite", NOTHING)
    if order > 0:
        return Limit("infinite", sign=top.sign * bottom.sign)
    return _of_ratio(Analytic(own, num, name), (top, bottom), levels)


def _of_ratio(p: Analytic, parts: tuple[Group, Group], levels: int) -> Limit:
    top, bottom = parts
    rest = Call("exp", (written(p, top.exponent - bottom.exponent),))
    ratio = multiplied((divided(top.coefficient, bottom.coefficient), rest))
    found = _expanded_far(ratio, p.name)
    if found.known or levels == 0 or not has_log(ratio, p.name):
        return found
    return _derived(at_exponential(ratio, p.name), p.name, levels - 1)
