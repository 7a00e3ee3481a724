"""The lines from an equation to its solutions, and what a limit rests on: true as printed."""

from itertools import pairwise

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.roots import LINE, exact_point, zeros
from calctool.algebra.unknown import turns
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import Name, Relation
from calctool.run.child import solver_for
from calctool.solve import typed
from calctool.solve.table.record import TableAnswer
from calctool.solve.typed import Typed
from calctool.verify.equations import Solutions
from calctool.verify.verdict import Verdict


def table(text: str, **options: object) -> TableAnswer:
    *_, answer = solver_for("table")(typed.question("table", Typed(text, **options)))  # type: ignore[arg-type]
    assert isinstance(answer, TableAnswer)
    return answer


def shown(line: object) -> str:
    assert isinstance(line, Alternatives)
    return " or ".join(" and ".join(map(plain, system.relations)) for system in line.systems)


# --- equations ----------------------------------------------------------------------------------

LINES = {
    "3*x^4-4*x^3-12*x^2+32": ["x = -1 or x = 0 or x = 2"],
    "ln(x)/x": ["log(x) = 1", "x = e"],
    "x^2*exp(-x)": ["x = 0 or x = 2"],
    "exp(2*x)-6*exp(x)": ["exp(x) = 3", "x = log(3)"],
    "sin(x)+cos(x)": ["tan(x) = 1", "x = pi/4 + 2*k*pi or x = 5*pi/4 + 2*k*pi"],
    "cos(3*x)": ["sin(3*x) = 0", "x = 2*k*pi/3 or x = pi/3 + 2*k*pi/3"],
    "x^x": ["log(x) = -1", "x = 1/e"],
    "x*sqrt(x)-3*sqrt(x)": ["x = 1"],
    "x^3/3+x": [""],
    "x-2*sin(x)": ["cos(x) = 1/2", "x = pi/3 + 2*k*pi or x = 5*pi/3 + 2*k*pi"],
    "2*cos(x)+sin(2*x)": [
        "(sin(x) + 1)*(2*sin(x) - 1) = 0",
        "sin(x) = -1 or sin(x) = 1/2",
        "x = pi/6 + 2*k*pi or x = 5*pi/6 + 2*k*pi or x = 3*pi/2 + 2*k*pi",
    ],
    "(1+cos(x))*sin(x)": [
        "(cos(x) + 1)*(2*cos(x) - 1) = 0",
        "cos(x) = -1 or cos(x) = 1/2",
        "x = pi/3 + 2*k*pi or x = pi + 2*k*pi or x = 5*pi/3 + 2*k*pi",
    ],
    "sin(x)^3": [
        "sin(x) = 0 or cos(x) = 0",
        "x = 2*k*pi or x = pi/2 + 2*k*pi or x = pi + 2*k*pi or x = 3*pi/2 + 2*k*pi",
    ],
    "cos(x)^2-x/2": ["sin(2*x) = -1/2", "x = 7*pi/12 + k*pi or x = 11*pi/12 + k*pi"],
    "2/3*(x+3)^(3/2)-x^2/2-x": [
        "sqrt(x + 3) = x + 1",
        "x + 3 = (x + 1)^2 and x + 1 >= 0",
        "x^2 + x - 2 = 0 and x + 1 >= 0",
        "x = -2 and x + 1 >= 0 or x = 1 and x + 1 >= 0",
        "x = 1",
    ],
    "x+sqrt(1-x^2)": [
        "sqrt(1 - x^2) = x",
        "-x^2 + 1 = x^2 and x >= 0",
        "x^2 = 1/2 and x >= 0",
        "x = -sqrt(2)/2 and x >= 0 or x = sqrt(2)/2 and x >= 0",
        "x = sqrt(2)/2",
    ],
    "sqrt(2*x+1)-sqrt(x)": ["2*sqrt(x) = sqrt(2*x + 1)", "4*x = 2*x + 1", "x = 1/2"],
    "sqrt(x^2+1)-2*x": ["sqrt(x^2 + 1) = x/2", "x^2 + 1 = (x/2)^2 and x >= 0", ""],
    "exp(x)": [""],
}


@pytest.mark.parametrize("text", LINES)
def test_lines_to_the_zeros(text: str) -> None:
    (zeros_,) = table(text).zeros
    assert [shown(step.after) for step in zeros_.steps] == LINES[text]
    assert all(step.finding.verdict is Verdict.PROVED for step in zeros_.steps)


def test_a_solution_outside_the_domain_is_left_out_by_a_step_of_its_own() -> None:
    (bends,) = table("sqrt(x)*(x-3)").bends
    assert [step.rule for step in bends.steps] == ["zero-numerator", "in-domain"]
    assert shown(bends.steps[-1].after) == ""


