"""Zeros without end, known by their cells: against mpmath, and none between the cells."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise

import mpmath
import pytest
import sympy

import calctool
import waves_contract
from calctool import budget
from calctool.algebra.roots import Interval, Roots, domain, zeros
from calctool.algebra.roots.search import Search
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.tails import sign_beyond
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_plain
from calctool.notation.tree import INFINITY, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.table.derivatives import derivatives
from calctool.words.extrema.candidates import FLATS_OPEN
from waves_contract import (
    Listed,
    faults,
    miscounted,
    random_cut,
    random_question,
    random_switching,
    value,
)

ENDLESS = [
    "sin(x)/x", "x*sin(2*x)", "x*sin(1/x)", "sin(x)/sqrt(x)", "x^3*cos(1/x)", "sin(x)/(x^2+4)",
    "exp(-x/5)*cos(2*x)", "cos(x^3)", "x/2+sin(x^2)", "x*exp(cos(x))", "atan(2*x)+sin(x)",
    "(1-cos(2*x))/x^2", "sin(2/x)", "x+2*sin(x)", "sin(x)*exp(x)", "sin(3*x+1)/x",
    "cos(exp(x))", "cos(log(x))/x", "cos(sqrt(x))", "x^2*sin(sqrt(x))", "log(x)*cos(6*x)",
    "cos(x)+2*cos(sqrt(3)*x)", "sin(x)*sin(sqrt(2)*x)", "3*sin(x)+sin(sqrt(2)*x)",
    "cos(x)+cos(pi*x)", "sin(x)+sin(x^2)", "x*sin(x)+cos(sqrt(2)*x)", "x/4+sin(x)+sin(sqrt(2)*x)",
    "x*exp(sin(5*x))", "sin(x)*(2+sin(x))*x+cos(x)", "sin(x+1/x)", "sin(x+log(x))",
    "cos(x+exp(-x))", "cos(x^3+x)", "x*sin(x+sqrt(x))", "sin(x+atan(x))/x",
]  # fmt: skip
FAR = (10, 1000, 10**6)


def slope_of(text: str) -> tuple[Tree, Tree]:
    f = read_plain(text)
    return f, derivatives(f, "x").slope


def found(f: Tree, slope: Tree) -> list[tuple[Interval, Roots]]:
    pieces = [Interval(part.start, part.end) for part in domain(f, "x").intervals]
    return [(piece, zeros(slope, "x", (piece,), endless=True)) for piece in pieces]


@pytest.mark.parametrize("text", ENDLESS)
def test_members_far_out_are_zeros_in_their_cells(text: str) -> None:
    f, slope = slope_of(text)
    rows = [row for _, roots in found(f, slope) for row in roots.cells]
    assert rows
    with mpmath.workdps(60):
        for row in rows:
            for k in FAR[:1] if "log(x))" in text else FAR:  # e^(k*pi) has too many digits
                check_member(slope, row, k)


def check_member(slope: Tree, row: Cells, k: int) -> None:
    """The sign of f' changes within a tiny part of the cell around the member."""
    low, high = (
        value(substitute(end, {row.integer: number(k)}), mpmath.mpf(0)) for end in row.ends
    )
    at = row.member(k)
    place = mpmath.mpf(at.low.numerator) / at.low.denominator
    height = place if row.seen_phase is None else value(row.seen_phase, place)
    assert low == high or low < height < high
    assert row.seen_phase is None or low != high or mpmath.almosteq(height, low, 1e-20)
    step = abs(place) * mpmath.mpf(10) ** -30
    before, after = (value(slope, place + side * step) for side in (-1, 1))
    assert (before * after < 0) == (row.times % 2 == 1)


@pytest.mark.parametrize("text", ENDLESS)
def test_no_zero_lies_between_the_cells(text: str) -> None:
    """Balls count as many zeros of f' as are listed, near and far out."""
    f, slope = slope_of(text)
    pieces = [roots for _, roots in found(f, slope)]
    assert all(roots.state == "complete" for roots in pieces)
    points = [zero.at.low for roots in pieces for zero in roots.zeros]
    listed = Listed(points, [row for roots in pieces for row in roots.cells])
    assert not list(miscounted(listed, f))


