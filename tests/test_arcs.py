"""Sines and cosines of arcs without arcs: the values stay."""

from __future__ import annotations

import mpmath
import pytest

from calctool.algebra.cells.waves.arcs import without_arcs
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Call, expression
from calctool.notation.walk import walk
from values import value

ARGUMENTS = ["3/5", "-2/7", "1/3", "-11/13"]
ANGLES = [
    "acos({})", "asin({})", "atan({})", "-acos({})", "2*acos({}) + pi", "pi - asin({})",
    "3*atan({}) - pi/2", "atan(-{})/1 + 2*pi", "pi/2 - 2*asin({})",
]  # fmt: skip


@pytest.mark.parametrize("argument", ARGUMENTS)
@pytest.mark.parametrize("angle", ANGLES)
@pytest.mark.parametrize("wave", ["sin", "cos"])
def test_the_value_stays(wave: str, angle: str, argument: str) -> None:
    tree = expression(read_back(f"{wave}({angle.format(argument)})"))
    plain = without_arcs(tree)
    assert not any(
        isinstance(p, Call) and p.function in ("acos", "asin", "atan") for p in walk(plain)
    )
    with mpmath.workdps(30):
        assert mpmath.almosteq(value(tree, {}), value(plain, {}), abs_eps=mpmath.mpf(10) ** -25)


@pytest.mark.parametrize(
    "text", ["sin(acos(1/3) + 1)", "cos(asin(1/3)/2)", "sin(acos(1/3) + atan(2))"]
)
def test_what_is_no_whole_multiple_stays(text: str) -> None:
    tree = expression(read_back(text))
    assert without_arcs(tree) == tree
