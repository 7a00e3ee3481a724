"""SymPy objects as trees; what is not in the table is refused by name."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import sympy as sp
from msgspec import Struct, field
from sympy.core.function import AppliedUndef

from calctool import budget
from calctool.algebra.facts import filled
from calctool.atlas import ABBREVIATIONS, FUNCTIONS, facts
from calctool.atlas.record import Function
from calctool.notation.printing.sympy_text import sympy_name
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_names
from calctool.notation.tree import (
    INFINITY,
    ONE,
    PI,
    TWO,
    ZERO,
    AlgebraicRoot,
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
    Relation,
    Sign,
    Statement,
    Sum,
    Tree,
    number,
)

_CONSTANTS: dict[Any, Tree] = {
    sp.E: Constant("e"), sp.pi: PI, sp.oo: INFINITY, -sp.oo: Negative(INFINITY),
}  # fmt: skip
_NO_VALUES = (sp.nan, sp.zoo)
_SIGNS: dict[type, Sign] = {
    sp.Eq: "=", sp.Ne: "!=", sp.Lt: "<", sp.Le: "<=", sp.Gt: ">", sp.Ge: ">=",
}  # fmt: skip

_OTHER_NAME: dict[type, str] = {
    sp.Abs: "abs", sp.ceiling: "ceil", sp.Min: "min", sp.Max: "max",
}  # fmt: skip


class Reading(Struct):
    """What is met on the way: the symbol of each name, undefined functions, roots read as real."""

    symbols: dict[str, Any] = field(default_factory=dict)
    functions: set[str] = field(default_factory=set)
    real_roots: bool = False


def from_sympy(given: Any, reading: Reading) -> Statement:
    """The tree of an expression, or the relation; raises Problem for what calctool cannot read."""
    reader = _Reader(reading)
    for one in _NO_VALUES:  # SymPy cannot even sort what they stand in
        if given.has(one):
            raise _unknown(one)
    try:
        found = reader.relation(given) if type(given) in _SIGNS else reader.tree(given)
    except RecursionError:
        raise Problem("limit.nesting", most=budget.TREE_HEIGHT) from None
    if both := sorted(reading.functions & reading.symbols.keys()):
        raise Problem("sympy.symbol-and-function", hint="rename-symbol", name=both[0])
    return found


def name_of(symbol: Any, reading: Reading) -> str:
    """A symbol's name as calctool spells it; raises Problem for one that is not a real variable."""
    if not isinstance(symbol, sp.Symbol):
        raise _unknown(symbol)
    if symbol.is_extended_real is False:
        raise Problem("sympy.not-real", hint="real-symbol", name=symbol.name)
    try:
        names = read_names(_spelled(symbol.name))
    except Problem:
        names = ()
    if len(names) != 1:
        raise Problem("sympy.name", hint="rename-symbol", name=symbol.name)
    if reading.symbols.setdefault(names[0], symbol) != symbol:
        raise Problem("sympy.same-name", hint="rename-symbol", name=symbol.name)
    return names[0]


def _spelled(name: str) -> str:
    """Python reserves `lambda`, so SymPy's users write `lamda`."""
    return "lambda" if name == sympy_name("lambda") else name


