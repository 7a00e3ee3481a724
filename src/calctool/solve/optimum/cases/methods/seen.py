"""Bounds of f that are seen with its letters: along a curve, and from how f is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from calctool.algebra.build import added, multiplied
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.field import Field, prove_equal
from calctool.algebra.field.ring import Element
from calctool.notation.quoted import quoted
from calctool.notation.tree import (
    INFINITY,
    ONE,
    ZERO,
    Negative,
    Product,
    Quotient,
    Sum,
    Tree,
)
from calctool.notation.walk import substitute
from calctool.solve.candidates import Curve, Extreme
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.arguments.far_out import shown
from calctool.solve.stationary.short import short
from calctool.words.extrema.extremes import UNBOUNDED

Sign = Callable[[Tree], int]
"""The sign of a number with letters all over a case."""


def along(
    curve: Curve | None, f: Tree, constraints: Iterable[Tree], turn: int, sign: Sign
) -> Extreme | None:
    """f goes to -oo (turn -1) or oo on the curve that was found for one value of the letters; the
    leading coefficient of f along it says so, where f is a polynomial there."""
    if curve is None:
        return None
    points = dict(curve.points)
    if not all(prove_equal(substitute(g, points), ZERO) for g in constraints):
        return None
    value = short(substitute(f, points))
    lead = _leading(value, curve.parameter)
    if lead is None or sign(lead) != turn:
        return None
    told = Curve(curve.points, curve.parameter, value)
    end = Exact(INFINITY if turn > 0 else Negative(INFINITY), None, None)
    reason = UNBOUNDED[turn].filled(curve=shown(told), value=quoted(value))
    return Extreme(False, end, "unbounded-along-curve", reason, approached=told)


def _leading(tree: Tree, name: str) -> Tree | None:
    """The coefficient of the highest power of a name; None for what is no polynomial in it, or is
    free of it."""
    field = Field()
    field.normal(tree)
    element = field.normal(tree)
    if element is None:
        return None
    index = next((i for i in element.used() if field.kernels[i].data == name), None)
    num, den = element.parts()
    below = field.to_tree(Element(field.ring, den, field.ring.one))
    others = (field.kernels[i].arguments for i in element.used() if i != index)
    if index is None or below is None or name in below.names or any(others):
        return None
    most = int(field.ring.degrees(num)[index])
    kept = {
        (*powers[:index], 0, *powers[index + 1 :]): c
        for powers, c in field.ring.terms(num)
        if powers[index] == most
    }
    return field.to_tree(Element(field.ring, field.ring.polynomial(kept), den))


def as_written(f: Tree, names: Sequence[str], sign: Sign) -> tuple[int, Tree] | None:
    """f is a number c with terms that have all one sign: (-1, c) where f >= c, (1, c) where
    f <= c; None where that is not seen."""
    terms = f.terms if isinstance(f, Sum) else (f,)
    constant = [term for term in terms if term.names.isdisjoint(names)]
    signs = set()
    for term in terms:
        if term.names.isdisjoint(names):
            continue
        found = _of_term(term, names, sign)
        if not found:
            return None
        signs.add(found)
    if len(signs) != 1:
        return None
    return -signs.pop(), added(constant) if constant else ZERO


def _of_term(term: Tree, names: Sequence[str], sign: Sign) -> int:
    """1 for what is never negative, -1 for what is never positive; 0 where neither is seen."""
    turn = 1
    while isinstance(term, Negative):
        term, turn = term.operand, -turn
    above, below = (term.numerator, term.denominator) if isinstance(term, Quotient) else (term, ONE)
    if not below.names.isdisjoint(names):
        return 0
    factors = above.factors if isinstance(above, Product) else (above,)
    free = [each for each in factors if each.names.isdisjoint(names)]
    own = multiplied(each for each in factors if not each.names.isdisjoint(names))
    found = range_of(own, {})
    side = 1 if found.low >= 0 else -1 if found.high <= 0 else 0
    if not side:
        return 0
    for each in (*free, below):
        turn *= sign(each)
    return turn * side
