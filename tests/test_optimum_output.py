"""Pages and JSON of `critical` and `lagrange`, from answers made by hand."""

import json
import re
from itertools import product

import jsonschema
import msgspec
import pytest
import sympy

from calctool.notation.printing.latex import latex
from calctool.notation.printing.plain import plain
from calctool.notation.printing.sympy_text import sympy_text
from calctool.notation.printing.unicode import pretty
from calctool.notation.system import Alternatives, Line, System
from calctool.present.answers import document
from calctool.present.document import Wishes
from calctool.render import wire
from calctool.render.text import render
from calctool.render.wire.contract import Answer
from calctool.render.wire.critical import CriticalResult
from calctool.render.wire.lagrange import LagrangeResult
from calctool.solve.answer import Completeness, State, Status
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.words import Language, Words
from golden_optimum import ANSWERS, CASES, INFEASIBLE, MIXED, SEED, THREE, system

Solved = CriticalAnswer | LagrangeAnswer
LANGUAGES: tuple[Language, ...] = ("en", "zh")


def page(answer: Solved, wishes: Wishes, width: int = 80, *, ascii_only: bool = False) -> str:
    return render(document(answer, wishes), width=width, colour=False, ascii_only=ascii_only)


# --- lines of systems in every printer ----------------------------------------------------------

ONE, TWO = system("x = 1"), system("2*x = 0", "y >= -1/2")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (ONE, ("x = 1", "x = 1", "x = 1", "Tuple(Eq(x, 1))")),
        (
            TWO,
            (
                "{2*x = 0, y >= -1/2}",
                "{2x = 0, y ≥ −1/2}",
                r"\begin{cases} 2 x = 0 \\ y \ge -\frac{1}{2} \end{cases}",
                "Tuple(Eq(2*x, 0), y >= -1/2)",
            ),
        ),
        (
            Alternatives((ONE, TWO)),
            (
                "x = 1 or {2*x = 0, y >= -1/2}",
                "x = 1 ∨ {2x = 0, y ≥ −1/2}",
                r"x = 1 \lor \begin{cases} 2 x = 0 \\ y \ge -\frac{1}{2} \end{cases}",
                "Tuple(Tuple(Eq(x, 1)), Tuple(Eq(2*x, 0), y >= -1/2))",
            ),
        ),
        (Alternatives(()), ("no solution", "∅", r"\emptyset", "Tuple()")),
    ],
)
def test_every_printer_takes_systems(line: Line, shown: tuple[str, ...]) -> None:
    printed = tuple(printer(line) for printer in (plain, pretty, latex, sympy_text))
    assert printed == shown
    real = {name: sympy.Symbol(name, real=True) for name in "xy"}
    read = sympy.sympify(printed[-1], locals=real)  # noqa: TID251 (what scripts do)
    assert isinstance(read, sympy.Tuple)


# --- pages --------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
@pytest.mark.parametrize("name", ANSWERS)
def test_no_line_is_wider_than_the_page(name: str, width: int) -> None:
    for language, steps in product(LANGUAGES, ("none", "brief", "full")):
        shown = page(ANSWERS[name], Wishes(language, steps), width)  # type: ignore[arg-type]
        wide = [line for line in shown.splitlines() if sympy_cells(line) > max(width, 34)]
        assert not wide or width < 40


def sympy_cells(line: str) -> int:
    return sum(2 if "\u2e80" <= character <= "\uffef" else 1 for character in line)


@pytest.mark.parametrize("name", ANSWERS)
def test_ascii_pages_are_ascii(name: str) -> None:
    shown = page(ANSWERS[name], Wishes("en", "full"), ascii_only=True)
    assert shown.isascii(), re.findall(r"[^\x00-\x7f]", shown)


@pytest.mark.parametrize("name", ANSWERS)
def test_chinese_pages_hold_no_english_words(name: str) -> None:
    shown = page(ANSWERS[name], Wishes("zh", "full"))
    assert not set(re.findall(r"[A-Za-z]{4,}", shown)) - {"Root", "bounded"}


def test_points_come_before_the_derivation_and_certainty_comes_last() -> None:
    lines = page(THREE, Wishes()).splitlines()
    marks = ("Function", "P₁", "Least value", "complete:", "Solving ∇f", "D > 0 is an extremum",
             "D = 128", "sampled:")  # fmt: skip
    at = [next(n for n, line in enumerate(lines) if mark in line) for mark in marks]
    assert at == sorted(at)


def test_without_steps_there_is_no_derivation() -> None:
    shown = page(THREE, Wishes(steps="none"))
    assert "Derivation" not in shown
    assert "local minimum" in shown


def test_equal_conclusions_stand_once() -> None:
    shown = page(THREE, Wishes())
    assert shown.count("D = 128") == 1
    assert "P₁, P₃  local minimum" in shown


def test_long_coordinates_have_names_and_their_polynomial_is_said_once() -> None:
    shown = page(MIXED, Wishes())
    assert "y₁ is a root of x⁵ − x − 1" in shown
    assert shown.count("x⁵") == 1
    assert "≈1.16730" in shown


def test_digits_are_those_asked_for() -> None:
    assert "≈1.1673039782614" in page(MIXED, Wishes(digits=14))


def test_what_is_not_decided_is_not_ticked() -> None:
    shown = page(MIXED, Wishes())
    assert "? not complete: " in shown
    assert "Greatest value  not decided" in shown
    assert "✓ complete" not in shown


def test_a_point_without_multipliers_is_named() -> None:
    shown = page(CASES, Wishes())
    assert "none │ none" in shown
    assert re.search(r"candidates too: \(1, 0\)", " ".join(shown.split()))


