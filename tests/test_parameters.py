"""Tables for every value of a parameter: exactly one case holds, and it is the table there."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import pytest

from by_parameters import contradictions, document, values_for
from calctool.notation.problem import Problem

QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("x^3-3*a*x+1", {}),
    ("x^3+a*x^2-a^2*x+1", {}),
    ("x^4-2*a*x^2", {}),
    ("(x-a)^2*(x-1)", {}),
    ("a*x^2-2*x+1", {}),
    ("x^5-5*a*x", {}),
    ("x+a/x", {}),
    ("(a*x+1)/(x+2)", {}),
    ("x/(x^2+a)", {}),
    ("ln(x)+a/x", {}),
    ("x*ln(x)-a*x", {}),
    ("exp(x)*(x^2-a*x)", {}),
    ("x*exp(a*x)", {}),
    ("exp(x)-exp(-x)-a*x", {}),
    ("a*x^2-(a+2)*x+ln(x)", {}),
    ("exp(x)-a*x", {}),
]


QUESTIONS += [
    ("x^3-3*x+a", {"zeros": True}),
    ("ln(x)/x-a", {"zeros": True}),
    ("x*exp(-x)-a", {"zeros": True}),
    ("a^x", {"assume": ["a>0"]}),
    ("sqrt(a-x^2)", {}),
    ("abs(x-a)+x^2", {}),
    ("exp(x)-a*x^2", {}),
    ("x^5-5*x^2+a*x", {}),
    ("x^2*exp(a*x)", {}),
    ("a*x", {}),
    ("x^3-3*x/a", {}),
    ("exp(x)-1-a*x", {"zeros": True}),
    ("sqrt(x^2+a)+2*x", {}),
    ("x^2-a", {"zeros": True, "domain": ["[0,2]"]}),
]
WHEN = [
    ("exp(x)-a*x", "f>=0", "0 <= a <= E"),
    ("a*x^2+2*x+1", "f>0", "1 < a"),
    ("x^3/3-x^2+a*x", "extrema=2", "a < 1"),
    ("a*x-sin(x)", "increasing", "1 <= a"),
    ("x^3-3*x+a", "zeros=3", "-2 < a < 2"),
    ("ln(x)/x-a", "zeros=2", "0 < a < 1/E"),
    ("x^2+a", "f<0", "never"),
    ("x^2+a^2", "f>=0", "always"),
]


@pytest.mark.parametrize(("expression", "options"), QUESTIONS, ids=[q for q, _ in QUESTIONS])
def test_one_case_holds_and_is_the_table_for_that_value(
    expression: str, options: dict[str, Any]
) -> None:
    found = document(expression, **options)
    assert found["status"] == "complete"
    for value in values_for(found, seed=len(expression)):
        if "assume" in options and not Fraction(value) > 0:
            continue
        assert contradictions(found, expression, value, **options) == [], value


def chain(group: list[dict[str, Any]]) -> str:
    """0 <= a < 1 of relations between one parameter and numbers."""
    low = [one for one in group if one["relation"] in (">", ">=")]
    high = [one for one in group if one["relation"] in ("<", "<=", "=")]
    left = "".join(f"{o['right']['expr']} {o['relation'].replace('>', '<')} " for o in low)
    return left + "a" + "".join(f" {o['relation']} {o['right']['expr']}" for o in high)


@pytest.mark.parametrize(("expression", "when", "right"), WHEN)
def test_when_is_answered_by_one_condition(expression: str, when: str, right: str) -> None:
    found = document(expression, when=when)
    assert found["status"] == "complete"
    groups = found["result"]["required"]["when"]
    told = "always" if groups == [[]] else " or ".join(map(chain, groups)) or "never"
    assert told == right


@pytest.mark.parametrize(
    ("expression", "right"),
    [
        ("x*exp(-x)-a", ["a <= 0", "0 < a < 1/E", "a = 1/E", "1/E < a"]),
        ("ln(x)/x-a", ["a <= 0", "0 < a < 1/E", "a = 1/E", "1/E < a"]),
        ("x^3-3*x+a", ["a < -2", "a = -2", "-2 < a < 2", "a = 2", "2 < a"]),
    ],
)
def test_zeros_by_as_few_cases_as_there_are(expression: str, right: list[str]) -> None:
    found = document(expression, zeros=True)
    assert [chain(group) for case in found["result"]["cases"] for group in case["when"]] == right


def test_a_number_for_an_exponent_does_not_let_in_more() -> None:
    for case in document("x^a")["result"]["cases"]:
        (interval,) = case["domain"]["intervals"]
        assert (interval["start"]["expr"], interval["end"]["expr"]) == ("0", "oo")


def test_a_planted_fault_is_seen() -> None:
    found = document("x^3-3*a*x+1")
    found["result"]["cases"][2]["points"][0]["x"]["expr"] = "-a"
    assert contradictions(found, "x^3-3*a*x+1", "3")
    found["result"]["cases"][0]["when"][0][0]["relation"] = "<="
    assert contradictions(found, "x^3-3*a*x+1", "0") == ["2 cases hold"]


SEVERAL = [
    ("p*sqrt(x)-w*x", ["p>0", "w>0"]),
    ("x^3-3*a*x+b", []),
    ("a*x^2+b*x+c", []),
    ("a*x+b/x", []),
    ("a*ln(x)-b*x", []),
    ("a*exp(x)+b*exp(-x)", ["a>0"]),
    ("a*x^3+b*x", []),
    ("(x-a)*(x-b)", []),
]


@pytest.mark.parametrize(("expression", "assume"), SEVERAL)
def test_of_several_parameters_the_signs_decide(expression: str, assume: list[str]) -> None:
    found = document(expression, assume=assume)
    assert found["status"] == "complete"
    rng = Random(expression)  # noqa: S311 (values for a test)
    names = found["result"]["parameters"]
    for _ in range(5):
        values = {name: str(Fraction(rng.randint(-3, 3), rng.choice([1, 2]))) for name in names}
        values |= {r[0]: values[r[0]].lstrip("-").replace("0", "1") for r in assume}
        assert contradictions(found, expression, values, assume=assume) == [], values


@pytest.mark.parametrize("expression", ["x^3+a*x^2+b*x", "exp(x)+a*x^2+b*x", "sqrt(x+a)+b/(x-1)"])
def test_what_no_argument_reaches_is_refused(expression: str) -> None:
    with pytest.raises(Problem) as caught:
        document(expression)
    assert caught.value.id == "parameters.no-method"
