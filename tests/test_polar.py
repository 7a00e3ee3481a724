"""All values of polynomials and rational functions: ends against sampled values, and traps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import Program
from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.extrema.polar.approach import approach
from calctool.algebra.extrema.polar.limits import limits
from calctool.algebra.extrema.polar.nearest import CENTRES
from calctool.algebra.extrema.polar.nonempty import has_point
from calctool.algebra.extrema.polar.region import region
from calctool.algebra.extrema.polar.values import End, end_of_values
from calctool.algebra.extrema.scalars import Constant, compare
from calctool.algebra.germ.expansion import constant_value
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation
from texts import tree

POSITIVE = "x>0; y>0"


def relations(texts: str) -> list[Relation]:
    found = [read_back(text) for text in texts.split(";") if text.strip()]
    assert all(isinstance(each, Relation) for each in found)
    return [each for each in found if isinstance(each, Relation)]


def found(f: str, names: str, where: str, turn: int) -> End | None:
    on = region(tree(f), names, relations(where))
    assert on is not None
    return end_of_values(on, turn)


def said(f: str, names: str, where: str, turn: int) -> tuple[str, bool | None]:
    end = found(f, names, where, turn)
    assert end is not None
    if end.value is None:
        return "oo", end.attained
    shown = end.value.tree()
    assert shown is not None
    return plain(shown), end.attained


ENDS = [
    # Values that are only approached.
    ("x^2+(1-x*y)^2", "xy", "", -1, ("0", False)),
    ("(x^2*y-1)^2+x^2", "xy", "", -1, ("0", False)),
    ("(x*y*z-1)^2+x^2+y^2", "xyz", "", -1, ("0", False)),
    ("x*y/(2+x^2+y^2)", "xy", "", 1, ("1/2", False)),
    ("(x+1)^2/(x^2+y^2+1)", "xy", "", 1, ("2", True)),
    ("(1+2*x^2+y^2)/(1+x^2+y^2)", "xy", "", 1, ("2", False)),
    ("x^2*(1+y^2)-4*x*y", "xy", "", -1, ("-4", False)),
    # Attained, but by no simple argument.
    ("x^4*y^2+x^2*y^4-3*x^2*y^2+1", "xy", "", -1, ("0", True)),
    ("10*(x^2-y)^2+(x-1)^2+9*(z^2-y)^2+(z-1)^2", "xyz", "", -1, ("0", True)),
    ("x^2*y^2+y^2*z^2+z^2*x^2-x*y*z", "xyz", "", -1, ("-1/256", True)),
    ("x^4+y^4+z^4+u^4-4*x*y*z*u", "xyzu", "", -1, ("0", True)),
    # Nowhere bounded.
    ("x^3-3*x*y^2", "xy", "", -1, ("oo", False)),
    ("x^2-2*x*y^2+y^4-y^5", "xy", "", -1, ("oo", False)),
    # On a set: closed, with open sides, with poles.
    ("x+y", "xy", "x^3+y^3=6*x*y", -1, ("-2", False)),
    ("x+y", "xy", "x^3+y^3=6*x*y", 1, ("6", True)),
    ("y", "xy", "x*y>=1; x>=0", -1, ("0", False)),
    ("x*y*z", "xyz", "x*y+y*z+z*x=3; x>=0; y>=0; z>=0", 1, ("1", True)),
    ("x*y*z", "xyz", "x*y+y*z+z*x=3; x>=0; y>=0; z>=0", -1, ("0", True)),
    ("x^2+y^2+z^2+u^2", "xyzu", "x*y*z*u=1", -1, ("4", True)),
    ("x*y/(x+y+1)^2", "xy", "x>=0; y>=0; x+y+1!=0", 1, ("1/4", False)),
    ("x*y/((1+x)*(x+y)*(y+1))", "xy", POSITIVE, 1, ("1/8", True)),
    ("x*y/((1+x)*(x+y)*(y+1))", "xy", POSITIVE, -1, ("0", False)),
    ("x/y+y/z+z/x", "xyz", "x>0; y>0; z>0", -1, ("3", True)),
    ("x^2+y^2", "xy", "x>1; y>1", -1, ("2", False)),
    ("x^2+y^2", "xy", "x>=1; y>1", -1, ("2", False)),
    ("x^2+y^2", "xy", "x>=1; y>=1", -1, ("2", True)),
    ("1/x+y", "xy", "x!=0; y>=0; x*y=1", -1, ("0", False)),
    # Constraints with denominators, of either sign.
    ("x", "xy", "1/x>=1; y=0", 1, ("1", True)),
    ("x", "xy", "1/x<=1; y=0", 1, ("oo", False)),
    ("x", "xy", "1/x<=-1; y=0", -1, ("-1", True)),
    ("x+y", "xy", "1/x+4/y=1; x>=0; y>=0", -1, ("9", True)),
    ("x+y+z", "xyz", "1/x+4/y+9/z=1; x>=0; y>=0; z>=0", -1, ("36", True)),
    # The values are two intervals, or a few numbers.
    ("x", "xy", "x^2-y^2=1", -1, ("oo", False)),
    ("x", "xy", "x^2-y^2=1; x>=0", -1, ("1", True)),
    ("x*y", "xy", "x*y=1", 1, ("1", True)),
    ("x+y", "xy", "x^2+y^2<=0", 1, ("0", True)),
]  # fmt: skip


@pytest.mark.parametrize(("f", "names", "where", "turn", "expected"), ENDS)
def test_ends(f: str, names: str, where: str, turn: int, expected: tuple[str, bool]) -> None:
    assert said(f, names, where, turn) == expected


@pytest.mark.parametrize(
    ("f", "where"),
    [
        # Not polynomial over Q in the names.
        ("x+sqrt(y)", ""),
        ("exp(x)+y", ""),
        ("a*x+y", ""),
        ("pi*x+y", ""),
    ],
)
def test_what_is_not_rational_is_not_read(f: str, where: str) -> None:
    assert region(tree(f), "xy", relations(where)) is None


def test_a_value_on_an_empty_set_is_found_out() -> None:
    on = region(tree("(x+2*y)*(1/x+2/y)"), "xy", relations(POSITIVE))
    assert on is not None
    nine, one = (Constant(constant_value(tree(text))) for text in ("9", "1"))
    for doubtful in ((), (one,)):
        told = end_of_values(on, -1, (nine,), doubtful)
        assert told is not None
        assert told.value is nine


def test_values_without_the_listed_minimum_are_contradicted() -> None:
    """Only candidates may be ends: a list that lacks the least one gives no wrong infimum."""
    on = region(tree("x^4+y^4-4*x*y+1"), "xy", ())
    assert on is not None
    (one,) = (Constant(constant_value(tree(text))) for text in ("1",))
    told = end_of_values(on, -1, (one,))
    assert told is None or told.value is None or compare(told.value, one) != 0


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("x+y=0; x>0; y>0", False),
        ("x-y=0; x>0; y>0", True),
        ("x^2+y^2=1; x*y>=1", False),
        ("x^2+y^2=2; x*y>=1", True),
        ("x^2+y^2=2; x*y>1", False),
        ("x^2+y^2+1=0", False),
        ("x*y=1; x+y=1", False),
        ("x^2=2*y^2; x!=0", True),
        ("x^2+y^2=0; x!=0", False),
        ("x=y; x-y!=0", False),
        ("x=y; x-x!=0", False),
        ("x>x; y>0", False),
        ("x^3=y; y<=-8; x>=-2", True),
        ("x^3=y; y<-8; x>=-2", False),
        ("x^2+y^2=1; x+y>1; 9*x^2+y^2>9; x^2>y; y^2>x", False),
        ("x^2+y^2=1; x+y>1; 9*x^2+y^2>8; x>y; x<2", True),
        ("x^2+y^2<1; x>0; y>0; x+y>1", True),
        ("x^2+y^2<1; x>0; y>0; x+y>3/2", False),
    ],
)
def test_whether_a_set_has_a_point(where: str, expected: bool) -> None:
    on = region(tree("0"), "xy", relations(where))
    assert on is not None
    assert has_point(on) is expected


@pytest.mark.parametrize(
    ("f", "where", "turn", "value"),
    [
        ("x^2+(1-x*y)^2", "", -1, "0"),
        ("x*y/(2+x^2+y^2)", "", 1, "1/2"),
        ("y", "x*y>=1; x>=0", -1, "0"),
        ("x*y/((1+x)*(x+y)*(y+1))", POSITIVE, -1, "0"),
        ("x^3-y", "x*y=1", 1, None),
    ],
)
def test_curves_come_near(f: str, where: str, turn: int, value: str | None) -> None:
    on = region(tree(f), "xy", relations(where))
    assert on is not None
    wanted = None if value is None else Fraction(value)
    curve = approach(on, wanted, turn)
    assert curve is not None
    gaps = []
    for t in (10**3, 10**6):
        at = {name: k * Fraction(t) ** n for name, (k, n) in zip("xy", curve, strict=True)}
        (here,) = Program((tree(f),)).balls(at, bits=300)
        low, _ = bounds_of(here)
        gaps.append(-turn * low if wanted is None else -turn * (low - wanted))
    if wanted is None:
        assert gaps[1] < gaps[0] < 0
    else:
        assert 0 < gaps[1] < gaps[0] < Fraction(1, 10)


def test_no_curve_where_the_value_is_no_limit() -> None:
    on = region(tree("x^2+(1-x*y)^2"), "xy", ())
    assert on is not None
    assert approach(on, Fraction(-1), -1) is None
    assert approach(on, Fraction(0), 1) is None


def test_limits_hold_what_f_tends_to() -> None:
    on = region(tree("x^2+(1-x*y)^2"), "xy", ())
    assert on is not None
    assert [float(each.ball(64).mid()) for each in limits(on, CENTRES[0])] == [0.0]


# --- against values ------------------------------------------------------------------------------

whole = st.integers(-3, 3)
exponents = st.tuples(st.integers(0, 2), st.integers(0, 2))
polynomials = st.lists(st.tuples(whole, exponents), min_size=2, max_size=4)
Terms = Sequence[tuple[int, tuple[int, int]]]


def written(listed: Terms) -> str:
    return " + ".join(f"({c})*x^{i}*y^{j}" for c, (i, j) in listed)


Numbers = numpy.ndarray
Function = Callable[[Numbers, Numbers], Numbers]
"""Of coordinates; nan where it has no value."""


def value(listed: Terms, x: Numbers, y: Numbers) -> Numbers:
    return sum((c * x**i * y**j for c, (i, j) in listed), 0 * x)


def scattered() -> tuple[Numbers, Numbers]:
    """Points on several scales, and on hyperbolas and parabolas that run to infinity."""
    chance = numpy.random.default_rng(7)
    parts = [reach * chance.uniform(-1, 1, (2, 500)) for reach in (0.3, 1, 3, 30, 1e3)]
    t, a = (each.ravel() for each in numpy.meshgrid([10.0, 1e2, 1e3], numpy.linspace(-4, 4, 65)))
    for y in (a, a / t, a * t, a / t**2, a * t**2, a / t**0.5):
        parts += [numpy.array(pair) for pair in ((t, y), (y, t), (-t, y), (y, -t))]
    x, y = numpy.hstack(parts)
    return x, y


def smallest(f: Function, x: Numbers, y: Numbers) -> float:
    """Of the values there and where a search with shrinking steps leads from the best of them."""
    first = f(x, y)
    chosen = numpy.argsort(numpy.where(numpy.isnan(first), numpy.inf, first))[:20]
    x, y, best = x[chosen], y[chosen], first[chosen]
    step = 0.5 * (1 + numpy.hypot(x, y))
    for _ in range(300):
        moved = numpy.zeros(len(x), bool)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)):
            there = f(x + step * dx, y + step * dy)
            better = there < best
            x, y = x + step * dx * better, y + step * dy * better
            best, moved = numpy.where(better, there, best), moved | better
        step = numpy.where(moved, step, step / 2)
    return float(numpy.nanmin(best))


def close(low: float, seen: float) -> bool:
    return low - 1e-6 * (1 + abs(low)) <= seen <= low + 0.1 * (1 + abs(low))


def compared(end: End | None, turn: int, f: Function, *, far: float = 10) -> None:
    """No value lies beyond the end, and some come close to it, or are beyond `far`."""
    assume(end is not None)
    assert end is not None
    x, y = scattered()
    assume(not numpy.isnan(f(x, y)).all())
    seen = smallest(lambda x, y: -turn * f(x, y), x, y)
    if end.value is None:
        assert seen < -far
        return
    low, high = end.value.bounds(64)
    assert close(-turn * float((low + high) / 2), seen)


@settings(max_examples=60)
@given(polynomials, st.sampled_from([-1, 1]))
def test_ends_of_polynomials(listed: Terms, turn: int) -> None:
    end = found(written(listed), "xy", "", turn)
    compared(end, turn, lambda x, y: value(listed, x, y))


@settings(max_examples=40)
@given(polynomials, polynomials, st.sampled_from([-1, 1]))
def test_ends_of_rational_functions(above: Terms, below: Terms, turn: int) -> None:
    """Over one plus a square; where the square is zero f may grow on one curve only."""
    end = found(f"({written(above)})/(1+({written(below)})^2)", "xy", "", turn)
    compared(
        end, turn, lambda x, y: value(above, x, y) / (1 + value(below, x, y) ** 2), far=-numpy.inf
    )


@settings(max_examples=60)
@given(polynomials, polynomials, st.sampled_from([-1, 1]))
def test_ends_on_sets_with_an_inside(f: Terms, g: Terms, turn: int) -> None:
    end = found(written(f), "xy", f"{written(g)}+2>=0", turn)
    compared(
        end, turn, lambda x, y: numpy.where(value(g, x, y) + 2 >= 0, value(f, x, y), numpy.nan)
    )


@settings(max_examples=40)
@given(polynomials, st.sampled_from([-1, 1]))
def test_ends_on_open_quadrants(f: Terms, turn: int) -> None:
    end = found(written(f), "xy", POSITIVE, turn)
    compared(end, turn, lambda x, y: numpy.where((x > 0) & (y > 0), value(f, x, y), numpy.nan))


@settings(max_examples=60)
@given(polynomials, st.lists(whole, min_size=4, max_size=4), st.sampled_from([-1, 1]))
def test_ends_on_curves(f: Terms, coefficients: list[int], turn: int) -> None:
    """On a*y^2 + (b*x + c)*y + x^2*d = 1, solved for y at many x."""
    a, b, c, d = coefficients
    assume(a or b or c)
    end = found(written(f), "xy", f"({a})*y^2+(({b})*x+({c}))*y+({d})*x^2=1", turn)
    assume(end is not None)
    assert end is not None
    x = numpy.concatenate([[0.0], *(s * 10.0 ** numpy.linspace(-3, 4, 4000) for s in (-1, 1))])
    middle, rest = b * x + c, d * x * x - 1
    with numpy.errstate(all="ignore"):
        root = numpy.sqrt(middle**2 - 4 * a * rest)
        ys = [(-middle + s * root) / (2 * a) for s in (-1, 1)] if a else [-rest / middle]
        listed = numpy.hstack([-turn * value(f, x, y) for y in ys])
    seen = listed[numpy.isfinite(listed)]
    assume(len(seen) > 0)
    if end.value is None:
        assert seen.min() < -20
        return
    low, high = end.value.bounds(64)
    assert -turn * float((low + high) / 2) <= seen.min() + 1e-6 * (1 + abs(seen.min()))
    assert close(-turn * float((low + high) / 2), seen.min())
