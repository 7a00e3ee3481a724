"""Families of points in several variables: f has the value that is claimed at each member."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.notation.tree import Tree, expression, number
from calctool.notation.walk import substitute
from calctool.solve.critical import answer as critical
from calctool.solve.lagrange import answer as lagrange
from calctool.solve.optimum import CriticalAnswer, LagrangeAnswer
from calctool.solve.typed import Typed, question
from values import value

TURNS = (-2, 0, 1, 3)


def ask(command: str, text: str, *constraints: str) -> CriticalAnswer | LagrangeAnswer:
    asked = question(command, Typed(text, subject_to=constraints))
    *_, last = (critical if command == "critical" else lagrange)(asked)  # type: ignore[operator]
    return last


def members(made: CriticalAnswer | LagrangeAnswer) -> Iterator[tuple[dict[str, Tree], Tree]]:
    """Places of all families with the values that are claimed there."""
    for family in made.families:
        assert family.value is not None
        for chosen in product(TURNS, repeat=len(family.integers)):
            turns = dict(zip(family.integers, map(number, chosen), strict=True))
            at = {name: substitute(tree, turns) for name, tree in family.at}
            yield at, substitute(family.value.expr, turns)


def check(made: CriticalAnswer | LagrangeAnswer) -> None:
    f = expression(made.question.statement)
    met = list(members(made))
    assert met
    for at, claimed in met:
        with mpmath.workdps(30):
            here, said = value(substitute(f, at), {}), value(claimed, {})
            assert mpmath.almosteq(here, said, 1e-20), (at, claimed)
    for extreme in (made.minimum, made.maximum):
        assert extreme is not None
        # A value that moves on from member to member is attained at no more than one of them.
        assert all(made.families[i].is_level for i in extreme.families)


waves = st.sampled_from(["sin(x)", "cos(x)", "sin(x)^2", "sin(2*x)+sin(x)", "abs(sin(x))+cos(x)"])
slopes = st.sampled_from(["", "+x/2", "-x/3", "+x/4+1"])
seconds = st.sampled_from(["y^2", "-(y-1)^2", "cos(y)", "cos(y)+y/2", "y^2/2-y"])
shapes = st.sampled_from(["{u}{a}+{v}", "exp({u}{a})+{v}", "-({u}{a})-{v}"])


@settings(max_examples=25, deadline=None)
@given(waves, slopes, seconds, shapes)
def test_values_of_random_families(u: str, a: str, v: str, shape: str) -> None:
    made = ask("critical", shape.format(u=u, a=a, v=v))
    if made.families:
        check(made)


@pytest.mark.parametrize(
    "text",
    [
        "sin(x)+cos(y)+x+y",
        "sin(x)+x/2+y^2",
        "exp(x)*sin(x)+y^2",
        "exp(sin(x)+x/2)+y^2",
        "exp(-x/10)*cos(x)+y^2",
        "sin(x)*sin(y)+x",
        "y*exp(-y)*sin(x)",
        "cos(x)+cos(y)",
    ],
)
def test_values_of_families(text: str) -> None:
    check(ask("critical", text))


@pytest.mark.parametrize(
    ("text", "constraints"),
    [
        ("x+sin(x)+y", ["y=0"]),
        ("x/2+y", ["y=sin(x)"]),
        ("sin(x)+x/2+y^2", ["y^2<=1"]),
        ("sin(x)+sin(y)", ["x+y=pi"]),
    ],
)
def test_values_of_families_under_constraints(text: str, constraints: list[str]) -> None:
    check(ask("lagrange", text, *constraints))
