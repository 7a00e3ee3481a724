"""Least and greatest values that are decided although the list of points stays open."""

from __future__ import annotations

from typing import Literal

import pytest

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
    # sqrt(x^2 + u) grows with u = y^2 also where it has no derivative.
    ("sqrt(x^2+y^2)+cos(x)", [], "minimum", 1, "independent-inner"),
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