def test_members_are_written_out_as_asked() -> None:
    found = calctool.critical("x*sin(1/x)", members="20..22").families
    assert [[member.k for member in family.row.members] for family in found] == [[20, 21, 22]] * 2
    with pytest.raises(calctool.Problem):
        calctool.table("sin(x)/x", members="many")


def test_a_member_has_as_many_digits_as_are_asked_for() -> None:
    (_, right) = calctool.critical("sin(x)/x").families
    low, high = right.cell(7)
    assert low < right.member(7, 50) < high
    assert abs(mpmath.tan(mpmath.mpf(str(right.member(7, 30)))) - right.member(7, 30)) < 1e-9
    assert right.kind_of(7) == "local-minimum"
    assert right.kind_of(8) == "local-maximum"
    with pytest.raises(ValueError, match="0"):
        right.member(0)


@pytest.mark.parametrize(
    ("text", "slope", "near", "k", "digits"),
    [
        ("(1+exp(-x))*cos(x)", "-e^(-x)*cos(x)-(1+e^(-x))*sin(x)", "k*pi", 1000, 1500),
        ("(1+exp(-x))*cos(x)", "-e^(-x)*cos(x)-(1+e^(-x))*sin(x)", "k*pi", 3, 1500),
        (
            "(1+exp(-x^2))*sin(x)",
            "-2*x*e^(-x^2)*sin(x)+(1+e^(-x^2))*cos(x)",
            "k*pi+pi/2",
            25,
            3000,
        ),
        ("(1+exp(-x^2))*sin(x)", None, "k*pi+pi/2", 10**6, 1000),
    ],
)
def test_a_member_may_be_as_near_to_the_end_of_its_cell_as_it_likes(
    text: str, slope: str | None, near: str, k: int, digits: int
) -> None:
    row = calctool.critical(text, domain="[0,oo)").families[0]
    with mpmath.workdps(digits + 60):
        place = value(read_plain(near), mpmath.mpf(k), "k")
        if slope is not None:
            f = read_plain(slope)
            place = mpmath.findroot(lambda x: value(f, x), place)
        found = mpmath.mpf(str(row.member(k, digits)))
        assert abs(found - place) < abs(place) * mpmath.mpf(10) ** (1 - digits)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("sin(2/x)", "-1", "1"), ("x*sin(1/x)", "0", "0"), ("atan(x)*cos(x)", "-pi/2", "pi/2")],
)
def test_limits_inferior_and_superior_at_the_ends(text: str, low: str, high: str) -> None:
    beyond = calctool.table(text)._answer.beyond
    assert beyond
    for each in beyond:
        assert each.low is not None
        assert each.high is not None
        assert (plain(each.low.expr), plain(each.high.expr)) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("cos(x)+2*cos(sqrt(3)*x)", ("not-attained", "-3"), ("attained", "3")),
        ("1+cos(x)-cos(pi*x)", ("not-attained", "-1"), ("not-attained", "3")),
        ("sin(x)*sin(sqrt(2)*x)", ("not-attained", "-1"), ("not-attained", "1")),
        ("sin(x)+sin(x^2)", ("not-attained", "-2"), ("not-attained", "2")),
        ("sin(x)+sin(2*x)/9+sin(x^2)", None, None),  # two waves have a common period
        ("cos(x)+cos(sqrt(2)*x)+cos((1+sqrt(2))*x)", None, ("attained", "3")),
        ("cos(x)+cos(sqrt(2)*x)+cos(sqrt(3)*x)", ("not-attained", "-3"), ("attained", "3")),
        ("cos(x-1)+cos(sqrt(2)*(x-1))", None, ("attained", "2")),  # troughs might meet somewhere
    ],
)
def test_waves_without_a_common_period_come_together(
    text: str, low: tuple[str, str] | None, high: tuple[str, str] | None
) -> None:
    """By Kronecker's theorem, and at 0 if at all, where their phases start there."""
    answer = calctool.critical(text)._answer
    for found, expected in ((answer.minimum, low), (answer.maximum, high)):
        if expected is None:
            assert found.attained is None
            continue
        assert found.argument in ("kronecker", "bounded-by-value")
        told = "attained" if found.attained else "not-attained"
        assert (told, plain(found.value.expr)) == expected


