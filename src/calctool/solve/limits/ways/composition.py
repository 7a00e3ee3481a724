"""Compositions F(u(x)): divide and multiply by the increment of the inner function."""

from __future__ import annotations

from collections.abc import Callable

from calctool.notation.tree import (
    ZERO,
    Applied,
    Call,
    Name,
    Negative,
    Piecewise,
    Power,
    Product,
    Quotient,
    Tree,
)
from calctool.solve.limits.chain import Chain, Draft
from calctool.solve.limits.place import Place, times
from calctool.solve.limits.ways.linear import Derive

Outer = Callable[[Tree], Tree]


def composition(f: Tree, place: Place, derive: Derive) -> Chain | None:
    """lim (F(u + k) - F(u))/k * lim k/h with k = u(x + h) - u(x).

    Where k is 0 the first factor is taken as F'(u): that makes it continuous at k = 0.
    """
    parts = split(f, place.variable)
    if parts is None or parts[0] == Name(place.variable) or not place.inner:
        return None
    inner, outer = parts
    letter = place.letters.fresh("u", "v", "w")
    below = derive(inner, place)
    draft = Draft(place.start(f))
    if _is_zero(below.end):
        # k is 0 for all small h: there is nothing to divide by.
        draft.add("constant-nearby", ZERO)
        return draft.chain(f)
    inside = place.inside(letter, place.here(inner))
    above = derive(outer(Name(letter)), inside)
    k = place.change(inner)
    bound = ((inside.increment, k),)
    wide = times(Quotient(place.change(f), k), Quotient(k, place.h))
    draft.add("extend-by-inner-increment", place.limit(wide), inner=bound)
    draft.add("limit-of-inner", Product((above.start, below.start)), inner=bound)
    draft.continue_with([above, below])
    return draft.chain(f)


def _is_zero(tree: Tree) -> bool:
    match tree:
        case Piecewise(branches):
            return all(_is_zero(value) for value, _ in branches)
        case Negative(operand):
            return _is_zero(operand)
    return tree == ZERO


def split(f: Tree, x: str) -> tuple[Tree, Outer] | None:
    """The one argument that depends on the variable, and the function around it."""
    match f:
        case Call(_, (u,)) | Applied(_, (u,)):
            return u, lambda v: f.rebuilt((v,))
        case Power(base, exponent) if exponent.is_free_of(x):
            return base, lambda v: Power(v, exponent)
        case Power(base, exponent) if base.is_free_of(x):
            return exponent, lambda v: Power(base, v)
    return None
