"""How hard a form is to read: marks, depth and functions the reader did not bring along."""

from __future__ import annotations

from functools import lru_cache

from calctool.algebra.build import is_decimal
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
from calctool.notation.walk import new_parts, walk

FOREIGN = 6.0  # for every use of a function that the input does not contain
FOREIGN_POWER = 2.0  # for every exp(u) with a u that neither the input nor the raw form has
WELCOME = frozenset(("exp", "log", "sqrt", "sigmoid", "sign", "abs"))


@lru_cache(maxsize=256)
def functions(tree: Tree) -> frozenset[str]:
    """The ids of the functions in a tree."""
    return frozenset(part.function for part in walk(tree) if isinstance(part, Call))


@lru_cache(maxsize=256)
def exponentials(tree: Tree) -> frozenset[Tree]:
    """The calls of exp in a tree."""
    return frozenset(
        part for part in walk(tree) if isinstance(part, Call) and part.function == "exp"
    )


class Costs:
    """The lower the better; `known` functions and `powers` of e are the input's own."""

    def __init__(self, known: frozenset[str], powers: frozenset[Tree]) -> None:
        self._known = known
        self._powers = powers
        self._done: dict[Tree, float] = {}

    def of(self, tree: Tree) -> float:
        done = self._done
        if tree in done:
            return done[tree]
        for at in new_parts(tree, done):
            done[at] = self._own(at) + sum([done[child] for child in at.children])
        return done[tree]

    def _own(self, tree: Tree) -> float:
        own = _own(tree, self._known)
        if isinstance(tree, Call) and tree.function == "exp" and tree not in self._powers:
            return own + FOREIGN_POWER
        return own


def cost(tree: Tree, known: frozenset[str], powers: frozenset[Tree]) -> float:
    """As `Costs.of`, of a single tree."""
    return Costs(known, powers).of(tree)


def _own(tree: Tree, known: frozenset[str]) -> float:
    match tree:
        case Number(_, typed) if typed:
            return 1 + 0.3 * (sum(map(str.isdigit, typed)) - 1)
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
        case Power(base, exponent):
            return 2 if isinstance(base, Call) and base.function == "sqrt" else _weight(exponent)
        case Call(function):
            return 2 if function in known or function in WELCOME else 2 + FOREIGN
        case Applied() | Piecewise():
            return 2
    return 1


def _weight(exponent: Tree) -> float:
    """A fraction is costly enough by its own parts, a decimal is not."""
    power = rational(exponent)
    if power is None:
        return 2
    if power.denominator == 1:
        return 1
    return 1.5 if is_decimal(exponent) else 0
