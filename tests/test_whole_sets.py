"""Intervals on which a function of one variable is constant, as `critical` tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import enclose
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_plain
from calctool.notation.tree import Negative, Quotient, Sum, Tree
from calctool.notation.tree import number as whole
from calctool.notation.walk import substitute
from calctool.solve.critical.answering import answer
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question
from openness import assert_rounded_numbers_are_marked

FLAT = st.tuples(
    st.sampled_from(["{0}*floor({1}x)/2", "{0}*ceil({1}x+1/2)"]),
    st.sampled_from([-3, -1, 1, 2]),
    st.integers(1, 2),
    st.sampled_from(["[{}, oo)", "({}, oo)", "(-oo, {}]", "(-oo, {})", ""]),
    st.sampled_from(["0", "2", "1/3", "-1/2"]),
)  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(FLAT)
def test_on_each_interval_on_which_f_is_constant_it_has_the_value_that_is_told(drawn: Any) -> None:
    """Also on those that repeat; and an extreme value is attained on all that are named for it."""
    shape, a, b, domain, end = drawn
    text = shape.format(a, b)
    asked = Typed(text, domain=(domain.format(end),) if domain else ())
    *_, found = answer(question(asked))
    f = read_plain(text)
    for number, one in enumerate(found.sets):
        extremes = [
            each.value for each in (found.minimum, found.maximum) if each and number in each.sets
        ]
        for k in _members(one):
            ends = [substitute(each.right, k) for each in one.equations]
            if len(ends) == 2:
                middle = Quotient(Sum(tuple(ends)), whole(2))
                told = one.value.expr if one.value else substitute(one.value_tree, k)
                for value in (told, *(each.expr for each in extremes if each)):
                    here = Sum((substitute(f, {"x": middle}), Negative(value)))
                    assert enclose(here, 9) == (0, 0), (text, domain, plain(middle))


def _members(found: Any) -> Iterator[dict[str, Tree]]:
    if not found.repeats:
        yield {}
    for letter, (first, last) in found.repeats:
        start = first if first is not None else (last or 0) - 2
        yield from ({letter: whole(start + n)} for n in range(3))


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("floor(exp(x)+x)", ("[0,1]",)),
        ("ceil(x-cos(x)/2)/3", ("[-1,1]",)),
        ("floor(sin(x)+sin(2*x)/2+1/3)", ()),
        ("floor(sin(x)+1/2)+floor(cos(x))", ("[0,oo)",)),
    ],
)
def test_an_end_without_an_exact_form_says_that_it_is_rounded(
    text: str, domain: tuple[str, ...]
) -> None:
    *_, found = answer(question(Typed(text, domain=domain)))
    assert found.sets
    assert_rounded_numbers_are_marked(found)
    for one in found.sets:
        for at, place in one.rounded:
            assert at in {each.right for each in one.equations}
            assert place.low is not None
            assert place.high is not None
            assert place.low < place.high
