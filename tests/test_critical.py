"""Critical points: settled rows, and attacks on whatever an answer claims."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import Ball, Lack, Program
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Count
from calctool.algebra.solving import solutions
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import (
    Derivative,
    Name,
    Negative,
    Relation,
    Sum,
    Tree,
    expression,
    number,
)
from calctool.notation.walk import substitute
from calctool.solve.answer import State, Status
from calctool.solve.candidates import CandidatePoint, Extreme
from calctool.solve.critical import several
from calctool.solve.critical.answering import answer
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.exact.record import Exact
from calctool.solve.stationary.solving import cases
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question
from calctool.verify.optimum.neighbourhoods import check_kind, confirmed
from calctool.verify.systems import Lines, check_count, check_residuals
from calctool.verify.verdict import Finding, Verdict
from openness import (
    assert_nothing_is_hidden,
    assert_parts_have_points,
    assert_rounded_numbers_are_marked,
)
from texts import tree

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "critical.toml").read_text("utf-8"))["case"]
ATTAINED = {True: "attained", False: "approached", None: "open"}


def ask(text: str, **options: Sequence[str]) -> CriticalAnswer:
    *_, last = answer(question(Typed(text, **options)))  # type: ignore[arg-type]
    return last


# --- settled rows -------------------------------------------------------------------------------


def written(found: Exact | None, pattern: str) -> str:
    """The constant as the row has it: exactly, or after ~ as a decimal."""
    if found is None:
        return ""
    if pattern.startswith("~") and found.low is not None and found.high is not None:
        value = float((found.low + found.high) / 2)
        return pattern if value == pytest.approx(float(pattern[1:]), rel=1e-6) else f"~{value!r}"
    return plain(found.expr) if found.is_known else "only enclosed"


def as_row(point: CandidatePoint, row: Sequence[str]) -> list[str]:
    constants = [*(place for _, place in point.at), point.value]
    shown = [written(each, pattern) for each, pattern in zip(constants, row, strict=False)]
    return [*shown, point.kind, *([] if point.why == "gradient-zero" else [point.why])]


def extreme_row(found: Extreme | None, row: Sequence[str]) -> list[str]:
    assert found is not None
    shown = [ATTAINED[found.attained], written(found.value, row[1])]
    return shown if len(row) == 2 else [*shown, found.argument]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_rows(row: dict[str, Any]) -> None:
    last = ask(row["question"], wrt=row.get("wrt", ()), domain=row.get("domain", ()))
    assert_nothing_is_hidden(last)
    assert_rounded_numbers_are_marked(last)
    assert_parts_have_points(last.sets)
    assert last.verdict is not Verdict.REFUTED
    expected = row.get("points", [])
    assert len(last.points) == len(expected)
    assert [as_row(p, r) for p, r in zip(last.points, expected, strict=True)] == expected
    families = [[*(plain(at) for _, at in each.at), each.kind] for each in last.families]
    assert families == row.get("families", [])
    sets = [
        [", ".join(map(plain, each.equations)), *sorted(stretch.kind for stretch in each.kinds)]
        for each in last.sets
    ]
    assert sets == row.get("sets", [])
    assert extreme_row(last.minimum, row["least"]) == row["least"]
    assert extreme_row(last.maximum, row["greatest"]) == row["greatest"]
    assert last.status is Status(row.get("status", "complete"))


# --- random polynomials -------------------------------------------------------------------------

Powers = tuple[int, ...]
Polynomial = Mapping[Powers, int]


def text_of(p: Polynomial, names: Sequence[str]) -> str:
    terms = (
        f"({c})" + "".join(f"*{name}**{n}" for name, n in zip(names, powers, strict=True) if n)
        for powers, c in p.items()
    )
    return " + ".join(terms)


def slope(p: Polynomial, index: int) -> dict[Powers, int]:
    lowered = {
        tuple(n - (i == index) for i, n in enumerate(powers)): c * powers[index]
        for powers, c in p.items()
    }
    return {powers: c for powers, c in lowered.items() if c}


def value(p: Polynomial, at: Sequence[float]) -> float:
    return sum(
        c * math.prod(x**n for x, n in zip(at, powers, strict=True)) for powers, c in p.items()
    )


def newton(
    gradient: Sequence[Polynomial], hessian: Sequence[Sequence[Polynomial]], at: Sequence[float]
) -> tuple[float, ...] | None:
    """Where Newton's method ends from there, if it ends; None also for a singular Hessian."""
    point = list(at)
    for _ in range(60):
        slopes = [value(p, point) for p in gradient]
        step = solve([[value(p, point) for p in row] for row in hessian], slopes)
        if step is None:
            return None
        point = [x - s for x, s in zip(point, step, strict=True)]
        if max(map(abs, point)) > 1e6:
            return None
        if max(map(abs, step)) < 1e-13 * (1 + max(map(abs, point))):
            return tuple(point)
    return None


