"""The JSON form: strict, by the schema, and read back by SymPy to the same values."""

import json
import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import sympy

from calctool.notation.node import Span
from calctool.notation.printing.sympy_text import sympy_name
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_back
from calctool.notation.reading.typed import read
from calctool.notation.tree import INFINITY, PI, Call, Name, Negative, Tree, number
from calctool.render import wire
from calctool.render.wire.contract import Answer, Math
from calctool.render.wire.derivation import completeness
from calctool.render.wire.diff import DiffResult
from calctool.render.wire.formula import Formulas
from calctool.run.child import solver_for
from calctool.solve.answer import Completeness, State
from calctool.solve.diff import answering as diff
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.exact.record import Exact
from calctool.solve.typed import Typed
from calctool.solve.typed import question as any_question
from calctool.solve.typed.diff import question
from calctool.words import Note, Words

SCHEMA = Path(__file__).parents[1] / "docs" / "answer.schema.json"
QUESTIONS = [
    Typed("1/(1+exp(-x))"),
    Typed("w1*x1+w2*x2+b", wrt=["x1", "w1", "b"]),
    Typed("x^2*sin(x)", order="2"),
    Typed("x^2*y^3", mixed="x,y"),
    Typed("x^2+y^2=1", of="y"),
    Typed("|x|", at="0"),
    Typed("x^(1/3)", at="2"),
    Typed("a*x^2", wrt=["x"], where=["a=1/2"], at="pi"),
    Typed("f(x^2)"),
    Typed("f(x)^2+x", at="2"),
    Typed("7"),
    Typed("lambda*S*I*x", wrt=["x"]),
    Typed("Piecewise((x^2, x<1), (2*x, True))", at="1"),
]


def last(typed: Typed) -> DiffAnswer:
    return list(diff.answer(question(typed)))[-1]


@pytest.fixture(scope="module", params=QUESTIONS, ids=lambda typed: typed.expression)
def answer(request: pytest.FixtureRequest) -> Answer:
    return wire.wired(last(request.param), "en")


def maths(part: Any) -> Iterator[dict[str, Any]]:
    """Every formula of a document."""
    if isinstance(part, dict):
        if {"expr", "latex", "value"} <= set(part):
            yield part
        part = list(part.values())
    for inner in part if isinstance(part, list) else ():
        yield from maths(inner)


@pytest.mark.parametrize(
    ("command", "typed"),
    [
        ("diff", Typed("f(x)", at="0")),
        ("diff", Typed("f(x)^2+x", at="2")),
        ("diff", Typed("f(x,y)", at="x=1,y=2")),
        ("diff", Typed("k(x)*x", function=["k"], at="1")),
        ("limit-def", Typed("f(x)^2", at="3")),
        ("critical", Typed("x^3-3*x")),
        ("critical", Typed("x^2+y^2")),
        ("lagrange", Typed("x+y", subject_to=["x^2+y^2=1"])),
    ],
)
def test_a_value_of_an_undefined_function_is_no_number(command: str, typed: Typed) -> None:
    """f(1) is named, not worked out; what stands in for f in checks is not its value."""
    *_, made = solver_for(command)(any_question(command, typed))
    found = list(maths(msgspec.to_builtins(wire.wired(made, "en"))))
    parts = [one for one in found if re.search(r"(?<!\w)[fk]\(", one["expr"])]
    assert parts
    assert all(one["value"] is None for one in parts)


