"""Letters in what repeats, in phases and in exponents: tables by cases against those of numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from by_parameters import contradictions, document, values_for
from calctool.algebra.cells.cell import Cell
from calctool.algebra.real.letters import letters_known
from calctool.algebra.roots import rational_point
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import expression
from calctool.solve.table.cases.limits import limit_of

QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("sin(x)+a", {"zeros": True}),
    ("sin(x)^2-a", {"zeros": True}),
    ("sin(a*x)-1/2", {"zeros": True}),
    ("exp(-a*x)*cos(x)", {"assume": ["a>0"]}),
    ("x^a/(1+x^a)", {"assume": ["a>0"], "domain": ["(0,oo)"]}),
]


@pytest.mark.parametrize(("expression", "options"), QUESTIONS, ids=[q for q, _ in QUESTIONS])
def test_one_case_holds_and_is_the_table_for_that_value(
    expression: str, options: dict[str, Any]
) -> None:
    found = document(expression, **options)
    assert found["status"] == "complete"
    for value in values_for(found, seed=len(expression), more=0):
        if "assume" not in options or Fraction(value) > 0:
            assert contradictions(found, expression, value, **options) == [], value


def test_zeros_that_move_are_one_family_each() -> None:
    found = document("sin(x)+a", zeros=True)["result"]
    assert [each["at"]["expr"] for each in found["boundaries"]] == ["-1", "0", "1"]
    endless = [c for c in found["cases"] if len(c.get("zero_families", ())) == 2]
    assert len(endless) == 1
    assert [r["relation"] for r in endless[0]["when"][0]] == [">", "<"]


@pytest.mark.parametrize(("low", "high"), [(-2, -1), (1, 3)])
def test_what_is_assumed_of_a_phase_holds_at_the_sample(low: int, high: int) -> None:
    (case,) = document("sin(2*x+a)", assume=[f"{low}<a", f"a<{high}"])["result"]["cases"]
    assert low < Fraction(case["sample"]["a"]["expr"]) < high


@pytest.mark.parametrize(
    ("text", "assume", "ends"),
    [
        ("x^a*(1-x)^a", ["a>0"], ["0", "1"]),
        ("(x/k)^a", ["a>0", "k>0"], ["0", "oo"]),
        ("(3-2*x)^a", ["a>0"], ["-oo", "3/2"]),
    ],
)
def test_a_power_with_a_letter_has_a_positive_base(
    text: str, assume: list[str], ends: list[str]
) -> None:
    for case in document(text, assume=assume)["result"]["cases"]:
        (domain,) = case["domain"]["intervals"]
        assert [domain["start"]["expr"], domain["end"]["expr"]] == ends


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("(1+1/x)^k*exp(-x^k)", "oo"),
        ("(2+x)^(k-1)*x^k/3", "0"),
        ("(x+x^2)^(k-1)*exp(-x^k)", "oo"),
        ("(x+x^k)^k+exp(x)^0", "1"),
        ("(1-exp(1/x))^k*exp(-x^k)", None),
        ("x^(k-1)*exp(-x^k)", "oo"),
        ("-x^(k-1)*(1-x)^(k-1)", "-oo"),
        ("exp(-x^k)/x^k", None),
        ("x^(k-1)*x^(1-k)*exp(x^k)", None),
        ("exp(x^(k-1))*x", None),
        ("x^(k-1)-x^(-k)*exp(-x)", None),
    ],
)
def test_limits_by_the_laws_for_limits(text: str, right: str | None) -> None:
    cell = Cell("k", rational_point(0), rational_point(1))
    with letters_known(cell):
        found = limit_of(cell.named(expression(read_back(text))), "x", rational_point(0), 1)
    assert (found and plain(cell.read(found))) == right
