"""Points without a derivative that repeat: each judgement against difference quotients."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

import calctool as ct
from calctool.notation.printing.plain import plain
from calctool.notation.tree import (
    INFINITY,
    Negative,
    Tree,
    expression,
    number,
    rational,
)
from calctool.notation.walk import substitute
from calctool.solve.answer import KinkFamily, OneDerivative, Status
from calctool.solve.diff.answering import answer
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact_value
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
            for k in members(family, 4) if family.kind != "undecided" else ():
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


def members(family: KinkFamily, far: int) -> list[int]:
    """Some whole numbers of the reach, the first ones and the last ones among them."""
    low, high = family.reach
    listed = {-far, -far // 3, -3, -1, 0, 1, 2, 7, far // 2, far}
    listed |= {end + step for end in family.reach if end is not None for step in (-1, 0, 1)}
    return [k for k in sorted(listed) if (low is None or low <= k) and (high is None or k <= high)]


@pytest.mark.parametrize("text", ["abs(sin(x))+abs(sin(pi*x))", "abs(sin(x)+sin(sqrt(2)*x))"])
def test_what_cannot_be_decided_at_all_members_is_missing(text: str) -> None:
    one, status = one_derivative(text)
    assert status is Status.PARTIAL
    assert one.undecided or any(family.kind == "undecided" for family in one.families)


ENCLOSED = {
    "abs(x-cos(x))": 1, "max(x,cos(x))": 1, "abs(x-cos(x))+abs(x)": 2, "x*abs(x^3-cos(x))": 1,
    "abs(tan(x)-2*x)*0+abs(x-cos(x))": None, "min(sin(x)-x/2,cos(3*x)-x)": None,
    "abs(exp(-x^2)-x)": 1, "abs(x-cos(x))^3": 0, "abs(sin(x)-x/3)": 3,
}  # fmt: skip


@pytest.mark.parametrize("text", ENCLOSED)
def test_kinks_without_an_exact_place(text: str) -> None:
    one, status = one_derivative(text)
    f = expression(question(Typed(text)).statement)
    if ENCLOSED[text] is not None:
        assert status is Status.COMPLETE
        assert len(one.undefined_at) == ENCLOSED[text]
    with mpmath.workdps(50):
        for kink in one.undefined_at:
            assert kink.kind == "kink"
            assert kink.at.low is not None
            assert kink.at.high is not None
            around = mpmath.mpf(10) ** -7
            for claimed, end, side in (
                (kink.left, kink.at.low, -1),
                (kink.right, kink.at.high, 1),
            ):
                there = mpmath.mpf(end.numerator) / end.denominator
                slope = (at(f, there + 2 * side * around) - at(f, there + side * around)) / around
                assert claimed is not None
                assert claimed.low is not None
                assert abs(side * slope - mpmath.mpf(float(claimed.low))) < 1e-5, (text, kink)


SWITCHES = (
    "abs(sin({u}))", "abs(cos({u}))", "max(sin({u}),cos({u}))", "min(sin({u}),1/2)",
    "abs(sin({u})^2-1/4)", "sqrt(1-cos({u}))", "asin(sin({u}))", "relu(cos({u}))",
    "abs(tan({u}))", "sign(sin({u}))", "({u})-floor({u})", "floor({u}+1/3)",
)  # fmt: skip
PHASES = ("x", "2*x", "x/3", "pi*x", "x-1", "x^2", "1/x", "exp(x)", "2/x", "x^2/2", "sqrt(2)*x")
FACTORS = (
    "x", "(x-1)", "(x-pi)", "(x^2-pi^2/4)", "1/x", "exp(-x/3)", "(x+1/2)", "sqrt(x)", "ln(x)",
    "(1+x^2)", "x^2", "floor(x)", "atan(x)",
)  # fmt: skip
WHOLES = ("{p}*{s}", "{p}+{s}", "abs({p})*{s}", "abs({p}*sin({u}))", "max({p}*sin({u}),0)")


@st.composite
def wandering(draw: st.DrawFn) -> str:
    phase = draw(st.sampled_from(PHASES))
    switch = draw(st.sampled_from(SWITCHES)).format(u=phase)
    shape = draw(st.sampled_from(WHOLES))
    return shape.format(p=draw(st.sampled_from(FACTORS)), s=switch, u=phase)


def is_close(claimed: Exact | None, k: tuple[str, int], slope: mpmath.mpf) -> bool:
    if claimed is None or claimed.expr in (INFINITY, Negative(INFINITY)):
        return abs(slope) > 1e6
    there = exact(substitute(claimed.expr, {k[0]: number(k[1])}))
    return abs(slope - there) < 1e-6 * (1 + abs(there))


@settings(max_examples=60, deadline=None)
@given(wandering())
def test_one_sided_derivatives_that_change_from_member_to_member(text: str) -> None:
    """At members up to the ten thousandth; beside the rows, single points are looked at, too."""
    one, status = one_derivative(text)
    f = expression(question(Typed(text)).statement)
    with mpmath.workdps(80):
        for family in one.families:
            if family.kind == "undecided":
                assert status is Status.PARTIAL
                continue
            # Where exp(-x) is 10^4000 no place is close enough.
            for k in members(family, 9 if "exp(-" in text else 10_000):
                place = fraction(substitute(family.at, {family.integer: number(k)}))
                beside = family.kind == "jump"
                slopes = [_slope(f, place, side, beside=beside) for side in (-1, 1)]
                for claimed, slope in zip((family.left, family.right), slopes, strict=True):
                    if slope is None:
                        assert family.kind in ("end-of-domain", "jump"), (text, family, k)
                        assert claimed is None, (text, family, k)
                    elif family.kind != "jump" or claimed is not None:
                        assert is_close(claimed, (family.integer, k), slope), (text, family, k)


def fraction(place: Tree) -> Fraction:
    """The number itself where it is one, else as close as the difference quotients need."""
    known = rational(exact_value(place))
    scale = 10**75
    return Fraction(int(mpmath.nint(exact(place) * scale)), scale) if known is None else known


def _slope(f: Tree, place: Fraction, side: int, *, beside: bool) -> mpmath.mpf | None:
    """From the point, or from beside it: at a jump rounding decides what the value is."""
    step = side * Fraction(1, 10**20) * min(Fraction(1), abs(place) or Fraction(1))
    start = place + step if beside else place
    try:
        rise = value(f, {"x": start + step}) - value(f, {"x": start})
    except NoValue:
        return None
    return rise / (mpmath.mpf(step.numerator) / step.denominator)


def test_rows_in_python_keep_their_range_and_one_sided_derivatives() -> None:
    below, above = ct.diff("abs(x*sin(x))").derivatives[0].families
    assert [str(end) for end in (*below.k, *above.k)] == ["-oo", "-1", "1", "oo"]
    assert str(above.member(7)) == "7*pi"
    (letter,) = above.integers
    assert [side.subs(letter, 2) for side in (above.left, above.right)] == [-2 * sp.pi, 2 * sp.pi]


@pytest.mark.parametrize(
    ("text", "places"),
    [("abs(sin(1/x))", {"0"}), ("abs(sin(x))", {"oo", "-oo"}), ("floor(exp(x))", {"oo"})],
)
def test_where_the_points_lead(text: str, places: set[str]) -> None:
    one, _ = one_derivative(text)
    assert {plain(place) for family in one.families for place in family.toward} == places
