"""The second opinion on least and greatest values: what it refutes, and what it lets pass."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Literal

import pytest
from msgspec.structs import replace

from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation, Tree
from calctool.solve.answer import Status
from calctool.solve.candidates import Extreme
from calctool.solve.critical import several
from calctool.solve.critical.answering import answer as critical
from calctool.solve.exact.values import exact
from calctool.solve.lagrange import answering
from calctool.solve.lagrange.answering import answer as lagrange
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question as free
from calctool.solve.typed.lagrange import question as bound_to
from calctool.verify.optimum.extremes import Claimed, Extremes
from calctool.verify.verdict import Verdict
from texts import tree

FOLIUM = "x^3+y^3=6*x*y"
OCTANT = "x*y+y*z+z*x=3; x>=0; y>=0; z>=0"
Turn = Literal[-1, 1]


def verdict(f: str, where: str, *claimed: Claimed) -> Verdict:
    relations = [read_back(text) for text in where.split(";") if text.strip()]
    names = sorted(tree(f).names.union(*(each.names for each in relations)))
    listed = [each for each in relations if isinstance(each, Relation)]
    return Extremes(tree(f), names, listed).check(claimed).verdict


def bound(turn: Turn, value: str, *places: str, along: str = "") -> Claimed:
    at = tuple(coordinates(place) for place in places)
    known = None if value == "oo" else (Fraction(value), Fraction(value))
    return Claimed(turn, known, at, tuple(coordinates(along).items()))


def coordinates(text: str) -> dict[str, Tree]:
    parts = (part.split("=") for part in text.split(";") if part.strip())
    return {name.strip(): tree(value) for name, value in parts}


RIGHT = [
    ("x^2+y^2", "", bound(-1, "0", "x=0; y=0")),
    ("x*y/(2+x^2+y^2)", "", bound(1, "1/2", along="x=t; y=t")),
    ("x+y", FOLIUM, bound(1, "6", "x=3; y=3")),
    ("x+y", FOLIUM, bound(-1, "-2")),
    ("x*y*z", OCTANT, bound(1, "1", "x=1; y=1; z=1")),
    ("x*y*z", OCTANT, bound(-1, "0", "x=0; y=1; z=3")),
    ("x^2+(1-x*y)^2", "", bound(-1, "0", along="x=1/t; y=t")),
    ("x-y", "", bound(1, "oo", along="x=t; y=0")),
    ("x", "(x^2+y^2-1)^4=0", bound(-1, "-1", "x=-1; y=0")),
    # Nearer than any ball tells.
    ("2*sin(x)+exp(-y^2)", "x>=0", bound(-1, "-2", along="x=3*pi/2; y=-t")),
    ("log(x)+y", "x+y<=3; x>=1; y>=0", bound(-1, "0", "x=1; y=0")),
    # Nothing is to be seen before the parameter is as large as the coefficients.
    (
        "x",
        "(x-1)*(10^20*x-y)=0",
        bound(1, "oo", along="x=(t+10^20+sqrt(t^2-2*10^20*t+10^40))/(2*10^20); y=t"),
    ),
]
WRONG = [
    # A feasible point has a smaller value.
    ("x^2+y^2", "", bound(-1, "1")),
    ("x+y", FOLIUM, bound(1, "5")),
    ("x+y", FOLIUM, bound(-1, "0")),
    ("x*y*z", OCTANT, bound(1, "1/2")),
    ("exp(x)+exp(-y)", "", bound(-1, "1")),
    ("x*y/(2+x^2+y^2)", "", bound(1, "1/4")),
    # The place breaks a constraint, or has another value.
    ("x+y", FOLIUM, bound(1, "6", "x=4; y=2")),
    ("x*y*z", OCTANT, bound(1, "1", "x=-1; y=-1; z=-1")),
    ("x^2+y^2", "", bound(-1, "0", "x=0; y=1/1000000")),
    # The curve leads elsewhere, off the set, or beyond the value.
    ("x*y/(2+x^2+y^2)", "", bound(1, "1/2", along="x=t; y=2*t")),
    ("x+y", "x*y=1; x>=0", bound(1, "oo", along="x=t; y=t")),
    ("x-y", "", bound(1, "oo", along="x=0; y=t")),
    ("x-10^30", "", bound(1, "oo", along="x=-t")),
    ("x^2+(1-x*y)^2", "", bound(-1, "0", along="x=1; y=t")),
    ("atan(x)+y^2", "", bound(-1, "-3/2", along="x=-t; y=0")),
]


@pytest.mark.parametrize(("f", "where", "claimed"), RIGHT)
def test_right_values_pass(f: str, where: str, claimed: Claimed) -> None:
    assert verdict(f, where, claimed) is not Verdict.REFUTED


@pytest.mark.parametrize(("f", "where", "claimed"), WRONG)
def test_wrong_values_are_refuted(f: str, where: str, claimed: Claimed) -> None:
    assert verdict(f, where, claimed) is Verdict.REFUTED


def test_nothing_is_said_where_no_point_is_found() -> None:
    assert verdict("x", "x^2+1=0", bound(-1, "5")) is Verdict.UNDECIDED
    assert verdict("x", "", bound(1, "oo")) is Verdict.UNDECIDED


def wrong(extreme: Extreme | None) -> Extreme | None:
    return None if extreme is None else replace(extreme, value=exact(tree("1/2")), at=())


def test_a_wrong_value_ends_as_a_fault_of_ours_free(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = free(Typed("x^2+y^2+x"))
    assert [*critical(asked)][-1].status is Status.COMPLETE
    told = several.concluded

    def mistaken(work: Any) -> Any:
        end = told(work)
        return replace(end, minimum=wrong(end.minimum))

    monkeypatch.setattr(several, "concluded", mistaken)
    assert [*critical(asked)][-1].status is Status.ERROR


def test_a_wrong_value_ends_as_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = bound_to(Typed("x*y", subject_to=["x^2+y^2=4"]))
    assert [*lagrange(asked)][-1].status is Status.COMPLETE
    told = answering.concluded

    def mistaken(work: Any) -> Any:
        end = told(work)
        return replace(end, maximum=wrong(end.maximum))

    monkeypatch.setattr(answering, "concluded", mistaken)
    assert [*lagrange(asked)][-1].status is Status.ERROR
