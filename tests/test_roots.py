"""Zeros, domains, limits and periods: rows, and random functions against independent counts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq_poly, fmpz_poly
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import Lack, Program
from calctool.algebra.roots import (
    LINE,
    Domain,
    Interval,
    Point,
    Roots,
    compare,
    domain,
    exact_point,
    limit_at,
    period,
    rational_point,
    sign_at,
    sign_between,
    zeros,
)
from calctool.notation.printing.plain import plain
from calctool.notation.tree import Tree
from calctool.notation.walk import substitute
from texts import tree

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "roots.toml").read_text("utf-8"))


def shown(point: Point | None) -> str:
    if point is None:
        return "oo"
    return plain(point.tree) if point.tree else f"~{float(point.low):.12g}"


def interval(each: Interval) -> str:
    left, right = (shown(end) for end in (each.start, each.end))
    opening, closing = "(["[each.closed[0]], ")]"[each.closed[1]]
    return f"{opening}{'-' * (each.start is None)}{left}, {right}{closing}"


# --- rows ---


@pytest.mark.parametrize("row", ROWS["case"], ids=lambda row: row["f"])
def test_zeros(row: dict[str, Any]) -> None:
    found = zeros(tree(row["f"]), "x", (LINE,))
    assert [shown(zero.at) for zero in found.zeros] == row["zeros"]
    assert (found.state, found.method) == (row.get("state", "complete"), row["method"])
    times = [zero.multiplicity or 0 for zero in found.zeros]
    assert times == row.get("times", [1] * len(times))
    assert [plain(family.at) for family in found.families] == row.get("families", [])
    assert len(found.flat) == row.get("flat", 0)
    assert not found.undecided
    assert found.reason.en
    assert found.reason.zh
    assert "floor" in row["f"] or not attack(row["f"], found)


@pytest.mark.parametrize("row", ROWS["domain"], ids=lambda row: row["f"])
def test_domains(row: dict[str, Any]) -> None:
    found = domain(tree(row["f"]), "x")
    assert [interval(each) for each in found.intervals] == row["intervals"]
    assert [shown(point) for point in found.breaks] == row.get("breaks", [])
    assert [shown(point) for point in found.isolated] == row.get("isolated", [])
    assert (found.period and plain(found.period)) == row.get("period")
    assert found.state == row.get("state", "complete")


@pytest.mark.parametrize("row", ROWS["limit"], ids=lambda row: f"{row['f']} {row['at']}")
def test_limits(row: dict[str, Any]) -> None:
    place, side = row["at"], row.get("side", 1)
    if place in ("oo", "-oo"):
        found = limit_at(tree(row["f"]), "x", None, 1 if place == "-oo" else -1)
    else:
        found = limit_at(tree(row["f"]), "x", exact_point(tree(place)), side)
    assert (plain(found.value) if found.value else found.kind) == row["is"]


@pytest.mark.parametrize("row", ROWS["period"], ids=lambda row: row["f"])
def test_periods(row: dict[str, Any]) -> None:
    found = period(tree(row["f"]), "x")
    assert (found and plain(found)) == row.get("is")


def test_many_zeros_of_a_wave() -> None:
    on = Interval(rational_point(0), rational_point(20), (True, True))
    found = zeros(tree("sin(x^2) + 1/2"), "x", (on,))
    assert (len(found.zeros), found.state) == (127, "complete")
    assert shown(found.zeros[0].at) == "sqrt(42)*sqrt(pi)/6"
    assert not attack("sin(x^2) + 1/2", found, 0, 20)


def test_wilkinson() -> None:
    product = "*".join(f"(x - {n})" for n in range(1, 21))
    found = zeros(tree(f"{product} + x^19/8388608"), "x", (LINE,))
    assert len(found.zeros) == 10
    assert "degree 20 with 10 real roots" in found.reason.en


def test_zeros_that_pile_up_are_not_dropped() -> None:
    on = Interval(rational_point(0), rational_point(1), (False, True))
    found = zeros(tree("sin(1/x)"), "x", (on,))
    assert found.state == "partial"
    assert found.undecided[0][0] == 0
    assert not attack("sin(1/x)", found, found.undecided[-1][1], 1)


def test_the_second_zero_far_out() -> None:
    first, second = zeros(tree("log(x) - x^(1/10)"), "x", (LINE,)).zeros
    low, high = second.at.refined(400)
    assert 3430631121407801 < low <= high < 3430631121407802
    assert (high - low) * 2**400 < high
    assert compare(first.at, second.at) == -1


def test_a_chain_is_a_variation_table() -> None:
    (link,) = zeros(tree("log(x) - x^(1/10)"), "x", (LINE,)).chain
    assert [shown(point) for point in link.points] == ["10000000000"]
    assert link.signs == (-1, 1, -1)


# --- signs and order ---


def test_signs_at_exact_points() -> None:
    root = exact_point(tree("CRootOf(x^5 - x - 1, 0)"))
    assert sign_at(tree("x^5 - x - 1"), "x", root) == 0
    assert sign_at(tree("x^10 - x^2 - 2*x - 1"), "x", root) == 0
    assert sign_at(tree("x^5 - x - 1 - 10^(-80)"), "x", root) == -1
    assert sign_at(tree("log(x - 2)"), "x", root) is None
    assert sign_between(tree("x^5 - x - 1"), "x", root, None) == 1


@pytest.mark.parametrize(
    ("left", "right", "order"),
    [
        ("sqrt(2) + sqrt(3)", "sqrt(5 + 2*sqrt(6))", 0),
        ("7/6", "CRootOf(x^5 - x - 1, 0)", -1),
        ("CRootOf(x^5 - x - 1, 0)", "sqrt(2)", -1),
        ("CRootOf(x^3 - 3*x + 1, 0)", "CRootOf(x^3 - 3*x + 1, 1)", -1),
        ("pi", "355/113", -1),
        ("log(8)", "3*log(2)", 0),
        ("CRootOf(x^4 - 10*x^2 + 1, 3)", "sqrt(2) + sqrt(3)", 0),
    ],
)
def test_order(left: str, right: str, order: int) -> None:
    a, b = exact_point(tree(left)), exact_point(tree(right))
    assert (compare(a, b), compare(b, a)) == (order, -order)


# --- attacks ---


def places(found: Roots, low: Fraction | int, high: Fraction | int) -> list[Fraction]:
    """Next to each zero on both sides, on a grid, and out to 10^20."""
    chosen = {Fraction(n, 7) + Fraction(1, 97) for n in range(-140, 141)}
    for power in range(21):
        for sign in (1, -1):
            chosen |= {
                sign * (Fraction(10) ** power + Fraction(1, 13)),
                sign / Fraction(10) ** power,
            }
    for zero in found.zeros:
        for power in range(3, 13):
            for end, sign in ((zero.at.low, -1), (zero.at.high, 1)):
                chosen.add(end + sign * Fraction(1, 10**power))
                chosen.add(end + sign * abs(end) / 10**power)
    exact = {zero.at.value for zero in found.zeros}
    return sorted(place for place in chosen - exact if low < place < high)


def sign(program: Program, at: Fraction) -> int | None:
    for bits in (100, 500, 2500):
        (value,) = program.balls({"x": at}, bits=bits)
        if not isinstance(value, Lack) and (value > 0 or value < 0):
            return 1 if value > 0 else -1
    return None


def attack(
    text: str, found: Roots, low: Fraction | int | None = None, high: Fraction | int | None = None
) -> str:
    """What contradicts the list of zeros: a sign that it does not explain; "" if nothing does."""
    if low is None or high is None:
        far = found.state == "complete" and not found.families
        low, high = (-(10**22), 10**22) if far else (-10, 10)
    function = tree(text)
    program, where = Program((function,)), domain(function, "x")
    last: tuple[Fraction, int] | None = None
    for at in places(found, low, high):
        now = sign(program, at)
        if now is None or found.flat:
            last = None
            continue
        if last is not None and not broken(where, last[0], at):
            between = [z for z in found.zeros if last[0] < z.at.low and z.at.high < at]
            if all(z.changes_sign is not None for z in between):
                expected = last[1] * (-1) ** sum(bool(z.changes_sign) for z in between)
                if expected != now:
                    return f"sign {now} at {float(at)}, {last[1]} at {float(last[0])}"
        last = at, now
    return "; ".join(wrong(function, found))


def broken(where: Domain, low: Fraction, high: Fraction) -> bool:
    """Whether the function has no value somewhere between, or may not have."""
    if where.families or where.state != "complete":
        return True
    return any(low <= point.high and point.low <= high for point in where.breaks)


def wrong(function: Tree, found: Roots) -> Iterator[str]:
    """Listed zeros that are none, or stand in the wrong order."""
    for left, right in pairwise(found.zeros):
        if not left.at.high < right.at.low:
            yield f"order at {float(left.at.low)}"
    for zero in found.zeros:
        if zero.at.tree is None:
            ends = [sign(Program((function,)), end) for end in zero.at.refined(200)]
            if zero.changes_sign and None not in ends and ends[0] == ends[1]:
                yield f"no zero near {float(zero.at.low)}"
            continue
        (value,) = Program((substitute(function, {"x": zero.at.tree}),)).balls({}, bits=300)
        if value is Lack.UNDEFINED or not (value is Lack.UNKNOWN or value.contains(0)):
            yield f"no zero at {shown(zero.at)}"


def sturm(p: fmpz_poly) -> int:
    """The number of different real roots, by Sturm's sequence."""
    row = [fmpq_poly(p), fmpq_poly(p.derivative())]
    while row[-1].degree() > 0:
        row.append(-(row[-2] % row[-1]))
    row = [each for each in row if each != 0]

    def changes(signs: list[int]) -> int:
        return sum(a != b for a, b in pairwise(signs))

    leading = [1 if each[each.degree()] > 0 else -1 for each in row]
    left = [s * (-1) ** each.degree() for s, each in zip(leading, row, strict=True)]
    return changes(left) - changes(leading)


