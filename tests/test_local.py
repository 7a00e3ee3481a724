"""What a function does at a point: rows, kinks, and random compositions against quotients."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball import Ball, Lack, Program
from calctool.algebra.germ.expansion import Expansion
from calctool.algebra.germ.limit import Limit
from calctool.algebra.germ.series import Side
from calctool.algebra.local import point
from calctool.algebra.local.kinks import kinks
from calctool.algebra.local.point import Local, OneSide, at_point
from calctool.algebra.real.ring import Real
from calctool.notation.printing.plain import plain
from calctool.notation.tree import Tree, rational
from texts import tree

CASES = tomllib.loads((Path(__file__).parent / "cases" / "local.toml").read_text())["case"]


def shown(limit: Limit) -> str:
    return limit.kind if limit.value is None else plain(limit.value)


def slope(side: OneSide | None) -> str:
    return "" if side is None else shown(side.derivative)


def limit(side: OneSide | None) -> str:
    return "" if side is None else shown(side.limit)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['f']} at {case['at']}")
def test_rows(case: Mapping[str, Any]) -> None:
    local = at_point(tree(case["f"]), "x", tree(case["at"]))
    assert local.kind == case["kind"]
    if "slopes" in case:
        assert [slope(local.left), slope(local.right)] == case["slopes"]
    if "limits" in case:
        assert [limit(local.left), limit(local.right)] == case["limits"]
    if "value" in case:
        assert local.value is not None
        assert plain(local.value) == case["value"]
    decided = {"smooth": True, "undecided": None}
    assert local.differentiable is decided.get(case["kind"], False)
    assert (local.derivative is not None) == (case["kind"] == "smooth")


KINKS = """
abs(x) | 0 kink
x*abs(x) |
1/(1 + exp(-x)) |
max(x, x^2) | 0 kink, 1 kink
abs(x^2 - x - 1) | (1 - sqrt(5))/2 kink, (1 + sqrt(5))/2 kink
abs(x^3 - x) | -1 kink, 0 kink, 1 kink
cbrt(x^2 - 2) | -sqrt(2) vertical-tangent, sqrt(2) vertical-tangent
sqrt(x^2) | 0 kink
sqrt(x^4) |
asin(x) | -1 end-of-domain, 1 end-of-domain
Piecewise((x^2*sin(1/x), x != 0), (0, True)) |
Piecewise((x^2, x < 1), (2*x, True)) | 1 jump
Piecewise((x^2, x < 1), (2*x - 1, True)) |
max(0, x, 1 - x) | 1/2 kink
abs(exp(x)) |
abs(x*exp(x)) | 0 kink
log(abs(x)) |
relu(x)^2 |
sign(x^4 + 1) |
a*abs(x) | 0 undecided
abs(x^5 - x - 1) | CRootOf(x^5 - x - 1, 0) kink
abs(exp(x) - 2) | log(2) kink
abs(2^x - x^2)*(x^2 - 4)*(x - 4) | -2*LambertW(log(2)/2)/log(2) kink
"""


@pytest.mark.parametrize("row", KINKS.strip().splitlines())
def test_kinks(row: str) -> None:
    text, expected = (part.strip() for part in row.split(" |"))
    found = kinks(tree(text), "x")
    assert ", ".join(f"{plain(at.point)} {at.kind}" for at in found.points) == expected
    assert not found.undecided


OPEN = """
abs(sin(x)) | sin(x) = 0
floor(x) | x = floor(x)
abs(x - a) | x - a = 0
max(x, cos(x)) | x = cos(x)
"""


@pytest.mark.parametrize("row", OPEN.strip().splitlines())
def test_switches_left_open(row: str) -> None:
    text, equation = row.split(" | ")
    assert [plain(each) for each in kinks(tree(text), "x").undecided] == [equation]


def test_switches_in_other_names_do_not_matter() -> None:
    assert kinks(tree("x*abs(y)"), "x").undecided == ()


# --- random compositions --------------------------------------------------------------------------

UNARY = (
    *("abs", "sign", "sqrt", "cbrt", "floor", "ceil", "heaviside", "relu", "elu", "leaky_relu"),
    *("softsign", "sin", "cos", "exp", "log", "atan", "asin", "acos", "tanh", "erf", "cosh"),
    *("sigmoid", "softplus", "gelu", "asinh"),
)
POWERS = ("2", "3", "1/3", "2/3", "3/2", "4/3", "-1", "sqrt(2)")
CONDITIONS = ("x < 0", "x <= 0", "x = 0", "x != 0", "x < 1")
LEAVES = ("x", "x", "x - 1", "1 - x", "x^2", "1/x", "1", "2", "pi")


def compositions() -> st.SearchStrategy[str]:
    level: st.SearchStrategy[str] = st.sampled_from(LEAVES)
    for _ in range(3):
        level = st.one_of(
            level,
            st.builds("{}({})".format, st.sampled_from(UNARY), level),
            st.builds("({}) {} ({})".format, level, st.sampled_from("+-*/"), level),
            st.builds("({})^({})".format, level, st.sampled_from(POWERS)),
            st.builds("{}({}, {})".format, st.sampled_from(("max", "min")), level, level),
            st.builds(
                "Piecewise(({}, {}), ({}, True))".format, level, st.sampled_from(CONDITIONS), level
            ),
        )
    return level


NEAR, NEARER = Fraction(1, 2**60), Fraction(1, 2**400)
BITS = 1500


def ball_at(f: Tree, x: Fraction) -> Ball | Lack:
    return Program((f,)).balls({"x": x}, bits=BITS)[0]


def approaches(claim: Limit, near: Ball, nearer: Ball) -> bool:
    """Whether values at t = 2^-60 and 2^-400 can belong to a function with this limit."""
    if claim.kind == "finite":
        assert claim.value is not None
        (goal,) = Program((claim.value,)).balls({}, bits=BITS)
        if isinstance(goal, Lack):
            return True
        off, further = abs(nearer - goal), abs(near - goal)
        return bool(off < (abs(goal) + 1) / 1000 or off < further)
    if claim.kind == "infinite":
        return bool(nearer * claim.sign > 0 and abs(nearer) > abs(near))
    return True


@settings(max_examples=150)
@given(compositions(), st.sampled_from(("0", "1", "-1", "1/2")))
def test_never_contradicted_by_difference_quotients(text: str, at: str) -> None:
    f, point = tree(text), tree(at)
    local = at_point(f, "x", point)
    a = rational(point)
    assert a is not None
    here = ball_at(f, a)
    assert not (local.defined is True and here is Lack.UNDEFINED)
    assert not (local.defined is False and isinstance(here, Ball))
    for h, side in ((-1, local.left), (1, local.right)):
        near, nearer = (ball_at(f, a + h * t) for t in (NEAR, NEARER))
        if side is None:
            assert not isinstance(nearer, Ball)
            continue
        assert not (side.limit.known and nearer is Lack.UNDEFINED)
        if isinstance(near, Ball) and isinstance(nearer, Ball):
            assert approaches(side.limit, near, nearer)
            if isinstance(here, Ball) and local.defined:
                slopes = [(near - here) * (h * 2**60), (nearer - here) * (h * 2**400)]
                assert approaches(side.derivative, *slopes)
    assert_consistent(local)


def assert_consistent(local: Local) -> None:
    """What the record says in one place it does not take back in another."""
    if local.differentiable:
        assert local.kind == "smooth"
        assert local.continuous
        assert local.left is not None
        assert local.right is not None
    assert (local.kind == "smooth") == (local.differentiable is True)


def test_longer_expansions_know_no_more_of_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[tuple[int, int]] = []

    def expanded(name: str, place: Real, side: Side, keep: int) -> Expansion:
        tried.append((side, keep))
        return Expansion(name, place, side, keep)

    monkeypatch.setattr(point, "Expansion", expanded)
    local = at_point(tree("a*sqrt(x)"), "x", tree("0"))
    assert slope(local.right) == "undecided"
    assert max(keep for side, keep in tried if side > 0) < max(budget.EXPANSION_TERMS)


@pytest.mark.parametrize("text", ["1/x", "sin(x)/x", "log(x)", "a/abs(x)"])
def test_a_gap_is_one_without_its_sides(text: str) -> None:
    whole = at_point(tree(text), "x", tree("0"))
    assert whole.kind == "outside-domain"
    gap = at_point(tree(text), "x", tree("0"), sides_of_gaps=False)
    assert gap == replace(whole, left=None, right=None)
