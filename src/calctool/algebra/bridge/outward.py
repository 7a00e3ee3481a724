"""Trees as SymPy objects over real symbols."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import sympy as sp

from calctool.algebra.bridge.enclosed import Enclosed
from calctool.algebra.facts import filled, of
from calctool.notation.printing.sympy_text import sympy_name
from calctool.notation.problem import Problem
from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import (
    AlgebraicRoot,
    Applied,
    Call,
    Constant,
    Derivative,
    Limit,
    Name,
    Negative,
    Number,
    Piecewise,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    rational,
)

Symbols: TypeAlias = Mapping[str, Any]
"""Which symbol a name is; other names become real symbols."""

_CONSTANTS = {"e": sp.E, "pi": sp.pi, "oo": sp.oo}
_RELATIONS: dict[str, Callable[..., Any]] = {
    "=": sp.Eq, "!=": sp.Ne, "<": sp.Lt, "<=": sp.Le, ">": sp.Gt, ">=": sp.Ge,
}  # fmt: skip
_DIRECTIONS = {"both": "+-", "left": "-", "right": "+"}

_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "abs": sp.Abs,
    "ceil": sp.ceiling,
    "min": sp.Min,
    "max": sp.Max,
    "heaviside": sp.Heaviside,
    "sqrt": lambda u: sp.Pow(u, sp.Rational(1, 2)),
    "cbrt": lambda u: _real_power(u, Fraction(1, 3)),
    "root": lambda u, n: _root(u, n),
    "digamma": lambda u: sp.polygamma(0, u),
    "leaky_relu": lambda u: sp.Piecewise((u, u > 0), (u / 100, True)),
}
"""Where SymPy has another name, and what is not its definition in the atlas."""


def to_sympy(line: Line, symbols: Symbols = {}, *, held: bool = False) -> Any:  # noqa: B006 (read)
    """The same value as a SymPy object; `held` keeps sums, products and powers as they stand.

    A system becomes a Tuple of relations, several cases a Tuple of those.
    """
    with sp.evaluate(not held):
        try:
            return _Writer(symbols).line(line)
        except TypeError:  # SymPy compares a part that has no value, in its own sorting
            raise Problem("sympy.no-object") from None


def symbol(id: str, symbols: Symbols) -> Any:
    """The symbol that a name is; a real one where none is given."""
    return symbols.get(id) or sp.Symbol(sympy_name(id), real=True)


def exact(tree: Tree, low: Fraction | None, high: Fraction | None, *, known: bool) -> Any:
    """A constant: what is only enclosed becomes a Float that has its enclosure."""
    if known or low is None or high is None:
        return to_sympy(tree)
    return Enclosed(low, high)


class _Writer:
    def __init__(self, symbols: Symbols) -> None:
        self.symbols = symbols
        self.done: dict[Tree, Any] = {}

    def line(self, line: Line) -> Any:
        match line:
            case Alternatives(systems):
                return sp.Tuple(*map(self.line, systems))
            case System(relations):
                return sp.Tuple(*map(self.relation, relations))
            case Relation():
                return self.relation(line)
        return self.tree(line)

    def relation(self, relation: Relation) -> Any:
        make = _RELATIONS[relation.sign]
        return make(self.tree(relation.left), self.tree(relation.right), evaluate=False)

    def condition(self, relation: Relation) -> Any:
        """Decided where it can be: a Piecewise cannot use 0 = 0 as it stands."""
        left, right = self.all((relation.left, relation.right))
        if any(side.has(sp.Piecewise, sp.nan, sp.zoo) for side in (left, right)):
            # It would try for minutes, or fail.
            raise Problem("sympy.no-object")
        with sp.evaluate(True):
            try:
                return _RELATIONS[relation.sign](left, right)
            except (TypeError, AttributeError):  # one side is not real; SymPy asks sec(0) if it is
                return self.relation(relation)

    def all(self, trees: Iterable[Tree]) -> list[Any]:
        return [self.tree(tree) for tree in trees]

    def tree(self, tree: Tree) -> Any:
        """Each distinct part is made once."""
        found = self.done.get(tree)
        if found is None:
            found = self.done[tree] = self.made(tree)
        return found

    def made(self, tree: Tree) -> Any:
        match tree:
            case Number(value):
                return _number(value)
            case Constant(id):
                return _CONSTANTS[id]
            case Name(id):
                return symbol(id, self.symbols)
            case Negative(operand):
                size = rational(operand)
                return sp.Mul(-1, self.tree(operand)) if size is None else _number(-size)
            case Sum(terms):
                return sp.Add(*self.all(terms))
            case Product(factors):
                return sp.Mul(*self.all(factors))
            case Quotient(numerator, denominator):
                return self.quotient(tree, numerator, denominator)
            case Power(base, exponent):
                return self.power(base, exponent)
            case Call():
                return self.call(tree)
        return self.rarer(tree)

    def call(self, call: Call) -> Any:
        known = of(call)
        if call.function in _FUNCTIONS or not known.in_sympy:
            make = _FUNCTIONS.get(call.function) or getattr(sp, call.function)
            return make(*self.all(call.arguments))
        return self.tree(filled(known.definition, call.arguments))

    def rarer(self, tree: Tree) -> Any:
        match tree:
            case AlgebraicRoot(coefficients, index):
                with sp.evaluate(True):
                    polynomial = sp.Poly(coefficients[::-1], sp.Symbol("x"))
                    return sp.CRootOf(polynomial, index)
            case Applied():
                return self.applied(tree)
            case Piecewise(branches):
                return sp.Piecewise(*(
                    (self.tree(value), True if test is None else self.condition(test))
                    for value, test in branches
                ))  # fmt: skip
            case Derivative(operand, variables):
                names = (symbol(variable, self.symbols) for variable in variables)
                return sp.Derivative(self.tree(operand), *names, evaluate=False)
            case Limit(operand, variable, point, side):
                where = symbol(variable, self.symbols), self.tree(point)
                return sp.Limit(self.tree(operand), *where, dir=_DIRECTIONS[side])
        raise AssertionError(type(tree).__name__)

    def quotient(self, tree: Quotient, numerator: Tree, denominator: Tree) -> Any:
        value = rational(tree)
        if value is not None:
            return _number(value)
        below = sp.Pow(self.tree(denominator), -1)
        return below if rational(numerator) == 1 else sp.Mul(self.tree(numerator), below)

    def power(self, base: Tree, exponent: Tree) -> Any:
        """An exponent p/q with odd q is the real root, which SymPy's own power is not."""
        value = rational(exponent)
        if value is None or value.denominator == 1 or value.denominator % 2 == 0:
            return sp.Pow(self.tree(base), self.tree(exponent))
        return _real_power(self.tree(base), value)

    def applied(self, tree: Applied) -> Any:
        """f(u) with its derivatives: those at other places than names stand under Subs."""
        function = sp.Function(tree.function)
        arguments = self.all(tree.arguments)
        if not any(tree.orders):
            return function(*arguments)
        plain = all(isinstance(each, Name) for each in tree.arguments)
        if plain and len(set(arguments)) == len(arguments):
            return _derived(function, arguments, tree.orders)
        places = [sp.Symbol(f"_{place}", real=True) for place in range(1, len(arguments) + 1)]
        return sp.Subs(_derived(function, places, tree.orders), places, arguments)


def _number(value: Fraction) -> Any:
    return sp.Rational(value.numerator, value.denominator)


def _root(u: Any, n: Any) -> Any:
    if n.is_Integer and n.is_odd:
        return _real_power(u, Fraction(1, int(n)))
    return sp.Pow(u, 1 / n)


def _real_power(u: Any, exponent: Fraction) -> Any:
    """u^(p/q) with odd q, real for negative u too."""
    power = _number(exponent)
    if u.is_nonnegative:
        return sp.Pow(u, power)
    with sp.evaluate(True):
        if u.is_extended_real:
            size = sp.Pow(sp.Abs(u), power)
            return size if exponent.numerator % 2 == 0 else sp.sign(u) * size
        return sp.Pow(sp.real_root(u, exponent.denominator), exponent.numerator)


def _derived(function: Any, arguments: list[Any], orders: tuple[int, ...]) -> Any:
    counts = [(one, order) for one, order in zip(arguments, orders, strict=True) if order]
    return sp.Derivative(function(*arguments), *counts, evaluate=False)