@pytest.mark.parametrize(
    "text", ["exp(-x)*(sin(x)+sin(sqrt(2)*x))", "(3*sin(x)+sin(sqrt(2)*x))/(1+x^2)"]
)
def test_bounds_that_narrow_leave_the_first_members(text: str) -> None:
    """Beyond them the waves are too low: compared with values at many places."""
    answer = calctool.critical(text, domain="[0,oo)")._answer
    f = read_plain(text)
    seen = [value(f, mpmath.mpf(n) / 200) for n in range(8000)]
    for found, turn in ((answer.minimum, -1), (answer.maximum, 1)):
        assert found.attained
        assert found.argument == "amplitudes"
        best = mpmath.mpf(found.value.low.numerator) / found.value.low.denominator
        highest = max(turn * each for each in seen)
        assert highest <= turn * best < highest + 1e-3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x*sin(x)", "is not bounded above as x → −∞"),
        ("exp(x)*(1+sin(x))", "is not bounded above as x → +∞"),
        ("exp(-x/5)*cos(2*x)", "is not bounded above as x → −∞"),
        ("x+2*sin(x)", "f(x) → +∞ as x → +∞"),
    ],
)
def test_a_wave_that_grows_tends_to_nothing(text: str, says: str) -> None:
    page = calctool.table(text).to_text()
    (line,) = (each for each in page.splitlines() if each.startswith(" Greatest value"))
    assert says in line


@pytest.mark.parametrize(
    ("text", "ends"),
    [("exp(-x/5)*cos(2*x)", ["oo"]), ("exp(x)*sin(x)", ["-oo"]), ("exp(-x)*tan(x)", [])],
)
def test_a_damped_wave_comes_near_the_axis(text: str, ends: list[str]) -> None:
    lines = calctool.table(text).asymptotes
    assert [str(each.side) for each in lines if each.kind == "horizontal"] == ends


AT_THE_END = [
    ("x*sin(1/x)", "x!=0", "2", ["discontinuity", "local-maximum"], "2"),
    ("x*sin(1/x)", "x!=0", "0", ["neither"], None),
    ("x^2*sin(1/x)", "x!=0", "0", ["stationary", "neither"], None),
    ("x^4*(2+sin(1/x))", "x!=0", "0", ["stationary", "local-minimum"], None),
    ("x^4*(2+sin(1/x))", "x!=0", "-1", ["discontinuity", "local-minimum"], None),
    ("x^2*(1-cos(1/x))", "x!=0", "0", ["stationary", "local-minimum"], None),
    ("sin(1/x)", "x!=0", "0", ["discontinuity", "neither"], None),
    ("sin(1/x)", "x!=0", "1", ["discontinuity", "local-maximum"], None),
    ("sin(1/x)", "x!=0", "3", ["discontinuity", "local-maximum"], "3"),
    ("sin(1/x)", "x>0", "x", ["discontinuity", "neither"], None),
    ("sin(1/x)", "x<0", "2*x", ["discontinuity", "neither"], "2"),
]
"""f beside 0, where, and elsewhere; what 0 is, and the greatest value on [-1, 1] where 0 or an end
decides it."""


