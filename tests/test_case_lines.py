"""Lines that lead to the points of a case with letters, and the signs of minors at them."""

from __future__ import annotations

import json
from fractions import Fraction

import mpmath
import pytest
from msgspec.structs import replace

from by_parameters import DIGITS, fraction
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import Relation
from calctool.present.document import Wishes
from calctool.render import wire
from calctool.run.child import solver_for
from calctool.solve.answer import Case
from calctool.solve.optimum.cases.lines.explaining import minors_refuted
from calctool.solve.optimum.cases.lines.signs import signs
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.typed import Typed, question
from calctool.words import Language
from test_optimum_output import page
from values import value as worth

ASKED: list[tuple[str, Typed, dict[str, int]]] = [
    ("critical", Typed("x^2+a*x*y+y^2", wrt=["x", "y"]), {"a": 1}),
    ("critical", Typed("x^2+a*x*y+y^2", wrt=["x", "y"]), {"a": 3}),
    ("critical", Typed("x^3+y^3-3*a*x*y", wrt=["x", "y"]), {"a": -2}),
    ("critical", Typed("x^3+y^3-3*a*x*y", wrt=["x", "y"]), {"a": 5}),
    ("critical", Typed("x^4+y^4-4*a*x*y", wrt=["x", "y"]), {"a": -3}),
    ("critical", Typed("x^3-3*a*x", wrt=["x"]), {"a": 4}),
    ("critical", Typed("x^3-3*a*x+y^2", wrt=["x", "y"]), {"a": -1}),
    ("critical", Typed("(a*x+b*y-c)^2+k*(x^2+y^2)", wrt=["x", "y"], assume=["k>0"]),
     {"a": 1, "b": -2, "c": 3, "k": 2}),
    ("lagrange", Typed("x*y", wrt=["x", "y"], subject_to=["p*x+q*y=m"], assume=["p>0", "q>0"]),
     {"p": 2, "q": 3, "m": 5}),
    ("lagrange", Typed("x+y", wrt=["x", "y"], subject_to=["x^2+y^2=r^2"], assume=["r>0"]),
     {"r": 2}),
    ("lagrange", Typed("x^a*y^b", wrt=["x", "y"], subject_to=["p*x+q*y=m"],
                       assume=["a>0", "b>0", "p>0", "q>0", "m>0"]),
     {"a": 1, "b": 2, "p": 2, "q": 3, "m": 5}),
    ("lagrange", Typed("2*pi*r^2+2*pi*r*h", wrt=["r", "h"], subject_to=["pi*r^2*h=V"],
                       assume=["V>0"]), {"V": 3}),
]  # fmt: skip


Known = dict[str, Fraction]


def holds(relation: Relation, known: Known) -> bool:
    apart = worth(relation.left, known) - worth(relation.right, known)
    found: bool = {"=": abs(apart) < 1e-20, "<": apart < 0, ">": apart > 0, "!=": apart != 0,
                   "<=": apart <= 0, ">=": apart >= 0}[relation.sign]  # fmt: skip
    return found


def the_case(command: str, typed: Typed, known: Known) -> OptimumAnswer:
    """That which holds for these values, as an answer."""
    *_, last = solver_for(command)(question(command, typed))
    (case,) = (
        each for each in last.cases or (Case(((),), None),)
        if any(all(holds(r, known) for r in group) for group in each.when)
    )  # fmt: skip
    answer = case.answer or last
    assert isinstance(answer, OptimumAnswer)
    return answer


def is_true(line: object, known: Known) -> bool:
    match line:
        case Relation():
            return holds(line, known)
        case System(relations):
            return all(is_true(each, known) for each in relations)
        case Alternatives(systems):
            return any(is_true(each, known) for each in systems)
    raise AssertionError(line)


