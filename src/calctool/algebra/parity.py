"""Even and odd functions, seen from how they are built."""

from __future__ import annotations

from calctool.algebra import facts
from calctool.notation.tree import (
    Call,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)


def parity(tree: Tree, name: str) -> int:
    """1 for an even function of the name, -1 for an odd one, 0 where its form does not tell.

    >>> parity(tree("x*atan(x) + x^2"), "x"), parity(tree("sin(x)^3/abs(x)"), "x")
    (1, -1)
    """
    if name not in tree.names:
        return 1
    match tree:
        case Name():
            return -1
        case Negative(inner):
            return parity(inner, name)
        case Sum(parts):
            found = {parity(part, name) for part in parts}
            return found.pop() if len(found) == 1 else 0
        case Product(parts):
            return _product(parts, name)
        case Quotient(top, bottom):
            return _product((top, bottom), name)
        case Power(base, exponent) if (n := rational(exponent)) is not None:
            return _power(parity(base, name), n.numerator, n.denominator)
        case Call(_, (inner,)):
            return _call(tree, parity(inner, name))
    return 1 if tree.children and all(parity(each, name) == 1 for each in tree.children) else 0


def _product(parts: tuple[Tree, ...], name: str) -> int:
    total = 1
    for part in parts:
        total *= parity(part, name)
    return total


def _power(base: int, n: int, m: int) -> int:
    if base == 1:
        return 1
    return 0 if m != 1 or not base else 1 if n % 2 == 0 else -1


def _call(tree: Call, inner: int) -> int:
    known = facts.of(tree).parity
    if inner == 1 or (inner == -1 and known == "even"):
        return 1
    return -1 if inner == -1 and known == "odd" else 0
