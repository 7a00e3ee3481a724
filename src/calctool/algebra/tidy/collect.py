"""The light clean-up of a whole form: equal factors and equal terms brought together.

Nothing is expanded or factored, and no denominator appears or goes away unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from operator import is_

from calctool.algebra.build import (
    added,
    divided,
    is_decimal,
    multiplied,
    negated,
    numeral,
    product,
    raised,
)
from calctool.algebra.clean import clean, from_leaves
from calctool.algebra.tidy.as_written import written_power
from calctool.algebra.tidy.layout import rank
from calctool.notation.tree import (
    Call,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)


def collected(
    tree: Tree,
    cleaned: dict[Tree, Tree] | None = None,
    done: dict[Tree, Tree] | None = None,
) -> Tree:
    """x*x^2 as x^3, 2*x + 3*x as 5*x, cos(x)*2 as 2*cos(x).

    `cleaned` and `done` remember what was cleaned and what was collected from call to call.
    """
    return from_leaves(clean(tree, cleaned), _collected, {} if done is None else done)


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
    return tree if all(map(is_, tree.children, children)) else tree.rebuilt(children)


def _power(base: Tree, exponent: Tree) -> Tree:
    """(u^2)^3 as u^6, sqrt(u)^2 as u; only whole powers may be multiplied: (u^2)^(1/2) is |u|."""
    outer = rational(exponent)
    inner, size = _root_or_power(base)
    if outer is None or size is None or outer.denominator != 1:
        return raised(base, exponent)
    if size.denominator == 1 and not (outer > 0 and size > 0):
        return raised(base, exponent)
    return written_power(inner, outer * size)


def _root_or_power(tree: Tree) -> tuple[Tree, Fraction | None]:
    match tree:
        case Call("sqrt", (inner,)):
            return inner, Fraction(1, 2)
        case Call("cbrt", (inner,)):
            return inner, Fraction(1, 3)
        case Power(inner, exponent):
            return inner, rational(exponent)
    return tree, None


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
    decimal = any(map(is_decimal, _numbers(whole)))
    made = [_scaled(size, rest, decimal) for rest, size in sizes.items() if size]
    return added([*made, numeral(constant, decimal=decimal)])


def _numbers(tree: Sum) -> Iterator[Tree]:
    """The numbers that stand in a sum, or before its terms."""
    for term in tree.terms:
        inner = term.operand if isinstance(term, Negative) else term
        yield from _factors(inner)


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


def _scaled(size: Fraction, rest: Tree, decimal: bool) -> Tree:
    coefficient = numeral(size, decimal=decimal)
    if not isinstance(coefficient, Quotient) and size.denominator != 1:
        return multiplied((coefficient, rest))
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
    decimal = False
    for factor in factors:
        value = rational(factor.exponent) if isinstance(factor, Power) else None
        if rational(factor) is not None:
            numbers.append(factor)
        elif isinstance(factor, Power) and value is not None:
            exponents[factor.base] = exponents.get(factor.base, Fraction(0)) + value
            decimal = decimal or is_decimal(factor.exponent)
        else:
            exponents[factor] = exponents.get(factor, Fraction(0)) + 1
    for root in [each for each in exponents if isinstance(each, Call)]:
        inner, size = _root_or_power(root)
        if size is not None and inner in exponents:
            exponents[inner] += size * exponents.pop(root)
    powers = [_power(base, numeral(n, decimal=decimal)) for base, n in exponents.items()]
    return numbers + sorted(powers, key=rank)
