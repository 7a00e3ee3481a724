"""The Python interface: what it takes, what it gives, and what it leaves alone."""

import doctest
import json
import pickle
import subprocess
import sys
import threading
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
import sympy as sp
from rich.console import Console

import calctool as ct
from calctool.notation.printing.latex import latex
from calctool.notation.reading.parser import read_back
from conftest import Run

x, y = sp.symbols("x y")
PAGE = Path(__file__).parents[1] / "docs" / "api.md"


def test_every_example_of_the_page_runs() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False)
    assert failed == 0
    assert tried > 20


def test_importing_it_is_light() -> None:
    heavy = {"sympy", "flint", "rich", "typer", "mpmath", "matplotlib", "numpy"}
    source = (
        "import sys, calctool as ct\n"
        f"heavy = {heavy}\n"
        "own = {m for m in sys.modules if m.startswith('calctool')}\n"
        "assert own == {'calctool', 'calctool.version'}, own\n"
        "assert {'diff', 'Problem'} <= set(dir(ct)) and not hasattr(ct, 'nothing')\n"
        "ct.diff\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "r = ct.diff('x^2')\n"
        "str(r), repr(r), r.completeness, r.to_json(), r.steps[0].title\n"
        "assert 'sympy' not in sys.modules\n"
        "assert str(r.derivative) == '2*x'\n"
    )
    subprocess.run([sys.executable, "-c", source], check=True)


# --- what goes in -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "options", "derivative"),
    [
        ("x^2", {}, "2*x"),
        (x**2 * y, {"wrt": x}, 2 * x * y),
        (x**2 * y, {"wrt": "y"}, x**2),
        (x**3, {"order": 2}, 6 * x),
        (x**2 * y**2, {"mixed": [x, y]}, 4 * x * y),
        (sp.Eq(x**2 + y**2, 1), {"wrt": x, "of": y}, -x / y),
        ("a*x^2", {"where": {"a": sp.sqrt(2)}, "wrt": "x"}, "2*sqrt(2)*x"),
        (sp.Symbol("a") * x, {"where": {sp.Symbol("a"): 0.5}}, sp.Rational(1, 2)),
        (3, {}, sp.Integer(0)),
        (sp.Function("loss")(x), {}, sp.Function("loss")(x).diff(x)),
    ],
)
def test_expressions_and_options(expression: object, options: dict, derivative: object) -> None:
    found = ct.diff(expression, **options).derivative
    assert str(found) == derivative if isinstance(derivative, str) else found == derivative


def test_symbols_come_back_as_they_were_given() -> None:
    length = sp.Symbol("x", positive=True)
    result = ct.diff(length**2)
    assert result.derivative.subs(length, 3) == 6
    assert result.variables == (length,)
    text = ct.diff("x^2")
    assert text.derivative.free_symbols == {sp.Symbol("x", real=True)}
    assert text.derivative.subs(text.symbols["x"], 3) == 6


def test_points_domains_and_constraints() -> None:
    at = ct.diff("x*y", at={"x": 2, y: sp.Rational(1, 3)}).derivatives[0]
    assert at.value == sp.Rational(1, 3)
    assert at.at["x"] == 2
    with pytest.raises(KeyError):
        at.at["z"]
    assert ct.table("x^2", domain=sp.Interval(-1, 2, right_open=True)).domain == sp.Interval(
        -1, 2, right_open=True
    )
    ends = ct.critical(x**3 - x, domain={"x": "[-2, 2]"})
    assert (ends.maximum.value, ends.maximum.at) == (6, ({x: 2},))
    ends = ct.lagrange("x*y", subject_to=["x+2*y<=4", x >= 0, "y>=0"])
    assert (ends.maximum.value, ends.maximum.at[0]) == (2, {x: 2, ends.symbols["y"]: 1})
    assert ends.points[0].multipliers is None or ends.points[0].active


@pytest.mark.parametrize(
    ("call", "id"),
    [
        (lambda: ct.diff("x+"), "syntax.unfinished"),
        (lambda: ct.diff(None), "api.wrong-type"),
        (lambda: ct.diff(True), "api.wrong-type"),
        (lambda: ct.diff(float("nan")), "api.wrong-type"),
        (lambda: ct.diff(b"x"), "api.wrong-type"),
        (lambda: ct.diff("x", wrt=3), "api.wrong-type"),
        (lambda: ct.table("x", domain=sp.Integer(3)), "api.wrong-type"),
        (lambda: ct.diff(sp.I), "sympy.unknown-node"),
        (lambda: ct.diff("x", order=0), "usage.bad-value"),
        (lambda: ct.diff("x", timeout=0), "usage.bad-value"),
        (lambda: ct.diff("x", digits=10**6), "usage.bad-value"),
        (lambda: ct.diff("x", lang="fr"), "usage.bad-value"),
        (lambda: ct.diff("x", steps="some"), "usage.bad-value"),
        (lambda: ct.lagrange("x", subject_to=[]), "question.no-constraint"),
        (lambda: ct.diff("x*y").derivative, "api.several-derivatives"),
        (lambda: ct.diff("x^2", where={"x": 3}), "question.where-every"),
        (lambda: ct.diff("x*y", wrt="z"), "question.absent"),
        (lambda: ct.diff("x^2\nx^3"), "syntax.several-lines"),
        (lambda: ct.diff("xlnx"), "syntax.joined-function"),
    ],
)
def test_wrong_questions(call, id: str) -> None:
    with pytest.raises(ct.Problem) as told:
        call()
    if id != "syntax.unfinished":
        assert told.value.id == id
    assert told.value.message in str(told.value)
    assert str(pickle.loads(pickle.dumps(told.value))) == str(told.value)  # noqa: S301


