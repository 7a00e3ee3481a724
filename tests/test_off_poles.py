"""Gamma and psi off their poles, and far out by bounds: the theorems and their hypotheses."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool import budget
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import Interval, rational_point
from calctool.algebra.roots.free.bernstein import bernstein
from calctool.algebra.roots.free.dominated import outweighed_beyond
from calctool.algebra.roots.off_poles import off_poles
from calctool.algebra.roots.search import Search
from calctool.algebra.roots.waves.tails import sign_beyond
from texts import tree
from waves_contract import value

X = "x"


def interval(low: str | None, high: str | None) -> Interval:
    start, end = (None if at is None else rational_point(Fraction(at)) for at in (low, high))
    return Interval(start, end)


MADE_OF_GAMMA = (
    "gamma(x)", "psi(x)", "polygamma(1, x)", "polygamma(2, x)", "x*gamma(2*x - 1/2)",
    "psi(1 - x)/x", "gamma(x + 1)/gamma(x)^2", "x^2*psi(x)^2 - polygamma(1, x)",
)  # fmt: skip


@pytest.mark.parametrize("text", MADE_OF_GAMMA)
@pytest.mark.parametrize("ends", [(None, "0"), ("-5/2", "3"), ("-17/2", "-8"), (None, None)])
def test_a_function_written_anew_has_the_same_values(
    text: str, ends: tuple[str | None, str | None]
) -> None:
    f, on = tree(text), interval(*ends)
    parts = list(off_poles(f, X, on))
    with mpmath.workdps(30):
        for made, part in parts:
            low = -9 if part.start is None else float(part.start.low)
            high = 9 if part.end is None else float(part.end.low)
            for n in (0.117, 0.389, 0.731, 0.943):
                at = mpmath.mpf(low + (high - low) * n)
                assert mpmath.almosteq(value(made, at), value(f, at), 1e-15)
    edges = [(part.start, part.end) for _, part in parts]
    if len(parts) == 2:  # nothing of the interval is left out
        assert edges[0][1] == edges[1][0] or edges[1][1] == edges[0][0]
    if parts:
        assert {on.start, on.end} <= {edge for pair in edges for edge in pair}


@pytest.mark.parametrize("text", ["gamma(x^2)", "gamma(x) + gamma(1 - x)", "sin(x)"])
def test_nothing_is_done_for_other_arguments(text: str) -> None:
    assert not list(off_poles(tree(text), X, interval(None, "0")))


def test_a_function_without_poles_on_the_interval_stays() -> None:
    assert not list(off_poles(tree("psi(x)"), X, interval("1/2", None)))
    (one,) = off_poles(tree("psi(x)"), X, interval("0", None))  # the end is a pole
    assert one[1] == interval("0", None)


OUTWEIGHED = [
    ("x - 3*log(x)", "2", True), ("x - 30*log(x)", "2", False),  # equal at x = 4.5; 153
    ("log(x) - 2", "2", True), ("log(x) - 5", "2", False),  # equal at e^2; e^5
    ("log(x)^2 - 2*log(x) - t", "8", True), ("log(x)*t - 1", "2", False),
    ("x*t - 1", "2", False), ("x*log(x) - x*t - 1", "4", True), ("x - log(x + 1)", "2", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "expected"), OUTWEIGHED)
def test_the_leading_term_outweighs(text: str, place: str, expected: bool | None) -> None:
    """None: a function of another form."""
    found = outweighed_beyond(tree(text), X, ["t"], Fraction(place))
    assert (found is not None) == bool(expected)
    if found is not None:
        signs = {
            mpmath.sign(value(tree(text.replace("t", f"({t})")), mpmath.mpf(float(found)) * n))
            for n in (1.001, 1.5, 7, 1000) for t in ("0", "1/3", "1")
        }  # fmt: skip
        assert len(signs) == 1


def test_nothing_is_said_below_2() -> None:
    found = outweighed_beyond(tree("x^2 - log(x)"), X, [], Fraction(-3))
    assert found is not None
    assert found >= 2


@given(st.lists(st.integers(-5, 5), min_size=2, max_size=5))
@settings(deadline=None, max_examples=40)
def test_bernstein_coefficients_bound_a_polynomial(numbers: list[int]) -> None:
    text = " + ".join(f"({c})*t^{n}" for n, c in enumerate(numbers))
    made = [value(each, 0) for each in bernstein(tree(f"x^2 + 1 + {text}"), ["t"])]
    values = [1 + sum(c * s**n for n, c in enumerate(numbers)) for s in (0, 0.2, 0.5, 0.8, 1)]
    if min(made) >= 0:
        assert min(values) >= -1e-9
    if max(made) <= 0:
        assert max(values) <= 1e-9


@pytest.mark.parametrize("text", ["exp(t) - x", "x/(1 + t)", "t^9 + x", "sqrt(t + x)"])
def test_no_polynomial_no_coefficients(text: str) -> None:
    with pytest.raises(Undecided):
        bernstein(tree(text), ["t"])


FAR = [
    ("psi(x)^2 - polygamma(1, x)", 1), ("psi(x) - log(x)", -1), ("polygamma(2, x)*x + 1", 1),
    ("pi*(psi(x + 1)^2 + pi^2) - pi*polygamma(1, x + 1)", 1), ("3 - psi(x)", -1),
    ("loggamma(x) - x", 1), ("psi(x + 1) - psi(x) - 2/x", -1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sign"), FAR)
def test_signs_far_out_hold_from_there_on(text: str, sign: int) -> None:
    place, found = sign_beyond(Search(X, budget.TABLE_WINDOW), tree(text), Fraction(1))
    assert found == sign
    for far in (1.0001, 1.1, 2, 10, 1000):
        assert mpmath.sign(value(tree(text), mpmath.mpf(float(place)) * far)) == sign


def test_a_difference_below_what_is_known_is_not_decided() -> None:
    """The bounds of psi overlap: no sign is told."""
    text = "psi(x) - log(x) + 1/(2*x) + 1/(24*x^2)"
    place, found = sign_beyond(Search(X, budget.TABLE_WINDOW), tree(text), Fraction(1))
    assert mpmath.sign(value(tree(text), float(place) * 2)) == found
