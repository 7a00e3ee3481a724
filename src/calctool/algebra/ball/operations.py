"""What each kind of node does to the values of its operands."""

from __future__ import annotations

from collections.abc import Callable

from flint import arb, arb_series, ctx

from calctool.algebra.algebraic import from_tree
from calctool.algebra.ball.arithmetic import add, divide, multiply, negative
from calctool.algebra.ball.elementary import ELEMENTARY
from calctool.algebra.ball.numbers import Lack, Undecided, Undefined, Value, ball, holds
from calctool.algebra.ball.slope import Place
from calctool.algebra.ball.special import SPECIAL
from calctool.algebra.ball.stand_ins import stand_in
from calctool.notation.tree import (
    AlgebraicRoot,
    Negative,
    Product,
    Quotient,
    Relation,
    Sign,
    Sum,
    Tree,
)

Operation = Callable[..., Value]
Result = Value | Lack

FUNCTIONS = ELEMENTARY | SPECIAL
ARITHMETIC: dict[type[Tree], Operation] = {
    Negative: negative,
    Sum: add,
    Product: multiply,
    Quotient: divide,
}


def _infinite() -> Value:
    raise Undefined


CONSTANTS: dict[str, Operation] = {"pi": arb.pi, "e": arb.const_e, "oo": _infinite}


def out_of_reach() -> Value:
    """What stands for a value that balls do not know: Undecided."""
    raise Undecided


def coordinate(name: str) -> Operation:
    """The value of a name at a place, as a series where it moves."""

    def operation(place: Place) -> Value:
        value = place.values.get(name)
        if value is None:
            raise Undecided
        speed = place.direction.get(name)
        return arb_series([ball(value), speed]) if speed else value

    return operation


def algebraic_root(tree: AlgebraicRoot) -> Operation:
    """A real algebraic number; Undefined where it is not real."""

    def operation() -> Value:
        found = from_tree(tree)
        if found is None:
            raise Undefined
        return found.ball(ctx.prec)

    return operation


def applied(name: str, orders: tuple[int, ...]) -> Operation:
    """A value of an undefined function, by what stands in for it in checks."""
    derivative = stand_in(name, orders)
    return lambda place, *arguments: derivative(place.seed, *arguments)


class Choice:
    """Piecewise: the first branch whose condition certainly holds; others may lack a value."""

    def __init__(self, signs: tuple[Sign | None, ...]) -> None:
        self.signs = signs

    def __call__(self, *operands: Result) -> Value:
        rest = iter(operands)
        for sign in self.signs:
            value = next(rest)
            if sign is None or holds(_present(next(rest)), sign, _present(next(rest))):
                return _present(value)
        raise Undefined


def choice(branches: tuple[tuple[Tree, Relation | None], ...]) -> Choice:
    """A case distinction: the value of the first branch whose condition holds."""
    return Choice(tuple(None if test is None else test.sign for _, test in branches))


def _present(result: Result) -> Value:
    if isinstance(result, Lack):
        raise Undefined if result is Lack.UNDEFINED else Undecided
    return result
