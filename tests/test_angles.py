"""Whole sets told by angles: just the places at which their equations hold."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest

from calctool.notation.reading.parser import read_back
from calctool.notation.tree import number
from calctool.notation.walk import substitute
from calctool.solve.candidates import PointSet
from calctool.solve.critical.answering import answer
from calctool.solve.optimum.listing.families import as_told
from calctool.solve.typed import Typed, question
from values import value

ANGLES = [
    ("sin(x)^2*y^2", 2),
    ("(2*sin(x)-1)^2*y^2", 2),
    ("(cos(2*x)+1)^2*y^2", 2),
    ("sin(x)^2*sin(y)^2", 4),
    ("(sin(x)-3/5)^2*k^2", 2),
    ("(cos(x)-2)^2*y^2", 0),
]
GRID = 4000


@pytest.mark.parametrize(("text", "count"), ANGLES, ids=[text for text, _ in ANGLES])
def test_angles_are_all_the_places_of_a_set_and_no_others(text: str, count: int) -> None:
    wrt = ["x,k"] if "k" in text else ["x,y"]
    *_, found = answer(question("critical", Typed(text, wrt=wrt)))
    told = [each for each in found.sets if each.solved]
    assert len(told) == count
    for each in told:
        (place,) = each.solved
        ((letter, reach),) = each.repeats
        assert reach == (None, None)
        assert letter not in found.question.wrt
        name, equations = place.left.id, each.equations
        members = [
            float(value(substitute(place.right, {letter: number(k)}), {})) for k in range(-9, 10)
        ]
        for at in members:
            assert all(off(e, name, at) < 1e-12 for e in equations)
        for i in range(GRID):
            at = -20 + 40 * i / GRID
            if min(abs(at - m) for m in members) > 0.01:
                assert any(off(e, name, at) > 1e-9 for e in equations), at


def off(equation, name: str, at: float) -> mpmath.mpf:  # type: ignore[no-untyped-def]
    known = {name: Fraction(at)}
    with mpmath.workdps(30):
        return abs(value(equation.left, known) - value(equation.right, known))


@pytest.mark.parametrize("text", ["y = 0", "x^2 + y^2 = 1", "x*sin(x) = 0", "sin(x + y) = 0"])
def test_other_equations_stay_as_they_are(text: str) -> None:
    record = PointSet((read_back(text),), None, (), (), None)
    told = as_told(record, ("x", "y"))
    assert (told.solved, told.repeats, told.told) == ((), (), record.equations)
