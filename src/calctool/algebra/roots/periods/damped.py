"""Damped and growing waves: f(x + T) = r*f(x), read off the tree and proved by the field."""

from __future__ import annotations

from calctool.algebra.build import multiplied
from calctool.algebra.field import prove_equal
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.periods.period import period
from calctool.notation.tree import ONE, ZERO, Call, Constant, Name, Power, Product, Sum, Tree
from calctool.notation.walk import substitute, transform, walk


def growth(tree: Tree, name: str) -> tuple[Tree, Tree] | None:
    """(T, r) with f(x + T) = r*f(x), r positive and not 1; None where none is found."""
    try:
        rates = rates_of(tree, name)
        calm = transform(tree, lambda part: ONE if part in rates else None)
        step = period(calm, name) if rates else None
        if step is None:
            return None
        moved = substitute(tree, {name: Sum((Name(name), step))})
        for rate in dict.fromkeys(rates.values()):
            factor = Call("exp", (written(constant_value(multiplied((rate, step)))),))
            if prove_equal(moved, Product((factor, tree))) is True:
                return step, factor
    except (Undecided, Undefined, UnknownError):
        return None
    return None


def rates_of(tree: Tree, name: str) -> dict[Tree, Tree]:
    """The parts b*e^(a*x), each with its a, which is free of x; UnknownError where a derivative
    is not known."""
    found = {part: _rate(part, name) for part in walk(tree) if name in part.names}
    return {part: rate for part, rate in found.items() if rate is not None}


def _rate(part: Tree, name: str) -> Tree | None:
    """a, where the part is b*e^(a*x) with constants a and b; None for another one."""
    match part:
        case Call("exp", (exponent,)):
            base: Tree = Constant("e")
        case Power(base, exponent) if name not in base.names:
            pass
        case _:
            return None
    slope = derivative(exponent, name)
    if name in slope.names or slope == ZERO:
        return None
    return slope if base == Constant("e") else multiplied((slope, Call("log", (base,))))