FACTORS = st.sampled_from(
    ("x - 1", "2*x + 3", "x^2 - 2", "x^2 + 1", "x^2 - 3*x + 1", "exp(x) - 2", "exp(2*x) - 3",
     "exp(x) + 1", "log(x^2 + 1) - 1", "atan(x) - 1/2", "x^3 - 5", "exp(-x)", "1/(x^2 + 2)",
     "sqrt(x^2 + 1) - 2", "cbrt(x) + 2")
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(FACTORS, min_size=1, max_size=3, unique=True))
def test_no_line_gains_or_loses_a_solution(factors: list[str]) -> None:
    """By values: each line holds just where the product does, among the places of all lines."""
    text = "*".join(f"({each})" for each in factors)
    listed = turns(read_back(text), "x")  # type: ignore[arg-type]
    f = mpmath_of(text)
    known = [float(exact_point(e.right).low) for e in solved(listed[-1].after)] if listed else []
    for turn in listed:
        for system in turn.after.systems:
            relation, *conditions = system.relations
            assert conditions or any(holds(relation, x) for x in known), plain(relation)
    assert all(abs(f(x)) < 1e-9 for x in known)
    ends = [-60.0, *sorted(known), 60.0]
    for a, b in pairwise(ends):
        values = [f(a + (b - a) * (n + 0.5) / 40) for n in range(40)]
        assert all(v > 0 for v in values) or all(v < 0 for v in values)


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(("sin", "cos")),
    st.tuples(st.integers(-3, 3), st.integers(-4, 4), st.integers(-3, 3)),
    st.sampled_from(("{u}^2", "sin(x)^2", "cos(x)^2", "cos(2*x)", "{u}*sin(2*x)")),
)
def test_lines_of_waves_are_true_at_the_angles_found(
    wave: str, weights: tuple[int, int, int], square: str
) -> None:
    """By values: each line of an equation in sine and cosine holds where the equation does."""
    a, b, c = weights
    u = f"{wave}(x)"
    text = f"{a}*{square.format(u=u)} + {b}*{u} + {c}".replace("+ -", "- ")
    f = mpmath_of(text)
    for turn in turns(read_back(text), "x"):  # type: ignore[arg-type]
        sides = [
            [mpmath_of(plain(side)) for side in (each.left, each.right)]
            for system in turn.after.systems
            for each in system.relations
        ]
        if any("k" in plain(each) for each in solved(turn.after)):
            continue
        for n in range(400):
            x = -3.2 + n * 0.016
            signs = {mpmath.sign(f(y)) for y in (x, x + 0.016)}
            if signs != {-1, 1}:
                continue
            root = mpmath.findroot(f, (x, x + 0.016), solver="anderson")
            assert any(abs(left(root) - right(root)) < 1e-6 for left, right in sides)


def solved(line: Alternatives) -> list[Relation]:
    return [each for system in line.systems for each in system.relations]


def mpmath_of(text: str):  # type: ignore[no-untyped-def]
    names = {n: getattr(mpmath, n) for n in ("exp", "log", "atan", "sqrt", "cbrt")}
    names["cbrt"] = lambda v: mpmath.sign(v) * mpmath.cbrt(abs(v))
    names |= {"sin": mpmath.sin, "cos": mpmath.cos}
    names |= {"e": mpmath.e, "pi": mpmath.pi, "tan": mpmath.tan, "root": mpmath.root}
    code = compile(text.replace("^", "**"), "f", "eval")
    return lambda x: eval(code, {"__builtins__": {}}, {**names, "x": mpmath.mpf(x)})  # noqa: S307


def holds(relation: Relation, x: float) -> bool:
    sides = (mpmath_of(plain(side))(x) for side in (relation.left, relation.right))
    left, right = sides
    return abs(left - right) < 1e-8 * max(1, abs(right))


@pytest.mark.parametrize(
    ("equation", "line"),
    [
        ("x^2 - 1", "x = 1"),
        ("x^2 - 1", "x = 1 or x = 2"),
        ("log(x) - 1", "x^2 = exp(2) or x = 3"),
        ("exp(x) - 1", "exp(2*x) = exp(x) or x = 2"),
        ("sqrt(x + 3) - x - 1", "x + 3 = (x + 1)^2"),
    ],
)
def test_the_check_refutes_lines_with_other_solutions(equation: str, line: str) -> None:
    tree = read_back(equation)
    points = tuple(zero.at for zero in zeros(tree, "x", (LINE,)).zeros)  # type: ignore[arg-type]
    read = [read_back(part) for part in line.split(" or ")]
    after = Alternatives(tuple(System((each,)) for each in read))  # type: ignore[arg-type]
    assert Solutions("x", (LINE,), points).check(after).verdict is Verdict.REFUTED


# --- limits -------------------------------------------------------------------------------------

REASONS = {
    "3*x^4-4*x^3": {"-oo": "parts", "oo": "dominant"},
    "ln(x)/x": {"right": "parts", "oo": "hospital"},
    "x*ln(x)": {"right": "hospital", "oo": "parts"},
    "x^x": {"right": "power", "oo": "power"},
    "x^2*exp(-x)": {"-oo": "parts", "oo": "hospital"},
    "1/(1+exp(-x))": {"-oo": "parts", "oo": "parts"},
    "exp(x)-x^2": {"-oo": "parts", "oo": "dominant"},
    "sqrt(x^2+1)-x": {"-oo": "parts", "oo": "conjugate"},
    "sqrt(x+1)-sqrt(x)": {"oo": "conjugate"},
    "sqrt(4*x^2+x)-2*x": {"-oo": "parts", "oo": "conjugate"},
}