def solve(matrix: list[list[float]], right: list[float]) -> list[float] | None:
    """By elimination with pivots; None for a matrix that is nearly singular."""
    rows = [[*row, r] for row, r in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        best = max(range(column, size), key=lambda i: abs(rows[i][column]))
        rows[column], rows[best] = rows[best], rows[column]
        if abs(rows[column][column]) < 1e-7:
            return None
        for i in range(size):
            if i != column:
                factor = rows[i][column] / rows[column][column]
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[column], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def middle(point: CandidatePoint) -> tuple[float, ...]:
    found = []
    for _, at in point.at:
        assert at.low is not None
        assert at.high is not None
        found.append(float((at.low + at.high) / 2))
    return tuple(found)


@st.composite
def polynomials(draw: st.DrawFn) -> tuple[Polynomial, tuple[str, ...]]:
    names = draw(st.sampled_from((("x", "y"), ("x", "y"), ("x", "y", "z"))))
    degree = 4 if len(names) == 2 else 3
    every = [p for p in product(range(degree + 1), repeat=len(names)) if 0 < sum(p) <= degree]
    used = draw(st.lists(st.sampled_from(every), min_size=2, max_size=6, unique=True))
    p = {powers: draw(st.integers(-4, 4).filter(bool)) for powers in used}
    # Every name has to occur, or it is no variable of the question.
    for index, _ in enumerate(names):
        if not any(powers[index] for powers in p):
            p[tuple(2 * (i == index) for i in range(len(names)))] = 1
    return p, names


@settings(max_examples=40)
@given(polynomials())
def test_nothing_is_missing_and_nothing_is_wrong(drawn: tuple[Polynomial, tuple[str, ...]]) -> None:
    p, names = drawn
    last = ask(text_of(p, names), wrt=names)
    assert last.error is None
    gradient = [slope(p, i) for i in range(len(names))]
    hessian = [[slope(each, j) for j in range(len(names))] for each in gradient]
    for point in last.points:
        assert_residual_is_zero(text_of(p, names), point)
    if last.completeness.state is State.COMPLETE and not last.sets:
        known = [middle(point) for point in last.points]
        random = Random(str(p))  # noqa: S311 (starting points)
        for _ in range(60):
            start = [random.uniform(-1, 1) * random.choice((1, 3, 10)) for _ in names]
            end = newton(gradient, hessian, start)
            if end is not None:
                near = (max(abs(a - b) for a, b in zip(end, at, strict=True)) for at in known)
                assert min(near, default=math.inf) < 1e-6 * (1 + max(map(abs, end)))


def assert_residual_is_zero(text: str, point: CandidatePoint) -> None:
    """The derivatives by automatic differentiation, at the exact coordinates."""
    f = expression(read(text).statement)
    program = Program(tuple(Derivative(f, (name,)) for name, _ in point.at))
    for ball in program.balls({name: near(at) for name, at in point.at}, bits=200):
        assert isinstance(ball, Ball)
        assert abs(float(ball.mid())) < 1e-15


def near(at: Exact) -> Fraction:
    assert at.low is not None
    assert at.high is not None
    assert at.high - at.low <= Fraction(1, 10**20) * (1 + abs(at.high))
    return (at.low + at.high) / 2


@settings(max_examples=40)
@given(polynomials())
def test_kinds_agree_with_values_near_by(drawn: tuple[Polynomial, tuple[str, ...]]) -> None:
    p, names = drawn
    last = ask(text_of(p, names), wrt=names)
    random = Random(str(p))  # noqa: S311 (directions)
    for point in last.points:
        at = [near(place) for _, place in point.at]
        here = exact_value(p, at)
        signs = set()
        for _ in range(40):
            step = [Fraction(random.randint(-100, 100), 100 * 2**30) for _ in names]
            there = exact_value(p, [a + s for a, s in zip(at, step, strict=True)])
            if there != here:
                signs.add(there > here)
        if point.kind == "local-minimum":
            assert signs <= {True}
        if point.kind == "local-maximum":
            assert signs <= {False}
        if point.kind == "saddle" and point.test.inertia == (1, 1, 0):
            assert signs == {True, False}


def exact_value(p: Polynomial, at: Sequence[Fraction]) -> Fraction:
    return sum(
        (c * math.prod(x**n for x, n in zip(at, powers, strict=True)) for powers, c in p.items()),
        Fraction(0),
    )


# --- checks that can fail -----------------------------------------------------------------------

ORIGIN = {"x": Fraction(0), "y": Fraction(0)}


def test_values_near_by_object_to_a_wrong_kind() -> None:
    assert check_kind(tree("x^2+y^2"), ORIGIN, "local-maximum").verdict is Verdict.REFUTED
    assert check_kind(tree("x^3-3*x*y^2"), ORIGIN, "local-minimum").verdict is Verdict.REFUTED
    assert check_kind(tree("x^4+y^4"), ORIGIN, "local-minimum").verdict is Verdict.SAMPLED


def zero(*texts: str) -> System:
    return System(tuple(Relation(tree(text), "=", tree("0")) for text in texts))


def places(*texts: str, names: Sequence[str] = ("x",)) -> list[Place]:
    return [root.place for root in solutions([tree(text) for text in texts], names).roots]


def test_a_line_that_loses_or_gains_a_solution_is_refuted() -> None:
    lines = Lines(places("x^2-1"), {})
    both = Alternatives((zero("x-1"), zero("x+1")))
    assert lines.check(zero("x^2-1"), both, "real-roots").verdict is Verdict.PROVED
    assert lines.check(zero("x^2-1"), both, None).verdict is Verdict.SAMPLED
    assert lines.check(zero("x^2-1"), zero("x-1"), "real-roots").verdict is Verdict.REFUTED
    assert lines.check(zero("x-1"), both, "real-roots").verdict is Verdict.REFUTED


def test_what_has_a_solution_is_not_said_to_have_none() -> None:
    nothing = Alternatives(())
    assert Lines([], {}).check(zero("x", "y+1"), nothing, "ideal").verdict is Verdict.REFUTED
    assert Lines([], {}).check(zero("x^2+1"), nothing, "ideal").verdict is Verdict.PROVED


def test_a_point_that_does_not_solve_the_equations_is_refuted() -> None:
    assert check_residuals([tree("x^2-2")], places("x^2-2")).verdict is Verdict.PROVED
    assert check_residuals([tree("x^2-3")], places("x^2-2")).verdict is Verdict.REFUTED


def test_more_points_than_counted_are_refuted() -> None:
    counts = [Count(dimension=4, complex=4, real=2)]
    found = {listed: check_count(counts, listed) for listed in (1, 2, 3)}
    assert found[1] is None
    assert found[2] is not None
    assert found[2].verdict is Verdict.PROVED
    assert found[3] is not None
    assert found[3].verdict is Verdict.REFUTED


def test_a_refuted_check_leaves_nothing_of_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Finding(Verdict.REFUTED, "values-near-by", 1)
    monkeypatch.setattr(several, "check_kind", lambda *_: wrong)
    last = ask("x^2+y^2")
    assert last.status is Status.ERROR
    assert last.error == ("internal.refuted", "")
    assert last.points == ()
    assert last.minimum is None


# --- what is open is said so --------------------------------------------------------------------


@pytest.mark.parametrize("text", ["abs(x)+y^2", "sqrt(x^2+y^2)", "max(x,y)+x^2", "relu(x)+y^2"])
def test_a_point_without_a_gradient_is_listed_or_said_to_be_missing(text: str) -> None:
    last = ask(text)
    assert all(point.why != "gradient-zero" for point in last.points)
    if not last.points:
        assert last.status is Status.PARTIAL
        assert last.completeness.missing


def test_the_edge_of_a_stated_domain_is_examined_or_said_to_be_missing() -> None:
    last = ask("x^2+y^2", domain=("x:[1,2]", "y:[-1,1]"))
    assert all(point.why != "gradient-zero" for point in last.points)
    assert last.points or last.completeness.missing


def test_members_of_families_are_listed_inside_a_bounded_domain() -> None:
    last = ask("sin(x)*sin(y)", domain=("x:(0,2*pi)", "y:(0,3)"))
    shown = [[plain(at.expr) for _, at in point.at] for point in last.points]
    assert shown == [["pi/2", "pi/2"], ["3*pi/2", "pi/2"]]
    assert last.families == ()


def test_parts_of_the_answer_come_as_they_are_proved() -> None:
    parts = list(answer(question(Typed("x^3-3*x+y^2"))))
    counts = [len(part.points) for part in parts]
    assert counts == sorted(counts)
    assert parts[0].gradient
    assert parts[0].completeness.state is State.UNKNOWN
    assert all(part.status is Status.PARTIAL for part in parts[:-1])
    assert any(part.points and part.points[0].kind == "undecided" for part in parts)


@pytest.mark.parametrize("text", ["x^30*y^3+y^25*x^3-x*y+x", "x^17+y^19-x*y*z+z^13+x*y^12+z^3*x"])
def test_a_system_too_large_to_solve_leaves_what_was_proved(text: str) -> None:
    last = ask(text)
    assert last.status is Status.PARTIAL
    assert last.completeness.missing or last.completeness.scope
    assert len(last.gradient) == len(last.question.wrt)
    assert last.maximum is not None
    assert last.maximum.argument == "unbounded-along-curve"


def test_a_box_is_named_and_nothing_is_claimed_outside() -> None:
    last = ask("x**2+y**2+x*y*cos(x)", domain=["y:[-3,oo)"])
    said = last.completeness.reason.say("en")
    assert "x ∈ [-10, 10], y ∈ [-3, 17]" in said
    assert "what f does outside" in last.completeness.missing[0].en
    assert last.status is Status.PARTIAL


AGREES = Finding(Verdict.SAMPLED, "values-near-by", 24)
OBJECTS = Finding(Verdict.REFUTED, "values-near-by", 2)
SILENT = Finding(Verdict.UNDECIDED, "nothing-usable")


@pytest.mark.parametrize(
    ("near", "verdict"),
    [
        ((AGREES, SILENT), Verdict.PROVED),
        ((AGREES, OBJECTS), Verdict.REFUTED),
        ((SILENT,), Verdict.UNDECIDED),
    ],
)
def test_values_near_by_may_object_to_a_proved_kind(
    near: Sequence[Finding], verdict: Verdict
) -> None:
    assert confirmed(near).verdict is verdict


SEAMED = ("{u}^(2/3)", "{u}*{u}^(2/3)", "cbrt({u})^4", "{u}^2*sign({u})", "sign({u})", "{u}^(5/3)",
          "{u}*sqrt({u})", "floor({u})", "sqrt({u})", "{u}*abs({u})")  # fmt: skip
"""A formula changes, or ends, where u is zero."""


@given(
    st.sampled_from(SEAMED),
    st.sampled_from(("x", "(x-1)", "(1-x)")),
    st.sampled_from(("", "+x^2", "+2*x", "-x^3", "*(x-2)", "+(x-1)^2")),
    st.sampled_from(((), ("[-2,1]",), ("[0,oo)",))),
)
def test_contract_zeros_of_the_derivative_at_seams_are_zeros(
    seamed: str, u: str, more: str, domain: tuple[str, ...]
) -> None:
    """The line that solves f' = 0 as it is written keeps zeros between the stretches searched."""
    try:
        made = ask(seamed.format(u=u) + more, domain=domain)
    except Problem:
        return
    for derivation in made.solving:
        assert isinstance(derivation.start, System)
        after = derivation.steps[-1].after
        assert isinstance(after, Alternatives)
        kept = {each for system in after.systems for each in system.relations}
        for turn in range(-4, 5):
            at = {"x": number(Fraction(turn, 2))}
            if all(holds_there(each, at) for each in derivation.start.relations):
                assert Relation(Name("x"), "=", at["x"]) in kept


def holds_there(relation: Relation, at: Mapping[str, Tree]) -> bool:
    apart = Sum((relation.left, Negative(relation.right)))
    (found,) = Program((substitute(apart, at),)).balls({})
    if isinstance(found, Lack):
        return False
    size = float(found.mid())
    return {
        "=": abs(size) < 1e-12,
        ">=": size >= 0,
        "<=": size <= 0,
        ">": size > 0,
        "<": size < 0,
        "!=": size != 0,
    }[relation.sign]


@pytest.mark.parametrize(
    "text",
    ["log(x)^2+y^2", "log(abs(x))^2+y^2", "x^2+y^2", "exp(x)-x+y^2", "sin(x)+y^2", "sqrt(x)+x*y"],
)
def test_each_line_says_something(text: str) -> None:
    for derivation in ask(text).solving:
        for step in derivation.steps:
            assert step.before != step.after
            assert cases(step.before) == () or cases(step.before) != cases(step.after)


@pytest.mark.parametrize(
    ("text", "options", "id"),
    [
        ("log(-1-x^2-y^2)", {}, "question.defined-nowhere"),
        ("x^2+y^2=1", {}, "question.not-a-function"),
        ("x^2+y^2", {"domain": ["z:[0,1]"]}, "question.domain-stranger"),
    ],
)
def test_what_cannot_be_answered(text: str, options: dict[str, Any], id: str) -> None:
    with pytest.raises(Problem) as caught:
        ask(text, **options)
    assert caught.value.id == id


@pytest.mark.parametrize(
    ("text", "domain", "along"),
    [
        ("sqrt(x^2+y^2)-2*x", (), {"-t", "t"}),
        ("x*log(y/x)", ("x,y:(0,oo)",), {"-t*log(t)", "log(t)"}),
    ],
)
def test_f_along_a_curve_is_told_for_positive_t(
    text: str, domain: tuple[str, ...], along: set[str]
) -> None:
    made = ask(text, domain=domain)
    curves = [one.approached for one in (made.minimum, made.maximum) if one is not None]
    assert {plain(each.value) for each in curves if each is not None and each.value} == along
