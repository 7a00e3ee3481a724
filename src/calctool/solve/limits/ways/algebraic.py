"""Polynomials and rational functions: multiply out or find a common denominator, cancel h."""

from __future__ import annotations

from calctool import budget
from calctool.algebra.build import negated, raised
from calctool.algebra.limit.expand import Expander, NotPolynomial, Terms
from calctool.notation.tree import (
    ONE,
    TWO,
    ZERO,
    Negative,
    Power,
    Quotient,
    Relation,
    Tree,
    number,
    rational,
)
from calctool.solve.limits.chain import Chain, Draft
from calctool.solve.limits.place import Place, difference, evaluated, over, times, total


def expander(place: Place) -> Expander:
    """What multiplies out at a place: in the increment, and in the variable if it is a name."""
    if place.at_name:
        return Expander((place.variable, place.increment))
    return Expander((place.increment,), keeps_sums=False)


def polynomial(f: Tree, place: Place) -> Chain | None:
    """Multiply out f(x + h), let the terms without h go, cancel h."""
    writer = expander(place)
    try:
        moved, fixed = writer.terms(place.there(f)), writer.terms(place.written_here(f))
        rest = _minus(moved, fixed)
        lowered = writer.tree(writer.lowered(rest, place.increment))
    except NotPolynomial:
        return None
    if len(moved) > budget.LIMIT_TERMS:
        return None
    draft = Draft(place.start(f))
    multiplied = total((*writer.listed(moved), *map(negated, writer.listed(fixed))))
    if multiplied != place.change(f):
        draft.add("expand", place.limit(over(multiplied, place.h)))
    draft.add("collect", place.limit(over(writer.tree(rest), place.h)))
    draft.add("cancel-increment", place.limit(lowered))
    draft.add("let-increment-vanish", place.at_zero(lowered))
    return draft.chain(f)


def rational_function(f: Tree, place: Place) -> Chain | None:
    """Over a common denominator the numerator has the factor h."""
    parts = fraction(f)
    if parts is None:
        return None
    top, bottom = parts
    writer = expander(place)
    top_there, top_here = place.there(top), place.here(top)
    bottom_there, bottom_here = place.there(bottom), place.here(bottom)
    numerator = difference(times(top_there, bottom_here), times(top_here, bottom_there))
    try:
        terms = writer.terms(numerator)
        lowered = writer.lowered(terms, place.increment)
    except NotPolynomial:
        return None
    if len(terms) > budget.LIMIT_TERMS:
        return None
    below = (bottom_there, bottom_here)
    draft = Draft(place.start(f))
    where = (Relation(bottom_here, "!=", ZERO),)
    draft.add("common-denominator", place.limit(over(numerator, place.h, *below)), where=where)
    draft.add("expand-numerator", place.limit(over(writer.tree(terms), place.h, *below)))
    draft.add("cancel-increment", place.limit(over(writer.tree(lowered), *below)))
    here = place.at_zero(writer.tree(lowered))
    squared = evaluated(Quotient(here, raised_twice(bottom_here)))
    draft.add("let-increment-vanish", squared)
    return draft.chain(f)


def fraction(f: Tree) -> tuple[Tree, Tree] | None:
    """Numerator and denominator of one fraction, x^(-2) included."""
    match f:
        case Quotient(numerator, denominator):
            return numerator, denominator
        case Negative(operand):
            inner = fraction(operand)
            return inner and (negated(inner[0]), inner[1])
        case Power(base, exponent):
            value = rational(exponent)
            if value is not None and value < 0:
                return ONE, raised(base, number(-value))
    return None


def raised_twice(tree: Tree) -> Tree:
    """(x^3)^2 as x^6."""
    if isinstance(tree, Power):
        value = rational(tree.exponent)
        if value is not None:
            return raised(tree.base, number(2 * value))
    return raised(tree, TWO)


def _minus(left: Terms, right: Terms) -> Terms:
    rest = dict(left)
    for monomial, coefficient in right.items():
        rest[monomial] = rest.get(monomial, 0) - coefficient
    return {monomial: c for monomial, c in rest.items() if c}
