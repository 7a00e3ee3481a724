"""Pieces of the line that end at a zero which is only enclosed: it is met again, once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import calctool as ct
from calctool.algebra.roots import LINE, Interval, compare, rational_point, zeros
from calctool.notation.reading.parser import read_plain

SHAPES = (
    "x-cos({a}*x)", "{a}*x-exp(-x)+sin(x)", "x^3+{a}*sin(x)-1", "exp(x)-{a}-cos(x)",
    "(x-cos(x))*(x^2-{a}-1)", "atan(x)+x-cos({a}*x)", "x^2-{a}*cos(x)",
)  # fmt: skip


@given(st.sampled_from(SHAPES), st.integers(1, 4), st.booleans())
@settings(max_examples=15, deadline=None)
def test_an_end_is_the_zero_that_it_was_found_as(shape: str, a: int, closed: bool) -> None:
    tree = read_plain(shape.format(a=a))
    whole = zeros(tree, "x", (Interval(rational_point(-3), rational_point(3)),))
    assert whole.state == "complete"
    places = [zero.at for zero in whole.zeros]
    for place, start in enumerate(places):
        end = rational_point(3)
        found = zeros(tree, "x", (Interval(start, end, (closed, False)),))
        assert found.state == "complete"
        wanted = places[place:] if closed else places[place + 1 :]
        assert len(found.zeros) == len(wanted)
        assert all(
            compare(one.at, other) == 0 for one, other in zip(found.zeros, wanted, strict=True)
        )


def test_two_zeros_of_one_function_are_two() -> None:
    found = zeros(read_plain("x^2-cos(x)"), "x", (LINE,)).zeros
    assert [compare(found[0].at, each.at) for each in found] == [0, -1]
    other = zeros(read_plain("x-cos(x)"), "x", (LINE,)).zeros
    assert compare(found[1].at, other[0].at) == 1


@pytest.mark.parametrize(
    ("text", "domain", "least"),
    [
        ("sqrt(x-cos(x))", "(-oo,9]", 0), ("sqrt(x-cos(x))", None, 0),
        ("x^2*sqrt(x-cos(x))", "(-oo,3]", 0), ("sqrt(cos(x)-x)*(3+x^2)", "[-2,oo)", 0),
        ("(x-cos(x))^(1/4)", "[0,2]", 0),
    ],
)  # fmt: skip
def test_roots_end_where_what_is_under_them_is_zero(
    text: str, domain: str | None, least: int
) -> None:
    made = ct.table(text, domain=domain, timeout=60)
    assert made.minimum.attained
    assert made.minimum.value == least
    (at,) = made.minimum.at
    assert abs(float(at["x"]) - 0.7390851332151607) < 1e-12
    assert not any("between" in each for each in made.completeness.missing)


@pytest.mark.parametrize(
    ("text", "domain", "least", "greatest"),
    [
        ("sin(x+exp(-x/4))", "(2,15)", "-1", "1"), ("exp(cos(x+log(x)))", "[2,20]", "exp(-1)", "E"),
        ("2*sin(x^2+x)^2-1", "[2,5]", "-1", "1"), ("3*cos(x+exp(-x))+1", "[5,18]", "-2", "4"),
    ],
)  # fmt: skip
def test_crests_have_the_value_of_the_wave(
    text: str, domain: str, least: str, greatest: str
) -> None:
    made = ct.table(text, domain=domain, timeout=60)
    assert made.status == "complete"
    found = [str(each.value) for each in (made.minimum, made.maximum)]
    assert found == [least, greatest]
    assert all(len(each.at) > 1 for each in (made.minimum, made.maximum))


def test_a_wave_that_is_no_crest_where_its_base_turns() -> None:
    """The zeros of f' are none of sin(u) or cos(u)."""
    made = ct.table("x*sin(x+exp(-x/4))", domain="[2,15]", timeout=60)
    assert all(not each.value.is_Rational for each in made.points if "local" in str(each.kinds))
