"""The light clean-up of a whole form: equal factors and equal terms brought together.

Nothing is expanded or factored, and no denominator appears or goes away unseen.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from calctool.algebra.build import added, divided, multiplied, negated, product, raised
from calctool.algebra.clean import clean, from_leaves
from calctool.algebra.tidy.writing import rank
from calctool.notation.tree import Negative, Power, Product, Quotient, Sum, Tree, number, rational


def collected(tree: Tree) -> Tree:
    """x*x^2 as x^3, 2*x + 3*x as 5*x, cos(x)*2 as 2*cos(x)."""
    return from_leaves(clean(tree), _collected, {})


def _collected(tree: Tree, children: tuple[Tree, ...]) -> Tree:
    match tree:
        case Sum():
            return _sum(children)
        case Product():
            return _product(multiplied(children))
        case Quotient():
            return _product(divided(*children))
        case Negative():
            return negated(children[0])
        case Power():
            return _power(*children)
    return tree.rebuilt(children) if children else tree


def _power(base: Tree, exponent: Tree) -> Tree:
    """(u^2)^3 as u^6; only whole powers may be multiplied, (u^2)^(1/2) is |u|."""
    outer = rational(exponent)
    if not isinstance(base, Power):
        return raised(base, exponent)
    inner = rational(base.exponent)
    whole = (value is not None and value > 0 and value.denominator == 1 for value in (inner, outer))
    if inner is None or outer is None or not all(whole):
        return Power(base, exponent)
    return raised(base.base, number(inner * outer))


def _sum(terms: tuple[Tree, ...]) -> Tree:
    whole = added(terms)
    if not isinstance(whole, Sum):
        return whole
    sizes: dict[Tree, Fraction] = {}
    constant, places = Fraction(0), 0
    for term in whole.terms:
        value = rational(term)
        if value is None:
            size, rest = _split(term)
            sizes[rest] = sizes.get(rest, Fraction(0)) + size
        else:
            constant, places = constant + value, places + 1
    if len(sizes) + places == len(whole.terms) and places < 2:
        return whole
    made = [_scaled(size, rest) for rest, size in sizes.items() if size]
    return added([*made, number(constant)])


def _split(term: Tree) -> tuple[Fraction, Tree]:
    if isinstance(term, Negative):
        size, rest = _split(term.operand)
        return -size, rest
    if isinstance(term, Product):
        first = rational(term.factors[0])
        if first is not None:
            return first, product(term.factors[1:])
    if isinstance(term, Quotient) and (below := rational(term.denominator)):
        size, rest = _split(term.numerator)
        return size / below, rest
    return Fraction(1), term


def _scaled(size: Fraction, rest: Tree) -> Tree:
    above = multiplied((number(size.numerator), rest))
    return divided(above, number(size.denominator)) if size.denominator != 1 else above


def _product(tree: Tree) -> Tree:
    if isinstance(tree, Negative):
        return negated(_product(tree.operand))
    if isinstance(tree, Quotient):
        above, below = _merged(_factors(tree.numerator)), _merged(_factors(tree.denominator))
        return divided(multiplied(above), multiplied(below))
    return multiplied(_merged(_factors(tree)))


def _factors(tree: Tree) -> tuple[Tree, ...]:
    return tree.factors if isinstance(tree, Product) else (tree,)


def _merged(factors: Iterable[Tree]) -> list[Tree]:
    """Powers of one base as one power, in the order of a textbook."""
    exponents: dict[Tree, Fraction] = {}
    numbers: list[Tree] = []
    for factor in factors:
        value = rational(factor.exponent) if isinstance(factor, Power) else None
        if rational(factor) is not None:
            numbers.append(factor)
        elif isinstance(factor, Power) and value is not None:
            exponents[factor.base] = exponents.get(factor.base, Fraction(0)) + value
        else:
            exponents[factor] = exponents.get(factor, Fraction(0)) + 1
    powers = [raised(base, number(exponent)) for base, exponent in exponents.items()]
    return numbers + sorted(powers, key=rank)
