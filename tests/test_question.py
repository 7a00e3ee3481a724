"""From the options of `diff` to one question; contradictions are found."""

import pytest

from calctool.notation.plain import plain
from calctool.notation.problem import Problem
from calctool.solve.typed import ANSWERED, Typed
from calctool.solve.typed import question as any_question
from calctool.solve.typed.diff import question


@pytest.mark.parametrize(
    ("typed", "wrt"),
    [
        (Typed("w1*x1+w2*x2+b"), ("w1", "x1", "w2", "x2", "b")),
        (Typed("b + a*x"), ("b", "a", "x")),
        (Typed("7"), ("x",)),
        (Typed("a*x", wrt=["x"]), ("x",)),
        (Typed("a*x", wrt=["x, a", "x"]), ("x", "a")),
        (Typed("x*y", mixed="x,y,x"), ("x", "y")),
        (Typed("x^2+y^2=1", of="y"), ("x",)),
        (Typed("x^2+y^2=a", of="y", wrt=["a"]), ("a",)),
        (Typed("a*x", where=["a=2*b"]), ("b", "x")),
        (Typed("a*x", where=["a=2"], at="3"), ("x",)),
    ],
)
def test_variables(typed: Typed, wrt: tuple[str, ...]) -> None:
    assert question(typed).wrt == wrt


def test_parameters_are_put_in_all_at_once() -> None:
    asked = question(Typed("a*x + b", wrt=["x"], where=["a=b, b=a"]))
    assert plain(asked.statement) == "b*x + a"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        (Typed("x=1"), "question.equation"),
        (Typed("x<1", of="x"), "question.inequality"),
        (Typed("x", of="x"), "question.of-without-equation"),
        (Typed("x=1", of="y"), "question.of-absent"),
        (Typed("x=y", of="y", wrt=["y"]), "question.of-variable"),
        (Typed("x=y", of="x,y"), "question.one-name"),
        (Typed("x=y", of="y", mixed="x,y"), "question.of-variable"),
        (Typed("x", wrt=["x"], where=["x=1"]), "question.where-variable"),
        (Typed("a*x", wrt=["x"], where=["a=x"]), "question.where-variable"),
        (Typed("x", where=["a=1"]), "question.where-absent"),
        (Typed("x", where=["2"]), "question.where-name"),
        (Typed("a*x", where=["a=1", "a=2"]), "option.assigned-twice"),
        (Typed("x*y", at="2"), "question.at-names"),
        (Typed("x*y", at="x=2"), "question.at-missing"),
        (Typed("x", at="y=2"), "question.at-stranger"),
        (Typed("a*x", wrt=["x"], at="a"), "question.at-constant"),
        (Typed("x", mixed="x,x", order="2"), "usage.conflict"),
        (Typed("x", mixed="x,x", wrt=["x"]), "usage.conflict"),
        (Typed("x", order="0"), "usage.bad-value"),
        (Typed("x", order="-1"), "usage.bad-value"),
        (Typed("x", order="1e9"), "usage.bad-value"),
        (Typed("x", order="1001"), "usage.bad-value"),
        (Typed("x", wrt=[""]), "option.name"),
        (Typed("e^x", wrt=["e"]), "option.constant"),
        (Typed("9^a*x", where=["a=9^99"]), "value.exponent"),
    ],
)
def test_contradictions(typed: Typed, id: str) -> None:
    with pytest.raises(Problem) as caught:
        question(typed)
    assert caught.value.id == id


@pytest.mark.parametrize("command", ANSWERED)
@pytest.mark.parametrize(
    ("typed", "function"),
    [
        ("y = x^2-3x ", "x^2-3x"),
        ("f(x)=2x", "2x"),
        ("z＝a*x", "a*x"),
        ("f(x, y)=f*x", "f*x"),
        ("y=x*y", None),
        ("x=2", None),
        ("x^2+y^2=1", None),
        ("y=x=2", None),
        ("y<x", None),
    ],
)
def test_a_definition_is_told_from_an_equation(
    command: str, typed: str, function: str | None
) -> None:
    with pytest.raises(Problem) as caught:
        any_question(command, Typed(typed, subject_to=["x=1"]))
    problem = caught.value
    assert (problem.hint == "right-side") == (function is not None)
    assert problem.facts.get("function") == function
