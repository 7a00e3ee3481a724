"""Poles without end that do not repeat: against values at members, and no turn between them."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise
from typing import Any

import mpmath
import pytest

import calctool
from ball_counts import count
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.functions.branches import difference
from calctool.notation.reading.parser import read_plain
from calctool.notation.tree import Relation, Tree
from calctool.solve.exact.line import TOP
from waves_contract import Listed, slope, value

QUESTIONS = [
    ("x*tan(x)", None), ("tan(x)/x", None), ("x/sin(x)", None), ("x^2/cos(x)", "[0,oo)"),
    ("x+tan(x^2)", "(0,oo)"), ("exp(-x)*tan(x)", None), ("tan(1/x)", "(0,1]"),
    ("1/sin(1/x)", None), ("1/(x*cos(x)-sin(x))", None), ("sqrt(x)*tan(x)", None),
    ("tan(x)/(1+x*tan(x))", None), ("1/((x-20)*sin(x))", None), ("2*x-tan(x)", "(-oo,0]"),
    ("x/sin(x)^2", "(0,oo)"), ("x+tan(x)", "[pi/2,oo)"), ("1/x+1/sin(x)", None),
]  # fmt: skip
FAR = (0, 1, 12, 1000, 10**6)
DIGITS = 60


def random_question(seed: int) -> tuple[str, str | None]:
    pick = random.Random(seed)  # noqa: S311
    a, b = pick.randint(1, 5), pick.randint(1, 4)
    wave = pick.choice(("tan({u})", "cot({u})", "1/sin({u})", "1/cos({u})"))
    wave = wave.format(u=pick.choice(("x", f"{b}*x", f"x/{b}", f"x+{b}", f"{b}*x^2")))
    factor = pick.choice(("x", "x^2", f"(x+{a})", f"(x^2+{a})", f"1/(x^2+{a})", f"exp(-x/{a})"))
    shape = pick.choice((f"{factor}*{wave}", f"{factor}+{a}*{wave}", f"{factor}*({wave})^2"))
    return shape, pick.choice((None, "[0,oo)", "(-oo,0]", "[1,oo)"))


def at_fraction(place: Fraction) -> Any:
    return mpmath.mpf(place.numerator) / place.denominator


def check(text: str, domain: str | None, *, complete: bool = True) -> bool:
    answer = calctool.table(text, domain=domain, timeout=60)._answer
    rows = [each for each in answer.families if each.row is not None and each.kind == "pole"]
    f = read_plain(text)
    if answer.drift is not None:
        check_drift(f, *answer.drift)
        return bool(answer.completeness.state.value == "complete")
    if not complete and not rows:
        return False
    assert rows
    with mpmath.workdps(DIGITS):
        for family in rows:
            for k in FAR:
                check_pole(f, family, (family.reach[0] or 0) + k)
        if answer.completeness.state.value == "complete":
            check_between(f, answer)
    if answer.completeness.state.value == "complete":
        check_count(f, answer)
    return bool(answer.completeness.state.value == "complete")


def check_drift(f: Tree, shift: Tree, added: Tree) -> None:
    """What is said of one shift holds for all."""
    with mpmath.workdps(DIGITS):
        step, by = (value(tree, mpmath.mpf(0)) for tree in (shift, added))
        for x in (mpmath.mpf(n) / 7 + 10**-3 for n in (-40, 3, 9, 100)):
            apart = value(f, x + step) - value(f, x) - by
            assert abs(apart) < mpmath.mpf(10) ** -40, float(x)


def check_pole(f: Tree, family: Any, k: int) -> None:
    """Close to a member f is large, with the signs that are said."""
    at = at_fraction(family.row.cells.member(k).low)
    for side in family.row.sides:
        if k % side.residue[1] != side.residue[0]:
            continue
        for turn, end in ((-1, side.left), (1, side.right)):
            seen = [value(f, at + turn * abs(at) * mpmath.mpf(10) ** -n) for n in (14, 18)]
            rises = end == TOP
            assert all((y > 0) == rises for y in seen), (k, float(at), seen)
            assert abs(seen[1]) > 10 * abs(seen[0]), (k, float(at), seen)


def check_count(f: Tree, answer: Any) -> None:
    """Balls count as many places without a value as are listed, near and far out."""
    rows = [each.row.cells for each in answer.families if each.kind in ("pole", "hole")]
    points = {point.at.low for point in answer.points if point.is_a("pole", "hole")}
    members = {row.member((row.reach[0] or 0) + n).low for row in rows for n in range(12)}
    listed = Listed(sorted(points - members), rows)
    below = [each for each in conditions(f) if each.sign == "!="]
    for low, high in listed.segments(8, (1000, 10**6)):
        counted = [count(*with_slope(each), "x", low, high) for each in below]
        if None not in counted:
            assert sum(counted) == listed.within(low, high), (float(low), float(high))


def with_slope(condition: Relation) -> tuple[Tree, Tree]:
    apart = difference(condition)
    return apart, derivative(apart, "x")


def check_between(f: Tree, answer: Any) -> None:
    """Between neighbouring places that are listed, f is finite and goes one way."""
    points = [point.at.low for point in answer.points if point.at.low is not None]
    low, high = None, None
    for family in answer.families:
        if family.row is None or family.kind == "inflection":
            continue
        cells = family.row.cells
        inner = [cells.member((cells.reach[0] or 0) + n).low for n in range(8)]
        points += inner
        if cells.picture.side > 0:
            low = inner[-1] if low is None else max(low, inner[-1])
        else:
            high = inner[-1] if high is None else min(high, inner[-1])
    inside = sorted(x for x in set(points)
                    if (low is None or x >= low) and (high is None or x <= high))  # fmt: skip
    for start, end in pairwise(inside):
        if end - start < Fraction(1, 10**12):
            continue  # a pole and the end of the enclosure of another place
        places = [at_fraction(start + (end - start) * n / 24) for n in range(1, 24)]
        signs = {int(mpmath.sign(slope(f, x))) for x in places}
        assert len(signs - {0}) == 1, (float(start), float(end))


@pytest.mark.parametrize(("text", "domain"), QUESTIONS)
def test_poles_are_where_the_rows_say(text: str, domain: str | None) -> None:
    assert check(text, domain)


def test_random_poles() -> None:
    asked = [check(*random_question(seed), complete=False) for seed in range(12)]
    assert sum(asked) >= 11


def test_a_row_of_poles_in_all_forms() -> None:
    found = calctool.table("x/sin(x)", members=2)
    poles = [each for each in found.families if each.kind == "pole"]
    assert [each.member(3) for each in poles] != []
    assert [str(each.member(3)) for each in poles] == ["-3*pi", "3*pi"]
    cells = next(
        each for each in calctool.table("1/(x*cos(x)-sin(x))").families
        if each.kind == "pole" and each.row.cells.picture.side < 0
    )  # fmt: skip
    low, high = cells.cell(4)
    assert low < cells.member(4, 40) < high
    assert abs(mpmath.tan(mpmath.mpf(str(cells.member(4, 30)))) - cells.member(4, 30)) < 1e-9


@pytest.mark.parametrize("text", ["atan(tan(x))+x^2", "x*exp(tan(x))", "x^2+1/(1+exp(tan(x)))"])
def test_waves_inside_other_functions_make_no_rows_of_gaps(text: str) -> None:
    """f jumps where they have no value."""
    answer = calctool.table(text)._answer
    assert not {each.kind for each in answer.families} & {"pole", "hole"}
    assert answer.status.value == "partial"


def test_a_hole_is_no_critical_point() -> None:
    """f' tends to 0 at the holes, at which f has no value."""
    answer = calctool.table("tan(x)/(1+x*tan(x))")._answer
    assert {each.kind for each in answer.families} >= {"pole", "hole"}
    assert "stationary" not in {each.kind for each in answer.families}


