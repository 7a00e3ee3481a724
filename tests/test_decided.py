"""Least and greatest values that are decided although the list of points stays open."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Literal

import pytest
from flint import arb
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import Lack, Program
from calctool.algebra.ball.numbers import working
from calctool.algebra.boxes.system import balls
from calctool.algebra.clean import clean
from calctool.algebra.extrema.enclosed.record import Values
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.reading.parser import read_plain
from calctool.rules.apply import differentiate
from calctool.solve.answer import Status
from calctool.solve.optimum.arguments.existence.best_places import Target
from oracle.ask import Question, told

Side = Literal["minimum", "maximum"]

DECIDED = [
    # Neither is every critical point known, nor is f convex, a sum of squares or rational.
    ("x^6+2*y^6+1/2*z^6+1/2*x^3*y^2+3*x^2*y*z", [], "minimum", -0.719337346907, "enclosed-values"),
    (
        "sin(y)*exp((1-cos(x))^2)+cos(x)*exp((1-sin(y))^2)+(x-y)^2",
        ["x:[-10,0]", "y:[-6.5,0]"],
        "maximum",
        97.7191671097,
        "enclosed-values",
    ),
    # The place of the greatest value is not among the points that are listed.
    (
        "-20*exp(-sqrt((x^2+y^2)/2)/5)-exp((cos(2*pi*x)+cos(2*pi*y))/2)+20+e",
        ["x:[-5,5]", "y:[-5,5]"],
        "maximum",
        14.3026675003,
        "enclosed-values",
    ),
    # Each of both terms is least at the kink.
    (
        "-20*exp(-sqrt((x^2+y^2)/2)/5)-exp((cos(2*pi*x)+cos(2*pi*y))/2)+20+e",
        [],
        "minimum",
        0,
        "terms-together",
    ),
    # sqrt(x^2 + u) grows with u = y^4 also where it has no derivative.
    ("sqrt(x^2+y^4)+cos(x)", [], "minimum", 1, "independent-inner"),
]


@pytest.mark.parametrize(("f", "domain", "side", "value", "argument"), DECIDED)
def test_values_are_decided(
    f: str, domain: list[str], side: Side, value: float, argument: str
) -> None:
    _, made = told(Question("critical", f, {"domain": domain}), 60)
    found = getattr(made, side)
    assert found.attained is True
    assert found.argument == argument
    assert float((found.value.low + found.value.high) / 2) == pytest.approx(value, rel=1e-9)


def box(names: str, low: object, high: object) -> list[str]:
    return [side for n in names for side in (f"{n}>={low}", f"{n}<={high}")]


LARGER: list[tuple[str, list[str], float, Status]] = [
    ("2-x*y*z", ["x+2*y+2*z=w", *box("xyz", 0, 1), *box("w", 0, 2)], 52 / 27, Status.COMPLETE),
    (
        "a*d*(a+b+c)+c",
        ["a*b*c*d>=25", "a^2+b^2+c^2+d^2=40", *box("abcd", 1, 5)],
        17.0140173,
        Status.COMPLETE,
    ),
    (
        "exp(a*b*c*d*g)",
        ["a^2+b^2+c^2+d^2+g^2=10", "b*c-5*d*g=0", "a^3+b^3+1=0", *box("ab", "-23/10", "23/10")],
        0.0539498478,
        Status.PARTIAL,
    ),
    (
        "(a-1)^2+(a-b)^2+(b-c)^2+(c-d)^4+(d-g)^4",
        ["a+b^2+c^3=2+3*sqrt(2)", "b-c^2+d=-2+2*sqrt(2)", "a*g=2"],
        0.0787768209,
        Status.COMPLETE,
    ),
]


@pytest.mark.parametrize(("f", "on", "least", "status"), LARGER)
def test_larger_systems(f: str, on: list[str], least: float, status: Status) -> None:
    """Values of collections of test problems for programs that search in floats."""
    _, made = told(Question("lagrange", f, {"subject_to": on}), 120)
    assert made.status is status
    assert made.minimum.attained is True
    assert float((made.minimum.value.low + made.minimum.value.high) / 2) == pytest.approx(least)


@given(
    st.sampled_from(("abs(x)", "abs(x-y)", "max(x,y)", "abs(x*y)", "abs(sin(x))", "sqrt(abs(x))")),
    st.fractions(Fraction(1, 2), 2, max_denominator=8),
    st.fractions(-1, 1, max_denominator=8),
    st.tuples(*[st.floats(-1.5, 1.5)] * 2),
)
@settings(max_examples=60)
def test_contract_no_value_near_a_best_place_is_smaller(
    kinked: str, weight: Fraction, slope: Fraction, near: tuple[float, float]
) -> None:
    """Beside a kink second derivatives alone tell nothing."""
    g = read_plain(f"x^2+y^2-{weight}*{kinked}+{slope}*x")
    target = Target(g, 1, ("x", "y"))
    try:
        corner = target.found_near(near, ())
        spared = None if corner is None else target.spared(corner)
    except (Undecided, Undefined):
        return
    if corner is None or spared is None:
        return
    value = Program((g,))
    at = {name: corner.place.coordinate(name).bounds(64)[0] for name in ("x", "y")}
    (least,) = value.balls(at)
    assert not isinstance(least, Lack)
    sides = [(Fraction(a), Fraction(b)) for a, b in spared.box]
    for i, j in product(range(9), repeat=2):
        there = [a + (b - a) * n / 8 for (a, b), n in zip(sides, (i, j), strict=True)]
        (found,) = value.balls(dict(zip(("x", "y"), there, strict=True)))
        assert isinstance(found, Lack) or not found < least - 1e-9


@given(
    st.sampled_from(("x", "x-1/2", "1-x^2", "x^3-x", "exp(x)-1", "sin(3*x)")),
    st.sampled_from(("1/2", "3/2", "5/2", "5/4", "7/4")),
    st.integers(-32, 32),
    st.integers(0, 16),
    st.integers(1, 16),
)
@settings(max_examples=300)
def test_contract_values_over_a_box_that_leaves_the_domain_keep_the_mean_value_theorem(
    u: str, power: str, low: int, share: int, size: int
) -> None:
    """f(x) = f(m) + f'(c)*(x - m) for a point x of the domain and the middle m of a box."""
    x = Fraction(low, 16) + Fraction(share * size, 16 * 16)
    f = read_plain(f"({u})^({power})")
    slope = differentiate(f, "x")
    assert slope is not None
    with working(64, 1):
        (box,) = balls(((low / 16, (low + size) / 16),))
        (around,) = Values([clean(slope)], ("x",)).at((box,))
        at, middle = arb(float(x)), box.mid()
        (there,) = Program((f,)).balls({"x": x})
        (here,) = Values([f], ("x",)).at((middle,))
        assume(not any(isinstance(each, Lack) for each in (around, there, here)))
        assert (here + around * (at - middle)).overlaps(there)
