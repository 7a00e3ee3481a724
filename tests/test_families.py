"""Families and sets in several variables: each member has the value, each set its points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import calctool
from calctool.notation.tree import Negative, Relation, Sum, Tree, expression, number
from calctool.notation.walk import substitute
from calctool.solve.candidates import PointSet
from calctool.solve.check.claimed.match import on_set
from calctool.solve.critical.answering import answer as critical
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.lagrange.answering import answer as lagrange
from calctool.solve.lagrange.record import LagrangeAnswer
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


# --- sets ---------------------------------------------------------------------------------------

GRID = [Fraction(n, 8) for n in range(-40, 41)]


def holds(relation: Relation, at: Mapping[str, Tree]) -> bool:
    apart = value(substitute(Sum((relation.left, Negative(relation.right))), at), {})
    return bool(
        {
            "=": apart == 0, "!=": apart != 0, "<": apart < 0, ">": apart > 0,
            "<=": apart <= 0, ">=": apart >= 0,
        }[relation.sign]
    )  # fmt: skip


def points_of(found: PointSet) -> Iterator[dict[str, Tree]]:
    """Places at which the inequalities of the set hold."""
    assert found.points is not None
    assert len(found.parameters) < 2
    for t in GRID if found.parameters else GRID[:1]:
        put = dict.fromkeys(found.parameters, number(t))
        at = {name: substitute(tree, put) for name, tree in found.points}
        if all(holds(each, at) for each in found.equations if each.sign != "="):
            yield at


factors = st.sampled_from(["x", "x*y", "y", "y*(x-1)", "x*(y+2)"])
others = st.sampled_from(["x", "2*x", "-y", "x*(y-1)", "2*x*(y-1)", "x^2", "0", "y/2+x"])


@settings(max_examples=25, deadline=None)
@given(factors, others)
def test_each_set_has_points_and_equations_that_hold_there(u: str, v: str) -> None:
    made = ask("critical", f"abs({u})+{v}")
    for one in made.sets:
        if one.points is None:
            continue
        places = list(points_of(one))
        assert places, one.equations
        for at in places:
            assert all(holds(each, at) for each in one.equations)


CONSTANT_ON_PARTS = (
    "max(sin(x),0)", "min(cos(x),1/2)", "floor(sin(x))", "max(abs(sin(x)),1/2)", "sign(cos(x))",
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(CONSTANT_ON_PARTS),
    st.fractions(-30, 30, max_denominator=11),
    st.sampled_from(("", "[0,oo)")),
)
def test_a_periodic_function_is_constant_on_its_sets_and_nowhere_else(
    text: str, place: Fraction, domain: str
) -> None:
    asked = question("critical", Typed(text, domain=(domain,) if domain else ()))
    *_, made = critical(asked)  # type: ignore[arg-type]
    f = expression(asked.statement)  # type: ignore[attr-defined]
    near = [value(f, {"x": place + Fraction(step, 1000)}) for step in (-1, 0, 1)]
    is_flat = len({mpmath.nstr(each, 12) for each in near}) == 1 and not (domain and place <= 0)
    at = (("x", number(place)),)
    assert any(on_set(at, each) for each in made.sets) == is_flat


def test_a_set_that_repeats_says_so() -> None:
    made = ask("critical", "max(sin(x),0)")
    (one,) = made.sets
    assert one.repeats == (("k", (None, None)),)
    page = calctool.table("max(sin(x),0)").to_text(width=200)
    assert "x in (π + 2k·π, 2π + 2k·π), k any integer" in page


@pytest.mark.parametrize(
    ("f", "constraints"),
    [
        ("x", ["sin(y)=x"]),
        ("x+cos(y)", ["sin(y)=x"]),
        ("x^2", ["x=cos(y/2)"]),
        ("x+z", ["x=sin(y)", "z=cos(2*y)"]),
    ],
)
def test_a_coordinate_that_repeats_is_told_as_one_number(f: str, constraints: list[str]) -> None:
    made = ask("lagrange", f, *constraints)
    check(made)
    for family in made.families:
        moving = {name for name, tree in family.at if tree.names}
        assert moving == {"y"}
