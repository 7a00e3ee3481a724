"""What is typed for `critical` and `lagrange`: variables, constraints, what is wrong."""

import pytest

from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.render.problem import drawn
from calctool.render.wire.derivation import stretch
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question as critical
from calctool.solve.typed.lagrange import question as lagrange
from calctool.solve.typed.options.stretch import read_domains

CIRCLE = "x^2+y^2=1"


@pytest.mark.parametrize(
    ("typed", "wrt"),
    [
        (Typed("x^2+y^2"), ("x", "y")),
        (Typed("b*a + x"), ("b", "a", "x")),
        (Typed("a*x^2", wrt=["x"]), ("x",)),
        (Typed("a*x^2 + y", wrt=["y,x"]), ("y", "x")),
        (Typed("a*x", where=["a=2*b"]), ("b", "x")),
        (Typed("7"), ("x",)),
    ],
)
def test_variables_of_critical(typed: Typed, wrt: tuple[str, ...]) -> None:
    assert critical(typed).wrt == wrt


@pytest.mark.parametrize(
    ("typed", "wrt", "constraints"),
    [
        (Typed("x+y", subject_to=["x**2+y**2=1"]), ("x", "y"), ["x^2 + y^2 = 1"]),
        (Typed("x", subject_to=["y==2", "z>=x"]), ("x", "y", "z"), ["y = 2", "z >= x"]),
        (Typed("x*y", subject_to=["2≤x", "y ≤ 3"]), ("x", "y"), ["2 <= x", "y <= 3"]),
        (Typed("x", subject_to=["Eq(x, a)"], wrt=["x"]), ("x",), ["x = a"]),
        (Typed("a*x", subject_to=["x=a"], where=["a=1/2"]), ("x",), ["x = 1/2"]),
        (Typed("1", subject_to=["x>=b"], where=["b=c"]), ("x", "c"), ["x >= c"]),
    ],
)
def test_constraints(typed: Typed, wrt: tuple[str, ...], constraints: list[str]) -> None:
    asked = lagrange(typed)
    assert asked.wrt == wrt
    assert list(map(plain, asked.constraints)) == constraints


def test_readings_of_every_part_are_noted() -> None:
    asked = lagrange(Typed("1/2x", subject_to=["y^1/3=x"]))
    assert [note.id for note in asked.notes] == [
        "note.quotient-then-product",
        "note.power-then-quotient",
    ]


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        (Typed(CIRCLE), "question.not-a-function"),
        (Typed("x<1"), "question.not-a-function"),
        (Typed("f(x)+y"), "question.unknown-function"),
        (Typed("x", where=["x=1"], wrt=["x"]), "question.where-variable"),
        (Typed("x", where=["y=1"]), "question.where-absent"),
        (Typed("x*y", domain=["[0,1]"]), "question.domain-names"),
        (Typed("x*y", domain=["z:[0,1]"]), "question.domain-stranger"),
        (Typed("x*y", wrt=["x"], domain=["y:[0,1]"]), "question.domain-stranger"),
        (Typed("x*y", domain=["x:[0,1]", "x:[0,2]"]), "option.assigned-twice"),
        (Typed("x*y", domain=["x,z:[0,1]"]), "question.domain-stranger"),
        (Typed("x*y", domain=["x,x:[0,1]"]), "option.assigned-twice"),
        (Typed("x*y", domain=["x>0,y"]), "option.domain"),
        (Typed("x*y", domain=["x,z>0"]), "option.domain"),
        (Typed("x*y", domain=["x,x>0"]), "option.domain"),
        (Typed("x*y", domain=["x:[0,y]"]), "question.domain-constant"),
        (Typed("x*y", domain=["x:0..1"]), "option.domain"),
        (Typed("x*y", domain=["x+y≤1"]), "option.domain"),
        (Typed("x", domain=[":[0,1]"]), "option.name"),
    ],
)
def test_what_is_no_question_of_critical(typed: Typed, id: str) -> None:
    with pytest.raises(Problem) as caught:
        critical(typed)
    assert caught.value.id == id


