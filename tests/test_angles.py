"""Whole sets told by angles: just the places at which their equations hold."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest

from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation, number
from calctool.notation.walk import substitute
from calctool.solve.answer import State
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


KINDS = [
    ("y*cos(x)^2", ()),
    ("(1-cos(x))*(y^2-1)", ()),
    ("sin(x)^3*y", ()),
    ("sin(x)^2*y", ("x:[1,7]",)),
    ("sin(2*x)^2*(1-y)", ("x:[0,10]", "y:[-1,3]")),
    ("y^2*(3*cos(x)-3)", ("x:[0,oo)",)),
    ("(1+sin(x))^2*y^3", ()),
    ("(1-sin(x))*(y^2+y)/(1+y^2)", ()),
]


@pytest.mark.parametrize(("text", "domain"), KINDS, ids=[text for text, _ in KINDS])
def test_kinds_at_angles_are_those_of_values_near_by(text: str, domain: tuple[str, ...]) -> None:
    *_, found = answer(question("critical", Typed(text, domain=domain, wrt=("x", "y"))))
    assert found.completeness.state is State.COMPLETE
    tried = 0
    for told in (each for each in found.sets if each.solved):
        for place in _members(told):
            at, needs = {"x": place}, told.equations
            for y in (Fraction(n, 4) for n in range(-10, 11)):
                known = at | {"y": y}
                if not all(_holds(need, known) for need in needs if need.sign != "="):
                    continue
                kinds = [s.kind for s in told.kinds if all(_holds(w, known) for w in s.where)]
                assert len(kinds) == 1, (known, told)
                assert kinds[0] == _seen(text, known), (known, told)
                tried += 1
    assert tried > 20


def test_a_side_between_two_angles_leaves_none() -> None:
    *_, found = answer(question("critical", Typed("sin(x)^2*y", domain=("x:[4,6]",))))
    assert found.completeness.state is State.COMPLETE
    assert not [each for each in found.sets if each.solved]


def test_angles_that_are_not_fixed_stay_open() -> None:
    """On sin(x) = 0 the angle of y is free: kinds there are no rational question."""
    *_, found = answer(question("critical", Typed("z*sin(x)^2*cos(y)^2")))
    assert {s.kind for each in found.sets if each.solved for s in each.kinds} == {"undecided"}


def _members(told: PointSet) -> list[Fraction]:
    (place,) = [each for each in told.solved if each.sign == "="]
    ((letter, _),) = told.repeats
    with mpmath.workdps(40):
        found = (value(place.right, {letter: Fraction(k)}) for k in range(-2, 4))
        return [Fraction(int(mpmath.nint(at * 10**35)), 10**35) for at in found]


def _holds(need: Relation, known: dict[str, Fraction]) -> bool:
    with mpmath.workdps(40):
        gap = value(need.left, known) - value(need.right, known)
        if need.sign in ("=", "<=", ">=") and abs(gap) < 1e-30:
            return True
        return {"<": gap < 0, "<=": gap < 0, ">": gap > 0, ">=": gap > 0}.get(need.sign, gap == 0)


def _seen(text: str, known: dict[str, Fraction]) -> str:
    """By values near by; f is 0 on the set."""
    f = read_back(text)
    ways = [(a, b) for a in range(-4, 5) for b in range(-4, 5) if a]
    with mpmath.workdps(60):
        near = (
            {"x": known["x"] + Fraction(a, 10**6), "y": known["y"] + Fraction(b, 10**6)}
            for a, b in ways
        )
        signs = {int(mpmath.sign(value(f, at))) for at in near} - {0}
    return {1: "local-minimum", -1: "local-maximum"}[signs.pop()] if len(signs) == 1 else "neither"
