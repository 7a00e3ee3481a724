"""Waves with shifts, and functions that repeat at another height, against mpmath alone."""

from __future__ import annotations

import json
from collections.abc import Callable

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

import calctool as ct

WAVES = ("sin({r}x+{s})", "cos({r}x-{s})", "sin({s}-{r}x)")
SHAPES = ("{u}*{v}", "{u}+{v}", "{u}*{v}*{w}", "{u}^2*{v}", "{u}*{v}-{w}", "{u}/(3+{v})")
GRID = 4001


@st.composite
def shifted(draw: st.DrawFn) -> str:
    waves = [
        draw(st.sampled_from(WAVES)).format(
            r=draw(st.sampled_from(("", "2*"))), s=draw(st.sampled_from("0123"))
        )
        for _ in "uvw"
    ]
    return draw(st.sampled_from(SHAPES)).format(u=waves[0], v=waves[1], w=waves[2])


def function(text: str) -> Callable[[object], mpmath.mpf]:
    code = text.replace("^", "**")
    names = {name: getattr(mpmath, name) for name in ("sin", "cos", "log", "sqrt", "floor", "pi")}
    return lambda x: eval(code, names | {"x": mpmath.mpf(x)})  # noqa: S307


@given(shifted())
@settings(max_examples=12, deadline=None)
def test_all_turning_points_of_a_period_and_their_repetitions(text: str) -> None:
    made = ct.table(text, timeout=60)
    f = function(text)
    if made.period is None:
        return  # constant
    assert made.status == "complete"
    period = float(made.period)
    start = float(made.intervals[0].start)
    values = [f(start + period * n / GRID) for n in range(GRID + 2)]
    turns = sum(
        (b - a) * (c - b) < -(mpmath.mpf(10) ** -24)
        for a, b, c in zip(values, values[1:], values[2:], strict=False)
    )
    said = [p for p in made.points if "local" in " ".join(p.kinds)]
    inside = [p for p in said if start < float(p.x) < start + period]
    assert turns <= len(inside) + 1
    assert abs(len(inside) - turns) <= 1
    listed = [f_ for f_ in made.families if f_.kind in ("local-minimum", "local-maximum")]
    assert len(listed) in (len(said), len(said) - 1)
    with mpmath.workdps(25):
        for family in listed:
            for k in (-3, 2):
                x = mpmath.mpf(str(family.member(k).evalf(25)))
                assert abs(mpmath.diff(f, x)) < 1e-8
                assert abs(f(x) - mpmath.mpf(str(family.value.evalf(25)))) < 1e-15


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("sin(x)*sin(1-x)", ("1/2", "(1 + pi)/2")),
        ("sin(x)+sin(x+1)", ("(pi - 1)/2", "(3*pi - 1)/2")),
        ("sin(x+1)*sin(x+2)", ("-3/2 + pi", "(pi - 3)/2")),
    ],
)
def test_shifts_that_become_one(text: str, places: tuple[str, str]) -> None:
    made = ct.table(text)
    found = [family for family in made.families if family.kind != "inflection"]
    assert len(found) == len(places)
    for family in found:
        assert not family.at["x"].has(sympy.Float)
        at = mpmath.mpf(str(family.member(0).evalf(20)))
        apart = [(at - function(place)(0)) / float(made.period) for place in places]
        assert any(abs(turns - mpmath.nint(turns)) < 1e-13 for turns in apart)


def test_repetitions_of_rounded_points() -> None:
    document = json.loads(ct.table("sin(2*x)*sin(x+1)").to_json())["result"]
    rounded = [family for family in document["families"] if "enclosure" in family["at"]["x"]]
    assert len(rounded) == len(document["families"]) == len(document["points"]) == 12
    assert document["global_maximum"]["families"]
    page = ct.table("cos(x)+sin(2*x)*cos(x+1)+x/3").to_text()
    assert "+ 2k·π" in page or "at x + 2k·π" in page


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("floor(x)+sin(2*pi*x)", ("1", "1")), ("floor(x)+sin(pi*x)", ("2", "2")),
        ("x+log(sin(x))", ("2*pi", "2*pi")), ("x+sqrt(cos(x))", ("2*pi", "2*pi")),
        ("x/2-floor(x)+cos(4*pi*x)", ("1", "-1/2")), ("2*x+tan(x)", ("pi", "2*pi")),
        ("floor(2*x)+floor(3*x)", ("1", "5")),
    ],
)  # fmt: skip
def test_functions_that_repeat_at_another_height(text: str, moved: tuple[str, str]) -> None:
    made = ct.table(text, timeout=60)
    assert made.status == "complete"
    said = json.loads(made.to_json())["result"]["recurrence"]
    assert (said["shift"]["expr"], said["added"]["expr"]) == moved
    assert not made.minimum.attained
    assert not made.maximum.attained
    assert all(family.ranges == ((None, None),) for family in made.families)


@pytest.mark.parametrize("text", ["floor(x)+sin(x)", "floor(x)*sin(pi*x)", "x*log(sin(x))"])
def test_functions_that_do_not(text: str) -> None:
    assert json.loads(ct.table(text, timeout=60).to_json())["result"].get("recurrence") is None
