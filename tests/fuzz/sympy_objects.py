"""The bridge: trees that become SymPy objects and come back, and SymPy objects of any kind."""

from __future__ import annotations

import warnings
from typing import Any

import sympy as sp
from hypothesis import strategies as st
from sympy.utilities.exceptions import SymPyDeprecationWarning

from calctool.algebra.bridge import Reading, from_sympy, to_sympy
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Derivative, Relation, Statement
from calctool.notation.walk import walk
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict
from fuzz import inputs
from fuzz.promises import refused

NAMES = ("x", "y", "alpha", "lamda", "S", "x_1", "N")
HEADS = (
    sp.sin, sp.cos, sp.tan, sp.asin, sp.atan, sp.exp, sp.log, sp.sqrt, sp.Abs, sp.sign, sp.floor,
    sp.ceiling, sp.gamma, sp.erf, sp.factorial, sp.zeta, sp.LambertW, sp.acot, sp.Heaviside,
    sp.DiracDelta, sp.re, sp.im, sp.conjugate, sp.arg, sp.cbrt, sp.sinh, sp.acosh, sp.Not,
)  # fmt: skip
LEAVES = (
    sp.E, sp.pi, sp.oo, -sp.oo, sp.zoo, sp.nan, sp.I, sp.EulerGamma, sp.true, sp.false,
    sp.Float("0.1"), sp.Float("1e400"), sp.Float("2.5", 50), sp.Rational(1, 3), sp.Reals,
    sp.CRootOf(sp.Symbol("x") ** 5 - sp.Symbol("x") - 1, 0), sp.Tuple(1, 2),
    sp.ImmutableMatrix([[1]]),
)  # fmt: skip


def and_back(statement: Statement) -> None:
    """What comes back has the same value; D(u, x) has no meaning for SymPy where u is no f(x)."""
    try:
        made, held = (to_sympy(statement, held=kept) for kept in (False, True))
    except Problem as problem:
        refused(problem)
        return
    taken(made)
    back = taken(held)
    sides = (statement.left, statement.right) if isinstance(statement, Relation) else (statement,)
    unfinished = any(isinstance(part, Derivative) for side in sides for part in walk(side))
    if back is not None and not unfinished:
        assert check_equality(statement, back).verdict is not Verdict.REFUTED


def objects() -> st.SearchStrategy[Any]:
    """Sums, powers and calls of anything, symbols with any name among them."""
    symbols = st.sampled_from(NAMES) | inputs.typed()
    symbol = st.builds(sp.Symbol, symbols, real=st.sampled_from((True, None)))
    leaf = symbol | st.integers(-20, 20).map(sp.Integer) | st.sampled_from(LEAVES)
    return st.recursive(leaf, _above, max_leaves=6)


def _above(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    warnings.simplefilter("error", SymPyDeprecationWarning)
    pairs = st.sampled_from((sp.Add, sp.Mul, sp.Pow, sp.Eq, sp.Lt, sp.Max, sp.besselj, sp.And))
    return st.builds(_made, pairs | st.sampled_from(HEADS), st.lists(inner, min_size=1, max_size=2))


def _made(head: Any, arguments: list[Any]) -> Any:
    """The object, not worked out; its first argument where SymPy refuses to make it."""
    try:
        return head(*arguments, evaluate=False)
    except (TypeError, ValueError, AttributeError, NotImplementedError, SymPyDeprecationWarning):
        return arguments[0]


def taken(given: Any) -> Statement | None:
    """None where it is refused."""
    reading = Reading()
    try:
        statement = from_sympy(given, reading)
    except Problem as problem:
        refused(problem)
        return None
    assert read_back(plain(statement), functions=reading.functions) == statement
    return statement


def stored(srepr: str) -> Any:
    """An object as a row has it: its constructors, written out by us."""
    return sp.sympify(srepr)  # noqa: TID251 (rows of our own)
