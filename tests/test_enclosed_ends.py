"""Pieces of the line that end at a zero which is only enclosed: it is met again, once."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

import calctool as ct
from calctool.algebra.ball.over import over
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import LINE, Interval, compare, rational_point, zeros
from calctool.algebra.roots.functions.branches import resolved_at
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.points.point import Point
from calctool.notation.reading.parser import read_plain
from calctool.notation.tree import rational
from calctool.solve.question import Stretch
from calctool.solve.table.answering import answer
from calctool.solve.table.record import TableQuestion

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


STAIRS = (
    "exp(x)+{a}*x/3", "sin(x)+sin(2*x)+1/{b}", "x^3/4+{a}*x", "x-cos({a}*x)/2", "atan(x)*{a}",
    "{a}*cos(x)-x/{b}", "exp(-x)*{a}",
)  # fmt: skip


@given(
    st.sampled_from(STAIRS),
    st.sampled_from(("floor", "ceil")),
    st.integers(1, 3),
    st.integers(2, 5),
)
@settings(max_examples=6, deadline=None)
def test_a_step_has_the_value_of_the_whole_number_that_is_reached(
    shape: str, step: str, a: int, b: int
) -> None:
    """At a jump u is whole, and both steps have this whole number as their value."""
    text = shape.format(a=a, b=b)
    tree = read_plain(f"{step}({text})")
    within = Stretch(read_plain("-1/2"), read_plain("1"), (True, True))
    *_, found = answer(TableQuestion(text, tree, ("x",), domain=within))
    u = curve(read_plain(text), "x")
    for point in found.points:
        if point.is_a("jump") and point.at.low is not None and point.at.high is not None:
            values = u.on(point.at.low, point.at.high, 0, 128)
            assert values is not None
            assert point.value is not None
            assert rational(point.value.expr) == int(values[0].unique_fmpz())
        assert not point.is_a("undecided")


@pytest.mark.parametrize("function", ["floor", "ceil", "sign", "abs"])
def test_a_switch_at_an_enclosed_point_is_settled_only_by_what_is_known_there(
    function: str,
) -> None:
    (zero,) = zeros(read_plain("x-cos(x)"), "x", (LINE,)).zeros
    assert zero.at.tree is None
    tree = read_plain(f"{function}(x-cos(x)) + 1")
    bounds = over(resolved_at(tree, "x", zero.at), "x", zero.at.low, zero.at.high)
    assert bounds is not None
    assert bounds[0] <= 1 <= bounds[1]
    unknown = Point(None, zero.at.low, zero.at.high, Nothing(zero.at))
    with pytest.raises(Undecided):
        resolved_at(tree, "x", unknown)


class Nothing(Struct):
    """An enclosure that says of no function that it is zero there."""

    at: Point
    function: None = None
    is_alone: bool = False

    def bounds(self, bits: int) -> tuple[Fraction, Fraction]:
        return self.at.refined(bits)
