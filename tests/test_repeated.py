"""Points without a derivative that repeat: each judgement against difference quotients."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.notation.tree import Name, Tree, expression, number
from calctool.notation.walk import substitute
from calctool.solve.answer import OneDerivative, Status
from calctool.solve.diff.answering import answer
from calctool.solve.exact.record import Exact
from calctool.solve.typed import Typed
from calctool.solve.typed.diff import question
from values import NoValue, value

STEP = mpmath.mpf(10) ** -20
GRID = 12000
LOW, HIGH = -6, 6

WAVES = ("sin({0}x)", "cos({0}x)", "sin({0}pi*x)", "cos({0}x)^2", "sin({0}x)-1/2")
SHAPES = (
    "abs({w})", "max({w},{v})", "min({w},0)", "sqrt(1-cos({0}x))", "relu({w})", "floor({0}x)",
    "sqrt(({w})^2)", "abs({w})+abs({v})", "abs({w})^3", "x/3+abs({w})", "2*floor({0}x/3)-x",
    "abs(abs({w})-1/4)", "sign({w})", "asin(sin({0}x))", "exp(abs({w}))", "ceil({0}x)+{v}",
)  # fmt: skip


@st.composite
def questions(draw: st.DrawFn) -> str:
    rates = st.sampled_from(("", "2", "3", "1/2*"))
    wave, other = (draw(st.sampled_from(WAVES)).format(draw(rates)) for _ in range(2))
    return draw(st.sampled_from(SHAPES)).format(draw(rates), w=wave, v=other)


def one_derivative(text: str) -> tuple[OneDerivative, Status]:
    *_, last = answer(question(Typed(text)))
    return last.derivatives[0], last.status


def at(f: Tree, x: mpmath.mpf) -> mpmath.mpf:
    scale = 10**45
    return value(f, {"x": Fraction(int(mpmath.nint(x * scale)), scale)})


def exact(tree: Tree) -> mpmath.mpf:
    return value(tree, {})


def matches(claimed: Exact | None, slope: mpmath.mpf) -> bool:
    if claimed is None or claimed.low is None:
        return abs(slope) > 1e6
    return abs(slope - exact(claimed.expr)) < 1e-6


@settings(max_examples=60, deadline=None)
@given(questions())
def test_one_sided_derivatives_at_every_member(text: str) -> None:
    one, _ = one_derivative(text)
    f = expression(question(Typed(text)).statement)
    with mpmath.workdps(50):
        for family in one.families:
            for k in (-3, -1, 0, 2):
                place = exact(substitute(family.at, {family.integer: number(k)}))
                here = at(f, place)
                right = (at(f, place + STEP) - here) / STEP
                left = (here - at(f, place - STEP)) / STEP
                if family.kind == "jump":
                    assert max(abs(left), abs(right)) > 1e6, (text, family)
                    continue
                assert matches(family.left, left), (text, family)
                assert matches(family.right, right), (text, family)
                assert abs(left - right) > 1e-3, (text, family)


@settings(max_examples=25, deadline=None)
@given(questions())
def test_no_kink_is_missed(text: str) -> None:
    """Where nothing is left open, bends of the graph lie at points that were named."""
    one, status = one_derivative(text)
    if status is not Status.COMPLETE:
        return
    f = expression(question(Typed(text)).statement)
    named = [mpmath.mpf(exact(kink.at.expr)) for kink in one.undefined_at]
    for family in one.families:
        start = exact(substitute(family.at, {family.integer: number(0)}))
        step = exact(substitute(family.at, {family.integer: number(1)})) - start
        first = int((LOW - start) / step) - 2
        count = int((HIGH - LOW) / step) + 5
        named += [start + (first + k) * step for k in range(count)]
    d = mpmath.mpf(HIGH - LOW) / GRID
    heights = [float(value(f, {"x": Fraction(LOW) + Fraction(i * (HIGH - LOW), GRID)}))
               for i in range(GRID + 1)]  # fmt: skip
    for i in range(1, GRID):
        bend = abs(heights[i + 1] - 2 * heights[i] + heights[i - 1]) / d
        if bend > 0.45:
            x = LOW + i * d
            assert min(abs(x - each) for each in named) <= 2 * d, (text, x)


@pytest.mark.parametrize("text", ["abs(sin(x))*x", "floor(x^2)", "abs(sin(x))+abs(sin(pi*x))"])
def test_what_does_not_repeat_stays_open(text: str) -> None:
    one, status = one_derivative(text)
    assert status is Status.PARTIAL
    assert one.undecided
    assert not one.families


def test_letter_of_the_integer_is_no_name_of_the_question() -> None:
    *_, last = answer(question(Typed("abs(sin(k))")))
    (family,) = last.derivatives[0].families
    assert family.integer == "n"
    assert family.at.names == {"n"}
    assert Name("k") not in family.at.children


def test_values_is_independent() -> None:
    with pytest.raises(NoValue):
        value(expression(question(Typed("log(x)")).statement), {"x": Fraction(-1)})
