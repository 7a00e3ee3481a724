"""Limits inferior and superior against many values close to the end."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.notation.printing.plain import plain
from calctool.notation.tree import INFINITY, Negative, Tree
from calctool.solve.exact.oscillation import between
from calctool.solve.table.answering import answer
from calctool.solve.typed import Typed
from calctool.solve.typed.table import question
from texts import tree
from values import NoValue, value

FAR = 10**7
SAMPLES = 1500
STILL = ("1", "x/(x+1)", "atan(x)", "2", "1/x", "exp(-x)", "x", "sqrt(x)", "log(x)/x", "exp(1/x)")
MOVING = (
    "sin(x)", "cos(2*x)", "sin(x)^2", "abs(sin(x))", "sin(x)*cos(x)", "2+sin(x)", "exp(sin(x))",
    "1/(3+2*cos(x))", "max(sin(x),cos(x))", "3*sin(x)-4*cos(x)", "atan(2*sin(x))", "cos(x)^3",
)  # fmt: skip


@st.composite
def waves(draw: st.DrawFn) -> str:
    """Functions of x -> oo."""
    parts = [
        f"({draw(st.sampled_from(STILL))})*({draw(st.sampled_from(MOVING))})"
        for _ in range(draw(st.integers(1, 2)))
    ]
    return "+".join((*parts, draw(st.sampled_from(STILL))))


@settings(max_examples=60, deadline=None)
@given(waves(), st.sampled_from(("oo", "0+", "2-")))
def test_values_close_to_the_end(text: str, end: str) -> None:
    at, side = {"oo": (None, -1), "0+": (tree("0"), 1), "2-": (tree("2"), -1)}[end]
    seen = text.replace("exp", "E").replace("max", "M")
    inner = {"oo": "x", "0+": "(1/x)", "2-": "(1/(2-x))"}[end]
    seen = seen.replace("x", inner).replace("E", "exp").replace("M", "max")
    found = between(tree(seen), "x", at, side)
    if found is None:
        return
    low, high = (_number(each.expr) for each in found)
    f = tree(text)
    values = []
    with mpmath.workdps(30):
        for i in range(SAMPLES):
            try:
                values.append(value(f, {"x": Fraction(FAR) + Fraction(i * 17, 1000)}))
            except NoValue:
                continue
    room = mpmath.mpf(10) ** -3
    if mpmath.isinf(high):
        assert max(values) > 50, (text, plain(found[1].expr))
        assert min(values) < -50, (text, plain(found[0].expr))
        return
    assert low - room < min(values) < low + room, (text, plain(found[0].expr))
    assert high - room < max(values) < high + room, (text, plain(found[1].expr))


def _number(expr: Tree) -> mpmath.mpf:
    infinite = {INFINITY: mpmath.inf, Negative(INFINITY): -mpmath.inf}
    return infinite[expr] if expr in infinite else value(expr, {})


@pytest.mark.parametrize(
    "text", ["tan(x)", "sign(sin(x))", "x*(2+sin(x))", "sin(x)+x", "sin(x)+sin(x^2)", "1/sin(x)"]
)
def test_what_waves_of_one_phase_do_not_tell(text: str) -> None:
    assert between(tree(text), "x", None, -1) is None


ENDS = [
    ("sin(x)", [("-oo", "-1", "1"), ("oo", "-1", "1")]),
    ("tan(x)", [("-oo", "-oo", "oo"), ("oo", "-oo", "oo")]),
    ("exp(x)*sin(x)", [("oo", "-oo", "oo")]),
    ("exp(sin(x))", [("-oo", "1/e", "e"), ("oo", "1/e", "e")]),
    ("x+sin(x)", []),
    ("x^2", []),
]


@pytest.mark.parametrize(("text", "ends"), ENDS)
def test_ends_of_tables_without_rows(text: str, ends: list[tuple[str, ...]]) -> None:
    *_, table = answer(question(Typed(text)))
    found = [tuple(plain(e.expr) for e in (s.place, s.low, s.high)) for s in table.swings]
    assert found == ends
