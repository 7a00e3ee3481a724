"""Expressions as functions of floats: quick, rough, and never the last word."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from calctool.notation.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Piecewise,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)
from oracle.values.evaluate import Unknown, value
from values import NoValue

Quick = Callable[[Sequence[float]], float]
"""Of the values of the names; NaN where there is none."""


def quick(tree: Tree, names: Sequence[str]) -> Quick:
    inner = _made(tree, {name: place for place, name in enumerate(names)})

    def safe(x: Sequence[float]) -> float:
        try:
            found = inner([float(each) for each in x])
        except (ValueError, ZeroDivisionError, OverflowError, NoValue, Unknown, TypeError):
            return math.nan
        return found if isinstance(found, float) else math.nan

    return safe


_OF_MATH = "sin cos tan exp log sqrt sinh cosh tanh asin acos atan"
_CALLS: dict[str, Callable[..., float]] = {
    **{id: getattr(math, id) for id in _OF_MATH.split()},
    "abs": abs,
    "min": min,
    "max": max,
    "sign": lambda u: float((u > 0) - (u < 0)),
}


def _made(tree: Tree, names: dict[str, int]) -> Quick:
    written = rational(tree)
    if written is not None:
        number = float(written)
        return lambda _: number
    parts = [] if isinstance(tree, Power | Piecewise) else [_made(c, names) for c in tree.children]
    match tree:
        case Name(id):
            place = names[id]
            return lambda x: x[place]
        case Constant(id):
            number = {"pi": math.pi, "e": math.e}[id]
            return lambda _: number
        case Negative():
            return lambda x: -parts[0](x)
        case Sum():
            return lambda x: math.fsum(part(x) for part in parts)
        case Product():
            return lambda x: math.prod(part(x) for part in parts)
        case Quotient():
            return lambda x: parts[0](x) / parts[1](x)
        case Call(function) if function in _CALLS:
            of = _CALLS[function]
            return lambda x: of(*(part(x) for part in parts))
        case Power(base, exponent) if (power := rational(exponent)) is not None:
            if power.denominator == 1:
                inner = _made(base, names)
                return lambda x: float(inner(x) ** power.numerator)
    ids = list(names)
    return lambda x: float(value(tree, dict(zip(ids, map(_number, x), strict=True)), 20))


def _number(x: float) -> object:
    from mpmath import mpf

    return mpf(x)
