"""Limits of functions with letters; where an expansion has none, by the laws for limits."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.roots import Point, limit_at
from calctool.notation.tree import (
    INFINITY,
    ONE,
    ZERO,
    Call,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
)
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import order


def limit_of(f: Tree, name: str, at: Point | None, side: int) -> Tree | None:
    """The limit, perhaps oo or -oo; None where none is known, as for 0*oo and oo - oo. To be asked
    where the signs of letters are known; raises Undecided, Undefined, and Cut where one of them
    changes."""
    if name not in f.names:
        return f
    value = limit_at(f, name, at, side).value
    if value is not None:
        return value
    match f:
        case Sum(terms):
            return _sum([limit_of(each, name, at, side) for each in terms])
        case Call("exp", (inner,)):
            return _exponential(limit_of(inner, name, at, side))
        case Power(base, exponent) if exponent.names and name not in exponent.names:
            return _power(limit_of(base, name, at, side), exponent)
        case Product() | Quotient() | Negative():
            factors = list(_factors(f))
            return _product(
                [(limit_of(each, name, at, side), is_below) for each, is_below in factors]
            )
    return None


def _sum(limits: list[Tree | None]) -> Tree | None:
    known = [each for each in limits if each is not None]
    endless = {each for each in known if is_infinite(each)}
    if len(known) != len(limits) or len(endless) > 1:
        return None
    return endless.pop() if endless else added(known)


def _exponential(limit: Tree | None) -> Tree | None:
    if limit is None or limit == INFINITY:
        return limit
    return ZERO if is_infinite(limit) else Call("exp", (limit,))


def _power(limit: Tree | None, exponent: Tree) -> Tree | None:
    """That of u^v, where u is positive, as it has to be for all v."""
    sign = order(exponent)
    if limit is None or not sign:
        return None
    at_zero = order(limit) == 0
    if at_zero or limit == INFINITY:
        return ZERO if at_zero == (sign > 0) else INFINITY
    return raised(limit, exponent) if order(limit) == 1 else None


def _factors(f: Tree) -> Iterator[tuple[Tree, bool]]:
    """Each with whether it stands below the fraction bar."""
    match f:
        case Product(factors):
            yield from (each for factor in factors for each in _factors(factor))
        case Quotient():
            top, below = f.children
            yield from _factors(top)
            yield from ((each, not turned) for each, turned in _factors(below))
        case Negative():
            yield number(-1), False
            yield from _factors(f.children[0])
        case _:
            yield f, False


def _product(limits: list[tuple[Tree | None, bool]]) -> Tree | None:
    made = []
    for value, is_below in limits:
        if value is None or (is_below and not is_infinite(value) and not order(value)):
            return None
        turned = ZERO if is_infinite(value) else divided(ONE, value)
        made.append(turned if is_below else value)
    endless = [each for each in made if is_infinite(each)]
    finite = [each for each in made if not is_infinite(each)]
    if not endless:
        return multiplied(finite)
    signs = [order(each) for each in finite]
    if not all(signs):
        return None
    falls = sum(each != INFINITY for each in endless) + sum(sign == -1 for sign in signs)
    return negated(INFINITY) if falls % 2 else INFINITY