def test_there_is_no_limit_where_poles_lead() -> None:
    ends = calctool.table("x*tan(x)")._answer.beyond
    assert [(each.side, str(each.low and each.low.low), each.has_poles) for each in ends]
    assert all(each.swing is not None and each.has_poles for each in ends)
    (upward,) = calctool.table("x^2/sin(x)^2", domain="(0,oo)")._answer.beyond
    assert upward.swing is None
    assert upward.low == upward.high == TOP


HOLES = ("x", "x^2", "-x", "exp(x)", "exp(-x)", "1/x", "atan(x)", "1/(1+x^2)", "log(x^2)", "1/x+2")
ONE = ("sin(2*x)/sin(2*x)", "cos(x/3)/cos(x/3)", "tan(x)*cot(x)", "sin(x+1)/sin(x+1)")


@pytest.mark.parametrize("growth", HOLES)
def test_no_value_far_out_is_beyond_the_bounds_of_a_function_with_holes(growth: str) -> None:
    """g·1, where 1 is typed with holes without end, has the bounds of g."""
    typed = random.Random(growth).choice(ONE)  # noqa: S311
    answer = calctool.table(f"({growth})*{typed}", timeout=60)._answer
    plain = calctool.table(growth)._answer
    in_rows = answer.drift is None
    assert any(
        (each.row is not None) is in_rows and each.kind == "hole" for each in answer.families
    )
    for found, true in ((answer.minimum, plain.minimum), (answer.maximum, plain.maximum)):
        assert found is not None
        assert true is not None
        assert found.attained is None or found.value == true.value
    assert answer.status is plain.status
