"""Polynomials whose coefficients are constants of any sort, as pi*x + e: by their enclosures."""

from __future__ import annotations

from collections.abc import Sequence

from flint import acb

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.paths.values import Powers
from calctool.algebra.roots.points.point import around
from calctool.algebra.systems import NotPolynomial
from calctool.notation.tree import Name, Negative, Power, Product, Quotient, Sum, Tree, rational

Terms = dict[Powers, acb]


def enclosed_terms(tree: Tree, names: Sequence[str]) -> Terms:
    """The terms of a polynomial in the names; NotPolynomial where it is none, or a long one."""
    nothing = (0,) * len(names)
    if tree.names.isdisjoint(names):
        return {nothing: constant(tree)}
    match tree:
        case Name(id):
            at = list(names).index(id)
            return {(*nothing[:at], 1, *nothing[at + 1 :]): acb(1)}
        case Negative(operand):
            return {m: -c for m, c in enclosed_terms(operand, names).items()}
        case Sum(terms):
            made: Terms = {}
            for term in terms:
                for m, c in enclosed_terms(term, names).items():
                    made[m] = made[m] + c if m in made else c
            return made
        case Product(factors):
            return _product([enclosed_terms(each, names) for each in factors], nothing)
        case Quotient(top, bottom) if bottom.names.isdisjoint(names):
            below = constant(bottom)
            if below.contains(0):
                raise NotPolynomial
            return {m: c / below for m, c in enclosed_terms(top, names).items()}
        case Power(base, exponent):
            power = rational(exponent)
            if power is not None and power.denominator == 1 and 0 <= power <= budget.PATHS_DEGREE:
                return _product([enclosed_terms(base, names)] * int(power), nothing)
    raise NotPolynomial


def constant(tree: Tree) -> acb:
    """A constant in the precision of the paths; NotPolynomial where no enclosure is known."""
    ends = enclose(tree, budget.PATHS_BITS // 3)
    if ends is None:
        raise NotPolynomial
    return acb(around(*ends))


def _product(factors: Sequence[Terms], nothing: Powers) -> Terms:
    made: Terms = {nothing: acb(1)}
    for factor in factors:
        wider: Terms = {}
        for m, c in made.items():
            for n, d in factor.items():
                at = tuple(i + k for i, k in zip(m, n, strict=True))
                wider[at] = wider[at] + c * d if at in wider else c * d
        if len(wider) > budget.PATHS_TERMS:
            raise NotPolynomial
        made = wider
    return made
