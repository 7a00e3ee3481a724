"""One question of extremes, made of what `critical` and `lagrange` ask."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.places.written_out import TracedPlace
from calctool.notation.printing.plain import plain
from calctool.notation.tree import number
from calctool.solve.optimum.problem import Problem, problem
from calctool.solve.optimum.strata.stratum import cases, count_of_cases
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question as critical
from calctool.solve.typed.lagrange import question as lagrange

WALLS = ["x>=0", "x<=1", "y>=-1", "y<=2", "x+y<=1", "x*y>=-1", "x^2+y^2<=2", "x-y>=0", "y>=x^2"]


def of_critical(f: str, *domain: str) -> Problem:
    return problem(critical(Typed(f, domain=domain)))


def of_lagrange(f: str, *constraints: str) -> Problem:
    return problem(lagrange(Typed(f, subject_to=constraints)))


def test_nothing_asked_for() -> None:
    task = of_critical("x^2+y^2")
    assert task.is_free
    assert not task.constraints + task.equalities + task.inequalities + task.strict
    assert task.lagrangian == task.f


def test_a_closed_side_is_an_inequality_and_an_open_one_strict() -> None:
    task = of_critical("x+y", "x:[0,1)", "y:(-oo,2]")
    assert [plain(each.relation) for each in task.inequalities] == ["x >= 0", "y <= 2"]
    assert {each.origin for each in task.inequalities} == {"side"}
    assert [plain(each) for each in task.strict] == ["x < 1"]
    assert not task.constraints


def test_the_natural_domain_is_part_of_it() -> None:
    task = of_critical("sqrt(x)+log(y)+1/z")
    assert [plain(each.relation) for each in task.inequalities] == ["x >= 0"]
    assert task.inequalities[0].origin == "natural"
    assert [plain(each) for each in task.strict] == ["y > 0", "z != 0"]
    assert task.is_free


def test_constraints_have_numbers_and_letters() -> None:
    task = of_lagrange("x+y", "x^2+y^2=1", "2*x^2+2*y^2=2", "x>=0")
    assert [(each.number, each.letter) for each in task.constraints] == [
        (1, "lambda1"),
        (3, "lambda3"),
    ]
    assert [each.number for each in task.equalities] == [1]
    assert [each.number for each in task.inequalities] == [3]
    assert len(task.notes) == 1


def test_the_same_set_said_twice() -> None:
    box = of_critical("x*y", "x:[0,1]", "y:[-1,2]")
    same = of_lagrange("x*y", "x>=0", "x<=1", "y>=-1", "y<=2")
    assert {each.g for each in box.inequalities} == {each.g for each in same.inequalities}
    assert box.relations == same.relations


@pytest.mark.parametrize(
    ("domain", "periods"),
    [((), {"x": "2*pi", "y": "pi"}), (("y:[0,oo)",), {"x": "2*pi"}), (("x:(0,1)",), {"y": "pi"})],
)
def test_a_name_that_is_bound_does_not_repeat(
    domain: tuple[str, ...], periods: dict[str, str]
) -> None:
    task = of_critical("sin(x)*cos(2*y)", *domain)
    assert {name: plain(step) for name, step in task.periods} == periods


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(WALLS), min_size=1, max_size=6, unique=True),
    st.lists(st.sampled_from([Fraction(n, 2) for n in range(-4, 5)]), min_size=2, max_size=2),
)
def test_every_feasible_point_is_in_a_case(walls: list[str], at: list[Fraction]) -> None:
    task = of_lagrange("x+2*y", *walls)
    place = TracedPlace(dict(zip("xy", map(number, at), strict=True)))
    signs = [place.scalar(each.g).sign() for each in task.inequalities]
    sides = [each.side for each in task.inequalities]
    if any(sign * side > 0 for sign, side in zip(signs, sides, strict=True) if sign):
        return
    active = {each for each, sign in zip(task.inequalities, signs, strict=True) if sign == 0}
    assert any({*chosen} == active for chosen, _ in cases(task))


def test_inequalities_that_are_never_active_are_no_cases() -> None:
    inside = of_lagrange("x*y", "x^2+y^2=1", "x>=-2", "x<=2", "y>=-3/2", "y<=3/2")
    assert count_of_cases(inside) == 1
    many = of_lagrange("x*y*z*w", *(f"{name}{side}" for name in "xyzw" for side in (">=1", "<=5")))
    assert count_of_cases(many) == 81  # of 256 choices, as no name is 1 and 5