class _Reader:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.done: dict[Any, Tree] = {}

    def tree(self, given: Any) -> Tree:
        """Each distinct part is read once."""
        found = self.done.get(given)
        if found is None:
            found = self.done[given] = self.read(given)
        return found

    def read(self, given: Any) -> Tree:
        if given in _CONSTANTS:
            return _CONSTANTS[given]
        match given:
            case sp.Rational():
                return number(Fraction(int(given.p), int(given.q)))
            case sp.Float():
                return _decimal(given)
            case sp.Symbol():
                return Name(name_of(given, self.reading))
            case sp.Add():
                return Sum(tuple(map(self.tree, given.as_ordered_terms())))
            case sp.Mul():
                return self.product(given)
            case sp.Pow():
                return self.power(given.base, given.exp)
        return self.function(given)

    def relation(self, given: Any) -> Relation:
        left, right = given.args
        return Relation(self.tree(left), _SIGNS[type(given)], self.tree(right))

    # --- arithmetic ---

    def product(self, given: Any) -> Tree:
        """The sign outside; factors with a negative number as exponent below a fraction bar."""
        above: list[Tree] = []
        below: list[Tree] = []
        negative = False
        for factor in given.as_ordered_factors():
            if isinstance(factor, sp.Rational):
                negative ^= factor.p < 0
                above += [number(abs(int(factor.p)))] if abs(factor.p) != 1 else []
                below += [number(int(factor.q))] if factor.q != 1 else []
            elif isinstance(factor, sp.Pow) and _is_below(factor.exp):
                below.append(self.power(factor.base, -factor.exp))
            else:
                above.append(self.tree(factor))
        made = _side_by_side(above)
        made = Quotient(made, _side_by_side(below)) if below else made
        return Negative(made) if negative else made

    def power(self, base: Any, exponent: Any) -> Tree:
        if base == sp.E:
            return Call("exp", (self.tree(exponent),))
        if _is_below(exponent):
            return Quotient(ONE, self.power(base, -exponent))
        if exponent == 1:
            return self.tree(base)
        if exponent == sp.Rational(1, 2):
            return Call("sqrt", (self.tree(base),))
        if exponent.is_Rational and exponent.q % 2 and exponent.q > 1:
            self.reading.real_roots |= not base.is_nonnegative
        return Power(self.tree(base), self.tree(exponent))

    # --- functions ---

    def function(self, given: Any) -> Tree:
        id = _id_of(given)
        if id is not None:
            return self.call(given, id, given.args)
        match given:
            case sp.Heaviside():
                at_zero = given.args[1:] or (sp.Rational(1, 2),)
                step = Call("heaviside", (self.tree(given.args[0]),))
                if at_zero == (sp.Rational(1, 2),):
                    return step
                return self.formula(facts("heaviside", 2), given.args)
            case sp.sinc():
                return self.formula(ABBREVIATIONS["sinc"], given.args)
            case sp.acot():
                return _sympy_acot(self.tree(given.args[0]))
            case sp.factorial():
                return Call("gamma", (Sum((self.tree(given.args[0]), ONE)),))
            case sp.CRootOf():
                return _algebraic(given)
            case sp.Piecewise() if given.args:
                return Piecewise(tuple(map(self.branch, given.args)))
            case AppliedUndef() | sp.Derivative() | sp.Subs():
                return self.applied(given)
        raise _unknown(given)

    def call(self, given: Any, id: str, arguments: tuple[Any, ...]) -> Tree:
        known = FUNCTIONS[id]
        if not known.least <= len(arguments) <= known.most:
            raise _unknown(given)
        return Call(id, tuple(map(self.tree, arguments)))

    def formula(self, known: Function, arguments: tuple[Any, ...]) -> Tree:
        """An abbreviation written out."""
        return filled(known.formula, tuple(map(self.tree, arguments)))

    def branch(self, given: Any) -> tuple[Tree, Relation | None]:
        value, test = given.args
        if test == sp.true:
            return self.tree(value), None
        if type(test) not in _SIGNS:
            raise _unknown(test)
        return self.tree(value), self.relation(test)

    def applied(self, given: Any) -> Tree:
        """f(u), its derivative in its own arguments, or that derivative at other places."""
        places: dict[Any, Any] = {}
        inner = given
        if isinstance(inner, sp.Subs):
            places = dict(zip(inner.variables, inner.point, strict=True))
            inner = inner.expr
        orders: dict[Any, int] = {}
        if isinstance(inner, sp.Derivative):
            orders = {symbol: int(count) for symbol, count in inner.variable_count}
            inner = inner.expr
        arguments = inner.args
        known = not places or set(places) <= set(arguments)
        clear = not orders or (
            orders.keys() <= set(arguments) and len(set(arguments)) == len(arguments)
        )
        if not isinstance(inner, AppliedUndef) or not known or not clear:
            raise _unknown(given)
        name = inner.func.__name__
        self.check_function(name)
        trees = tuple(self.tree(places.get(each, each)) for each in arguments)
        return Applied(name, trees, tuple(orders.get(each, 0) for each in arguments))

    def check_function(self, name: str) -> None:
        try:
            names = read_names(name)
        except Problem:
            names = ()
        if names != (name,):
            raise Problem("sympy.name", hint="rename-symbol", name=name)
        self.reading.functions.add(name)


def _id_of(given: Any) -> str | None:
    """The function of ours that SymPy has by the same name, or by another one."""
    name = type(given).__name__
    if isinstance(given, sp.acot | sp.Heaviside) or name not in FUNCTIONS:
        return _OTHER_NAME.get(type(given))
    is_ours = type(given) is getattr(sp, name, None) and not FUNCTIONS[name].in_sympy
    return name if is_ours else None


def _unknown(given: Any) -> Problem:
    kind = type(given).__name__
    return Problem("sympy.unknown-node", hint="readable-nodes", kind=kind[:40])


def _is_below(exponent: Any) -> bool:
    return bool(exponent.is_Rational and exponent < 0)


def _side_by_side(factors: list[Tree]) -> Tree:
    return factors[0] if len(factors) == 1 else Product(tuple(factors)) if factors else ONE


def _decimal(given: Any) -> Tree:
    """The shortest decimal that is this float: 0.1 is 1/10, as when it is typed."""
    if not given.is_finite:
        raise _unknown(given)
    typed = repr(abs(float(given))) if given._prec == 53 else str(abs(given))
    made = Number(Fraction(typed), typed=typed)
    return Negative(made) if given < 0 else made


def _sympy_acot(u: Tree) -> Tree:
    """SymPy's acot jumps at 0, from -pi/2 to pi/2."""
    upper = Sum((Quotient(PI, TWO), Negative(Call("atan", (u,)))))
    lower = Sum((Negative(Quotient(PI, TWO)), Negative(Call("atan", (u,)))))
    return Piecewise(((upper, Relation(u, ">=", ZERO)), (lower, None)))


def _algebraic(given: Any) -> Tree:
    coefficients = given.poly.all_coeffs()
    if not given.is_real or not all(c.is_Integer for c in coefficients):
        raise _unknown(given)
    return AlgebraicRoot(tuple(int(c) for c in reversed(coefficients)), int(given.index))