def test_no_feasible_point_is_an_answer_without_extremes() -> None:
    shown = page(INFEASIBLE, Wishes())
    assert "no point keeps all the constraints" in shown
    assert "Least value" not in shown


@pytest.mark.parametrize(
    ("status", "state", "shown"),
    [
        (Status.COMPLETE, State.COMPLETE, "Critical points  none\n"),
        (Status.PARTIAL, State.PARTIAL, "Critical points  none was found\n"),
        (Status.STOPPED, State.UNKNOWN, ""),
    ],
)
def test_no_point_is_claimed_only_where_that_is_known(
    status: Status, state: State, shown: str
) -> None:
    known = Completeness(state, Words(en="because", zh="因为"))
    answer = CriticalAnswer(
        question=THREE.question, status=status, completeness=known, gradient=THREE.gradient
    )
    found = re.findall("Critical points.*\n", page(answer, Wishes()))
    assert "".join(found) == shown


# --- JSON ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_keeps_the_schema(name: str, language: Language) -> None:
    given = wire.wired(ANSWERS[name], language)
    text = wire.text(given)
    jsonschema.validate(json.loads(text), wire.schema())
    kind = CriticalResult if ANSWERS[name].question.command == "critical" else LagrangeResult
    assert msgspec.json.decode(text, type=Answer[kind]) == given  # type: ignore[valid-type]


def test_critical_in_json() -> None:
    result = wire.wired(THREE, "en").result
    assert result.variables == ["x", "y"]
    assert [math.expr for math in result.gradient] == ["4*x**3 - 4*y", "4*y**3 - 4*x"]
    assert [[math.expr for math in row] for row in result.hessian] == [
        ["12*x**2", "-4"],
        ["-4", "12*y**2"],
    ]
    assert [(p.kind, p.why, p.strict, p.test) for p in result.points][:2] == [
        ("local-minimum", "gradient-zero", True, "hessian-definite"),
        ("saddle", "gradient-zero", None, "hessian-indefinite"),
    ]
    least, greatest = result.global_minimum, result.global_maximum
    assert [{n: m.value for n, m in at.items()} for at in least.at] == [
        {"x": -1.0, "y": -1.0},
        {"x": 1.0, "y": 1.0},
    ]
    assert (greatest.attained, greatest.value.expr, greatest.value.value) == (False, "oo", None)


def test_sets_and_families_in_json() -> None:
    given = wire.wired(MIXED, "en")
    curve, line = given.result.sets
    assert curve.equations == ["x^2 + y^2 = 1"]
    assert {name: math.expr for name, math in curve.points.items()} == {
        "x": "cos(t)",
        "y": "sin(t)",
    }
    assert [(part.where, part.kind) for part in line.kinds] == [
        ("y > 0", "local-minimum"),
        ("y = 0", "neither"),
    ]
    assert (curve.value.value, line.value.expr, line.points) == (0.0, "y**2", None)
    (family,) = given.result.families
    assert (family.integers, family.at["x"].expr) == (["k", "l"], "k*pi")
    assert given.result.global_minimum.sets == given.result.global_minimum.families == [0]
    assert given.result.global_maximum.attained is None
    assert given.question.domain == {"x": "[-2, oo)"}
    assert given.completeness.scope == {"x": "[-10, 10]", "y": "[-10, 10]"}


def test_lagrange_in_json() -> None:
    given = wire.wired(SEED, "en")
    assert given.question.constraints == ["x^2 + y^2 = 1"]
    assert given.result.multipliers == ["lambda"]
    assert [math.expr for math in given.result.system][-1] == "Eq(x**2 + y**2, 1)"
    low = given.result.points[0]
    assert (low.regular, low.active) == (True, [1])
    assert low.multipliers["lambda"].expr == "-sqrt(2)/2"
    singular = wire.wired(CASES, "en").result.points[0]
    assert (singular.multipliers, singular.regular, singular.active) == (None, False, [1, 2])
    infeasible = wire.wired(INFEASIBLE, "en").result
    assert (infeasible.feasible, infeasible.points) == (False, [])
    assert (infeasible.minimum.attained, infeasible.minimum.value) == (None, None)


def test_steps_in_json_are_the_derivations_and_the_tests() -> None:
    steps = wire.wired(THREE, "en").steps
    assert [step.rule for step in steps] == [
        *["derivative"] * 2,
        "solve-system",
        "hessian-definite",
        "hessian-indefinite",
        "hessian-definite",
    ]
    assert steps[2].before.expr == "Tuple(Eq(4*x**3 - 4*y, 0), Eq(4*y**3 - 4*x, 0))"
    assert [inner.rule for inner in steps[2].steps] == ["substitute", "solve-one"]
    assert steps[3].bindings["H12"].value == -4.0
    assert steps[3].bindings["Delta2"].value == 128.0
    assert steps[3].after.value == -1.0
    assert wire.wired(THREE, "en", steps=False).steps == []


def test_an_answer_of_a_stopped_run_says_what_it_has() -> None:
    early = CriticalAnswer(
        question=THREE.question,
        status=THREE.status,
        completeness=THREE.completeness,
        gradient=THREE.gradient,
    )
    assert wire.wired(early, "en").result.global_minimum.attained is None
    assert "∂f/∂y = 4y³ − 4x" in page(early, Wishes())
    nothing = LagrangeAnswer(
        question=SEED.question, status=SEED.status, completeness=SEED.completeness
    )
    assert wire.wired(nothing, "en").result is None
    assert "Objective" in page(nothing, Wishes())


def test_systems_are_values_of_their_own() -> None:
    assert System(TWO.relations) == TWO
    assert TWO.names == {"x", "y"}