@pytest.mark.parametrize(("command", "typed", "values"), ASKED)
def test_every_line_holds_at_every_point(
    command: str, typed: Typed, values: dict[str, int]
) -> None:
    with mpmath.workdps(DIGITS):
        letters = {name: Fraction(n) for name, n in values.items()}
        one = the_case(command, typed, letters)
        (lines,) = one.solving
        for point in one.points:
            told = (*point.at, *(point.multipliers or ()))
            known = letters | {n: fraction(worth(each.expr, letters)) for n, each in told}
            for line in (lines.start, *(step.after for step in lines.steps)):
                assert is_true(line, known), line


@pytest.mark.parametrize(("command", "typed", "values"), ASKED)
def test_minors_have_the_signs_that_are_said(
    command: str, typed: Typed, values: dict[str, int]
) -> None:
    known = {name: Fraction(n) for name, n in values.items()}
    with mpmath.workdps(DIGITS):
        one = the_case(command, typed, known)
        for point in one.points:
            if not point.test.minors:
                continue
            said = signs(point, len(one.question.constraints))
            for minor, sign in zip(point.test.minors, said, strict=True):
                assert not sign or mpmath.sign(worth(minor.expr, known)) == sign


def test_a_sign_that_values_deny_is_found() -> None:
    typed = Typed("x^3+y^3-3*a*x*y", wrt=["x", "y"])
    *_, last = solver_for("critical")(question("critical", typed))
    assert not list(minors_refuted(last.cases))
    assert list(minors_refuted(tuple(map(turned, last.cases))))


def turned(case: Case) -> Case:
    """With maxima for minima."""
    assert isinstance(case.answer, OptimumAnswer)
    points = []
    for point in case.answer.points:
        positive, negative, zero = point.test.inertia or (0, 0, 0)
        test = replace(point.test, inertia=(negative, positive, zero))
        points.append(replace(point, test=test))
    return Case(case.when, replace(case.answer, points=tuple(points)))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_of_a_case_says_why(language: Language) -> None:
    typed = Typed("x^2+a*x*y+y^2", wrt=["x", "y"])
    *_, last = solver_for("critical")(question("critical", typed))
    text = page(last, Wishes(language=language))
    assert "D = 4 − a² > 0" in text
    assert "D = 4 − a² < 0" in text


def test_json_has_the_steps_of_each_case_with_its_condition() -> None:
    typed = Typed("x^2+a*x*y+y^2", wrt=["x", "y"])
    *_, last = solver_for("critical")(question("critical", typed))
    steps = json.loads(wire.text(wire.wired(last, "en")))["steps"]
    told = [each["where"] for each in steps if each["rule"] == "solve-system"]
    assert told == [["a < -2 or a > 2"], ["a = -2"], ["a > -2, a < 2"], ["a = 2"]]


@pytest.mark.parametrize(
    ("expression", "letters"),
    [("(x*y-a)^2", {"t"}), ("p*x^(1/3)*y^(1/3)-w*x-r*y", {"t"})],
)
def test_conditions_of_a_parameter_of_a_set_speak_of_it_alone(
    expression: str, letters: set[str]
) -> None:
    assume = ["p>0", "w>0", "r>0"] if "p" in expression else []
    typed = Typed(expression, wrt=["x", "y"], assume=assume)
    *_, last = solver_for("critical")(question("critical", typed))
    sets = [
        one for case in last.cases or (Case(((),), last),) for one in (case.answer or last).sets
    ]
    assert sets
    for one in sets:
        assert all(r.names == letters for group in one.ranges for r in group)


def test_conditions_that_order_letters_are_one_chain() -> None:
    typed = Typed("a*x^2+b*y^2", wrt=["x", "y"], subject_to=["x^2+y^2<=1"])
    *_, last = solver_for("lagrange")(question("lagrange", typed))
    text = page(last, Wishes(steps="none"))
    for chain in ("b < a < 0", "a < b < 0", "a < 0 < b", "0 < b < a", "0 < a < b"):
        assert f"\n{chain} ─" in text
    assert "\na = 0 and b < 0 ─" in text
