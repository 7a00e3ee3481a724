"""Limits inferior and superior against many values close to the end."""

from __future__ import annotations

import json
from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import calctool
from calctool.notation.printing.plain import plain
from calctool.notation.tree import INFINITY, Negative, Tree
from calctool.solve.exact.oscillation import between
from calctool.solve.table.answering import answer
from calctool.solve.typed import Typed
from calctool.solve.typed.table import question
from texts import tree
from values import NoValue, value

FAR = 10**7
SIDES = ("left", "right")
SAMPLES = 1500
STILL = ("1", "x/(x+1)", "atan(x)", "2", "1/x", "exp(-x)", "x", "sqrt(x)", "log(x)/x", "exp(1/x)")
MOVING = (
    "sin(x)", "cos(2*x)", "sin(x)^2", "abs(sin(x))", "sign(sin(x))", "sin(x)*cos(x)",
    "2+sin(x)", "exp(sin(x))",
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
    "text", ["tan(x)", "x*(2+sin(x))", "sin(x)+x", "sin(x)+sin(x^2)", "1/sin(x)"]
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


WITHOUT_A_VALUE = [
    ("x*sin(1/x)", "0", None, ("-1", "1")), ("x*sign(sin(1/x))", "0", None, ("-1", "1")),
    ("x*abs(sin(1/x))", "0", None, ("0", "1")), ("x^2*sin(1/x)", "0", "0", None),
    ("x*max(sin(1/x),cos(1/x))", "0", None, ("-sqrt(2)/2", "1")), ("sin(x)/x", "1", "0", None),
    ("(exp(x)-1)/x", "1", "1/2", None), ("x^2*sign(cos(1/x))", "0", "0", None),
    ("1+x*sin(1/x)^2", "1", None, ("0", "1")), ("x*floor(2*sin(1/x))", "0", None, ("-2", "2")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "limit", "derivative", "between"), WITHOUT_A_VALUE)
def test_with_its_limit_as_its_value(
    text: str, limit: str, derivative: str | None, between: tuple[str, str] | None
) -> None:
    """The derivative of f continued to a point, or what the difference quotient runs between."""
    found = calctool.limit_def(text, at="0")
    assert str(found.limit) == limit
    own = found.extended_derivative
    assert (None if own is None else str(own)) == derivative
    result = json.loads(found.to_json())["result"]["extended"]
    for side in SIDES:
        ends = tuple(each["expr"] for each in result.get(f"{side}_between", ()))
        assert ends == (between or ())


GROWING_AND_VANISHING = [
    ("(x+x*sin(x))/x", ["0", "2"]), ("(x*sin(x)+x)/(x+1)", ["0", "2"]),
    ("(x^2+x*sin(x))/x^2", ["1", "1"]), ("(x^2*sin(x)+1)/x", ["-oo", "oo"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ends"), GROWING_AND_VANISHING)
def test_a_factor_that_vanishes_beside_one_that_grows(text: str, ends: list[str]) -> None:
    found = between(tree(text), "x", None, -1)
    assert found is not None
    assert [plain(each.expr) for each in found] == ends


NO_LIMIT = [
    ("sin(1/x)", ["-1", "1"]), ("sign(sin(1/x))", ["-1", "1"]), ("cos(2/x)^2", ["0", "1"]),
    ("sin(1/x)/x", ["-oo", "oo"]), ("2+floor(sin(1/x))", ["1", "3"]),
    ("atan(sin(1/x))", ["-pi/4", "pi/4"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "between"), NO_LIMIT)
def test_between_what_f_runs_where_it_has_no_value(text: str, between: list[str]) -> None:
    found = calctool.limit_def(text, at="0")
    assert found.limit is None
    result = json.loads(found.to_json())["result"]
    for side in SIDES:
        assert [each["expr"] for each in result[f"function_{side}_between"]] == between


ONE_SIDED = [
    ("1/x", "-oo", "oo"), ("abs(x)/x", "-1", "1"), ("exp(-1/x)", "oo", "0"),
    ("x*log(x)", None, "0"),
    ("atan(1/x)", "-pi/2", "pi/2"), ("x/(1-cos(x))", "-oo", "oo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "left", "right"), ONE_SIDED)
def test_limits_from_each_side_where_f_has_no_value(
    text: str, left: str | None, right: str
) -> None:
    found = calctool.limit_def(text, at="0")
    assert found.limit is None
    result = json.loads(found.to_json())["result"]
    said = [result.get(f"function_{side}", {}).get("expr") for side in SIDES]
    assert said == [left, right]
    assert "extended" not in result
