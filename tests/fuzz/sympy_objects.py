"""The bridge: trees that become SymPy objects and come back, and SymPy objects of any kind."""

from __future__ import annotations

from typing import Any

import sympy as sp
from hypothesis import strategies as st

from calctool.algebra.bridge import Reading, from_sympy, to_sympy
from calctool.notation.parser import read_back
from calctool.notation.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import Derivative, Statement
from calctool.notation.walk import walk
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict
from fuzz import inputs

NAMES = ("x", "y", "alpha", "lamda", "S", "x_1", "N")
HEADS = tuple(
    getattr(sp, name)
    for name in (
        "sin cos tan asin atan exp log sqrt Abs sign floor ceiling gamma erf factorial zeta "  # noqa: SIM905
        "LambertW acot Heaviside DiracDelta re im conjugate arg cbrt sinh acosh Not"
    ).split()
)
LEAVES = (
    sp.E, sp.pi, sp.oo, -sp.oo, sp.zoo, sp.nan, sp.I, sp.EulerGamma, sp.true, sp.false,
    sp.Float("0.1"), sp.Float("1e400"), sp.Float("2.5", 50), sp.Rational(1, 3), sp.S.Reals,
    sp.CRootOf(sp.Symbol("x") ** 5 - sp.Symbol("x") - 1, 0), sp.Tuple(1, 2), sp.Matrix([[1]]),
)  # fmt: skip


def and_back(statement: Statement) -> None:
    """What comes back has the same value; D(u, x) has no meaning for SymPy where u is no f(x)."""
    held = to_sympy(statement, held=True)
    made = to_sympy(statement)
    for given in (held, made):
        try:
            back = from_sympy(given, Reading())
        except Problem as problem:
            assert problem.id.startswith(("sympy.", "limit.")), problem.id
            continue
        assert read_back(plain(back), functions=tuple("fghFGH")) == back
    if not any(isinstance(part, Derivative) for part in walk_all(statement)):
        back = from_sympy(held, Reading())
        assert check_equality(statement, back).verdict is not Verdict.REFUTED


def walk_all(statement: Statement) -> list[object]:
    sides = (statement.left, statement.right) if hasattr(statement, "left") else (statement,)
    return [part for side in sides for part in walk(side)]


def objects() -> st.SearchStrategy[Any]:
    """Sums, powers and calls of anything, symbols with any name among them."""
    symbols = st.sampled_from(NAMES) | inputs.typed()
    symbol = st.builds(sp.Symbol, symbols, real=st.sampled_from((True, None)))
    leaf = symbol | st.integers(-20, 20).map(sp.Integer) | st.sampled_from(LEAVES)
    return st.recursive(leaf, _above, max_leaves=6)


def _above(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    pairs = st.sampled_from((sp.Add, sp.Mul, sp.Pow, sp.Eq, sp.Lt, sp.Max, sp.besselj, sp.And))
    return st.builds(_made, pairs | st.sampled_from(HEADS), st.lists(inner, min_size=1, max_size=2))


def _made(head: Any, arguments: list[Any]) -> Any:
    """The object, not worked out; its first argument where SymPy refuses to make it."""
    try:
        return head(*arguments, evaluate=False)
    except (TypeError, ValueError, AttributeError, NotImplementedError):
        return arguments[0]


def taken(given: Any) -> None:
    reading = Reading()
    try:
        statement = from_sympy(given, reading)
    except Problem as problem:
        assert problem.id.startswith(("sympy.", "limit.")), problem.id
        return
    assert read_back(plain(statement), functions=reading.functions) == statement


def stored(srepr: str) -> Any:
    """An object as a row has it: its constructors, written out by us."""
    return sp.sympify(srepr)  # noqa: TID251 (rows of our own)
