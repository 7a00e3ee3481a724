"""How hard a form is to read: marks, depth and functions the reader did not bring along."""

from __future__ import annotations

from calctool.notation.tree import (
    Applied,
    Call,
    Constant,
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

FOREIGN = 6.0  # for every use of a function that the input does not contain
WELCOME = frozenset(("exp", "log", "sqrt", "sigmoid", "sign", "abs"))


def functions(tree: Tree) -> frozenset[str]:
    found: set[str] = set()
    stack = [tree]
    while stack:
        at = stack.pop()
        if isinstance(at, Call):
            found.add(at.function)
        stack += at.children
    return frozenset(found)


def cost(tree: Tree, known: frozenset[str]) -> float:
    """The lower the better; `known` are the functions of the input."""
    done: dict[Tree, float] = {}

    def go(at: Tree) -> float:
        if at not in done:
            done[at] = _own(at, known) + sum(map(go, at.children))
        return done[at]

    return go(tree)


def _own(tree: Tree, known: frozenset[str]) -> float:
    match tree:
        case Number(value):
            digits = len(str(value.numerator)) + len(str(value.denominator)) - 2
            return 1 + 0.3 * digits
        case Name() | Constant():
            return 1
        case Negative():
            return 0.6
        case Sum(terms):
            return len(terms) + (0.5 if isinstance(terms[0], Negative) else 0)
        case Product(factors):
            return 0.5 * len(factors)
        case Quotient():
            return 1.5
        case Power(_, exponent):
            power = rational(exponent)
            return 1 if power is not None and power.denominator == 1 else 2
        case Call(function):
            return 2 if function in known or function in WELCOME else 2 + FOREIGN
        case Applied() | Piecewise():
            return 2
    return 1
