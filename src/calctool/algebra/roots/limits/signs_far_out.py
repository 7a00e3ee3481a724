"""Signs far out and next to a point: which of the exponentials in a sum dominates the others."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calctool import budget
from calctool.algebra.field import Field
from calctool.algebra.germ.expansion import Expansion, constant_value
from calctool.algebra.germ.series import sign
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.analytic import Analytic, factors
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.limits.dominance import dominant, with_open_logs
from calctool.algebra.roots.limits.far_forms import (
    at_logarithm,
    germ_far,
    has_log,
    in_exponential,
    with_exponentials,
)
from calctool.algebra.roots.points.point import Point
from calctool.notation.tree import ONE, Name, Negative, Quotient, Sum, Tree
from calctool.notation.walk import substitute

LEVELS = 3
"""Exponentials inside exponentials, and logarithms inside logarithms."""


def sign_near(tree: Tree, name: str, point: Point | None, side: int) -> int:
    """The sign for all x close enough to a point on its right (side 1) or left (-1).

    `point` None and side 1 is x -> -oo, side -1 is x -> oo, as the ends of an interval.
    """
    x: Tree = Name(name)
    if point is None:
        return sign_far(substitute(tree, {name: Negative(x) if side > 0 else x}), name)
    try:
        here = curve(tree, name).sign(point)
    except (Undecided, Undefined):
        here = 0
    if here:
        return here
    if point.tree is None:
        raise Undecided
    try:
        return _germ_sign(tree, name, point.tree, side)
    except Undecided:
        step = Quotient(ONE, x)
        near = Sum((point.tree, step if side > 0 else Negative(step)))
        return sign_far(substitute(tree, {name: near}), name)


def _germ_sign(tree: Tree, name: str, at: Tree, side: int) -> int:
    for keep in budget.EXPANSION_TERMS:
        try:
            expansion = Expansion(name, constant_value(at), 1 if side > 0 else -1, keep)
            return sign(expansion.of(tree))
        except Undecided:
            continue
    raise Undecided


def sign_far(tree: Tree, name: str, levels: int = LEVELS) -> int:
    """The sign for all large enough x > 0 of a function without switches."""
    tree = with_exponentials(tree, name)
    found = factors(tree, name)
    if found.zero:
        return 0
    if not found.parts:
        return curve(tree, name).at(Fraction(0))
    for form in forms_far(tree, name, levels):
        own = _product_sign(form, name)
        if own is not None:
            return own
    if levels == 0:
        raise Undecided
    return _by_factors(tree, name, levels)


def forms_far(tree: Tree, name: str, levels: int) -> Iterator[Tree]:
    """Functions that behave as the tree does, as the name tends to oo: easier ones may expand."""
    yield tree
    if levels and has_log(tree, name):
        opened = with_open_logs(tree, name, levels - 1)
        if opened != tree:
            yield opened
    if levels:
        yield at_logarithm(tree, name)
        powers = in_exponential(tree, name)
        if powers is not None:
            yield powers


def _product_sign(tree: Tree, name: str) -> int | None:
    try:
        return sign(germ_far(tree, name))
    except (Undecided, Undefined):
        return None


def _by_factors(tree: Tree, name: str, levels: int) -> int:
    """The whole normal form n/d has the sign of n*d."""
    own = Field()
    element = own.normal(tree)
    if element is None:
        raise Undecided
    total = 1
    for polynomial in element.parts():
        total *= dominant(Analytic(own, polynomial, name), levels).sign
    return total
