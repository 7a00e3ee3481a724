"""Pictures of what was asked for: windows, other functions, and what is neither."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.notation.problem import Problem
from calctool.present.answers import figure
from calctool.present.document import Document, Figure, Wishes
from calctool.render.forms import FORMS, rendered
from calctool.render.text import render
from calctool.run.child import solver_for
from calctool.solve.typed import Typed, question

FUNCTIONS: dict[str, Callable[[float], float]] = {
    "sin(2x)": lambda x: math.sin(2 * x),
    "tan(x)": math.tan,
    "exp(-x^2)": lambda x: math.exp(-x * x),
    "x^3-3x": lambda x: x**3 - 3 * x,
    "1/(x^2-1)": lambda x: 1 / (x * x - 1),
    "abs(x-1)": lambda x: abs(x - 1),
    "x+2sin(x)": lambda x: x + 2 * math.sin(x),
}
IN_ONE_VARIABLE = ("diff", "limit-def", "table", "critical")


def drawn(command: str, asked: Typed) -> Figure:
    *_, last = solver_for(command)(question(command, asked))
    found = figure(last, Wishes(drawn=True))
    assert found is not None
    return found


def points(found: Figure, role: str) -> list[tuple[float, float]]:
    lines = [line for curve in found.curves if curve.role == role for line in curve.lines]
    return [point for line in lines for point in line]


@settings(max_examples=12, deadline=None)
@given(
    st.sampled_from(IN_ONE_VARIABLE),
    st.sampled_from(sorted(FUNCTIONS)),
    st.sampled_from(sorted(FUNCTIONS)),
    st.tuples(st.integers(-40, 40), st.integers(1, 30)),
    st.tuples(st.integers(-9, 9), st.integers(1, 9)),
)
def test_a_window_shows_the_functions_there(
    command: str, text: str, other: str, across: tuple[int, int], up: tuple[int, int]
) -> None:
    (left, wide), (low, high) = across, up
    spans = (left / 2, left / 2 + wide / 2), (low, low + high)
    window = [f"[{spans[0][0]}, {spans[0][1]}]", f"y:[{spans[1][0]}, {spans[1][1]}]"]
    asked = Typed(text, window=window, beside=[other], drawn=True, at="2")
    if command in ("table", "critical"):
        asked = Typed(text, window=window, beside=[other], drawn=True)
    *_, last = solver_for(command)(question(command, asked))
    found = figure(last, Wishes(drawn=True))
    if found is None:
        return  # nothing of the graph is there
    assert (found.across, found.up) == spans
    for role, f in (("graph", FUNCTIONS[text]), ("second", FUNCTIONS[other])):
        for x, y in points(found, role):
            assert spans[0][0] <= x <= spans[0][1]
            assert y == pytest.approx(f(x), rel=1e-6, abs=1e-6)


def test_a_window_beyond_one_period_repeats_what_the_table_has() -> None:
    found = drawn("table", Typed("sin(x)", window=["[-10, 10]"], drawn=True))
    tops = [spot for spot in found.spots if spot.y == pytest.approx(1)]
    assert [spot.x / math.pi for spot in sorted(tops, key=lambda s: s.x)] == pytest.approx(
        [-1.5, 0.5, 2.5]
    )
    places = [spot.x for spot in found.spots]
    assert all(abs(a - b) > 1e-6 for n, a in enumerate(places) for b in places[:n])
    poles = drawn("table", Typed("tan(x)", window=["[-5, 5]"], drawn=True)).uprights
    assert sorted(poles) == pytest.approx([k * math.pi / 2 for k in (-3, -1, 1, 3)])


def test_a_window_leaves_the_domain_that_was_asked_for() -> None:
    asked = Typed("x^2", domain=["[0, 1]"], window=["[-3, 3]"], drawn=True)
    assert {round(x) for x, _ in points(drawn("table", asked), "graph")} == {0, 1}


def test_maps_have_windows() -> None:
    window = ["[-3, 3] x [-2, 2]"]
    for command, asked in (
        ("critical", Typed("x^2+y^2", window=window, drawn=True)),
        ("lagrange", Typed("x+y", subject_to=["x^2+y^2=1"], window=window, drawn=True)),
    ):
        found = drawn(command, asked)
        assert (found.across, found.up) == ((-3, 3), (-2, 2))
    found = drawn("critical", Typed("x^2+y^2", window=["y:[0, 4]"], drawn=True))
    assert found.up == (0, 4)


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        (["[-5, 5]"], ((-5, 5), None)),
        (["-5..5"], ((-5, 5), None)),
        (["-pi:pi"], ((-math.pi, math.pi), None)),
        (["x:[0,1]", "y:[2,3]"], ((0, 1), (2, 3))),
        (["y:[2,3]", "[0,1]"], None),
        (["[0,1],[2,3]"], ((0, 1), (2, 3))),
        (["[0,1]×[2,3]"], ((0, 1), (2, 3))),
        (["【0，1】"], ((0, 1), None)),
        (["0<=x<=1"], ((0, 1), None)),
        (["x in [0, 2pi]"], ((0, 2 * math.pi), None)),
        (["[0, oo)"], None),
        (["[1, 0]"], None),
        (["[a, 1]"], None),
        (["[0, 1/0]"], None),
        (["q:[0, 1]"], None),
        (["x"], None),
        ([""], None),
        (["[0,1],[0,1],[0,1]"], None),
    ],
)
def test_what_is_a_window(typed: list[str], spans: tuple[object, object] | None) -> None:
    asked = Typed("x^2", window=typed)
    if spans is None:
        with pytest.raises(Problem) as caught:
            question("table", asked)
        assert caught.value.id == "option.window"
        return
    view = question("table", asked).view
    for found, right in zip((view.across, view.up), spans, strict=True):
        assert found == (right and pytest.approx(right))


@pytest.mark.parametrize(
    ("command", "asked", "id"),
    [
        ("critical", Typed("x^2+y^2", beside=["x"]), "question.beside-plane"),
        ("diff", Typed("x^2+y^2=1", of="y", beside=["x"]), "question.beside-plane"),
        ("table", Typed("x^2", beside=["1", "2", "3", "4"]), "question.beside-many"),
        ("table", Typed("x^2", beside=["x^2=4"]), "question.beside-equation"),
        ("table", Typed("x^2", beside=["x<4"]), "question.beside-equation"),
        ("table", Typed("x^2", beside=["a*x"]), "question.beside-name"),
        ("table", Typed("x^2", beside=["x+"]), "syntax.ends-early"),
    ],
)
def test_what_cannot_stand_beside(command: str, asked: Typed, id: str) -> None:
    with pytest.raises(Problem) as caught:
        question(command, asked)
    assert caught.value.id == id


def test_parameters_have_their_values_in_other_functions_too() -> None:
    asked = Typed("a*x^2", wrt=["x"], where=["a=2"], beside=["y = a*x"], drawn=True)
    assert all(y == pytest.approx(2 * x) for x, y in points(drawn("table", asked), "second"))


@pytest.mark.parametrize("command", IN_ONE_VARIABLE)
def test_each_function_has_a_name_and_dashes_of_its_own(command: str) -> None:
    found = drawn(command, Typed("x^2", beside=["x", "1", "cos(x)"], drawn=True))
    names = [label.template for _, label in found.legend()]
    assert len(found.legend()) == len(found.curves)
    assert names
    for form in FORMS:
        if form not in ("json", "text"):
            assert rendered(Document((found,)), form, None)  # type: ignore[arg-type]
    page = render(Document((found,)), width=80, colour=False, ascii_only=True)
    assert all(sign in page for sign in ("+++", "ooo", "%%%"))
