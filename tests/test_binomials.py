"""Sets on which a product of exponentials has one value."""

from __future__ import annotations

from math import exp, isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.notation.tree import Tree, number
from calctool.notation.walk import substitute
from calctool.solve.candidates import PointSet
from calctool.solve.critical.answering import answer
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question

WHOLE = st.integers(-2, 2)


def ask(text: str, *names: str) -> CriticalAnswer:
    *_, last = answer(question(Typed(text, wrt=names)))
    return last


def at(tree: Tree, values: dict[str, int]) -> float:
    found = exact(exact_value(substitute(tree, {n: number(v) for n, v in values.items()})))
    assert found.low is not None
    assert found.high is not None
    return float(found.low + found.high) / 2


def held(one: PointSet, values: dict[str, int]) -> dict[str, float]:
    assert one.points is not None
    assert set(one.parameters) == set(values)
    return {name: at(tree, values) for name, tree in one.points}


@settings(max_examples=4, deadline=None)
@given(WHOLE, WHOLE.filter(bool), st.integers(1, 5), st.integers(1, 5), WHOLE)
def test_its_points_are_those_of_a_line(m: int, n: int, a: int, b: int, t: int) -> None:
    last = ask(f"({a}*exp({m}*x)*exp({n}*y)-{b})^2", "x", "y")
    (one,) = last.sets
    (letter,) = one.parameters
    point = held(one, {letter: t})
    assert isclose(a * exp(m * point["x"] + n * point["y"]), b, rel_tol=1e-9)
    assert one.value is not None
    assert one.value.low == one.value.high == 0
    assert [stretch.kind for stretch in one.kinds] == ["local-minimum"]


@pytest.mark.parametrize(
    "text",
    [
        "(exp(x)+2*exp(y))^2",  # never 0
        "(exp(x)+exp(y)-3)^2",  # three terms
        "(x*exp(y)-2)^2",  # a name that stands for itself
    ],
)
def test_where_a_hypothesis_fails_there_is_no_line(text: str) -> None:
    assert all(
        one.points is None or "log" not in str(one.points) for one in ask(text, "x", "y").sets
    )
