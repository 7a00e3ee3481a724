"""Functions that grow in every direction, and constants that are no fractions on the way."""

from __future__ import annotations

from fractions import Fraction

import pytest

from calctool.algebra.extrema.existence.enclosed_form import definite_top
from calctool.algebra.extrema.existence.growth import coercive
from calctool.algebra.extrema.roots import Roots
from calctool.algebra.paths import NotCounted, path_solutions
from calctool.algebra.solving import solutions
from calctool.notation.printing.plain import plain
from calctool.solve.exact.order import compared
from calctool.solve.exact.values import exact
from calctool.solve.optimum.arguments.all_values import all_values
from calctool.solve.optimum.arguments.protocol import Task
from calctool.solve.optimum.extremes import Ladder
from texts import tree

GROWS = [
    # Even powers of linear expressions that are constant together along no line.
    ("(x-1)^2+(x-y)^4", "x y", 1),
    ("(x-1)^2+(x-y)^2+(y-z)^4+(z-w)^6", "x y z w", 1),
    ("3-2*(x+y)^2-(x-2*y+1)^4/3", "x y", -1),
    ("(x+y)^2+(x-y)^4+sin(x*y)", "x y", 1),
    # Top forms with constants that are no fractions.
    ("sqrt(2)*x^4+y^4-x*y+pi*y", "x y", 1),
    ("pi*x^2-e*x*y+y^2+x", "x y", 1),
    ("-x^4-sqrt(3)*y^4+x^3", "x y", -1),
]
STAYS = [
    ("(x-1)^2+(x-1)^4", "x y"),
    ("(x-y)^2+(y-z)^4+(z-x)^2", "x y z"),
    ("(x-1)^2+(x-y)^3", "x y"),
    ("(x-1)^2-(x-y)^4", "x y"),
    ("(x-1)^2+(x*y-1)^4", "x y"),
    ("(x+y)^2+(x-y)^4+x*y*sin(x)", "x y"),
    ("pi*x^2-2*pi*x*y+pi*y^2", "x y"),
    ("sqrt(2)*x^4-y^4", "x y"),
    ("sqrt(2)*x^3+y^4", "x y"),
    # e^2 is less than 4*pi, but 13 is more.
    ("pi*x^2-sqrt(13)*x*y+y^2", "x y"),
]


@pytest.mark.parametrize(("f", "names", "sign"), GROWS, ids=lambda each: str(each))
def test_what_grows(f: str, names: str, sign: int) -> None:
    found = coercive(tree(f), tuple(names.split()))
    assert found is not None
    assert found.sign == sign


@pytest.mark.parametrize(("f", "names"), STAYS, ids=lambda each: str(each))
def test_what_does_not_grow_everywhere(f: str, names: str) -> None:
    assert coercive(tree(f), tuple(names.split())) is None


def test_a_form_is_shown_as_it_is_written() -> None:
    found = definite_top(tree("sqrt(2)*x^4+y^4-x*y"), ("x", "y"))
    assert found is not None
    assert (found[0], plain(found[1])) == (1, "sqrt(2)*x^4 + y^4")
    assert definite_top(tree("pi*x^3+y^2"), ("x", "y")) is None
    assert definite_top(tree("sin(x)+y^2"), ("x", "y")) is None


def test_roots_are_letters() -> None:
    roots = Roots(("x", "s_0"))
    made = roots.without(tree("sqrt(2)*x+2^(3/2)+x/sqrt(3)+sqrt(x)+3^(-1/2)"))
    assert roots.names == ("s_1", "s_2")
    assert [plain(each) for each in roots.meanings.values()] == ["sqrt(2)", "sqrt(3)"]
    assert "sqrt(x)" in plain(made)
    assert "sqrt(2)" not in plain(made)
    assert [plain(each) for each in roots.relations] == [
        "s_1^2 = 2", "s_2^2 = 3", "s_1 >= 0", "s_2 >= 0"
    ]  # fmt: skip


VALUES = [
    ("x^4*y^2+x^2*y^4-sqrt(2)*x^2*y^2+1", -1, "1-2*sqrt(2)/27", True),
    ("(x*y-sqrt(2))^2+x^2", -1, "0", False),
    ("x^4+y^4-sqrt(2)*x*y", -1, "-1/4", True),
    ("x^2*y^2+2^(1/3)*x^2-x*y", -1, "-1/4", False),
    ("3-x^4-y^4+2^(1/2)*x*y", 1, "13/4", True),
]


@pytest.mark.parametrize(("f", "turn", "value", "attained"), VALUES, ids=lambda each: str(each))
def test_all_values_with_roots(f: str, turn: int, value: str, attained: bool) -> None:
    found = all_values(Task(tree(f), ("x", "y")), -1 if turn < 0 else 1, Ladder())
    assert found is not None
    assert found.attained is attained
    want = tree(value)
    assert compared(found.value, exact(want)) == 0


def test_transcendental_coefficients_are_enclosed() -> None:
    names = ("x", "y")
    equations = [tree("pi*x^3+x*y^2-y+1"), tree("e*y^3-x^2*y+x-2")]
    found = solutions(equations, names)
    assert (found.state, found.method) == ("complete", "counted-paths")
    assert found.counts[0].complex == 9
    for root in found.roots:
        for each in equations:
            low, high = root.place.scalar(each).bounds(64)
            assert low <= 0 <= high
    # A coefficient that is 0 makes the degree too large, a double root the solutions too few.
    for wrong in ("(sqrt(2)*pi-pi*sqrt(2))*x^3-y+pi", "(x-pi)^2"):
        with pytest.raises(NotCounted):
            path_solutions([tree(wrong), tree("4*y^3-x+pi")], names, any_constants=True)


def test_members_of_what_repeats_are_not_counted() -> None:
    box = dict.fromkeys(("x", "y"), (Fraction(0), Fraction(7)))
    equations = [tree("cos(x)-cos(x+y)"), tree("cos(y)-cos(x+y)")]
    found = solutions(equations, ("x", "y"), box=box)
    assert len(found.roots) > 3
    assert not found.counts
