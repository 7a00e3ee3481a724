"""For which parameters f is so (`--when`), against the table at values of the parameters."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import mpmath
import pytest

from by_parameters import DIGITS, Numbers, at_value, document
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_back
from values import value as worth

CUBIC = [("-3", "2"), ("-3", "-2"), ("-12", "16"), ("-3/4", "1/4"), ("0", "0"), ("-3", "1")]
"""Values of p and q, most of them with 4*p^3 + 27*q^2 = 0."""
ROWS: list[tuple[str, str, list[str]]] = [
    ("x^2+p*x+q", "f>=0", ["p**2 - 4*q <= 0"]),
    ("x^2+p*x+q", "f>0", ["p**2 - 4*q < 0"]),
    ("x^2+p*x+q", "zeros=1", ["p**2 - 4*q = 0"]),
    ("x^2+p*x+q", "f<0", []),
    ("x^2+p*x+q", "extrema=1", [""]),
    ("x^3+p*x+q", "zeros=3", ["4*p**3 + 27*q**2 < 0"]),
    ("x^3+p*x+q", "zeros=2", ["4*p**3 + 27*q**2 = 0 and p != 0 and q != 0"]),
    ("x^4+a*x+b", "f>0", ["27*a**4 - 256*b**3 < 0"]),
    ("x^3+a*x^2+b*x", "increasing", ["a**2 - 3*b <= 0"]),
    ("a*x^2+b*x+c", "f>0", ["a > 0 and b**2 - 4*a*c < 0", "a = 0 and b = 0 and c > 0"]),
    ("exp(x)-a*x-b", "f>=0", ["a = 0 and b <= 0", "a > 0 and a - a*log(a) - b >= 0"]),
    ("x^2-2*a^2*ln(x)", "f>=0", ["a >= -exp(1/2) and a <= exp(1/2)"]),
    ("exp(a*x)-x", "f>0", ["a > 1/E"]),
    ("a*x", "zeros=1", ["a < 0", "a > 0"]),
]


@pytest.mark.parametrize(("expression", "when", "right"), ROWS)
def test_it_is_said_in_short_and_is_so(expression: str, when: str, right: list[str]) -> None:
    found = document(expression, when=when)
    assert found["status"] == "complete"
    told = found["result"]["required"]
    assert "open" not in told
    assert [" and ".join(map(shown, group)) for group in told["when"]] == right
    for values in values_of(found["result"]["parameters"], expression):
        assert holds(told["when"], values) == is_so(expression, when, values), values


def shown(one: dict[str, Any]) -> str:
    return f"{one['left']['expr']} {one['relation']} {one['right']['expr']}"


def values_of(names: list[str], seed: str) -> list[dict[str, str]]:
    """Small numbers, those of discriminants that are 0 among them."""
    rng = Random(seed)  # noqa: S311 (values for a test)
    tried = [
        {name: str(Fraction(rng.randint(-3, 3), rng.choice([1, 2]))) for name in names}
        for _ in range(6)
    ]
    return tried + [dict(zip(names, each, strict=True)) for each in CUBIC if len(names) == 2]


def holds(when: list[list[dict[str, Any]]], values: dict[str, str]) -> bool:
    with mpmath.workdps(DIGITS):
        return Numbers({n: Fraction(v) for n, v in values.items()}).holds(when)


def is_so(expression: str, when: str, values: dict[str, str]) -> bool:
    """By the table at these values."""
    where = [f"{name}={value}" for name, value in values.items()]
    try:
        plain = at_value(expression, where, zeros=when.startswith("zeros"))
    except Problem:
        return holds_for_a_constant(expression, when, values)
    assert plain is not None
    result = plain["result"]
    trends = {each["trend"] for each in result["intervals"]}
    if when == "increasing":
        return trends == {"increasing"}
    if when.startswith("zeros"):
        return not result.get("zero_on") and len(result["zeros"]) == int(when[-1])
    if when.startswith("extrema"):
        kinds = [kind for each in result["points"] for kind in each["kinds"]]
        return sum(kind.startswith("local-m") for kind in kinds) == int(when[-1])
    extreme = result["global_minimum" if ">" in when else "global_maximum"]
    value = Numbers({}).of(extreme["value"]) * (1 if ">" in when else -1)
    return bool(value > 0 or (value == 0 and ("=" in when or not extreme["attained"])))


def holds_for_a_constant(expression: str, when: str, values: dict[str, str]) -> bool:
    """Where no x is left, as for 0*x^2 + 0*x + c."""
    known = {n: Fraction(v) for n, v in values.items()}
    value = worth(read_back(expression), known | {"x": Fraction(1)})
    return {"f>0": value > 0, "f>=0": value >= 0}.get(when, False)


def test_what_is_open_is_said_beside_what_is_sure() -> None:
    found = document("x^3+(a^3+b^3-1)*x", when="increasing")
    told = found["result"]["required"]
    assert found["status"] == "partial"
    assert [[shown(one) for one in group] for group in told["open"]] == [["a**3 + b**3 - 1 = 0"]]
    assert [[shown(one) for one in group] for group in told["when"]] == [["a**3 + b**3 - 1 > 0"]]


def test_a_planted_fault_is_seen() -> None:
    told = document("x^2+p*x+q", when="f>0")["result"]["required"]["when"]
    told[0][0]["relation"] = "<="
    values = {"p": "2", "q": "1"}
    assert holds(told, values) != is_so("x^2+p*x+q", "f>0", values)
