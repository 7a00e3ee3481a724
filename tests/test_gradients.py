"""What is said of the gradient at a candidate: zero, missing, or open; never what is not so."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import cos, cosh, exp, hypot, pi, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.notation.printing.plain import plain
from calctool.solve.candidates import CandidatePoint
from calctool.solve.critical.answering import answer as critical
from calctool.solve.exact.record import Exact
from calctool.solve.lagrange.answering import answer as lagrange
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.solve.optimum.strata.on_constraints import candidates
from calctool.solve.optimum.strata.search import Search
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.short import plainest
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question as critical_question
from calctool.solve.typed.lagrange import question as lagrange_question
from texts import tree
from values import value

# In r, the distance from the origin; with what is left of f(r) - f(0) over r.
OF_DISTANCE = {
    "cos(3*sqrt(x^2+y^2))": lambda r: cos(3 * r),
    "cosh(sqrt(x^2+y^2)/2)": lambda r: cosh(r / 2),
    "sqrt(x^2+y^2)*sin(sqrt(x^2+y^2))": lambda r: r * sin(r),
    "exp(-sqrt(x^2+y^2))": lambda r: exp(-r),
    "sin(sqrt(x^2+y^2))": sin,
    "cos(sqrt(x^2+y^2))+sqrt(x^2+y^2)/5": lambda r: cos(r) + r / 5,
    "(x^2+y^2)^(1/3)": lambda r: r ** (2 / 3),
    "cos((x^2+y^2)^(1/3))": lambda r: cos(r ** (2 / 3)),
    "cos((x^2+y^2)^(1/4))": lambda r: cos(r ** (1 / 2)),
}


@pytest.mark.parametrize("text", OF_DISTANCE)
def test_the_gradient_at_a_root_is_that_of_the_quotients(text: str) -> None:
    """With power 1/4, where the theorem just fails, cos u = 1 - r/2 has none."""
    asked = Typed(text, domain=("x,y:[-1/4,1/4]",), wrt=("x", "y"))
    *_, last = critical(critical_question(asked))
    (origin,) = (point for point in last.points if _place(point) == (0, 0))
    f, step = OF_DISTANCE[text], 1e-7
    is_level = abs(f(step) - f(0)) / step < 1e-2
    allowed = {"gradient-zero"} if is_level else {"gradient-missing", "gradient-open"}
    assert origin.why in allowed


BOX = {"x": (Fraction(-10), Fraction(10)), "y": (Fraction(-10), Fraction(10))}
SHAPES = ("max(x,y)", "abs(x)+2*y", "max(x-y,y)", "x+2*y", "min(x,y)+y")
WALLS = ("max(abs(x),abs(y))<=1", "abs(x)+abs(y)<=1", "max(x,-x)+y^2<=1", "max(abs(x),x+y)<=1")


@settings(max_examples=3, deadline=None)
@given(st.sampled_from(SHAPES), st.sampled_from(WALLS))
def test_a_point_without_multipliers_has_different_slopes_around_it(f: str, wall: str) -> None:
    *_, last = lagrange(lagrange_question(Typed(f, subject_to=(wall,), wrt=("x", "y"))))
    for point in last.points:
        if point.why == "gradient-missing":
            assert _is_bent(f, point) or _is_bent(wall.split("<")[0], point), point
        if point.multipliers is not None:
            _assert_stationary(last, f, wall.split("<")[0], point)


def test_a_fold_of_a_constraint_that_does_not_matter_takes_no_multiplier_away() -> None:
    typed = Typed("max(x,y)", subject_to=("max(abs(x),abs(y))<=1",), wrt=("x", "y"))
    *_, last = lagrange(lagrange_question(typed))
    (point,) = (point for point in last.points if _place(point) == (1, 0))
    assert point.regular
    assert point.multipliers is not None
    assert [_number(value) for _, value in point.multipliers] == [1]


def test_a_curve_names_every_variable() -> None:
    """Also those that f does not depend on, which the constraints bind."""
    walls = ("-b>=1", "2*w1+3*w2+b>=1")
    typed = Typed("(w1^2+w2^2)/2", subject_to=walls, wrt=("w1", "w2", "b"))
    *_, last = lagrange(lagrange_question(typed))
    assert last.maximum is not None
    curve = last.maximum.approached
    assert curve is not None
    assert [name for name, _ in curve.points] == ["w1", "w2", "b"]


def _number(value: Exact) -> float:
    assert value.low is not None
    assert value.high is not None
    return float(value.low + value.high) / 2


def _place(point: CandidatePoint) -> tuple[float, ...]:
    return tuple(_number(value) for _, value in point.at)


def _value(text: str, x: float, y: float) -> float:
    names = {"x": x, "y": y, "max": max, "min": min, "abs": abs}
    return float(eval(text.replace("^", "**"), {"__builtins__": {}}, names))  # noqa: S307


def _slope(text: str, at: tuple[float, ...], way: tuple[float, float]) -> float:
    step = 1e-6
    moved = [a + step * d for a, d in zip(at, way, strict=True)]
    return (_value(text, *moved) - _value(text, *at)) / step


def _is_bent(text: str, point: CandidatePoint) -> bool:
    """Whether the one-sided derivative is not linear in the direction."""
    at = _place(point)
    ways = [(cos(pi * k / 8), sin(pi * k / 8)) for k in range(16)]
    a, b = _slope(text, at, (1, 0)), _slope(text, at, (0, 1))
    return any(abs(_slope(text, at, (p, q)) - a * p - b * q) > 1e-3 for p, q in ways)


def _assert_stationary(last: LagrangeAnswer, f: str, g: str, point: CandidatePoint) -> None:
    (weight,) = (_number(value) for _, value in point.multipliers or ())
    for way in product((-1.0, 0.0, 1.0), repeat=2):
        if hypot(*way):
            rest = _slope(f, _place(point), way) - weight * _slope(g, _place(point), way)
            assert abs(rest) < 1e-3, (last.question, point)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1/sqrt(1/t)", "sqrt(t)"),
        ("sqrt((t-1)/t^3)", "sqrt(t - 1)/sqrt(t^3)"),
        ("sqrt((1-t)/(2-t))", "sqrt((1 - t)/(2 - t))"),  # negative above and below
        ("sqrt(2-(1/t)^2)", "sqrt(2 - (1/t)^2)"),
        ("(-t)^2+log(1+(-t)^4)", "t^2 + log(1 + t^4)"),
    ],
)
def test_a_formula_far_out_keeps_its_value(text: str, told: str) -> None:
    made = plainest(tree(text), "t")
    assert plain(made) == told
    for at in (Fraction(3), Fraction(17)):
        one, other = (value(each, {"t": at}) for each in (made, tree(text)))
        assert abs(one - other) < 1e-12


@pytest.mark.parametrize(
    ("equation", "is_isolated"),
    [
        ("x^2+y^2", True),
        ("(x-1)^2+x^2*y^4", True),  # (1, 0)
        ("x^2+y^2-1", False),  # a curve
        ("x^2*(x^2+y^2)", False),  # a line with the origin on it
    ],
)
def test_points_alone_are_candidates_whatever_f_is(equation: str, is_isolated: bool) -> None:
    f = tree("exp(-x)+cos(2*y)")
    found = candidates(Manifold(f, (tree(equation),), ("x", "y")), Search(None, BOX))
    if is_isolated:
        assert found.found.state == "complete"
        assert len(found.found.roots) == 1
    else:
        assert found.found.state != "complete" or len(found.found.roots) != 1