@pytest.mark.parametrize(
    ("typed", "stretches"),
    [
        ("x,y>0", ["x:(0, oo)", "y:(0, oo)"]),
        ("x, y >= 0, z < 1", ["x:[0, oo)", "y:[0, oo)", "z:(-oo, 1)"]),
        ("x、y>0", ["x:(0, oo)", "y:(0, oo)"]),
        ("0<x,y<=1", ["x:(0, 1]", "y:(0, 1]"]),
        ("x,z:[0,1)", ["x:[0, 1)", "z:[0, 1)"]),
        ("x:[0,1], y,z:[0,2)", ["x:[0, 1]", "y:[0, 2)", "z:[0, 2)"]),
        ("x,y in (0,1)", ["x:(0, 1)", "y:(0, 1)"]),
        ("0<x, z>1", ["x:(0, oo)", "z:(1, oo)"]),
    ],
)
def test_a_domain_for_several_names_at_once(typed: str, stretches: list[str]) -> None:
    asked = critical(Typed("x*y*z", domain=[typed]))
    assert [f"{name}:{stretch(part)}" for name, part in asked.domain] == stretches
    constrained = lagrange(Typed("x*y*z", subject_to=["x+y+z=1"], domain=[typed]))
    assert constrained.domain == asked.domain


@pytest.mark.parametrize(
    ("constraints", "domain", "stretches", "left"),
    [
        (["x+y=1", "x>0"], [], ["x:(0, oo)"], 1),
        (["x>0", "y>=0"], [], ["x:(0, oo)"], 1),
        (["0<x<2", "y=1"], [], ["x:(0, 2)"], 1),
        (["1>x"], ["x:[-1,3]"], ["x:[-1, 1)"], 0),
        (["2*x<6"], ["x:[0,3]"], ["x:[0, 3)"], 0),
        (["x>0"], ["x:(1,oo)"], ["x:(1, oo)"], 0),
    ],
)
def test_strict_bounds_are_open_sides(
    constraints: list[str], domain: list[str], stretches: list[str], left: int
) -> None:
    asked = lagrange(Typed("x*y", subject_to=constraints, domain=domain))
    assert [f"{name}:{stretch(part)}" for name, part in asked.domain] == stretches
    assert len(asked.constraints) == left
    assert any(note.id == "note.open-side" for note in asked.notes)


@pytest.mark.parametrize("constraints", [["x+y<1"], ["Gt(x*y, 1)"], ["x>1", "x<0"], ["y>x"]])
def test_strict_relations_stay_constraints(constraints: list[str]) -> None:
    asked = lagrange(Typed("x*y", subject_to=constraints))
    assert asked.constraints[-1].sign in ("<", ">")


def test_strict_relations_have_no_letters() -> None:
    with pytest.raises(Problem) as caught:
        lagrange(Typed("a*x+y", subject_to=["x^2<y"], wrt=["x,y"]))
    assert (caught.value.id, caught.value.hint) == (
        "question.constraint-strict",
        "include-boundary",
    )


@pytest.mark.parametrize(
    ("constraints", "id", "hint"),
    [
        ([], "question.no-constraint", "say-subject-to"),
        (["x*y-1"], "question.constraint-sign", "write-zero"),
        (["x!=1"], "question.constraint-unequal", None),
        (["1=2"], "question.constraint-constant", None),
        (["a=2"], "question.constraint-constant", None),
        (["x=1,5"], "syntax.comma", "write"),
        (["x"], "question.constraint-sign", "write-zero"),
        (["f(x)=1"], "question.unknown-function", None),
        (["x="], "syntax.ends-early", None),
        (["x=1/0"], "value.division-by-zero", None),
    ],
)
def test_what_is_no_constraint(constraints: list[str], id: str, hint: str | None) -> None:
    with pytest.raises(Problem) as caught:
        lagrange(Typed("x+y", subject_to=constraints, wrt=["x,y"]))
    assert (caught.value.id, caught.value.hint) == (id, hint)


def test_a_value_put_in_may_not_break_a_constraint() -> None:
    with pytest.raises(Problem) as caught:
        lagrange(Typed("x", subject_to=["x=1/a"], where=["a=0"]))
    assert caught.value.id == "value.division-by-zero"
    with pytest.raises(Problem) as caught:
        lagrange(Typed("x", subject_to=["a=1"], where=["a=2"]))
    assert caught.value.id == "question.constraint-constant"


@pytest.mark.parametrize(
    ("constraint", "shown"),
    [
        ("x^2+sinn(y)=1", "  x^2+sinn(y)=1\n      ^^^^\n"),
        ("x+1/0<=1", "  x+1/0<=1\n      ^\n"),
    ],
)
def test_carets_stand_in_the_constraint(constraint: str, shown: str) -> None:
    with pytest.raises(Problem) as caught:
        lagrange(Typed("x+y", subject_to=[CIRCLE, constraint]))
    assert shown in drawn(caught.value, "en", 80)


def test_domains_of_several_variables() -> None:
    found, notes = read_domains(["y:(0, oo)", "x：［0，1）".replace("）", ")")], ("x", "y"))
    assert [name for name, _ in found] == ["x", "y"]
    assert [part.closed for _, part in found] == [(True, False), (False, False)]
    assert not notes
