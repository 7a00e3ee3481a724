"""Least and greatest values: each argument, and what happens where its hypothesis just fails."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calctool.algebra.extrema import (
    coercive,
    compact,
    compare,
    unbounded_along,
    vanishes_far_out,
)
from calctool.algebra.extrema.polynomials import polynomial, tree_of
from calctool.algebra.extrema.scalars import Constant
from calctool.algebra.extrema.symmetry import keeps, orbits
from calctool.algebra.factoring import factored
from calctool.algebra.field import is_zero
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.places.place import Scalar
from calctool.algebra.systems import polynomial_solutions
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Tree, expression, number
from calctool.notation.walk import substitute
from calctool.solve.candidates import Extreme
from calctool.solve.exact.at_point import known
from calctool.solve.optimum.arguments.listed import Candidate, Listed
from calctool.solve.optimum.arguments.protocol import Task
from calctool.solve.optimum.arguments.sides import with_sides
from calctool.solve.optimum.extremes import extremes as asked
from calctool.words.extrema import extremes as words
from texts import relation, tree

Said = tuple[bool | None, str, str]


def constants(*texts: str) -> list[Scalar]:
    return [Constant(constant_value(tree(text))) for text in texts]


def critical_values(f: Tree, names: Sequence[str]) -> list[Scalar]:
    p = polynomial(f, names)
    assert p is not None
    gradient = [tree_of(p.derivative(index), names) for index in range(len(names))]
    found = polynomial_solutions(gradient, names)
    assert found.state == "complete"
    places = [root.place for root in found.roots]
    return [place.scalar(f) for place in places + [c.samples[0] for c in found.components]]


def extremes(
    text: str, names: str, *values: str, complete: bool = True, where: Sequence[str] = ()
) -> tuple[Extreme, Extreme]:
    """With the critical values as given, or found where none are given."""
    f = tree(text)
    known_values = constants(*values) if values else critical_values(f, names)
    listed = tuple(Candidate(known(each), height=each) for each in known_values)
    relations = tuple(map(relation, where))
    task = with_sides(Task(f, tuple(names), (), relations, Listed(listed, complete)))
    least, greatest = asked(task)
    return least.extreme, greatest.extreme


def said(found: Extreme) -> tuple[bool | None, str, str]:
    assert "{" not in found.reason.en + found.reason.zh
    value = "" if found.value is None else plain(found.value.expr)
    return found.attained, value, found.argument


LEAST = [
    ("(1-x)^2+100*(y-x^2)^2", "xy", (True, "0", "bounded-by-value")),
    ("x^4+y^4-4*x*y+1", "xy", (True, "-1", "coercive")),
    ("x^2-2*x*y^2+y^4-y^5", "xy", (False, "-oo", "unbounded-along-curve")),
    ("x^4+y^4+z^4-4*x*y*z", "xyz", (True, "-1", "coercive")),
    ("x^2+x*y+y^2+y*z+z^2-z", "xyz", (True, "-3/8", "coercive")),
    ("x^4+x^2*y^2+y^4+z^4-2*x*y*z^2", "xyz", (True, "0", "coercive")),
    ("x^2*y^2", "xy", (True, "0", "bounded-by-value")),
    ("x*y", "xy", (False, "-oo", "unbounded-along-curve")),
    ("x^3-3*x", "x", (False, "-oo", "one-variable")),
    ("3+x*y-x*y", "xy", (True, "3", "constant")),
    ("2*x^2-2*x*y+y^2", "xy", (True, "0", "coercive")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "expected"), LEAST)
def test_least_values(text: str, names: str, expected: tuple[bool, str, str]) -> None:
    assert said(extremes(text, names)[0]) == expected
    greatest = extremes(f"-({text})", names)[1]
    attained, value, argument = said(greatest)
    assert (attained, argument) == (expected[0], expected[2])
    assert value in (expected[1], f"-{expected[1]}", expected[1].removeprefix("-"))


BOX = ("x>=0", "x<=1", "y>=0", "y<=1")
OTHERS: list[tuple[str, str, str, tuple[str, ...], Said, Said]] = [
    ("x*y*exp(-x^2-y^2)", "xy", "0 -1/(2*e) 1/(2*e)", (),
     (True, "-1/(2*e)", "vanishes-at-infinity"), (True, "1/(2*e)", "vanishes-at-infinity")),
    ("exp(-x^2-y^2)", "xy", "1", (),
     (False, "0", "vanishes-at-infinity"), (True, "1", "bounded-by-value")),
    ("x/(1+x^2+y^2)", "xy", "-1/2 1/2", (),
     (True, "-1/2", "vanishes-at-infinity"), (True, "1/2", "vanishes-at-infinity")),
    ("sin(x)+sin(y)+sin(x+y)", "xy", "-3*sqrt(3)/2 0 3*sqrt(3)/2", (),
     (True, "-3*sqrt(3)/2", "periodic"), (True, "3*sqrt(3)/2", "periodic")),
    ("sqrt(1+x^4+y^4-x*y)", "xy", "1 sqrt(14)/4", (),
     (True, "sqrt(14)/4", "coercive-on-set"), (False, "oo", "unbounded-along-curve")),
    ("x^2+y^2+sin(x*y)", "xy", "0", (),
     (True, "0", "coercive"), (False, "oo", "unbounded-along-curve")),
    ("x^2+exp(y)+exp(-y)", "xy", "2", (),
     (True, "2", "coercive"), (False, "oo", "unbounded-along-curve")),
    ("1/x+1/y+x*y", "xy", "3", (),
     (False, "-oo", "unbounded-along-curve"), (False, "oo", "unbounded-along-curve")),
    ("3*x*exp(y)-x^3-exp(3*y)", "xy", "1", (),
     (False, "-oo", "unbounded-along-curve"), (False, "oo", "unbounded-along-curve")),
    ("x^2+y^2-x*y", "xy", "0 1", BOX, (True, "0", "compact"), (True, "1", "compact")),
    ("x^2+y^2-3*x*y+sin(x*y)^3*exp(x*y^3)", "xy", "0", (), (None, "", "undecided"),
     (False, "oo", "unbounded-along-curve")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "values", "where", "low", "high"), OTHERS)
def test_other_functions(
    text: str, names: str, values: str, where: tuple[str, ...], low: Said, high: Said
) -> None:
    least, greatest = extremes(text, names, *values.split(), where=where)
    assert said(least) == low
    assert said(greatest) == high


# --- each argument where its hypothesis just fails ----------------------------------------------

FAILS: list[tuple[str, str, str, str, dict[str, Any]]] = [
    # The top form is only semidefinite, or of odd degree, or a number.
    ("coercive", "(x*y-1)^2+x^2*y^4+3", "xy", "4", {}),
    ("coercive", "x^4+y^3", "xy", "0", {}),
    ("coercive", "(x-y)^2+z^2", "xyz", "0", {}),
    ("coercive", "x^2+y^2+x*sin(y)*x", "xy", "0", {}),
    ("coercive", "x^2+exp(y)", "xy", "1", {}),
    # Some candidates are missing.
    ("coercive", "x^4+y^4-4*x*y+1", "xy", "-1 1", {"complete": False}),
    ("periodic", "sin(x)+sin(y)", "xy", "-2 2", {"complete": False}),
    ("vanishes-at-infinity", "x*y*exp(-x^2-y^2)", "xy", "0", {"complete": False}),
    ("compact", "x^2*y", "xy", "0", {"where": BOX, "complete": False}),
    # The domain is not all of the space, or not closed and bounded.
    ("coercive", "x^4+y^4-4*x*y+1", "xy", "-1 1", {"where": ["x>1"]}),
    ("coercive", "x^4+y^4-4*x*y+1/x^2", "xy", "-1 1", {}),
    ("periodic", "sin(x)+sin(y)", "xy", "-2 2", {"where": ["x>0"]}),
    ("compact", "x^2*y", "xy", "0", {"where": ["x>0", *BOX[1:]]}),
    ("unbounded-along-curve", "x*y", "xy", "0", {"where": ["x*y<=1", "x*y>=-1"]}),
    ("unbounded-along-curve", "x*y", "xy", "0", {"where": BOX}),
    # Not periodic in one variable, or with a period for each of two terms only.
    ("periodic", "sin(x)+atan(y)", "xy", "-1 1", {}),
    ("periodic", "sin(x)", "xy", "-1 1", {}),
    ("periodic", "sin(x)+sin(pi*x)+sin(y)", "xy", "0", {}),
    ("periodic", "tan(x)+sin(y)", "xy", "0", {}),
    # The exponent does not fall in every direction, the denominator does not win.
    ("vanishes-at-infinity", "x*exp(-x^2)+0*y", "xy", "0", {}),
    ("vanishes-at-infinity", "exp(-(x-y)^2)", "xy", "1", {}),
    ("vanishes-at-infinity", "x^2/(1+x^2+y^2)", "xy", "0", {}),
    ("vanishes-at-infinity", "x/(1+x^2)+0*y", "xy", "0", {}),
    # The bound is not among the values.
    ("bounded-by-value", "x^2+(1-x*y)^2", "xy", "1", {}),
    ("bounded-by-value", "exp(x+y)", "xy", "1", {}),
    ("bounded-by-value", "(x+1)^2+(x-1)^2", "x", "2", {}),
    # Bounded on one side, or everywhere.
    ("unbounded-along-curve", "atan(x)*atan(y)", "xy", "0", {}),
    ("constant", "x-y", "xy", "0", {}),
]  # fmt: skip


@pytest.mark.parametrize(("argument", "text", "names", "values", "options"), FAILS)
def test_an_argument_whose_hypothesis_fails_is_not_used(
    argument: str, text: str, names: str, values: str, options: dict[str, Any]
) -> None:
    found = extremes(text, names, *values.split(), **options)
    assert argument not in [bound.argument for bound in found]
    for bound in found:
        if bound.attained is None:
            assert bound.argument == "undecided"


def test_values_that_cannot_be_ordered_give_no_extreme() -> None:
    f, heights = tree("x^4+y^4+z^4-4*x*y*z+cos(x)"), constants("-1", "0")
    listed = (Candidate(None), *(Candidate(known(each)) for each in heights))
    least, _ = asked(Task(f, ("x", "y", "z"), listing=Listed(listed, True)))
    assert least.extreme.attained is None


def test_where_the_least_value_is_taken() -> None:
    listed = tuple(Candidate(known(each)) for each in constants("-2", "0", "-2"))
    task = Task(tree("x^4+y^4-4*x*y"), ("x", "y"), listing=Listed(listed, True))
    assert asked(task)[0].at == (0, 2)


# --- bounded sets -------------------------------------------------------------------------------

SETS = [
    ("x^2+y^2-1 =", "xy", "compact-definite-form"),
    ("x^2+y^2-1 <=", "xy", "compact-definite-form"),
    ("1-x^2-y^2 =", "xy", "compact-definite-form"),
    ("1-x^2-y^2 <=", "xy", None),
    ("x^2-y =", "xy", None),
    ("x^4+y^4-x*y^2-9 <=", "xy", "compact-definite-form"),
    ("x^2-x*y+y^2+z^2-1 =", "xyz", "compact-definite-form"),
    ("x-y+z-1 =; x^2+y^2-1 =", "xyz", "compact-bounded-variables"),
    ("x+y+z-1 =; x*y+y*z+z*x =", "xyz", "compact-top-forms"),
    ("x+y+z-1 =; x^2-y^2 =", "xyz", None),
    ("-x <=; -y <=; x+2*y-4 <=", "xy", "compact-bounded-variables"),
    ("-x <=; x+2*y-4 <=", "xy", None),
    ("-x <=; -y <=; -z <=; x+y+z-1 =", "xyz", "compact-bounded-variables"),
    ("-x <=; x-1 <=; y-x^2 =", "xy", "compact-bounded-variables"),
    ("x-1 <=; y-1 <=; -x-y-5 <=", "xy", "compact-bounded-variables"),
    ("x^2+y^4-3*y-1 <=", "xy", "compact-bounded-variables"),
    ("x^2+y^2-1 =; z-x*y =", "xyz", "compact-bounded-variables"),
    ("x^2+y^2-1 =; z*x-y =", "xyz", None),
    ("y^2-x^3 =", "xy", None),
    ("x^3+y^3-1 =", "xy", None),
    ("x*y-1 =", "xy", None),
    ("x^2+y^2-1 =; exp(x)-y <=", "xy", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "argument"), SETS)
def test_bounded_sets(text: str, names: str, argument: str | None) -> None:
    parts = [part.strip().rsplit(" ", 1) for part in text.split(";")]
    found = compact([(tree(left), "=" if sign == "=" else "<=") for left, sign in parts], names)
    assert (found.argument if found.holds else None) == argument
    assert found.argument in (*words.BOUNDED, "undecided")
    assert "{" not in found.reason.en + found.reason.zh


# --- against sampling ---------------------------------------------------------------------------

MONOMIALS = [(i, d - i) for d in range(5) for i in range(d + 1)]
coefficients = st.lists(st.integers(-3, 3), min_size=len(MONOMIALS), max_size=len(MONOMIALS))
terms = st.integers(0, 15).flatmap(
    lambda n: coefficients.map(lambda cs: [(c, m) for c, m in zip(cs, MONOMIALS, strict=True)][n:])
)


def written(listed: list[tuple[int, tuple[int, int]]]) -> str:
    return "+".join(f"({c})*x^{i}*y^{j}" for c, (i, j) in listed) or "0"


def values(listed: list[tuple[int, tuple[int, int]]], reach: float) -> list[float]:
    points = random.Random(5)  # noqa: S311
    at = [(points.uniform(-reach, reach), points.uniform(-reach, reach)) for _ in range(1000)]
    return [math.fsum(c * x**i * y**j for c, (i, j) in listed) for x, y in at]


@given(terms)
def test_growth_agrees_with_values_far_out(listed: list[tuple[int, tuple[int, int]]]) -> None:
    found = coercive(tree(written(listed)), "xy")
    assume(found is not None)
    assert found is not None
    ring = [(1e4 * math.cos(k / 50), 1e4 * math.sin(k / 50)) for k in range(315)]
    for x, y in ring:
        assert found.sign * math.fsum(c * x**i * y**j for c, (i, j) in listed) > 0


@settings(max_examples=60)
@given(terms, st.sampled_from([-1, 1]))
def test_curves_do_what_they_say(listed: list[tuple[int, tuple[int, int]]], sign: int) -> None:
    f = tree(written(listed))
    found = unbounded_along(f, "xy", sign)
    assume(found is not None)
    assert found is not None
    sizes = []
    for t in ("1000", "100000"):
        along = substitute(f, dict(found.points))
        (at,) = constants(plain(substitute(along, {"t": tree(t)})))
        (told,) = constants(plain(substitute(found.value, {"t": tree(t)})))
        assert compare(at, told) == 0
        low, high = at.bounds(60)
        sizes.append(float(low + high) / 2 * sign)
    assert 0 < sizes[0] < sizes[1]


@settings(max_examples=30)
@given(st.lists(st.integers(-2, 2), min_size=6, max_size=6))
def test_what_vanishes_far_out_is_small_there(listed: list[int]) -> None:
    a, b, c, d, e, g = listed
    text = f"(({a})*x*y+({b})*x^2+1)*exp(({c})*x^2+({d})*x*y+({e})*y^2+({g})*x)"
    f = tree(text)
    small = [abs(_value(listed, 40 * math.cos(k / 40), 40 * math.sin(k / 40))) for k in range(252)]
    if vanishes_far_out(f, "xy"):
        assert max(small) < 1e-9


def _value(listed: list[int], x: float, y: float) -> float:
    a, b, c, d, e, g = listed
    return (a * x * y + b * x * x + 1) * math.exp(
        min(700.0, c * x * x + d * x * y + e * y * y + g * x)
    )


# --- symmetry, and factors of rational polynomials ------------------------------------------------


@given(
    st.lists(st.fractions(-3, 3, max_denominator=9), min_size=3, max_size=3),
    st.fractions(-5, 5, max_denominator=50).filter(bool),
)
def test_a_polynomial_is_its_content_times_its_factors(
    parts: list[Fraction], content: Fraction
) -> None:
    p = polynomial(tree(f"({content})*(x - ({parts[0]})*y)*(y^2 - ({parts[1]}))^2*x"), "xy")
    assert p is not None
    found, factors = factored(p)
    made = p.context().constant(found)
    for factor, power in factors:
        made *= factor**power
    assert made == p


PIECES = ("cos(x)", "x^2", "x*y", "y^4", "x*sin(y)", "cos(x + y)", "exp(x - y)", "(x - 2*y)^2", "y")


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=3),
    st.lists(st.tuples(*[st.sampled_from((-2, -1, 0, 1, 2))] * 2), min_size=2, unique=True),
)
def test_images_of_one_another_have_equal_values(
    pieces: list[str], points: list[tuple[int, int]]
) -> None:
    f = tree(" + ".join(pieces))
    boxes = [[(Fraction(v), Fraction(v)) for v in point] for point in points]
    found = orbits(("x", "y"), boxes, lambda motion: keeps(f, motion))
    values = [substitute(f, {"x": number(x), "y": number(y)}) for x, y in points]
    for value, first in zip(values, found, strict=True):
        assert is_zero(expression(read_back(f"({plain(value)}) - ({plain(values[first])})")))


def test_a_mirror_image_shares_the_first_place() -> None:
    f = tree("x^2/2 + 3*cos(x) + y^2")
    boxes = [[(Fraction(v), Fraction(v)), (Fraction(0), Fraction(0))] for v in (-2, 0, 2)]
    assert orbits(("x", "y"), boxes, lambda motion: keeps(f, motion)) == [0, 1, 0]
    tilted = tree("x^2/2 + 3*cos(x) + y^2 + x")
    assert orbits(("x", "y"), boxes, lambda motion: keeps(tilted, motion)) == [0, 1, 2]