@pytest.mark.parametrize(("beside", "where", "there", "kinds", "greatest"), AT_THE_END)
def test_a_place_to_which_rows_lead_is_a_point_of_the_table(
    beside: str, where: str, there: str, kinds: list[str], greatest: str | None
) -> None:
    made = calctool.table(f"Piecewise(({beside}, {where}), ({there}, True))", domain="[-1,1]")
    (zero,) = (point for point in made.points if point.x == 0)
    assert set(kinds) <= set(zero.kinds)
    assert not {"endpoint", "undecided"} & set(zero.kinds)
    values = [value(read_plain(beside), mpmath.mpf(x) / 997) for x in range(1, 998)]
    assert float(made.maximum.value) >= max(map(float, (*values, zero.value))) - 1e-9
    assert float(made.minimum.value) <= min(map(float, (*values, zero.value))) + 1e-9
    assert greatest is None or str(made.maximum.value) == greatest


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("x^2+cos(1/x)", "[-2,oo)"), ("1/x^2+sin(pi*x)", "(-oo,-1)"), ("sin(x)/x", "[pi,oo)"),
        ("sin(1/x)", "(0,1]"), ("x*sin(x)", "(-oo,oo)"), ("sin(x)/x", "(-oo,oo)"),
    ],
)  # fmt: skip
def test_lines_that_list_zeros_leave_later_members_out(text: str, domain: str) -> None:
    """A line has just the zeros in its conditions, and each member not listed breaks one."""
    made = calctool.critical(text, domain=domain)
    x = sympy.Symbol("x", real=True)
    (solving,) = (step for step in made.steps if step.rule == "solve-system")
    for family in made.families:
        last = max(member.k for member in family.row.members)
        for k in (last + 1, last + 2, 90):
            at = family.member(k, 40)
            assert not all(bool(each.subs(x, at)) for each in solving.where)
    if "/x" in text:
        assert not all(bool(each.subs(x, 0)) for each in solving.where)


@pytest.mark.parametrize(
    ("text", "near", "side"),
    [
        ("sin(x)/x", "k*pi + pi/2", -1),
        ("x*sin(x)", "k*pi - pi/2", 1),
        ("x*sin(1/x)", "1/(k*pi + pi/2)", 1),
        ("sin(3*x+1)/x", "(k*pi + pi/2 - 1)/3", -1),
        ("(x*sin(x)+2*cos(x))*exp(-x)", "k*pi + pi/4", 0),
        ("sin(log(x))*log(x)", None, 0),  # the distance grows with x
    ],
)
def test_members_come_near_a_simple_place(text: str, near: str | None, side: int) -> None:
    """From the side that is said, and ever closer."""
    rows = [each.row for each in calctool.critical(text, domain="(0,oo)")._answer.families]
    told = rows[-1].near
    assert (told is None) == (near is None)
    if told is None or near is None:
        return
    apart = []
    with mpmath.workdps(40):
        for k in (20, 200, 2000):
            at = rows[-1].cells.member(k).low
            place = value(substitute(told.at, {"k": number(k)}), mpmath.mpf(0))
            expected = value(substitute(read_plain(near), {"k": number(k)}), mpmath.mpf(0))
            assert abs(place - expected) < 1e-25
            apart.append(mpmath.mpf(at.numerator) / at.denominator - place)
    assert all(each * told.side > 0 for each in apart)
    assert not side or told.side == side
    assert all(abs(b) < abs(a) for a, b in pairwise(apart))


@pytest.mark.parametrize(
    ("text", "mirror"),
    [("sin(x)/x", [1, 0]), ("sin(x)/(x^2+4)", [-1, 0]), ("sin(x)/(x+4)", [0, 0])],
)
def test_rows_of_even_and_odd_functions_are_told_once(text: str, mirror: list[int]) -> None:
    families = calctool.critical(text)._answer.families
    assert [each.row.mirror for each in families] == mirror
    assert calctool.critical(text).to_text().count("exactly one in each") == mirror.count(0)


@pytest.mark.parametrize("text", ["sin(1/x)", "sin(x^2)", "cos(log(x))", "sin(sqrt(x))"])
def test_a_value_that_comes_back_without_end_names_all_members(text: str) -> None:
    """Half of the members have the greatest value and half the least: each is named once."""
    table = calctool.table(text)
    said = json.loads(table.to_json())["result"]
    f = read_plain(text)
    for family, row in zip(said["families"], table.families, strict=True):
        if family["kind"] != "stationary":
            continue
        place = said["families"].index(family)
        for k in range(3, 9):
            holds = [
                bound
                for bound in ("global_minimum", "global_maximum")
                for one in said[bound]["endless"]
                if one["family"] == place and k % one["k"][1] == one["k"][0] and k >= one["since"]
            ]
            (bound,) = holds
            at = sympy.N(row.member(k, 40), 40)
            height = value(f, mpmath.mpf(str(at)))
            assert abs(height - said[bound]["value"]["value"]) < 1e-9, (text, place, k)


