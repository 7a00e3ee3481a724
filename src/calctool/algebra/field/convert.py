"""One node of a tree as an element of the field, its children being elements already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial, reduce
from operator import add, eq, ge, gt, le, lt, mul, ne

from calctool.algebra.algebraic import from_tree
from calctool.algebra.field.factors import has_thin_zeros
from calctool.algebra.field.kernels import Kernels
from calctool.algebra.field.powers import exp, power, symbolic_power
from calctool.algebra.field.ring import Element, UnknownError
from calctool.algebra.field.slopes import derivative
from calctool.notation.tree import (
    AlgebraicRoot,
    Applied,
    Call,
    Constant,
    Derivative,
    Name,
    Negative,
    Number,
    Piecewise,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)

HOLDS = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


def convert(
    field: Kernels, tree: Tree, children: Sequence[Element], element: Callable[[Tree], Element]
) -> Element:
    """`element` is the element of a part further down; UnknownError where there is none."""
    match tree:
        case Number():
            return field.ring.constant(tree.value)
        case Name():
            return field.kernel("name", (), tree.id)
        case Constant():
            return _constant(field, tree.id)
        case AlgebraicRoot():
            return _algebraic(field, tree)
        case Negative():
            return -children[0]
        case Sum():
            return reduce(add, children)
        case Product():
            return reduce(mul, children)
        case Quotient():
            return children[0] / children[1]
        case Power():
            return _power(field, tree.exponent, *children)
    return _applied(field, tree, children, element)


def _applied(
    field: Kernels, tree: Tree, children: Sequence[Element], element: Callable[[Tree], Element]
) -> Element:
    from calctool.algebra.field.definitions import function

    match tree:
        case Call("exp", (Call("log", (inner,)),)):
            return element(inner)
        case Call(id):
            return function(field, id, tuple(children))
        case Applied(id, orders=orders):
            return field.kernel("applied " + id, tuple(children), orders)
        case Derivative(variables=variables):
            return reduce(partial(derivative, field), variables, children[0])
        case Piecewise():
            return _piecewise(field, tree, children)
    raise UnknownError(type(tree).__name__)


def _constant(field: Kernels, id: str) -> Element:
    if id == "e":
        return exp(field, field.ring.constant(1))
    if id == "pi":
        return field.constant("pi")
    raise UnknownError(id)


def _algebraic(field: Kernels, tree: AlgebraicRoot) -> Element:
    """Through the algebraic integer c*u, whose relation has the leading coefficient 1."""
    number = from_tree(tree)
    if number is None:
        raise UnknownError("no such root")
    if number.rational is not None:
        return field.ring.constant(number.rational)
    return field.kernel("algebraic", (), number) / number.coefficients[-1]


def _power(field: Kernels, written: Tree, base: Element, exponent: Element) -> Element:
    value = exponent.value
    if value == 0 and rational(written) is None:
        return field.ring.constant(1)
    if value is not None:
        return power(field, base, value)
    return symbolic_power(field, base, exponent)


def _piecewise(field: Kernels, tree: Piecewise, children: Sequence[Element]) -> Element:
    if not field.off_switches:
        signs = tuple(condition.sign if condition else "" for _, condition in tree.branches)
        return field.kernel("piecewise", tuple(children), signs)
    rest = iter(children)
    weight = field.ring.constant(1)
    total = field.ring.constant(0)
    for _, condition in tree.branches:
        value = next(rest)
        if condition is None:
            return total + weight * value
        left, right = next(rest), next(rest)
        holds = _off_boundary(field, condition.sign, left - right)
        total = total + weight * holds * value
        weight = weight * (1 - holds)
    # Outside all branches there is no value, so any may be taken.
    return total


def _off_boundary(field: Kernels, sign: str, difference: Element) -> Element:
    """1 where the condition holds and 0 where it does not, off its boundary."""
    from calctool.algebra.field.definitions import heaviside

    value = difference.value
    if value is not None:
        return field.ring.constant(int(HOLDS[sign](value, 0)))
    if sign in ("=", "!="):
        if not has_thin_zeros(field, difference):
            raise UnknownError("condition")
        return field.ring.constant(int(sign == "!="))
    return heaviside(field, difference if sign in (">", ">=") else -difference)
