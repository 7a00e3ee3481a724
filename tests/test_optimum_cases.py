"""`critical` and `lagrange` with letters: every value of them has one case, and it is right."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from calctool.run.child import solver_for
from calctool.solve.typed import Typed, question
from calctool.solve.typed.record import Judged
from optimum_by_letters import cases_of, contradictions, document

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
    ("about", "expression", "wrt", "claim"),
    [
        ("critical", "x^3+y^3-3*a*x*y", "x,y", "(0,0)"),
        ("critical", "x^3-3*a*x", "x", "x = 0: minimum"),
        ("table", "x^3-3*a*x", "x", "x = 0: minimum"),
    ],
)
def test_claims_about_an_answer_by_cases_are_not_refuted_by_its_empty_front(
    about: str, expression: str, wrt: str, claim: str
) -> None:
    judged = Judged(about, claim)
    *_, last = solver_for("check")(question("check", Typed(expression, wrt=[wrt], judged=judged)))
    assert last.judgement.verdict == "undecided"
