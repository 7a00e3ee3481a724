"""`calctool limit-def`: rows with their steps, contracts over random functions, commands."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import Lack, Program
from calctool.algebra.domain.conditions import conditions, is_empty
from calctool.algebra.limit.fundamental import FUNDAMENTAL
from calctool.notation.printing.latex import latex
from calctool.notation.printing.plain import plain
from calctool.notation.printing.sympy_text import sympy_text
from calctool.notation.printing.unicode import pretty
from calctool.notation.reading.parser import read_back
from calctool.notation.reading.typed import read
from calctool.notation.tree import ZERO, Limit, Name, Number, Relation, Statement, Tree
from calctool.notation.walk import substitute, walk
from calctool.solve.answer import Derivation, Status, Step
from calctool.solve.limits.answering import answer
from calctool.solve.limits.record import LimitDefAnswer, LimitDefQuestion
from calctool.solve.typed import Typed
from calctool.solve.typed.limit_def import question
from calctool.verify.equality import check_equality
from calctool.verify.limits import Limits
from calctool.verify.verdict import Verdict
from calctool.words.limits import STEPS
from calctool.words.moves import MOVES
from conftest import Run
from openness import assert_nothing_is_hidden, assert_rounded_numbers_are_marked
from texts import tree
from trees import trees

CASES = Path(__file__).parent / "cases" / "limit_def.toml"
GOOD = (Verdict.PROVED, Verdict.SAMPLED)


def rows() -> list[Any]:
    found = tomllib.loads(CASES.read_text("utf-8"))["case"]
    return [pytest.param(row, id=row["id"]) for row in found]


def ask(expr: str, wrt: str = "", at: str | None = None) -> LimitDefAnswer:
    (found,) = answer(question(Typed(expr, [wrt] if wrt else [], at=at)))
    return found


def is_open(statement: Statement) -> bool:
    assert not isinstance(statement, Relation)
    return any(isinstance(part, Limit) for part in walk(statement))


def all_steps(derivation: Derivation) -> Iterator[Step]:
    waiting = list(derivation.steps)
    while waiting:
        step = waiting.pop(0)
        yield step
        waiting += step.steps


# --- rows ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows())
def test_row(row: dict[str, Any]) -> None:
    found = ask(row["question"], row.get("wrt", ""), row.get("at"))
    assert_nothing_is_hidden(found)
    assert_rounded_numbers_are_marked(found)
    assert found.status.value == row.get("status", "complete")
    assert found.kind == row.get("kind", "smooth")
    if "equals" in row:
        assert found.derivative is not None
        assert check_equality(found.derivative, tree(row["equals"])).verdict in GOOD
    if "at" in row:
        assert_at(row, found)
    for side, name in (("both", "steps"), ("left", "steps_left"), ("right", "steps_right")):
        taken = [one.derivation for one in found.approaches if one.side == side]
        ids = [step.rule for one in taken for step in one.steps if is_open(step.before)]
        assert ids == row.get(name, [])


def assert_at(row: dict[str, Any], found: LimitDefAnswer) -> None:
    assert found.exists == row.get("exists")
    assert found.continuous == row.get("continuous")
    for field in ("between", "wanders"):
        ends = getattr(found, field)
        if field in row:
            assert [[] if e is None else [plain(v.expr) for v in e] for e in ends] == row[field]
    if "value" in row:
        assert found.value is not None
        assert check_equality(found.value.expr, tree(row["value"])).verdict is Verdict.PROVED
        return
    assert found.value is None
    for side, shown in ((found.left, "left"), (found.right, "right")):
        assert (None if side is None else plain(side.expr)) == row.get(shown)


# --- contracts ----------------------------------------------------------------------------------

ELEMENTARY = (
    "exp",
    "log",
    "sqrt",
    "cbrt",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
    "sinh",
    "cosh",
    "tanh",
    "asinh",
    "abs",
    "sign",
    "sigmoid",
    "softplus",
    "relu",
    "elu",
    "silu",
    "softsign",
    "max",
    "min",
    "floor",
)
EXPRESSIONS = trees(("x", "a"), 3, functions=ELEMENTARY, derivatives=False)
PLACES = st.sampled_from(("0", "1", "-1", "2", "1/2"))


def answered(f: Tree, at: tuple[tuple[str, Tree], ...] = ()) -> LimitDefAnswer | None:
    """None where the function has no value anywhere, so that there is no question."""
    if is_empty(conditions(f)):
        return None
    (found,) = answer(LimitDefQuestion(plain(f), f, ("x",), at=at))
    return found


def assert_holds_together(found: LimitDefAnswer) -> None:
    assert found.status is not Status.ERROR, found.checks
    for one in found.approaches:
        state = one.derivation.start
        assert isinstance(state, Limit)
        assert state.operand == found.quotient or one.side != "both" or found.at is not None
        for step in one.derivation.steps:
            assert step.before == state
            state = step.after
        for step in all_steps(one.derivation):
            assert step.finding.verdict is not Verdict.REFUTED
            assert step.rule in STEPS | MOVES
            for shown in (step.before, step.after):
                assert read_back(plain(shown)) == shown
        assert not is_open(state) or found.kind == "oscillation" or found.exists is not True


@given(EXPRESSIONS)
@settings(max_examples=60)
def test_every_derivation_holds_together(f: Tree) -> None:
    found = answered(f)
    if found is not None:
        assert_holds_together(found)
        for one in found.approaches:
            assert not is_open(one.derivation.end)
            assert one.derivation.end == found.derivative


@given(EXPRESSIONS, PLACES)
@settings(max_examples=60)
def test_every_derivation_at_a_point_holds_together(f: Tree, place: str) -> None:
    found = answered(f, (("x", read(place).statement),))  # type: ignore[arg-type]
    if found is not None:
        assert_holds_together(found)
        if f.names == {"x"} and found.exists and found.value is not None:
            assert_near(f, tree(place), found.value.expr)


def assert_near(f: Tree, place: Tree, value: Tree) -> None:
    """A quotient at a tiny increment on both sides, worked out here, is close to the value."""
    for size in (Fraction(1, 2**200), Fraction(-1, 2**200)):
        moved = Program((substitute(f, {"x": tree(f"{plain(place)} + u")}), f, value))
        there, _, wanted = moved.balls({"u": size, "x": 0}, bits=900)
        (here,) = Program((substitute(f, {"x": place}),)).balls({}, bits=900)
        if isinstance(there, Lack) or isinstance(here, Lack) or isinstance(wanted, Lack):
            return
        quotient = (there - here) / size.numerator * size.denominator
        assert not abs(quotient - wanted) * 2**20 > 1 + abs(wanted)


# --- what is refuted ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Limit(((x + h)^2 - x^2)/h, h, 0)", "Limit(2*x + 3*h + 1, h, 0)"),
        ("Limit(2*x + h, h, 0)", "3*x"),
        ("Limit(sin(h)/h, h, 0)", "0"),
        ("Limit((1 - cos(h))/h, h, 0)", "1/2"),
        ("Limit(abs(h)/h, h, 0)", "1"),
        ("Limit(abs(h)/h, h, 0, left)", "1"),
        ("Limit(1/h, h, 0, left)", "oo"),
        ("cos(x)*Limit(sin(h)/h, h, 0)", "sin(x)"),
    ],
)
def test_wrong_step_is_refuted(before: str, after: str) -> None:
    assert Limits().check(tree(before), tree(after), {}).verdict is Verdict.REFUTED


def test_increment_outside_its_limit_is_no_value() -> None:
    found = Limits().check(tree("Limit(2*x + h, h, 0)"), tree("2*x + h"), {})
    assert found.verdict is not Verdict.PROVED


@pytest.mark.parametrize("theorem", FUNDAMENTAL, ids=lambda theorem: theorem.id)
def test_fundamental_limit_holds(theorem: Any) -> None:
    statement = theorem.statement
    values = {"c": Number(Fraction(3)), "a": Number(Fraction(5, 2))}
    left, right = (substitute(side, values) for side in (statement.left, statement.right))
    assert Limits().check(left, right, {}).verdict in GOOD
    assert Limits().check(left, tree(f"{plain(right)} + 1/1000"), {}).verdict is Verdict.REFUTED
    assert theorem.id in STEPS


# --- notation -----------------------------------------------------------------------------------


@pytest.mark.parametrize("side", ["both", "left", "right"])
def test_limit_is_written_and_read_back(side: Any) -> None:
    limit = Limit(tree("sin(h)/h"), "h", ZERO, side)
    assert read_back(plain(limit)) == limit
    marks = {"both": ("0 ", ", 0)"), "left": ("0⁻ ", ", 0, '-')"), "right": ("0⁺ ", ", 0, '+')")}
    assert pretty(limit) == f"lim h→{marks[side][0]}sin(h)/h"
    assert sympy_text(limit).endswith(marks[side][1])
    assert latex(limit).startswith(r"\lim_{h \to 0")


def test_increment_of_a_variable_is_written_with_delta() -> None:
    name = Name("Deltax")
    assert (plain(name), pretty(name), latex(name)) == ("Deltax", "Δx", r"\Delta x")
    assert pretty(Name("Deltaw1")) == "Δw₁"


# --- the command line ---------------------------------------------------------------------------


def test_chinese_writes_delta(run: Run) -> None:
    code, out, _ = run("limit-def", "3*x", "--lang", "zh")
    assert code == 0
    assert "lim Δx→0" in out
    assert "h→0" not in out


def test_increment_avoids_the_names_of_the_question(run: Run) -> None:
    code, out, _ = run("limit-def", "h*x^2", "--wrt", "x")
    assert code == 0
    assert "lim k→0" in out


@pytest.mark.parametrize(
    ("expr", "when", "seams"),
    [
        ("sqrt(x)", "a > 0", 2), ("1/x", "a != 0", 1), ("abs(x)", "a != 0", 1), ("x^3", "", 0),
        ("ln(x)", "a > 0", 1), ("x*abs(x)", "", 0),
    ],
)  # fmt: skip
def test_at_a_letter_it_is_said_for_which(expr: str, when: str, seams: int) -> None:
    found = ask(expr, at="a")
    assert (found.status, found.exists, found.holds) == (Status.COMPLETE, True, ())
    at = found.by_letters
    told = "" if at is None else " or ".join(plain(r) for group in at.when for r in group)
    assert (told, len(at.seams) if at else 0) == (when, seams)


def test_what_is_not_known_of_a_letter_is_missing() -> None:
    found = ask("tan(x)", at="a")
    assert found.status is Status.PARTIAL
    assert [each.en for each in found.completeness.missing] == [
        "where cos(a) = 0: whether there is a derivative"
    ]


def test_an_increment_has_another_name_than_the_point() -> None:
    assert {"h", "k"} <= ask("x^2", at="h").quotient.names


def test_several_names_ask_for_the_variable(run: Run) -> None:
    code, out, err = run("limit-def", "w*x")
    assert (code, out) == (2, "")
    assert "--wrt" in err
    assert run("limit-def", "w*x", "--wrt", "x")[0] == 0
    assert run("limit-def", "w*x", "--wrt", "x,w")[0] == 2


@pytest.mark.parametrize(
    ("expr", "at", "code"),
    [("|x|", "0", 0), ("1/x", "0", 0), ("erf(x)", None, 3), ("x=1", None, 2), ("x", "y", 0)],
)
def test_exit_code(run: Run, expr: str, at: str | None, code: int) -> None:
    options = () if at is None else ("--at", at)
    assert run("limit-def", expr, *options)[0] == code


def test_json_has_both_sides(run: Run) -> None:
    code, out, _ = run("limit-def", "|x|", "--at", "0", "--json")
    found = json.loads(out)
    assert code == 0
    result = found["result"]
    assert (result["exists"], result["derivative"], result["continuous"]) == (False, None, True)
    assert (result["left"]["value"], result["right"]["value"]) == (-1.0, 1.0)
    assert [step["rule"] for step in found["steps"]] == ["one-sided-limit"] * 2
    assert found["steps"][0]["before"]["expr"] == "Limit(Abs(h)/h, h, 0, '-')"


def sympified(text: str) -> Any:
    names = {name: sympy.Symbol(name, real=True) for name in ("x", "h", "k", "y")}
    return sympy.sympify(text, locals=names)  # noqa: TID251 (the reader that scripts have)


@pytest.mark.parametrize("expr", ["x^2", "exp(sin(x))", "asin(x)", "max(x,x^2)", "x^x", "1/x"])
def test_steps_in_json_are_read_by_sympy(run: Run, expr: str) -> None:
    found = json.loads(run("limit-def", expr, "--json")[1])
    waiting = list(found["steps"])
    while waiting:
        step = waiting.pop()
        waiting += step["steps"]
        for side in ("before", "after"):
            assert isinstance(sympified(step[side]["expr"]), sympy.Expr)
    assert sympified(found["steps"][0]["before"]["expr"]).has(sympy.Limit)


def test_json_of_an_infinite_slope(run: Run) -> None:
    result = json.loads(run("limit-def", "cbrt(x)", "--at", "0", "--json")[1])["result"]
    assert (result["left"]["expr"], result["left"]["value"]) == ("oo", None)


@pytest.mark.parametrize("width", ["60", "80", "120"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_line_is_wider_than_asked(run: Run, width: str, lang: str) -> None:
    from calctool.words.printable import cells

    for expr in ("exp(sin(x))", "asin(x)", "x^x", "(x+1)/(x^2+1)"):
        _, out, _ = run("limit-def", expr, "--width", width, "--lang", lang)
        assert max(map(cells, out.splitlines())) <= int(width)
