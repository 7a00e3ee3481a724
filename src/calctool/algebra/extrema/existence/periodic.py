"""Continuous functions that are periodic in each of their variables."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from calctool.algebra.build import added
from calctool.algebra.extrema.polynomials import fractions, polynomial
from calctool.algebra.facts import is_continuous
from calctool.notation.tree import (
    Call,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)


def is_periodic(f: Tree, names: Sequence[str]) -> bool:
    """Whether names occur only inside sin and cos of sums of rational multiples of them, under
    functions that are continuous everywhere: then f is continuous with one period in each.

    Of a function with a value at every point: no denominator in it is ever zero."""
    if f.names.isdisjoint(names):
        return not f.names
    match f:
        case Call("sin" | "cos", (u,)) if _is_linear(u, names):
            return True
        case Call(function, arguments) if is_continuous(function, len(arguments)):
            return all(is_periodic(u, names) for u in arguments)
        case Sum() | Product() | Negative() | Quotient():
            return all(is_periodic(child, names) for child in f.children)
        case Power(base, exponent):
            n = rational(exponent)
            whole = n is not None and n.denominator == 1 and n > 0
            return whole and is_periodic(base, names)
    return False


def _is_linear(u: Tree, names: Sequence[str]) -> bool:
    terms_of = u.terms if isinstance(u, Sum) else (u,)
    p = polynomial(added(each for each in terms_of if not each.names.isdisjoint(names)), names)
    terms: dict[tuple[int, ...], Fraction] = {} if p is None else fractions(p)
    return bool(terms) and all(sum(m) <= 1 for m in terms)
