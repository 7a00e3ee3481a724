"""Derivatives with letters: what is said where an equation in letters holds is so for numbers."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import pytest

from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation, number
from calctool.notation.walk import substitute
from calctool.render import wire
from calctool.run.child import solver_for
from calctool.solve.typed import Typed, question
from values import value as worth

Letters = dict[str, Fraction]
Solve = Callable[[Letters], Fraction]
ROWS: list[tuple[str, str, Solve, list[str]]] = [
    ("sqrt(x+a)", "a", lambda v: -v["x"], []),
    ("max(x,y)", "y", lambda v: v["x"], []),
    ("abs(x-a)^3", "a", lambda v: v["x"], []),
    ("x*abs(x-a)", "a", lambda v: v["x"], []),
    ("(x-a)^(1/3)", "a", lambda v: v["x"], []),
    ("abs(x^2-a)", "a", lambda v: v["x"] ** 2, []),
    ("sqrt(a^2-x^2)", "a", lambda v: -v["x"], []),
    ("asin(x/a)", "a", lambda v: v["x"], []),
    ("where(x>a, x^2, a^2)", "a", lambda v: v["x"], []),
    ("where(x>a, x^2, 2*a*x-a^2)", "a", lambda v: v["x"], []),
    ("abs(a*x)", "x", lambda _: Fraction(0), []),
    ("sqrt(a*x)", "x", lambda _: Fraction(0), []),
    ("sqrt(x^2+y^2)", "x", lambda _: Fraction(0), []),
    ("b*abs(x-a)+x", "a", lambda v: v["x"], []),
    ("where(abs(x)<=d, x^2/2, d*(abs(x)-d/2))", "d", lambda v: abs(v["x"]), ["d>0"]),
    ("abs(x-a)*(x-b)", "a", lambda v: v["x"], []),
    ("abs(x-a)+abs(x-b)", "b", lambda v: v["x"], []),
    ("abs(x^2-2*x+a)", "a", lambda v: 2 * v["x"] - v["x"] ** 2, []),
    ("sqrt(a*x^2+b*x+c)", "c", lambda v: -v["a"] * v["x"] ** 2 - v["b"] * v["x"], []),
    ("sqrt(x-a)*sqrt(b-x)", "a", lambda v: v["x"], []),
    ("(x-a)^(2/3)*(x-b)", "a", lambda v: v["x"], []),
    ("max(x,a,b)", "a", lambda v: v["x"], []),
    ("max(a*x,b*x)", "x", lambda _: Fraction(0), []),
    ("where(x<1, x^2, a*x+b)", "x", lambda _: Fraction(1), []),
    ("where(x<0, exp(a*x), 1+b*x)", "x", lambda _: Fraction(0), []),
    ("where(x<c, x^2, a*x)", "c", lambda v: v["x"], []),
    ("abs(a*x^2+b*x+c)", "c", lambda v: -v["a"] * v["x"] ** 2 - v["b"] * v["x"], []),
]  # fmt: skip


NOT_THERE = ("question.defined-nowhere", "value.division-by-zero", "question.where-every")
"""What is said of numbers for which there is no question."""


def document(expression: str, **options: Any) -> dict[str, Any]:
    *_, last = solver_for("diff")(question("diff", Typed(expression, wrt=["x"], **options)))
    found: dict[str, Any] = json.loads(wire.text(wire.wired(last, "en", steps=False)))
    return found


def holds(text: str, values: Letters) -> bool:
    relation = read_back(text)
    assert isinstance(relation, Relation)
    apart = worth(relation.left, values) - worth(relation.right, values)
    if abs(apart) < 1e-12:
        apart = 0
    return bool({
        "=": apart == 0, "!=": apart != 0, "<": apart < 0, ">": apart > 0, "<=": apart <= 0,
        ">=": apart >= 0,
    }[relation.sign])  # fmt: skip


def slope(math: dict[str, Any] | None, values: Letters) -> float | str | None:
    if math is None:
        return None
    if math["expr"] in ("oo", "-oo"):
        return str(math["expr"])
    return round(float(worth(read_back(math["expr"]), values)), 9)


@pytest.mark.parametrize(("expression", "letter", "solve", "assume"), ROWS)
def test_what_happens_on_the_set_is_what_happens_for_numbers(
    expression: str, letter: str, solve: Solve, assume: list[str]
) -> None:
    found = document(expression, assume=assume)
    (one,) = found["result"]["derivatives"]
    rng = Random(expression)  # noqa: S311 (values for a test)
    names = sorted(read_back(expression).names - {letter})
    for values in [dict.fromkeys(names, Fraction(0)), *({
        name: Fraction(rng.randint(-9, 9), rng.randint(1, 4)) for name in names
    } for _ in range(5))]:  # fmt: skip
        values[letter] = solve(values)
        if not all(holds(each, values) for each in assume):
            continue
        where = [f"{n}={plain(number(v))}" for n, v in values.items() if n != "x"]
        try:
            known = document(expression, where=where, at=plain(number(values["x"])))
        except Problem as problem:
            assert problem.id in NOT_THERE  # noqa: PT017
            continue
        (there,) = known["result"]["derivatives"]
        said = [s for s in one.get("seams", []) if all(holds(w, values) for w in s["where"])]
        if there["exists"]:
            for seam in said:
                assert seam["kind"] == "smooth"
                assert slope(seam["value"], values) == slope(there["value"], values)
        elif said:
            for seam in said:
                assert [slope(seam[s], values) for s in ("left", "right")] == [
                    slope(there[s], values) for s in ("left", "right")
                ], (values, seam)
        else:
            assert any(not holds(c, values) for c in one["domain"]["conditions"])


def written(each: dict[str, Any]) -> str:
    return f"{each['left']['expr']} {each['relation']} {each['right']['expr']}"


GIVEN = [
    ("1/(x-a)", "1"), ("abs(x-a)", "1"), ("max(x,a)", "2"), ("sqrt(x+a)", "1"), ("ln(x-a)", "2"),
    ("a*abs(x)", "0"), ("where(x<1, x^2, a*x+b)", "1"), ("where(x<0, exp(a*x), 1+b*x)", "0"),
    ("abs(x-a)*abs(x-b)", "1"), ("x^2*abs(x-a)", "0"), ("(x-a)^(1/3)", "1"), ("abs(x)", "a"),
    ("abs(x-a)", "a"), ("abs(x-a)", "2*a"), ("sqrt(x+a)", "-a"), ("sqrt(x)", "a"), ("ln(x)", "a"),
    ("1/(x-a)", "b"), ("x*abs(x)", "a"), ("x^(1/3)", "a-1"), ("x^3+b*x", "b"), ("ln(x-a)", "a"),
    ("sqrt(4-x^2)", "a"), ("where(x<1, x^2, a*x)", "b"), ("abs(x-a)*abs(x-b)", "a"),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "at"), GIVEN)
def test_at_a_point_it_is_said_for_which_letters(expression: str, at: str) -> None:
    found = document(expression, at=at)
    assert found["status"] == "complete"
    (one,) = found["result"]["derivatives"]
    own = read_back(expression).names
    names = sorted((own | read_back(at).names) - {"x"})
    listed = [
        dict(zip(names, map(Fraction, each), strict=False))
        for each in product((-1, 0, 1, 2), repeat=2)
    ]
    for values in listed:
        where = [f"{n}={plain(number(v))}" for n, v in values.items() if n in own]
        place = plain(substitute(read_back(at), {n: number(v) for n, v in values.items()}))
        try:
            (there,) = document(expression, where=where, at=place)["result"]["derivatives"]
        except Problem as problem:
            assert problem.id in NOT_THERE  # noqa: PT017
            continue
        cases = [s for s in one.get("at_seams", []) if all(holds(w, values) for w in s["where"])]
        formula = bool(one["exists"]) and any(
            all(
                holds(f"{r['left']['expr']} {r['relation']} {r['right']['expr']}", values)
                for r in g
            )
            for g in one.get("at_when", [[]])
        )
        if one["exists"] is False and "at_seams" not in one:
            assert there["exists"] is False, values
            continue
        assert len(cases) + formula == 1, values
        value = one["value"] if formula else cases[0]["value"]
        is_there = formula or cases[0]["kind"] == "smooth"
        assert is_there == there["exists"], values
        if is_there:
            assert slope(value, values) == slope(there["value"], values)


@pytest.mark.parametrize(
    ("expression", "where"),
    [
        ("sqrt(x+a)", ["x + a = 0"]),
        ("sqrt(exp(x)+a)", ["exp(x) + a = 0"]),
        ("sqrt(x^2+y^2)", ["x^2 + y^2 = 0"]),
        ("max(x,y)", ["y - x = 0"]),
    ],
)
def test_complete_by_one_condition(expression: str, where: list[str]) -> None:
    found = document(expression)
    assert found["status"] == "complete"
    (seam,) = found["result"]["derivatives"][0]["seams"]
    assert seam["where"] == where


@pytest.mark.parametrize("expression", ["abs(sin(x)-a)", "floor(x+a)", "abs(sin(a*x))"])
def test_what_no_argument_reaches_is_left_open(expression: str) -> None:
    found = document(expression)
    assert found["status"] == "partial"
    assert found["completeness"]["missing"]
