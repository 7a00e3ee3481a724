"""Boxes around points whose second derivatives tell nothing: no value in them is smaller."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import Ball, Program
from calctool.algebra.extrema.enclosed.flat import flat_neighbourhood
from calctool.algebra.places.written_out import TracedPlace
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Tree, expression, number
from calctool.solve.stationary.manifold import slope

TERMS = (
    "x^4", "y^4", "x^2", "y^6", "x*y^2", "x^2*y^2", "x*y^3", "x^5", "y^5", "sin(x*y)*x*y",
    "1-cos(y)^2", "y^2-sin(y)^2", "x^3*sin(y)", "exp(x*y^2)-1", "x^2*exp(y)", "x*y*sin(y)",
)  # fmt: skip


def tree(text: str) -> Tree:
    return expression(read_back(text))


def box_of(text: str, names: str = "xy", at: tuple[int, ...] = (0, 0)) -> object:
    place = TracedPlace({name: number(c) for name, c in zip(names, at, strict=True)})
    return flat_neighbourhood(tree(text), place, tuple(names), (), slope)


@given(st.dictionaries(st.sampled_from(TERMS), st.integers(-3, 4), min_size=2, max_size=5))
@settings(max_examples=40, deadline=None)
def test_no_value_in_the_box_is_smaller(sizes: dict[str, int]) -> None:
    text = "+".join(f"({size})*({term})" for term, size in sizes.items())
    box = box_of(text)
    if box is None:
        return
    program, random = Program((tree(text),)), Random(text)  # noqa: S311
    for scale in (1, 8, 64, 1024):
        for _ in range(30):
            at = {
                name: Fraction(random.uniform(low, high)) / scale
                for name, (low, high) in zip("xy", box, strict=True)
            }
            (value,) = program.balls(at, bits=256)
            assert isinstance(value, Ball)
            assert not value < 0, (text, at)


@pytest.mark.parametrize(
    "text",
    [
        "x^4+y^4-sin(x*y)*x*y", "x^2+y^4", "x^2-x*y^2+y^4+x^5", "1-cos(x)+y^4-x*y^2/2",
        "x^6+y^2+sin(x)*y^3",
    ],
)  # fmt: skip
def test_positive_terms_of_lowest_weight(text: str) -> None:
    assert box_of(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "x^4+y^4-3*x^2*y^2", "x^2-3*x*y^2+2*y^4", "x^4+y^4-2*sin(x*y)*x*y", "x^4+y^3",
        "x^2-2*x*y+y^2+x^8", "x^4-y^4", "x^4+y^4+x*y^2",
    ],
)  # fmt: skip
def test_terms_of_lowest_weight_that_are_not(text: str) -> None:
    assert box_of(text) is None


def test_elsewhere_and_in_space() -> None:
    assert box_of("(x-1)^4+(y+2)^2*cos(x-1)", at=(1, -2)) is not None
    assert box_of("x^4+y^4+z^4+x*y*z*sin(x)/2", "xyz", (0, 0, 0)) is None
    assert box_of("x^4+y^4+z^2*exp(x)", "xyz", (0, 0, 0)) is not None
