"""An equation with letters solved for a variable that occurs once: what stands around it undone."""

from __future__ import annotations

from collections.abc import Callable

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.clean import clean
from calctool.notation.tree import (
    ONE,
    TWO,
    Call,
    E,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)

Sign = Callable[[Tree], int | None]
"""The sign that a tree has wherever it has a value, by what is assumed; None: not known."""


def peeled(left: Tree, right: Tree, name: str, sign: Sign) -> Tree | None:
    """What the variable is where left = right, written with conditions of both sides in force;
    None where it is not the only such value, or not known to be one."""
    if name in right.names:
        left, right = right, left
    while name not in right.names and left != Name(name):
        found = _step(left, right, name, sign)
        if found is None:
            return None
        left, right = found
    return None if name in right.names else clean(right)


def _step(left: Tree, right: Tree, name: str, sign: Sign) -> tuple[Tree, Tree] | None:
    """One operation undone."""
    match left:
        case Negative(inner):
            return inner, negated(right)
        case Sum(terms):
            own, rest = _parted(terms, name)
            return None if own is None else (own, added((right, *map(negated, rest))))
        case Product(factors):
            own, rest = _parted(factors, name)
            # Where the right side is not 0, no factor is.
            if own is None or not (sign(multiplied(rest)) or sign(right)):
                return None
            return own, divided(right, multiplied(rest))
        case Quotient(top, bottom) if name not in bottom.names:
            return top, multiplied((right, bottom))
        case Quotient(top, bottom) if name not in top.names and sign(right):
            return bottom, divided(top, right)
        case Call("sqrt", (inner,)) if (sign(right) or 0) > 0:
            return inner, raised(right, TWO)
        case Call("log", (inner,)):
            return inner, raised(E, right)
        case Power(base, exponent) if name not in exponent.names:
            value = rational(exponent)
            if (value is None or value.numerator % 2) and sign(exponent) and (sign(right) or 0) > 0:
                return base, raised(right, divided(ONE, exponent))
    return None


def _parted(parts: tuple[Tree, ...], name: str) -> tuple[Tree | None, tuple[Tree, ...]]:
    """The only part with the variable in it, and the others."""
    own = [each for each in parts if name in each.names]
    rest = tuple(each for each in parts if name not in each.names)
    return (own[0] if len(own) == 1 else None), rest