whole = st.integers(-9, 9)


def polynomial(most: int, size: st.SearchStrategy[int] = whole) -> st.SearchStrategy[str]:
    return st.lists(size, min_size=1, max_size=most + 1).map(
        lambda cs: " + ".join(f"({c})*x^{n}" if n else f"({c})" for n, c in enumerate(cs))
    )


@given(st.lists(whole, min_size=2, max_size=12).filter(lambda cs: any(cs[1:])))
def test_as_many_real_roots_as_sturm_counts(coefficients: list[int]) -> None:
    text = " + ".join(f"({c})*x^{n}" if n else f"({c})" for n, c in enumerate(coefficients))
    found = zeros(tree(text), "x", (LINE,))
    assert found.state == "complete"
    assert len(found.zeros) == sturm(fmpz_poly(coefficients))
    assert not attack(text, found)


@given(st.lists(st.tuples(polynomial(2), st.integers(1, 3)), min_size=1, max_size=3))
def test_multiplicities(factors: list[tuple[str, int]]) -> None:
    text = "*".join(f"({p})^{n}" for p, n in factors)
    found = zeros(tree(text), "x", (LINE,))
    if found.flat:
        return
    total = fmpz_poly([1])
    for p, n in factors:
        coefficients = [int(part.split(")")[0][1:]) for part in p.split(" + ")]
        total *= fmpz_poly(coefficients) ** n
    real = sum(int(times) for root, times in total.complex_roots() if root.imag == 0)
    assert sum(zero.multiplicity or 0 for zero in found.zeros) == real


