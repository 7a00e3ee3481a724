"""From the options of `diff` to one question; contradictions are found."""

import pytest
from msgspec.structs import replace

from calctool.commands import QUESTIONS
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import Relation
from calctool.solve.typed import Typed
from calctool.solve.typed import question as any_question
from calctool.solve.typed.diff import question
from calctool.solve.typed.lagrange import question as lagrange
from calctool.solve.typed.table import question as table


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
        (Typed("a*x", wrt=["x"], at="x+a"), "question.at-constant"),
        (Typed("x*y", at="x=y,y=1"), "question.at-constant"),
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


def outcome(command: str, typed: str, *domain: str) -> object:
    """The question without how it was typed; or the id of what is wrong with it."""
    try:
        asked = any_question(command, Typed(typed, domain=domain, subject_to=["x=1"]))
    except Problem as problem:
        return problem.id
    return replace(asked, source="", notes=(), notation="plain")


@pytest.mark.parametrize("command", QUESTIONS)
@pytest.mark.parametrize(
    ("typed", "function"),
    [
        ("y = x^2-3x ", "x^2-3x"),
        ("f(x)=2x", "2x"),
        ("z＝a*x", "a*x"),
        ("f(x, y)=a*x", "a*x"),
        ("y := x^2", "x^2"),
        ("f(x) = x^2, x ≠ 3", "x^2, x ≠ 3"),
    ],
)
def test_a_definition_is_the_question_of_its_right_side(
    command: str, typed: str, function: str
) -> None:
    assert outcome(command, typed) == outcome(command, function)


@pytest.mark.parametrize("command", QUESTIONS)
@pytest.mark.parametrize(
    "typed", ["y=x*y", "f(x, y)=f*x", "x=2", "x^2+y^2=1", "y=x=2", "y<x", "y := xlnx"]
)
def test_an_equation_is_no_definition(command: str, typed: str) -> None:
    assert isinstance(outcome(command, typed), str)


def test_an_equation_stays_one_where_it_is_asked_for() -> None:
    assert isinstance(any_question("diff", Typed("y = x^2", of="y")).statement, Relation)


@pytest.mark.parametrize("command", QUESTIONS)
@pytest.mark.parametrize(
    ("typed", "function"),
    [("3x²-2x+1=0", "3x²-2x+1"), ("x^2=2x", "x^2 - (2x)"), ("0==x^3", "0 - (x^3)")],
)
def test_an_equation_in_one_name_is_answered_with_its_left_side(
    command: str, typed: str, function: str
) -> None:
    with pytest.raises(Problem) as caught:
        any_question(command, Typed(typed, subject_to=["x=1"]))
    assert (caught.value.hint, caught.value.facts["function"]) == ("left-side", function)


@pytest.mark.parametrize("command", ["table", "critical"])
def test_the_condition_of_a_definition_is_its_domain(command: str) -> None:
    asked = outcome(command, "f(x) = ln x, x>1")
    assert asked == outcome(command, "ln x", "x>1")
    assert asked != outcome(command, "ln x")


def test_a_condition_is_not_left_out_silently() -> None:
    asked = any_question("diff", Typed("f(x) = x^2 sin x, x>0"))
    assert "note.condition-left-out" in {note.id for note in asked.notes}


@pytest.mark.parametrize("command", QUESTIONS)
@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("e^x sin x dx", "syntax.differential"),
        ("d/dx x^2", "syntax.derivative"),
        ("x*diff(e^x, x)", "syntax.inner-derivative"),
        ("x*d/dx(e^x)", "syntax.inner-derivative"),
        ("x^2\nx^3", "syntax.several-lines"),
        ("xlnx", "syntax.joined-function"),
        ("x mod 2", "syntax.reserved-word"),
    ],
)
def test_no_command_answers_another_question(command: str, typed: str, id: str) -> None:
    with pytest.raises(Problem) as caught:
        any_question(command, Typed(typed, subject_to=["x=1"]))
    assert caught.value.id == id


def test_quotes_that_were_left_in() -> None:
    asked = question(Typed("'a*x'", wrt=["'x'"], at="“2”", where=["'a=3'"]))
    assert (asked.wrt, plain(asked.at[0][1])) == (("x",), "2")
    assert table(Typed("x", domain=["'[0,1]'"])).domain


def test_a_differential_that_is_a_variable() -> None:
    asked = question(Typed("x^2*dx", wrt=["x", "dx"]))
    assert asked.wrt == ("x", "dx")


# --- values and names ---------------------------------------------------------------------------


@pytest.mark.parametrize("command", QUESTIONS)
def test_a_value_for_every_name_asks_for_a_point(command: str) -> None:
    with pytest.raises(Problem) as caught:
        any_question(command, Typed("x^2", where=["x=3"], subject_to=["x=1"]))
    assert caught.value.id == "question.where-every"
    assert caught.value.facts["point"] == "x=3"


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        ("diff", "at-instead"),
        ("limit-def", "at-instead"),
        ("table", "leave-out"),
        ("critical", "leave-out"),
        ("lagrange", "constraint-instead"),
    ],
)
def test_a_value_for_the_variable(command: str, hint: str) -> None:
    with pytest.raises(Problem) as caught:
        any_question(command, Typed("x*y", wrt=["x"], where=["x=3"], subject_to=["x+y=1"]))
    assert (caught.value.id, caught.value.hint) == ("question.where-variable", hint)