def test_a_problem_says_what_where_and_what_to_do() -> None:
    with pytest.raises(ct.Problem) as told:
        ct.diff("1/(1+sigm(-x))", lang="zh")
    problem = told.value
    assert (problem.id, problem.span) == ("syntax.unknown-function", (5, 9))
    assert problem.source[5:9] == "sigm"
    assert "sigmoid" in problem.hint
    assert "错误" in str(problem)


def test_a_root_of_sympy_is_noted() -> None:
    assert [note.id for note in ct.diff(x ** sp.Rational(1, 3)).notes] == ["note.real-root"]


# --- what comes out -----------------------------------------------------------------------------


def test_the_forms_are_those_of_the_command_line(run: Run) -> None:
    result = ct.diff("abs(x^2-1)")
    assert str(result) == result.to_text().rstrip("\n")
    for form, made in (
        ("text", result.to_text()),
        ("latex", result.to_latex()),
        ("markdown", result.to_markdown()),
        ("html", result.to_html()),
    ):
        assert run("diff", "abs(x^2-1)", "--format", form)[1] == made
    ours, theirs = json.loads(result.to_json()), json.loads(run("diff", "abs(x^2-1)", "--json")[1])
    assert {**ours, "seconds": 0} == {**theirs, "seconds": 0}
    assert (
        result.to_text(ascii=True, width=60)
        == run("diff", "abs(x^2-1)", "--ascii", "--width", "60")[1]
    )


def test_the_language_is_that_of_every_word() -> None:
    result = ct.diff("(2-y)^2", lang="zh")
    assert "答案" in str(result)
    assert "完整" in str(result)
    assert result.steps[0].title == "幂函数求导公式与链式法则"


def test_steps_chain_and_agree_with_the_answer() -> None:
    result = ct.diff("x^2*sin(x)", steps="full")
    for one, following in zip(result.steps, result.steps[1:], strict=False):
        assert one.after == following.before
    assert sp.simplify(result.steps[-1].after - result.derivative) == 0
    for step in result.steps:
        assert sp.simplify(step.before.doit() - step.after.doit()) == 0
        assert step.verdict == "proved"
    several = ct.diff("x*y")
    assert [step.rule for step in several.steps] == ["derivative"] * 2
    solving = ct.lagrange("x+y", subject_to="x^2+y^2=1").steps[-1]
    assert solving.rule == "solve-system"
    assert solving.after.has(sp.Eq)


def test_what_is_not_known_is_none() -> None:
    result = ct.diff("abs(x)", at=0).derivatives[0]
    assert (result.exists, result.value) == (False, None)
    far = ct.table("x^5-x-1").points[-1]
    assert far.x.is_real
    assert ct.critical("x^3").minimum.attained is False


def test_what_is_stopped_says_so() -> None:
    result = ct.critical("sin(x*y)*exp(x-y^3)*cos(x+y)+x*y*cos(x*y)", timeout=1, max_memory=300)
    assert result.status in ("stopped", "partial")
    assert result.completeness.state != "complete"
    assert "complete" not in repr(result).split(":")[-1]


def test_it_works_in_threads() -> None:
    """Each question has a process of its own, made without fork."""
    found: dict[int, object] = {}

    def ask(order: int) -> None:
        found[order] = ct.diff("x^4", order=order).derivative

    threads = [threading.Thread(target=ask, args=(order,)) for order in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    real = sp.Symbol("x", real=True)
    assert found == {1: 4 * real**3, 2: 12 * real**2}


# --- notebooks, Rich, type checkers -------------------------------------------------------------


def test_what_a_notebook_shows() -> None:
    result = ct.diff("(2-y)^2", steps="brief")
    part = result._repr_html_()
    root = ElementTree.fromstring(part)  # noqa: S314 (our own)
    assert root.get("class") == "calctool"
    style = root.findtext("style")
    assert style.startswith("@scope {")
    assert ":root" not in style
    assert "body {" not in style
    assert result._repr_latex_() == rf"$\displaystyle {latex(read_back('2*(y - 2)'))}$"
    assert result._repr_markdown_() == result.to_markdown()
    assert ct.table("x^2")._repr_latex_() is None


def test_rich_shows_it_as_wide_as_there_is_room() -> None:
    result = ct.diff("1/(1+exp(-x))")
    console = Console(width=60, record=True, file=StringIO())
    console.print(result)
    shown = console.export_text(clear=False)
    assert "f′(x) = σ(x)·(1 − σ(x))" in shown
    assert max(map(len, shown.splitlines())) <= 60
    assert "\x1b[" in console.export_text(styles=True)


def test_a_user_can_check_types_strictly(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import calctool as ct\n"
        'result = ct.critical("x^2+y^2", wrt=["x", "y"])\n'
        "kinds: list[str] = [point.kind for point in result.points]\n"
        'wrong: int = ct.diff("x").status\n'
        'ct.table("x", domian="[0, 1]")\n'
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", program],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if "error:" in line]
    assert [line.partition(":")[2].split(":")[0] for line in lines] == ["4", "5"], done.stdout