exponent = st.sampled_from(["x", "-x", "2*x", "x/2", "-x^2", "1/x"])
pieces = st.one_of(
    st.builds("({})*exp({})".format, polynomial(2), exponent),
    st.builds("({})*log(x)".format, polynomial(1)),
    st.builds("log(x^2 + {})".format, st.integers(1, 4)),
    st.builds("{}^x".format, st.integers(2, 5)),
    st.builds("({})*sqrt(x)".format, polynomial(1)),
    st.just("tanh(x)"),
    st.just("log(1 + exp(x))"),
)
kinds = {
    "rational": st.builds("({})/({}) - ({})".format, polynomial(3), polynomial(2), polynomial(1)),
    "exp-log": st.builds("{} - ({})".format, pieces, polynomial(2)),
    "trigonometric": st.builds(
        "({})*sin({}*x) + ({})*cos({}*x) + ({})".format,
        whole, st.integers(1, 4), whole, st.integers(1, 3), whole,
    ),
    "mixed": st.builds("{} - ({}) + 2*sin({}*x)".format, pieces, polynomial(2), st.integers(1, 3)),
    "radicals": st.builds("sqrt({}) - ({})".format, polynomial(2), polynomial(2)),
    "corners": st.builds("abs({}) - max({}, {})".format, polynomial(2), polynomial(1), whole),
}  # fmt: skip
MUST_BE_COMPLETE = {"rational", "trigonometric", "radicals", "corners"}


@pytest.mark.parametrize("kind", kinds)
def test_no_sign_is_left_unexplained(kind: str) -> None:
    @settings(max_examples=25)
    @given(kinds[kind])
    def whatever_is_composed(text: str) -> None:
        try:
            function = tree(text)
        except Exception:
            return
        found = zeros(function, "x", (LINE,))
        if kind in MUST_BE_COMPLETE:
            assert found.state == "complete"
        if found.state != "partial":
            assert not attack(text, found)

    whatever_is_composed()


@settings(max_examples=40)
@given(pieces, polynomial(2))
def test_signs_on_the_domain(piece: str, p: str) -> None:
    """Inside the intervals there are values, between them there are none."""
    function = tree(f"sqrt({piece} - ({p}))")
    found = domain(function, "x")
    program = Program((function,))
    if found.state != "complete":
        return
    for at in (Fraction(n, 3) + Fraction(1, 1009) for n in range(-30, 31)):
        point = rational_point(at)
        inside = any(is_in(each, point) for each in found.intervals)
        (value,) = program.balls({"x": at}, bits=400)
        if value is not Lack.UNKNOWN:
            assert inside == (value is not Lack.UNDEFINED)


def is_in(each: Interval, point: Point) -> bool:
    left = each.start is None or compare(each.start, point) == -1
    return left and (each.end is None or compare(point, each.end) == -1)
