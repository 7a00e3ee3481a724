"""Equal extremes at places without an exact form: a function that is symmetric about a middle."""

from __future__ import annotations

import pytest

from calctool.run.child import solver_for
from calctool.solve.typed import Typed, question

SYMMETRIC = {
    "csc(x)*(1-cos(2*pi*cos(x)))": ("(0,pi)", 2),
    "(cos(x)+cos(x-2))*exp(-(x-1)^2)": ("[0,2]", 1),
    "sin(2*x)^2*exp(-(x-pi/2)^2)": ("[0,pi]", 2),
    "x^2*(3-x)^2+cos(2*x-3)": ("[0,3]", 1),
    "cos(x)*exp(-(x-pi)^2)": ("(-oo,oo)", 2),
    "3*(x-1)^2-cosh(x-1)": ("(-oo,oo)", 2),
}


@pytest.mark.parametrize("command", ["table", "critical"])
@pytest.mark.parametrize("text", SYMMETRIC)
def test_both_places_are_named(command: str, text: str) -> None:
    domain, count = SYMMETRIC[text]
    *_, last = solver_for(command)(question(command, Typed(text, domain=[domain])))
    assert last.maximum is not None
    assert last.maximum.attained is True
    assert len(last.maximum.at) == count


@pytest.mark.parametrize("command", ["table", "critical"])
def test_almost_symmetric_is_not_symmetric(command: str) -> None:
    """The difference is smaller than any enclosure that is shown."""
    text = "csc(x)*(1-cos(2*pi*cos(x)))+x*10^(-9)"
    *_, last = solver_for(command)(question(command, Typed(text, domain=["(0,pi)"])))
    assert last.maximum is not None
    assert len(last.maximum.at) <= 1