@pytest.mark.parametrize("text", ["sin(x)/x", "x*sin(1/x)", "exp(-x/5)*cos(2*x)"])
def test_a_value_of_one_member_is_of_no_row(text: str) -> None:
    said = json.loads(calctool.table(text).to_json())["result"]
    assert all("endless" not in said[bound] for bound in ("global_minimum", "global_maximum"))


def test_both_ends_of_a_row_share_what_lies_between() -> None:
    """x = 1 is the member 0 of one of them, and of one only."""
    made = calctool.critical("cos(log(x))")
    assert made._answer.status.value == "complete"
    firsts = [
        family.row.cells.member(family.row.cells.reach[0]) for family in made._answer.families
    ]
    assert sum(first.low == 1 for first in firsts) == 1


@pytest.mark.parametrize("seed", range(24))
def test_a_sample_of_random_waves(seed: int) -> None:
    """More by `make waves`."""
    _, found = faults(*random_question(seed))
    assert not found


@pytest.mark.parametrize("seed", range(24))
def test_a_sample_of_random_waves_on_a_part_of_the_line(seed: int) -> None:
    """More by `waves_contract --cut`."""
    _, found = faults(*random_cut(seed))
    assert not found


SWITCHING = [
    "abs(sin(1/x))", "abs(x*sin(x))", "abs(sin(sqrt(x)))", "abs(sin(x))/x", "abs(x*sin(x)-1)",
    "sqrt(abs(sin(x^2)))", "max(sin(1/x),cos(1/x))", "x*abs(sin(x))+cos(x)", "abs(sin(x)+1/x)",
    "max(sin(x),x/10)", "sin(x)*abs(sin(x))/x", "abs(sin(x))+abs(cos(x))/x", "abs(cos(exp(x)))",
    "abs(exp(-x)*sin(x)-1/10)", "abs(sin(log(x)))", "abs(x*cos(x/2)-2)",
]  # fmt: skip


JUMPING = [
    "sign(sin(1/x))", "x*sign(sin(x))", "sign(x*sin(x)-1)/x", "x*floor(1/x)", "floor(x)/x",
    "x*floor(x)", "floor(x^2)/x", "exp(-x)*floor(x)", "x-floor(x)+1/x",
]  # fmt: skip


@pytest.mark.parametrize("text", JUMPING)
def test_jumps_without_end_are_rows(text: str) -> None:
    made = calctool.table(text)._answer
    assert made.status.value == "complete"
    assert {each.row.sort for each in made.families if each.kind != "inflection"} == {"jump"}
    _, found = faults(text, None)
    assert not found


def test_intervals_of_constants_without_end_are_open() -> None:
    """A table shows the first of them; they are no points that could be listed."""
    made = calctool.critical("max(x*sin(x),0)")._answer
    assert made.status.value == "partial"
    assert FLATS_OPEN in made.completeness.missing


@pytest.mark.parametrize("text", SWITCHING)
def test_kinks_without_end_are_rows(text: str) -> None:
    half = any(part in text for part in ("sqrt(x)", "log(x)"))
    is_complete, found = faults(text, "(0,oo)" if half else None)
    assert is_complete
    assert not found


@pytest.mark.parametrize("seed", range(24))
def test_a_sample_of_random_kinks(seed: int) -> None:
    """More by `make waves`."""
    _, found = faults(*random_switching(seed))
    assert not found


def test_what_is_told_of_a_row_of_kinks() -> None:
    families = json.loads(calctool.table("abs(sin(1/x))", domain="(0,oo)").to_json())["result"][
        "families"
    ]
    kinks, tops = (one for one in families if one["kind"] != "inflection")
    assert kinks["sort"] == kinks["kind"] == "kink"
    assert [one["kind"] for one in kinks["kinds"]] == ["local-minimum"]
    assert [one["on"]["expr"] for one in kinks["values"] + tops["values"]] == ["0", "1"]
    assert "sort" not in tops
    assert tops["kinds"] == [{"k": [0, 1], "kind": "local-maximum"}]


