"""`critical` and `lagrange` with letters: every value of them has one case, and it is right."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calctool.notation.reading.parser import read_plain
from calctool.run.child import solver_for
from calctool.solve.typed import Typed, question
from calctool.solve.typed.record import Judged
from optima_with_letters import questions
from optimum_by_letters import cases_of, contradictions, document
from random_optima import judged

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "letters.toml").read_text("utf-8"))["case"]
OPTIONS = ("wrt", "subject_to", "assume", "domain")


def typed(row: dict[str, Any]) -> Typed:
    return Typed(row["question"], **{key: row[key] for key in OPTIONS if key in row})


def said(when: list[list[dict[str, Any]]]) -> str:
    groups = (
        " and ".join(f"{r['left']['expr']} {r['relation']} {r['right']['expr']}" for r in group)
        for group in when
    )
    return " or ".join(groups)


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_rows(row: dict[str, Any]) -> None:
    found = document(row["command"], typed(row))
    assert found["status"] == row.get("status", "complete")
    assert [said(case["when"]) for case in cases_of(found)] == row["when"]
    for point in row.get("points", []):
        when, *texts, kind = point
        (case,) = (each for each in cases_of(found) if said(each["when"]) == when)
        listed = [[*(m["expr"] for m in p["at"].values()), p["kind"]] for p in case["points"]]
        assert [*texts, kind] in listed
    for values in row["values"]:
        assert contradictions(found, row["command"], typed(row), values) == []


@pytest.mark.parametrize(
    ("about", "expression", "wrt", "claim", "verdict"),
    [
        ("critical", "x^3+y^3-3*a*x*y", "x,y", "(0,0)", "incomplete"),
        ("critical", "x^3-3*a*x", "x", "x = 0: minimum", "wrong"),
        ("table", "x^3-3*a*x", "x", "x = 0: minimum", "wrong"),
    ],
)
def test_claims_about_an_answer_by_cases_are_judged_by_these(
    about: str, expression: str, wrt: str, claim: str, verdict: str
) -> None:
    judged = Judged(about, claim)
    *_, last = solver_for("check")(question("check", Typed(expression, wrt=[wrt], judged=judged)))
    assert last.judgement.verdict == verdict


COEFFICIENTS = st.sampled_from(["-2", "-1", "1", "2", "3", "a", "(a-1)", "(a+2)", "2*a"])
VALUES = st.sampled_from(["-3", "-2", "-1", "-1/2", "0", "1/3", "1", "2", "5"])
MONOMIALS = {
    "critical": ("x^2", "y^2", "x*y", "x", "x^3", "y^3", "x^4"),
    "lagrange": ("x^2", "y^2", "x*y", "x", "y"),
}
SETS = ("x^2+y^2=1", "x^2+2*y^2=3", "x+a*y=1", "a*x^2+y^2=1", "x^2+y^2=a^2")


@st.composite
def families(draw: st.DrawFn) -> tuple[str, Typed]:
    """Functions of two variables with one letter, also on a circle, an ellipse or a line."""
    command = draw(st.sampled_from(["critical", "lagrange"]))
    chosen = draw(
        st.lists(st.sampled_from(MONOMIALS[command]), min_size=2, max_size=4, unique=True)
    )
    f = "+".join(f"({draw(COEFFICIENTS)})*{m}" for m in chosen)
    on = draw(st.sampled_from(SETS)).replace("=", draw(st.sampled_from(["=", "=", "<=", ">="])))
    constraints = [on] if command == "lagrange" else []
    assume(constraints or {"x", "y"} <= read_plain(f).names)
    return command, Typed(f, wrt=["x", "y"], subject_to=constraints)


@settings(max_examples=6, deadline=None)
@given(families(), st.lists(VALUES, min_size=2, max_size=3, unique=True))
def test_contract_a_case_says_what_the_question_with_numbers_says(
    family: tuple[str, Typed], values: list[str]
) -> None:
    command, asked = family
    assume(question(command, asked).parameters)
    found = document(command, asked)
    for value in values if cases_of(found) else ():
        assert contradictions(found, command, asked, {"a": value}) == []


@pytest.mark.parametrize("sign", ["<=", ">="])
@pytest.mark.parametrize(
    ("f", "edge", "options"),
    [
        ("a*x+y", "x^2+y^2=1", {}),
        ("a*x+y", "-x^2-y^2=-4", {}),
        ("x^2+a*x*y-y^2", "x^2+y^2=4", {}),
        ("x^2+a*y^2", "x+y=1", {}),
        ("x^3+a*y", "x^2+y^2=1", {}),
        ("x+a*y^2", "x*y=1", {}),
        ("x^(1/2)+a*y^(1/2)", "x+y=1", {"assume": ["a>0"]}),
        ("x*y^a", "x+y=1", {"assume": ["a>0"], "domain": ["x:(0,oo)", "y:(0,oo)"]}),
        ("x+a*y", "x*y=1", {"assume": ["a>0"], "domain": ["x:(0,oo)", "y:(0,oo)"]}),
    ],
)
def test_what_holds_on_an_edge_is_not_said_of_the_set_beside_it(
    f: str, edge: str, sign: str, options: dict[str, Any]
) -> None:
    asked = Typed(f, wrt=["x", "y"], subject_to=[edge.replace("=", sign)], **options)
    found = document("lagrange", asked)
    for value in ("0", "1/2", "3") if cases_of(found) else ():
        if value != "0" or not options:
            assert contradictions(found, "lagrange", asked, {"a": value}) == []


@pytest.mark.parametrize("command", ["critical", "lagrange"])
@settings(max_examples=3, deadline=None)
@given(st.integers(0, 10**6))
def test_contract_random_questions_are_answered_as_with_numbers(command: str, seed: int) -> None:
    _, false = judged(next(questions(command, seed)), seconds=5)
    assert false == []
