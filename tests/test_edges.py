"""Kinks, boundaries and stated domains: attacks on what `critical` claims there."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from calctool.algebra.places.written_out import TracedPlace
from calctool.notation.printing.plain import plain
from calctool.notation.reading.typed import read
from calctool.notation.tree import ZERO, Relation, Tree, expression
from calctool.solve.answer import State, Status
from calctool.solve.candidates import CandidatePoint
from calctool.solve.critical.answering import answer
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.kinds.edges import along_edges
from calctool.solve.optimum.kinds.rays import has_no_gradient, rays, takes_both_signs
from calctool.solve.optimum.strata.reach import has_points, shortest
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question
from calctool.words.extrema import kinks

Function = Callable[[float, float], float]
IDS = (Path(__file__).parents[1] / "docs" / "ids.txt").read_text("utf-8").split()


def ask(text: str, *domain: str) -> CriticalAnswer:
    *_, last = answer(question(Typed(text, domain=domain, wrt=("x", "y"))))
    return last


def number(value: Exact) -> float:
    assert value.low is not None
    assert value.high is not None
    return float(value.low + value.high) / 2


def place(point: CandidatePoint) -> tuple[float, float]:
    x, y = (number(value) for _, value in point.at)
    return x, y


# --- random functions with kinks ------------------------------------------------------------------

LINES = ("x", "y", "x - y", "x + y", "x - 1", "x + 2*y")
PIECES = ("abs({0})", "relu({0})", "max({0}, {1})", "min({0}, {1})", "abs({0})*({1})")
SMOOTH = ("x^2 + y^2", "x^2", "-x^2 - y^2", "x*y", "x^2 - y^2", "y^4", "x^2*y", "y", "0")
NAMES = {"abs": abs, "max": max, "min": min, "relu": lambda u: max(u, 0.0)}


@st.composite
def functions(draw: st.DrawFn) -> str:
    def piece() -> str:
        lines = draw(st.lists(st.sampled_from(LINES), min_size=2, max_size=2, unique=True))
        return draw(st.sampled_from(PIECES)).format(*lines)

    first, second = (draw(st.sampled_from(("", "-", "2*", "-2*"))) for _ in range(2))
    parts = [draw(st.sampled_from(SMOOTH)), f"({first}{piece()})"]
    if draw(st.booleans()):
        parts.append(f"({second}{piece()})")
    return " + ".join(parts)


def compiled(text: str) -> Function:
    found: Function = eval(f"lambda x, y: {text.replace('^', '**')}", dict(NAMES))  # noqa: S307
    return found


Box = tuple[tuple[float, float], tuple[float, float]]
ALONG = ((1, 0), (0, 1), (1, 1), (1, -1), (2, -1))
SPACE: Box = ((-math.inf, math.inf), (-math.inf, math.inf))


def around(at: tuple[float, float], radius: float, box: Box) -> Iterator[tuple[float, float]]:
    # Along the lines on which formulas change, too: there f may be small in a narrow sector.
    angles = [math.tau * (step + 0.3) / 240 for step in range(240)]
    angles += [math.atan2(t * up, t * across) for across, up in ALONG for t in (1, -1)]
    for angle in angles:
        near = at[0] + radius * math.cos(angle), at[1] + radius * math.sin(angle)
        if all(low <= each <= high for each, (low, high) in zip(near, box, strict=True)):
            yield near


def is_refuted(f: Function, point: CandidatePoint, box: Box) -> bool:
    """Whether at each of several distances some value lies on the wrong side, or none of those
    that an extremum does not have."""
    at = place(point)
    noise = 1e-11 * (1 + abs(f(*at)))
    rises = [
        {(rise > noise) - (rise < -noise) for rise in (f(*near) - f(*at) for near in nearby)}
        for nearby in (list(around(at, radius, box)) for radius in (1e-2, 1e-3, 1e-4))
    ]
    if point.kind in ("neither", "saddle"):
        return not any({1, -1} <= found for found in rises)
    wrong = -1 if point.kind == "local-minimum" else 1
    return all(wrong in found for found in rises)


@given(functions(), st.sampled_from(((), ("x:[-1,2]", "y:[0,1]"), ("x:(-1,2]", "y:[0,1)"))))
@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_no_value_is_better_than_what_is_claimed(text: str, domain: tuple[str, ...]) -> None:
    assume("x" in text and "y" in text)
    last, f = ask(text, *domain), compiled(text)
    for point in last.points:
        assert point.value is not None
        assert number(point.value) == pytest.approx(f(*place(point)), abs=1e-9)
        if point.kind not in ("undecided", "endpoint"):
            assert not is_refuted(f, point, ((-1, 2), (0, 1)) if domain else SPACE)
    across, up = ((-1, 2), (0, 1)) if domain else ((-5, 5), (-5, 5))
    steps = [k / 60 for k in range(1, 60)]
    values = [
        f(across[0] + (across[1] - across[0]) * s, up[0] + (up[1] - up[0]) * t)
        for s, t in product(steps, repeat=2)
    ]
    for extreme, best, turn in ((last.minimum, min(values), 1), (last.maximum, max(values), -1)):
        assert extreme is not None
        if extreme.value is not None and extreme.value.low is not None:
            assert turn * (best - number(extreme.value)) > -1e-9


# --- arguments whose hypothesis just fails --------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "domain", "argument"),
    [
        ("x^2 + y^2 - x*y - x", ("x:[0,1]", "y:[0,1)"), "compact-closure"),
        ("max(x, y) + x^2 + y^2", (), "coercive-closed"),
    ],
)
def test_arguments_hold(text: str, domain: tuple[str, ...], argument: str) -> None:
    found = ask(text, *domain).minimum
    assert found is not None
    assert (found.attained, found.argument) == (True, argument)


@pytest.mark.parametrize(
    ("text", "domain", "least"),
    [
        # not continuous on the closed box
        ("x*y + x + y + floor(y)", ("x:[0,1]", "y:[0,1)"), (True, "0")),
        # not defined on an edge that is missing
        ("log(x) + y", ("x:(0,1]", "y:[0,1)"), (False, "-oo")),
        ("x + y", ("x:[0,1]", "y:(-oo,1]"), (False, "-oo")),  # not bounded
        # one formula does not grow in all directions
        ("max(x, y) + x^2", (), (True, "-1/4")),
    ],
)
def test_arguments_whose_hypothesis_fails(
    text: str, domain: tuple[str, ...], least: tuple[bool, str]
) -> None:
    found = ask(text, *domain).minimum
    assert found is not None
    assert found.value is not None
    assert found.argument not in kinks.ARGUMENTS
    assert (found.attained, plain(found.value.expr)) == least


def test_the_extreme_on_a_missing_edge_is_not_attained() -> None:
    last = ask("x + y", "x:(0,1)", "y:[0,1]")
    for extreme, bound in ((last.minimum, 0), (last.maximum, 2)):
        assert extreme is not None
        assert extreme.value is not None
        assert extreme.attained is False
        assert number(extreme.value) == bound
    assert all(point.kind != "endpoint" or 0 < place(point)[0] < 1 for point in last.points)


def test_edges_of_a_box_are_questions_of_one_variable() -> None:
    branin = "(y-5.1/(4*pi^2)*x^2+5/pi*x-6)^2+10*(1-1/(8*pi))*cos(x)+10"
    easom = "-cos(x)*cos(y)*exp(-((x-pi)^2+(y-pi)^2))"
    for text, domain, least in (
        (branin, ("x:[-5,10]", "y:[0,15]"), 5 / (4 * math.pi)),
        (easom, ("x:[2,4]", "y:[2,4]"), -1),
    ):
        last = ask(text, *domain)
        assert last.status is Status.COMPLETE
        assert last.minimum is not None
        assert last.minimum.value is not None
        assert number(last.minimum.value) == pytest.approx(least)


# --- what is open is said -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"), [("x*(1-cos(y))", "local-minimum"), ("x*(sin(y)-1)", "local-maximum")]
)
def test_zeros_that_repeat_may_lie_on_an_edge(text: str, kind: str) -> None:
    """The slope off x = 0 vanishes at 2*pi, and at 5*pi/2: f has its extreme value there too."""
    made = ask(text, "x:[0,oo)", "y:[4,8]")
    (edge,) = (each for each in made.sets if plain(each.equations[0].left) == "x")
    assert [stretch.kind for stretch in edge.kinds] == [kind]


@pytest.mark.parametrize("text", ["abs(x) + floor(y)", "abs(abs(x) - x) + y", "sign(x)*y + y^2"])
def test_what_was_not_examined_is_named(text: str) -> None:
    last = ask(text)
    assert last.completeness.state is State.PARTIAL
    assert last.completeness.missing


# --- parts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "no_gradient", "both"),
    [
        ("abs(x) + y^2", True, False),
        ("abs(x)*y", False, True),
        ("x*abs(x) + y^2", False, True),
        ("(x^2 + y^2)^(2/3)", False, False),
        ("cbrt(x) + y", True, True),
        ("x^(2/5)*y^(3/5)", True, True),
        ("(x^2 + y^2)^(3/4) + x", False, True),
        ("cbrt(x^3 + y^3)", True, True),
    ],
)
def test_rays(text: str, no_gradient: bool, both: bool) -> None:
    f = expression(read(text).statement)
    found = tuple(rays(f, TracedPlace({"x": ZERO, "y": ZERO}), ("x", "y")))
    assert (has_no_gradient(found), takes_both_signs(found)) == (no_gradient, both)


def relations(*texts: str) -> tuple[Relation, ...]:
    found = []
    for text in texts:
        statement = read(text, relation=True).statement
        assert isinstance(statement, Relation)
        found.append(statement)
    return tuple(found)


@pytest.mark.parametrize(
    ("needs", "found"),
    [
        (("x > 0", "y < 0", "x - y < 0"), False),
        (("x > 7", "y > 7", "x + y < 15"), True),
        (("x > 7", "y > 7", "x + y < 14"), False),
        (("x > 0", "x < 0"), False),
        (("x^2 + y^2 < 1", "x > 1"), False),
    ],
)
def test_conditions_that_leave_points(needs: tuple[str, ...], found: bool) -> None:
    assert has_points((), relations(*needs), ("x", "y")) is found


def test_conditions_that_follow_are_not_repeated() -> None:
    assert shortest(relations("x < 0", "x < 1")) == relations("x < 0")


@pytest.mark.parametrize("id", [*kinks.TESTS, *kinks.ARGUMENTS])
def test_ids_are_permanent(id: str) -> None:
    assert id in IDS


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("max(x, y, 0) + x^2 + (y - 3)^2", (0, 5 / 2)),  # x = 0 is no kink where y is greater
        ("-2*min(2*x - y, y) + y^3 + 2*abs(x - y)", (math.sqrt(6) / 3, math.sqrt(6) / 3)),
    ],
)
def test_points_are_not_lost_between_formulas(text: str, at: tuple[float, float]) -> None:
    found = [place(point) for point in ask(text).points if point.kind == "local-minimum"]
    assert any(math.dist(each, at) < 1e-9 for each in found)


@pytest.mark.parametrize("text", ["-abs(-x^2) + y^2", "abs(y + 1) + y - abs(x^2)"])
def test_formulas_that_touch_are_open(text: str) -> None:
    assert ask(text).completeness.state is State.PARTIAL


# --- corners at which many sides meet -----------------------------------------------------------


@given(st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_corners_agree_with_values_near_by(seed: int) -> None:
    """Random flat sides through 0, more than there are names, and a random slope of f there."""
    draw = random.Random(seed)  # noqa: S311
    rows = [tuple(draw.randint(-3, 3) for _ in "xy") for _ in range(3)]
    slope = tuple(draw.randint(-3, 3) for _ in "xy")
    assume(all(any(row) for row in rows))

    def linear(row: tuple[int, ...]) -> Tree:
        return expression(read(f"{row[0]}*x+{row[1]}*y").statement)

    manifold = Manifold(linear(slope), tuple(map(linear, rows)), ("x", "y"))
    found = along_edges(manifold, (1,) * 3, TracedPlace({"x": ZERO, "y": ZERO}))
    turns = [math.pi * turn / 360 for turn in range(720)]
    turns += [math.atan2(e * a, -e * b) for a, b in rows for e in (1, -1)]
    values = set()
    for x, y in ((math.cos(turn), math.sin(turn)) for turn in turns):
        if all(a * x + b * y <= 1e-9 for a, b in rows):
            value = slope[0] * x + slope[1] * y
            values.add(0 if abs(value) < 1e-9 else math.copysign(1, value))
    claims = {"local-minimum": values <= {1}, "local-maximum": values == {-1}}
    claims["neither"] = {1, -1} <= values
    assert claims.get(found.kind, True)