@pytest.mark.parametrize("text", REASONS)
def test_what_a_limit_rests_on(text: str) -> None:
    assert {each.side: each.argument for each in table(text).tends} == REASONS[text]


@pytest.mark.parametrize("text", [*REASONS, "(x^2+1)/(x^2-1)", "x*exp(1/x)", "x^3*exp(x)"])
def test_limits_in_a_reason_are_those_of_values(text: str) -> None:
    """The parts, and each quotient of slopes, at places ever closer to the end."""
    for each in table(text).tends:
        near = [(f.formula, f.limit) for f in each.parts]
        near += [(tree, each.value) for tree in each.turned]
        for tree, limit in near:
            if limit.low is None or limit.high is None:
                sign = -1 if plain(limit.expr).startswith("-") else 1
                values = [sign * mpmath_of(plain(tree))(place) for place in places(each)]
                assert values[0] < values[1] < values[2], plain(tree)
            else:
                middle = float((limit.low + limit.high) / 2)
                apart = [abs(mpmath_of(plain(tree))(x) - middle) for x in places(each)]
                assert apart[2] <= apart[0] or apart[2] < 1e-9, plain(tree)


def places(each):  # type: ignore[no-untyped-def]
    if each.side in ("oo", "-oo"):
        return [(1 if each.side == "oo" else -1) * x for x in (20, 60, 200)]
    side = 1 if each.side == "right" else -1
    return [float(each.at.low) + side * x for x in (1e-2, 1e-3, 1e-4)]


APART = {
    "x^2/(x-1)": {"y = x + 1": "1/(x - 1)"},
    "x+1/x": {"y = x": "1/x"},
    "x+exp(-x)": {"y = x": "exp(-x)"},
    "sqrt(x^2+1)": {"y = -x": "1/(sqrt(x^2 + 1) - x)", "y = x": "1/(sqrt(x^2 + 1) + x)"},
    "x*exp(1/x)": {"y = x + 1": None},
    "(2*x^3+x)/(x^2+1)": {"y = 2*x": "-x/(x^2 + 1)"},
}


@pytest.mark.parametrize("text", APART)
def test_what_is_left_beside_an_oblique_asymptote(text: str) -> None:
    found = {
        plain(each.line): None if each.apart is None else plain(each.apart)
        for each in table(text).asymptotes
        if each.kind == "oblique"
    }
    assert found == APART[text]
    for line, apart in found.items():
        if apart is not None:
            f, straight, left = map(mpmath_of, (text, line.partition("= ")[2], apart))
            for x in (7, 50):
                for place in (x, -x):
                    assert abs(f(place) - straight(place) - left(place)) < 1e-9


# --- multipliers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "constraints", "expected"),
    [
        ("x+y", ["x^2+y^2=1"], ["lambda = 1/(2*x)", "lambda = 1/(2*y)"]),
        ("x*y*z", ["x+y+z=1"], ["lambda = y*z", "lambda = x*z", "lambda = x*y"]),
        ("x+y+z", ["x^2+y^2=2", "x+z=1"], None),
    ],
)
def test_each_multiplier_solves_its_equations(text, constraints, expected) -> None:  # type: ignore[no-untyped-def]
    asked = typed.question("lagrange", Typed(text, subject_to=constraints))
    *_, answer = solver_for("lagrange")(asked)
    found = [inner for d in answer.solving for s in d.steps for inner in s.steps]
    found = [step for step in found if step.rule == "multiplier"]
    assert found
    assert all(step.finding.verdict is Verdict.PROVED for step in found)
    said = [plain(each) for step in found for each in step.after.relations]
    assert expected is None or said == expected
    assert all(isinstance(e.left, Name) for step in found for e in step.after.relations)


# --- how points were tested ---------------------------------------------------------------------


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(-4, 4), min_size=2, max_size=3, unique=True), st.sampled_from((1, -2)))
def test_values_beside_a_point_have_the_signs_that_its_kind_needs(
    zeros_: list[int], factor: int
) -> None:
    """f' is known: its values are those of the polynomial, on the two sides of each zero."""
    slope = f"{factor}*" + "*".join(f"(x - ({z}))" for z in zeros_)
    f = mpmath_of(slope)
    product = [factor]
    for z in zeros_:
        product = [a - z * b for a, b in zip([*product, 0], [0, *product], strict=True)]
    terms = (f"({c})/{len(product) - n}*x^{len(product) - n}" for n, c in enumerate(product) if c)
    *_, answer = solver_for("critical")(typed.question("critical", Typed(" + ".join(terms))))
    for point in answer.points:
        place = float(point.at[0][1].low)
        (left, low), (right, high) = point.test.samples
        assert float(left.low) < place < float(right.low)
        for at, value in ((left, low), (right, high)):
            assert float(value.low) == pytest.approx(float(f(float(at.low))))
        signs = (low.low > 0, high.low > 0)
        kinds = {(True, False): "local-maximum", (False, True): "local-minimum"}
        assert point.kind == kinds[signs]