def test_steep_points_without_end_are_told() -> None:
    """The formula of f is the same on both sides of them."""
    made = calctool.critical("sin(x)^(1/3)*x")._answer
    assert {family.row.sort for family in made.families} == {"vertical-tangent", "stationary"}


def test_the_contract_finds_a_planted_fault() -> None:
    answer = calctool.critical("sin(x)/x", domain="[1,oo)")._answer
    with mpmath.workdps(waves_contract.DIGITS):
        assert list(waves_contract._rows(answer, read_plain("cos(x)/x")))
        listed = waves_contract.critical_places(answer)
        assert list(miscounted(listed, read_plain("cos(2*x)/x")))
        assert list(
            miscounted(Listed([listed.rows[0].member(3).low], listed.rows), read_plain("sin(x)/x"))
        )
        assert list(waves_contract._extremes(answer, read_plain("2*sin(x)/x"), "[1,oo)"))
        cut = calctool.critical("sin(x)/x", domain="[1,20]")._answer
        assert not list(waves_contract._miscounted_between(cut, read_plain("sin(x)/x"), 1, 20))
        assert list(waves_contract._miscounted_between(cut, read_plain("sin(2*x)/x"), 1, 20))


def test_a_wave_inside_an_arctangent_jumps_where_it_has_no_value() -> None:
    """f = 2x - k*pi between its gaps: no holes, and no bounds."""
    made = calctool.table("atan(tan(x))+x")._answer
    assert made.maximum.attained is False
    assert made.maximum.value.expr == INFINITY
    assert not any(family.kind == "hole" for family in made.families)


def test_rows_that_cannot_be_told_apart_leave_a_window() -> None:
    made = calctool.critical("max(x/(x^2+1)*sin(x),sqrt(x)*cos(x))", domain="(0,oo)")._answer
    assert made.status.value == "partial"


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("log(x)*cos(2*x)^2", "(0,oo)"), ("(x-5)*sin(x)^2", "[0,oo)"), ("(x-20)*sin(x)^2", None),
        ("(1-x)*cos(x)^2", "[0,oo)"), ("(3-1/x)*sin(1/x)^2", "(0,1]"),
    ],
)  # fmt: skip
def test_a_row_begins_where_its_kinds_do(text: str, domain: str | None) -> None:
    """The envelope changes its sign: minima become maxima."""
    answer = calctool.table(text, domain=domain, timeout=60)._answer
    f = read_plain(text)
    rows = [family for family in answer.families if family.is_critical]
    assert rows
    with mpmath.workdps(60):
        for family in rows:
            assert family.row is not None
            first = family.reach[0] or 0
            for k in range(first, first + 6):
                at = family.row.cells.member(k)
                step = mpmath.mpf(10) ** -9
                x = (at.low + at.high) / 2
                x = mpmath.mpf(x.numerator) / x.denominator
                signs = {mpmath.sign(value(f, x + h) - value(f, x)) for h in (-step, step)}
                kind = next(kind for (r, m), kind in family.row.kinds if k % m == r)
                assert signs == {1 if kind == "local-minimum" else -1}, (text, k, kind)


@pytest.mark.parametrize(
    ("text", "pole", "sign"),
    [("1/(x-50)", 50, 1), ("(3-x)/(x-50)^3", 50, -1), ("1/(exp(x)-exp(9))", 9, 1),
     ("1/log(x/40)", 40, 1), ("(x-60)/(x-50)", 60, 1)],
)  # fmt: skip
def test_a_sign_far_out_holds_beyond_poles_too(text: str, pole: int, sign: int) -> None:
    beyond, found = sign_beyond(Search("x", budget.TABLE_WINDOW), read_plain(text), Fraction(1))
    assert found == sign
    assert beyond >= pole
