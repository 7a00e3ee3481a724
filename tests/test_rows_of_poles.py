"""Rows of poles and holes, and the zeros of f' between them, against mpmath."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import mpmath
import pytest
import sympy

import calctool
from calctool.notation.reading.parser import read_plain
from waves_contract import value

FAR = (1, 2, 9, 1000, 10**6)


def gamma_slope(x: mpmath.mpf) -> mpmath.mpf:
    """Of Γ, by ψ: Γ itself is 0 in floats far out."""
    return mpmath.digamma(x)


def by_kind(made: Any, kind: str) -> Any:
    """The only row of a kind."""
    (found,) = (family for family in made.families if family.kind == kind)
    return found


@pytest.mark.parametrize(
    ("text", "slope", "turn"),
    [("gamma(x)", gamma_slope, 1), ("gamma(x)^2", gamma_slope, 0),
     ("gamma(x)*exp(x)", lambda x: mpmath.digamma(x) + 1, 1)],
)  # fmt: skip
def test_between_two_poles_of_gamma_lies_one_extremum(
    text: str, slope: Callable[[mpmath.mpf], mpmath.mpf], turn: int
) -> None:
    made = calctool.table(text, timeout=120)
    assert made.status == "complete"
    extrema, poles = (by_kind(made, kind) for kind in ("stationary", "pole"))
    with mpmath.workdps(40):
        for k in FAR:
            member = mpmath.mpf(str(extrema.member(k, 30)))
            low, high = (mpmath.mpf(float(end)) for end in extrema.cell(k) or ())
            assert low < member < high
            assert slope(member - mpmath.mpf(10) ** -22) * slope(member + mpmath.mpf(10) ** -22) < 0
            assert poles.member(k) == -k
    kinds = [extrema.kind_of(k) for k in (1, 2)]
    assert kinds == (["local-maximum", "local-minimum"] if turn else ["local-minimum"] * 2)


def test_the_digamma_function_rises_between_its_poles() -> None:
    made = calctool.table("psi(x)", timeout=120)
    assert made.status == "complete"
    assert [family.kind for family in made.families] == ["pole", "inflection"]
    assert not [point for point in made.points if "stationary" in point.kinds]


def test_a_row_of_gamma_begins_behind_the_end_that_was_asked_for() -> None:
    made = calctool.table("gamma(x)", domain="(-oo,-5/2)", timeout=120)
    assert made.status == "complete"
    extrema, poles = (by_kind(made, kind) for kind in ("stationary", "pole"))
    assert (extrema.k[0], poles.k[0]) == (3, 3)
    assert extrema.member(3) < sympy.Rational(-5, 2)


HALF_PHASES = [
    ("x*sin(x)/(1+cos(x))", {"pole": 2}), ("x*(1-cos(x))/sin(x)", {"pole": 2, "hole": 2}),
    ("(1-cos(x))/(x*sin(x))", {"pole": 2, "hole": 2}),
    ("sin(x)/sin(2*x)*x", {"pole": 2, "hole": 2}),
    ("sin(3*x)/(x*sin(x))", {"hole": 2}), ("x*sin(2*x)/(1+cos(2*x))", {"pole": 2}),
    ("(sin(x)-sin(x)*cos(x))/(x*(1-cos(x)))", {"hole": 2}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), HALF_PHASES)
def test_what_cancels_is_no_pole(text: str, rows: dict[str, int]) -> None:
    """Numerator and denominator have common zeros that only half of the phase shows."""
    made = calctool.table(text, timeout=120)
    kinds = [family.kind for family in made.families if family.kind in ("pole", "hole")]
    assert {kind: kinds.count(kind) for kind in kinds} == rows
    f = read_plain(text)
    with mpmath.workdps(60):
        for family in made.families:
            if family.kind in ("pole", "hole"):
                at = mpmath.mpf(str(sympy.N(family.member(7, 50), 50)))
                close = [abs(value(f, at + mpmath.mpf(10) ** -n)) for n in (6, 9, 12)]
                assert (close[2] > 900 * close[1] > 10**5) == (family.kind == "pole")


def psi(n: int, x: mpmath.mpf) -> mpmath.mpf:
    return mpmath.psi(n, x)


RELATIVES: list[tuple[str, Callable[[mpmath.mpf], mpmath.mpf], Callable[[mpmath.mpf], mpmath.mpf]]]
RELATIVES = [  # with a function of the sign of f'/f or f', and one of the sign of f''/f or f''
    ("x*gamma(x)", lambda x: psi(0, x + 1), lambda x: psi(0, x + 1) ** 2 + psi(1, x + 1)),
    ("gamma(x)*x^2", lambda x: psi(0, x) + 2 / x,
     lambda x: (psi(0, x) + 2 / x) ** 2 + psi(1, x) - 2 / x**2),
    ("1/gamma(x)", lambda x: psi(0, x), lambda x: psi(0, x) ** 2 - psi(1, x)),
    ("x/gamma(x)", lambda x: 1 / x - psi(0, x),
     lambda x: (1 / x - psi(0, x)) ** 2 - 1 / x**2 - psi(1, x)),
    ("x*psi(x)", lambda x: psi(0, x) + x * psi(1, x), lambda x: 2 * psi(1, x) + x * psi(2, x)),
    ("psi(x)+1/x", lambda x: psi(1, x + 1), lambda x: psi(2, x + 1)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slope", "bend"), RELATIVES, ids=lambda each: str(each)[:12])
def test_relatives_of_gamma_are_whole(
    text: str,
    slope: Callable[[mpmath.mpf], mpmath.mpf],
    bend: Callable[[mpmath.mpf], mpmath.mpf],
) -> None:
    """Members far out are zeros, and between k and k + 1 lie as many as values tell."""
    made = calctool.table(text, timeout=120)
    assert made.status == "complete"
    kinds = ("stationary", "inflection")
    own = {kind: [f for f in made.families if f.kind == kind] for kind in kinds}
    listed = {kind: [p for p in made.points if kind in p.kinds] for kind in kinds}
    with mpmath.workdps(40):
        for kind, g in (("stationary", slope), ("inflection", bend)):
            for row in own[kind]:
                for k in (int(row.k[0]), int(row.k[0]) + 1, 10, 1000, 10**6):
                    at = mpmath.mpf(str(row.member(k, 30)))
                    step = mpmath.mpf(10) ** -20
                    assert g(at - step) * g(at + step) < 0
            members = [
                float(row.member(k, 20)) for row in own[kind] for k in range(int(row.k[0]), 9)
            ]
            found = [*members, *(float(p.x) for p in listed[kind])]
            for cell in range(-6, 4):
                grid = [g(mpmath.mpf(cell) + mpmath.mpf(2 * i + 1) / 400) for i in range(200)]
                changes = sum(a * b < 0 for a, b in pairwise(grid))
                inside = {round(at, 9) for at in found if cell < at < cell + 1}
                assert changes == len(inside), (kind, cell)
