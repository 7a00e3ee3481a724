"""What a reason claims of a function or a set, sampled: convex, concave, closed and bounded, …"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import Lack, Program
from calctool.algebra.build import added, negated
from calctool.notation.quoted import pieces
from calctool.notation.reading.typed import read
from calctool.notation.tree import Relation, Tree, expression
from calctool.solve.answer import Status
from calctool.solve.candidates import Extreme
from calctool.solve.lagrange.answering import answer
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.solve.optimum.arguments.existence.convexity import is_convex_problem
from calctool.solve.optimum.arguments.sides import task_of
from calctool.solve.optimum.problem import problem
from calctool.solve.typed import Typed
from calctool.solve.typed.lagrange import question

NAMES = ("x", "y")
Point = tuple[float, ...]
Function = Callable[[Point], float | None]

INNER = (
    "x+2*y", "x^2+y^2", "3-x^2-2*y^2", "x^2-x*y+y^2-x", "x*y", "x^2+y", "exp(x)+y^2", "x^4+y^2",
    "x-y^3", "abs(x)+y^2", "cos(x)+y", "exp(x)-2*y", "x^2-y^2",
)  # fmt: skip
OUTER = (
    "{}", "log(20+{})", "-log(20+{})", "atan({})", "exp({})", "-exp({})", "sqrt(30+{})", "cbrt({})",
    "acos(({})/40)", "-(({})^3)", "sigmoid({})", "1/(20+{})",
)  # fmt: skip
SETS = (
    ("x^2+y^2<=1",), ("x+y>=1",), ("x+y=1",), ("x^2+y^2=2",), ("x>=0", "y>=0", "x+y<=2"),
    ("x^2<=y",), ("x*y>=1", "x>=0"), ("y>=x^2", "y<=2"), ("abs(x)+y<=1", "y>=-1"), ("x^2>=1",),
)  # fmt: skip


def function(tree: Tree) -> Function:
    program = Program((tree,))

    def at(point: Point) -> float | None:
        (found,) = program.balls({name: Fraction(c) for name, c in zip(NAMES, point, strict=True)})
        return None if isinstance(found, Lack) else float(found.mid())

    return at


def ask(text: str, *constraints: str) -> LagrangeAnswer:
    *_, last = answer(question(Typed(text, subject_to=constraints, wrt=NAMES)))
    return last


def points(seed: int, size: float, count: int) -> Iterator[Point]:
    random = Random(seed)  # noqa: S311
    for _ in range(count):
        yield tuple(random.uniform(-size, size) for _ in NAMES)


def middles(known: Sequence[Point]) -> Iterator[tuple[Point, Point, Point]]:
    for p, q in itertools.islice(itertools.pairwise(known), 300):
        yield p, q, tuple((a + b) / 2 for a, b in zip(p, q, strict=True))


def subject(reason: str, f: Tree) -> Tree:
    """The function of which a reason speaks: the first that it writes out, else f."""
    formulas = [part for part in pieces(reason) if not isinstance(part, str)]
    return formulas[0] if formulas else f  # type: ignore[return-value]


def is_feasible(p: Point, gaps: Sequence[tuple[Function, str]]) -> bool:
    values = [(gap(p), sign) for gap, sign in gaps]
    return all(v is not None and (v >= 0 if ">" in sign else v <= 0) for v, sign in values)


def assert_bends(g: Function, sign: int, constraints: Sequence[Relation] = ()) -> None:
    """Convex for sign 1, concave for sign -1, where the inequalities hold and it has a value."""
    gaps = [
        (function(added((each.left, negated(each.right)))), each.sign)
        for each in constraints
        if each.sign != "="
    ]
    known = [p for p in points(1, 3, 1200) if g(p) is not None and is_feasible(p, gaps)]
    for p, q, middle in middles(known):
        ends, between = (g(p), g(q)), g(middle)
        assert between is not None, "the domain is not convex"
        assert None not in ends
        chord = sum(ends) / 2  # type: ignore[arg-type]
        assert sign * (chord - between) >= -1e-9 * (1 + abs(chord))


@settings(max_examples=25)
@given(st.sampled_from(INNER), st.sampled_from(OUTER), st.sampled_from(SETS))
def test_the_function_that_a_reason_calls_convex_is(
    inner: str, outer: str, constraints: tuple[str, ...]
) -> None:
    made = ask(outer.format(f"({inner})"), *constraints)
    f = expression(made.question.statement)
    for extreme in (made.minimum, made.maximum):
        assert extreme is not None
        text = extreme.reason.marked("en")
        told = subject(text, f)
        if extreme.argument in ("convex", "concave"):
            turn = -1 if " is concave on" in text else 1
            assert_bends(function(told), turn, made.question.constraints)
        if extreme.argument in ("coercive-on-set", "anticoercive-on-set"):
            assert_grows(function(told), 1 if "grows beyond" in text else -1)


def assert_grows(g: Function, sign: int) -> None:
    """Beyond any bound far out, as far as large circles show."""
    for size in (1e3, 1e6):
        values = [g((size * p, size * q)) for p, q in points(2, 1, 60) if abs(p) + abs(q) > 0.2]
        assert all(value is not None and sign * value > 6 for value in values)


CONDITIONS = (
    "sqrt(x^2-1)", "log(x^2-1)", "log(x)", "sqrt(1-x^2-y^2)", "log(x*y)", "sqrt(x+y)", "1/x",
    "log(2-x^2)", "sqrt(x^3)", "log(log(x+3))", "x*log(x)",
)  # fmt: skip


@settings(max_examples=60)
@given(
    st.sampled_from((*INNER, *CONDITIONS)), st.sampled_from(CONDITIONS), st.sampled_from((1, -1))
)
def test_a_problem_called_convex_has_a_convex_domain(first: str, second: str, turn: int) -> None:
    task = task_of(problem(question(Typed(f"{first}+{second}", subject_to=("x+y<=3",), wrt=NAMES))))
    if is_convex_problem(task, task.f, turn):
        assert_bends(function(task.f), -turn)


@pytest.mark.parametrize(
    ("text", "constraint", "turn"),
    [
        ("log(3+x+y)", "x^2+y^2<=1", "minimum"),
        ("log(1+x^2+y^2)", "x+y>=1", "minimum"),
        ("-log(3+x+y)", "x^2+y^2<=1", "maximum"),
        ("atan(x^2+y^2)", "x+y=1", "minimum"),
    ],
)
def test_a_reason_speaks_of_the_inner_function_it_was_shown_for(
    text: str, constraint: str, turn: str
) -> None:
    made = ask(text, constraint)
    assert made.status is Status.COMPLETE
    extreme: Extreme = getattr(made, turn)
    assert subject(extreme.reason.marked("en"), expression(made.question.statement)) != (
        expression(made.question.statement)
    )


# --- f constant on the feasible set ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "constraints", "value"),
    [
        ("x*y", ("x=0",), "0"),
        ("x+y", ("x+y=2",), "2"),
        ("x^2*y", ("x^3=0",), "0"),
        ("exp(x+y)", ("x+y=2",), "exp(2)"),
        ("log(x)+log(y)", ("x*y=3",), "log(3)"),
        ("x*y", ("x=0", "y>=1"), "0"),
        ("x/y", ("x=0",), "0"),
        ("sin(x-y)", ("x-y=1",), "sin(1)"),
    ],
)
def test_f_constant_on_the_whole_set(text: str, constraints: tuple[str, ...], value: str) -> None:
    made = ask(text, *constraints)
    assert made.status is Status.COMPLETE
    known = expression(read(value).statement)
    for extreme in (made.minimum, made.maximum):
        assert extreme is not None
        assert extreme.argument == "constant"
        assert extreme.value is not None
        assert extreme.value.expr == known
        assert extreme.sets
    kinds = [[stretch.kind for stretch in one.kinds] for one in made.sets]
    assert all(each == ["local-minimum", "local-maximum"] for each in kinds)