def strict(text: str) -> Any:
    def constant(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    return json.loads(text, parse_constant=constant)


def formulas(part: object) -> Iterator[Math]:
    if isinstance(part, Math):
        yield part
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            yield from formulas(getattr(part, name))
    elif isinstance(part, dict | list | tuple):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from formulas(inner)


def test_every_answer_keeps_the_schema(answer: Answer) -> None:
    text = wire.text(answer)
    assert text.isascii()
    document = strict(text)
    jsonschema.validate(document, wire.schema())
    assert msgspec.json.decode(text, type=Answer[DiffResult]) == answer


def test_no_other_fields_are_accepted() -> None:
    document = msgspec.to_builtins(wire.failure(Problem("syntax.empty"), "diff", "en"))
    with pytest.raises(msgspec.ValidationError, match="surprise"):
        msgspec.convert({**document, "surprise": 1}, Answer)


def test_sympy_reads_every_formula(answer: Answer) -> None:
    assert answer.question is not None
    names = {*answer.names, *read_names(answer.question.expr), *answer.question.wrt}
    symbols = {sympy_name(n): sympy.Symbol(sympy_name(n), real=True) for n in names}
    functions = {name: sympy.Function(name) for name in "fgh"}
    for formula in formulas(answer):
        found = sympy.sympify(formula.expr, locals={**functions, **symbols})  # noqa: TID251
        assert found.free_symbols <= set(symbols.values()) or "u" in formula.expr
        if formula.value is not None:
            assert float(found) == pytest.approx(formula.value, rel=1e-12)


def read_names(expression: str) -> frozenset[str]:
    return read_back(expression).names


def test_steps_chain_from_the_question_to_the_derivative(answer: Answer) -> None:
    assert answer.result is not None
    for step in answer.steps:
        chain = step.steps or [step]
        assert all(a.after == b.before for a, b in pairwise(chain))
    assert all(step.verdict == "proved" for step in answer.steps)


def test_several_derivatives_are_one_step_each() -> None:
    found = wire.wired(last(Typed("x*y")), "zh")
    assert found.result is not None
    assert [step.after for step in found.steps] == [
        one.derivative for one in found.result.derivatives
    ]
    assert [step.rule for step in found.steps] == ["derivative", "derivative"]
    assert "求导" in found.steps[0].title
    assert wire.wired(last(Typed("x*y")), "zh", steps=False).steps == []


@pytest.mark.parametrize(
    ("tree", "expr", "value"),
    [
        (number(Fraction(1, 3)), "1/3", 1 / 3),
        (Negative(number(2)), "-2", -2.0),
        (PI, "pi", 3.141592653589793),
        (Call("exp", (number(1),)), "exp(1)", 2.718281828459045),
        (INFINITY, "oo", None),
        (Negative(INFINITY), "-oo", None),
        (Call("exp", (number(10**6),)), "exp(1000000)", None),
        (Name("x"), "x", None),
        (Call("log", (Negative(number(1)),)), "log(-1)", None),
    ],
)
def test_values_are_finite_numbers_or_null(tree: Tree, expr: str, value: float | None) -> None:
    found = Formulas(frozenset()).math(tree)
    assert found.expr == expr
    assert found.value == (value if value is None else pytest.approx(value, rel=1e-15))


def test_infinite_values_are_written_out() -> None:
    found = Formulas(frozenset()).exact(Exact(Negative(INFINITY), None, None))
    assert found == Math(expr="-oo", latex=r"-\infty", value=None)


def test_an_error_is_a_document_too() -> None:
    problem = Problem("syntax.unexpected", Span(1, 2), source="x\x7f\u202e)", sign="\x7f\u202e")
    with_hint = wire.failure(problem, None, "en")
    text = wire.text(with_hint)
    jsonschema.validate(strict(text), wire.schema())
    assert not {"\x7f", "\u202e"} & set(text)
    assert with_hint.error is not None
    assert with_hint.error.span == (1, 2)


def test_notes_follow_the_language() -> None:
    note = Note("some.note", Words("read as 1/2*x", "读作 1/2*x"))
    asked = last(Typed("x"))
    noted = DiffAnswer(
        question=asked.question,
        derivatives=asked.derivatives,
        status=asked.status,
        completeness=asked.completeness,
        notes=(note,),
    )
    assert wire.wired(noted, "zh").notes[0].text == "读作 1/2*x"


def test_the_released_schema_is_up_to_date() -> None:
    assert json.loads(SCHEMA.read_text()) == wire.schema()


def test_expressions_as_read_are_read_again() -> None:
    asked = question(Typed("2x sin x"))
    wired = wire.wired(last(Typed("2x sin x")), "en")
    assert wired.question is not None
    assert read(wired.question.expr).statement == asked.statement


LONG = "*".join(f"((x - {i})*sin({i}*x)*y)" for i in range(1, 11))


@pytest.mark.parametrize("typed", [Typed(LONG, wrt=["x,y"]), Typed(LONG, wrt=["x"], order="2")])
def test_every_name_has_one_meaning_that_comes_before_its_use(typed: Typed) -> None:
    answer = wire.wired(last(typed), "en")
    assert answer.names
    assert answer.result is not None
    place = {sympy.Symbol("x", real=True): 1.3, sympy.Symbol("y", real=True): 0.7}
    values: dict[sympy.Symbol, Any] = {}

    def worked_out(text: str) -> Any:
        known = {symbol.name: symbol for symbol in (*place, *values)}
        read_by_sympy = sympy.sympify(text, locals=known)  # noqa: TID251
        return read_by_sympy.subs({**place, **values}).evalf(30)

    for name, formula in answer.names.items():
        values[sympy.Symbol(name, real=True)] = worked_out(formula.expr)
    f = sympy.sympify(LONG, locals={symbol.name: symbol for symbol in place})  # noqa: TID251
    for one in answer.result.derivatives:
        expected = sympy.diff(f, *(sympy.Symbol(name, real=True) for name in one.wrt)).subs(place)
        assert worked_out(one.derivative.expr) == pytest.approx(float(expected))


def test_a_place_left_undecided_is_not_called_undefined() -> None:
    answer = wire.wired(last(Typed("sin(a)*abs(x)", wrt=["x"])), "en")
    assert answer.status == "partial"
    assert answer.result is not None
    assert answer.result.derivatives[0].undefined_at == []


def test_boxes_beyond_all_doubles_are_written() -> None:
    """Critical points of sin(log(log(x))) lie at e^(e^(k*pi))."""
    far = (
        ("x", Fraction(10) ** 400, Fraction(10) ** 900),
        ("y", -(Fraction(10) ** 400), Fraction(1)),
    )
    found = Completeness(State.PARTIAL, Words(en="", zh=""), undecided=(far,))
    (box,) = completeness(found, "en").undecided
    largest = sys.float_info.max
    assert box == {"x": (largest, largest), "y": (-largest, 1)}
    assert json.loads(msgspec.json.encode(box)) == {"x": [largest, largest], "y": [-largest, 1]}
