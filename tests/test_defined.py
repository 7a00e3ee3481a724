"""What was defined is put into a question, is seen to be, and never silently."""

from __future__ import annotations

import pytest
from hypothesis import given

from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute
from calctool.solve.question import Asked
from calctool.solve.typed import Typed, question
from calctool.solve.typed.defined.definition import define
from calctool.solve.typed.record import Defined, Judged
from trees import trees

LINES = (
    "f(x) := x^2*exp(-x)", "a := 2", "g(x, y) := a*x*y", "loss := (y-w*x)^2", "rate := 3",
    r"k(t) := \frac{t}{1+t^2}", "p(a) := a^2",
)  # fmt: skip


def defined(*lines: str) -> tuple[Defined, ...]:
    known: dict[str, Defined] = {}
    for line in lines:
        one, _ = define(line, known.values())
        known[one.name] = one
    return tuple(known.values())


KNOWN = defined(*LINES)


def asked(command: str, expression: str, **more: object) -> Asked:
    return question(command, Typed(expression, defined=KNOWN, **more))


PUT_IN = [
    ("f(x)", {}, "x^2*exp(-x)"),
    ("f", {}, "x^2*exp(-x)"),
    ("f(2x) + a", {}, "(2*x)^2*exp(-2*x) + 2"),
    ("2ax", {}, "2*2*x"),
    ("g(x, f(x))", {}, "2*x*(x^2*exp(-x))"),
    ("rate*t", {}, "3*t"),
    ("loss", {"wrt": ["w"]}, "(y - w*x)^2"),
    (r"\frac{f(x)}{a}", {}, "x^2*exp(-x)/2"),
    ("k(x)*u(x)", {"function": ["u"]}, "x/(1 + x^2)*u(x)"),
    ("p(x) + a", {}, "x^2 + 2"),
    ("p", {}, "a^2"),
    ("a*x", {"wrt": ["a"]}, "a*x"),
    ("tan(x)", {}, "tan(x)"),
]


@pytest.mark.parametrize(("typed", "options", "made"), PUT_IN, ids=[row[0] for row in PUT_IN])
def test_what_is_defined_is_put_in_and_said(
    typed: str, options: dict[str, object], made: str
) -> None:
    found = asked("diff", typed, **options)
    assert plain(found.statement) == made
    assert found.source == typed
    assert ("note.defined" in [note.id for note in found.notes]) == (made != typed)


def test_options_have_what_is_defined_too() -> None:
    assert plain(asked("table", "f(x)", domain=["[0, a]"]).domain.end) == "2"
    assert plain(asked("diff", "x^3", at="a").at[0][1]) == "2"
    assert plain(asked("diff", "x^3", at="x = a+1").at[0][1]) == "2 + 1"
    assert plain(asked("diff", "b*x", where=["b=a"]).statement) == "2*x"
    (constraint,) = asked("lagrange", "x+y", subject_to=["f(x)+y^2=a"]).constraints
    assert plain(constraint) == "x^2*exp(-x) + y^2 = 2"


def test_a_question_without_a_defined_name_is_as_ever() -> None:
    assert asked("diff", "1/2x") == question("diff", Typed("1/2x"))


REFUSED = [
    ("diff", Typed("f'(x)"), "define.derivative"),
    ("diff", Typed("f(x, y)"), "define.arguments"),
    ("diff", Typed("x*f"), "define.without-arguments"),
    ("diff", Typed("x", at="f(2)"), "define.only-in-expressions"),
    ("check", Typed("a*x", judged=Judged("diff", "a")), "define.in-answer"),
    ("check", Typed("x^2", judged=Judged("diff", "f(x)")), "define.in-answer"),
    ("diff", Typed("f(x) + sigm(x)"), "syntax.unknown-function"),
    ("diff", Typed("f(x"), "syntax.unclosed-bracket"),
]


@pytest.mark.parametrize(("command", "typed", "id"), REFUSED, ids=[row[2] for row in REFUSED])
def test_what_cannot_be_put_in_is_refused(command: str, typed: Typed, id: str) -> None:
    with pytest.raises(Problem) as caught:
        asked(command, typed.expression, at=typed.at, judged=typed.judged)
    assert caught.value.id == id


NONE = [
    ("pi := 3", "define.left"),
    ("e := 3", "define.left"),
    ("sin(x) := x", "define.left"),
    ("2 := 3", "define.left"),
    ("x+1 := 2", "define.left"),
    ("q(x, x) := x", "define.left"),
    ("f(2) := 3", "define.left"),
    ("q(q) := q", "define.left"),
    ("a b := 3", "define.left"),
    (":= 3", "define.left"),
    ("b := x = 3", "define.relation"),
    ("c :=", "syntax.empty"),
    ("a := a + 1", "define.circle"),
    ("h(x) := h(x)", "define.circle"),
    ("q := f(q)", "define.circle"),
    ("c := sigm(x)", "syntax.unknown-function"),
]


@pytest.mark.parametrize(("line", "id"), NONE, ids=[line for line, _ in NONE])
def test_what_is_no_definition_is_refused(line: str, id: str) -> None:
    with pytest.raises(Problem) as caught:
        define(line, KNOWN)
    assert caught.value.id == id


def test_a_circle_over_others_is_seen() -> None:
    known = defined("b := 1", "c := b", "d := c")
    with pytest.raises(Problem, match=r"define\.circle"):
        define("b := d + 1", known)


def test_definitions_of_definitions_stay_within_the_bounds() -> None:
    lines = ["n0 := x + 1", *(f"n{k} := n{k - 1}*n{k - 1}" for k in range(1, 60))]
    known = defined(*lines)
    with pytest.raises(Problem) as caught:
        question("diff", Typed("n59", defined=known))
    assert caught.value.id.startswith(("limit.", "value."))


@given(trees(("x", "a"), 2, derivatives=False))
def test_putting_in_is_substitution(tree: Tree) -> None:
    value = (Defined("a", None, Name("b")),)
    try:
        found = question("diff", Typed(plain(tree), defined=value, notation="plain"))
        other = question("diff", Typed(plain(substitute(tree, {"a": Name("b")}))))
    except Problem:
        return
    assert plain(found.statement) == plain(other.statement)