@pytest.mark.parametrize(
    ("typed", "hint", "there"),
    [
        (Typed("x^2*y", wrt=["X"]), "name-there", "x"),
        (Typed("x*y", mixed="xy"), "name-there", "x,y"),
        (Typed("theta*x", wrt=["teta"]), "name-there", "theta"),
        (Typed("t*log(s)", wrt=["w"]), "names-there", "s, t"),
        (Typed("x*y", wrt=["x,z"]), "names-there", "x, y"),
        (Typed("x^2+y^2=1", of="Y"), "name-there", "y"),
        (Typed("a*x", where=["A=1"]), "names-there", "a, x"),
    ],
)
def test_names_that_do_not_occur(typed: Typed, hint: str, there: str) -> None:
    with pytest.raises(Problem) as caught:
        question(typed)
    problem = caught.value
    assert problem.hint == hint
    assert there in (problem.facts.get("near"), problem.facts.get("names"))


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        ("ax^2+bx+c", "a*x^2+b*x+c"),
        ("1/ax+e^bx", "1/(a*x)+e^(b*x)"),
        ("sin(ax)+abx", "sin(a*x)+a*b*x"),
    ],
)
def test_a_variable_inside_names_is_found(expression: str, written: str) -> None:
    with pytest.raises(Problem) as caught:
        any_question("diff", Typed(expression, wrt=["x"]))
    problem = caught.value
    assert (problem.id, problem.hint) == ("question.absent", "joined-there")
    assert problem.facts["written"] == written
    assert "x" in question(Typed(written, wrt=["x"])).wrt


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        (Typed("x*y", at="1,2"), {"x": "1", "y": "2"}),
        (Typed("x*y", at="(1, 2)"), {"x": "1", "y": "2"}),
        (Typed("y*x", wrt=["y,x"], at="1,2"), {"y": "1", "x": "2"}),
        (Typed("x*y", at="x=1, y=2"), {"x": "1", "y": "2"}),
        (Typed("x", at="log(8,2)"), {"x": "log(8, 2)"}),
    ],
)
def test_points(typed: Typed, at: dict[str, str]) -> None:
    asked = question(typed)
    assert {name: plain(value) for name, value in asked.at} == at
    assert any(note.id == "note.option-read" for note in asked.notes) == ("=" not in typed.at
        and typed.at != "log(8,2)")  # type: ignore[operator]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        (Typed("x", at="1,2"), "question.at-several"),
        (Typed("y*x", at="1,2"), "question.at-names"),
        (Typed("x*y", at="1,2,3"), "question.at-names"),
        (Typed("x", at="x=1, x=2"), "option.assigned-twice"),
    ],
)
def test_points_that_are_not_clear(typed: Typed, id: str) -> None:
    with pytest.raises(Problem) as caught:
        question(typed)
    assert caught.value.id == id


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("x>0", "(0, oo)"),
        ("0<x", "(0, oo)"),
        ("x<=pi/2", "(-oo, pi/2]"),
        ("0<=x<=1", "[0, 1]"),
        ("1>x>=0", "[0, 1)"),
        ("x>=0, x<1", "[0, 1)"),
        ("x>=0 and x<1", "[0, 1)"),
        ("]0,1[", "(0, 1)"),
        ("[0,1[", "[0, 1)"),
        ("]-oo;0]", "(-oo, 0]"),
        ("[0;1]", "[0, 1]"),
        ("[0,5;1]", "[0.5, 1]"),
        ("x in [0,1)", "[0, 1)"),
        ("x ∈ ]0,1[", "(0, 1)"),
        ("x:[0;1]", "[0, 1]"),
        ("x≥0", "[0, oo)"),
    ],
)
def test_intervals_as_others_write_them(typed: str, same: str) -> None:
    asked = table(Typed("x^2", domain=[typed]))
    assert asked.domain == table(Typed("x^2", domain=[same])).domain
    assert "note.option-read" in {note.id for note in asked.notes}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("0..1", '--domain "[0, 1]"'),
        ("0,1", '--domain "[0, 1]"'),
        ("0:1", '--domain "[0, 1]"'),
        ("0 to pi", '--domain "[0, pi]"'),
        ("x:0..1", '--domain "x:[0, 1]"'),
    ],
)
def test_intervals_without_their_ends(typed: str, written: str) -> None:
    with pytest.raises(Problem) as caught:
        table(Typed("x^2", domain=[typed]))
    assert caught.value.facts["written"] == written
    offered = written.removeprefix('--domain "').removesuffix('"')
    assert table(Typed("x^2", domain=[offered])).domain


@pytest.mark.parametrize("typed", ["x+1", "x^2<1", "x!=0", "0<x>1", "x>0, x>1", "[0,1", "a..", "1"])
def test_what_is_no_interval(typed: str) -> None:
    with pytest.raises(Problem):
        table(Typed("x^2", domain=[typed]))


@pytest.mark.parametrize(
    ("typed", "single"),
    [
        (["x+y=1,x-y=2"], ["x+y=1", "x-y=2"]),
        (["x+y=1; x-y=2"], ["x+y=1", "x-y=2"]),
        (["x>=0 and y>=0"], ["x>=0", "y>=0"]),
        (["x,y>=0"], ["x>=0", "y>=0"]),
        (["0<=x<=1"], ["0<=x", "x<=1"]),
        (["x=y=1"], ["x=y", "y=1"]),
        (["x>=0, 0<=y<=1"], ["x>=0", "0<=y", "y<=1"]),
        (["max(x, y)<=1"], ["max(x, y)<=1"]),
        (["x^2+y^2+xy=3"], ["x^2+y^2+x*y=3"]),
    ],
)
def test_constraints_in_one_text(typed: list[str], single: list[str]) -> None:
    asked = lagrange(Typed("x+y", subject_to=typed))
    assert asked.constraints == lagrange(Typed("x+y", subject_to=single)).constraints
    assert bool(asked.notes) == (typed != single)
