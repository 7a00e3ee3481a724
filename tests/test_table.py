"""Variation tables: settled rows, and attacks on whatever a table claims."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import lcm
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import Ball, Program
from calctool.algebra.ball.numbers import working
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import Tree, expression
from calctool.present.document import Wishes
from calctool.present.table import document
from calctool.present.variation.tables import slope_intervals
from calctool.render import wire
from calctool.render.text import render
from calctool.solve.answer import State, Status
from calctool.solve.exact.record import Exact
from calctool.solve.table.answering import answer
from calctool.solve.table.record import TableAnswer
from calctool.solve.typed import Typed
from calctool.solve.typed.table import question
from calctool.solve.variation import Root, TableInterval, TablePoint
from calctool.verify.verdict import Verdict
from calctool.words import table as words
from openness import assert_nothing_is_hidden, assert_rounded_numbers_are_marked

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "table.toml").read_text("utf-8"))["case"]
SIGNS = {1: "+", -1: "-", 0: "0", None: "?"}
SHAPES = {1: "u", -1: "n", 0: "-", None: "?"}
ATTAINED = {True: "attained", False: "approached", None: "open"}
BITS = 300


def ask(text: str, domain: tuple[str, ...] = ()) -> TableAnswer:
    *_, last = answer(question(Typed(text, domain=domain)))
    return last


def of_row(row: dict[str, Any]) -> TableAnswer:
    return ask(row["question"], (row["domain"],) if "domain" in row else ())


def each_row() -> list[Any]:
    return [pytest.param(row, id=row["id"]) for row in ROWS]


# --- settled rows -------------------------------------------------------------------------------


def same(found: Exact | None, text: str) -> bool:
    if found is None or not text:
        return found is None and not text
    if not text.startswith("~"):
        return found.is_known and plain(found.expr) == text
    assert found.low is not None
    assert found.high is not None
    return float((found.low + found.high) / 2) == pytest.approx(float(text[1:]), rel=1e-7)


@pytest.mark.parametrize("row", each_row())
def test_row(row: dict[str, Any]) -> None:
    table = of_row(row)
    assert_nothing_is_hidden(table)
    assert_rounded_numbers_are_marked(table)
    assert table.status is Status(row.get("status", "complete"))
    assert table.verdict is Verdict.PROVED
    assert (plain(table.period) if table.period else None) == row.get("period")
    assert len(table.points) == len(row["points"])
    for point, (at, kinds, value) in zip(table.points, row["points"], strict=True):
        assert same(point.at, at)
        assert " ".join(point.kinds) == kinds
        assert same(point.value, value)
    assert "".join(SIGNS[i.sign] for i in slope_intervals(table)) == row["signs"]
    assert "".join(SHAPES[i.concavity] for i in table.intervals) == row["shape"]
    for found, expected in ((table.minimum, row["least"]), (table.maximum, row["greatest"])):
        assert found is not None
        attained, value, *places = expected
        assert ATTAINED[found.attained] == attained
        assert same(found.value, value)
        assert len(found.at) == len(places)
        assert all(map(same, found.at, places))
    lines = [f"{plain(one.line)} {one.side}" for one in table.asymptotes]
    assert lines == row.get("asymptotes", [])


# --- what every table claims --------------------------------------------------------------------


class Curve:
    """f and f' as the question and the rules have them, in balls."""

    def __init__(self, table: TableAnswer) -> None:
        assert table.derivative is not None
        self.name = table.question.variable
        trees: tuple[Tree, ...] = (
            table.question.statement,
            expression(table.derivative.derivative),
        )
        self.program = Program(trees)

    def at(self, x: Fraction) -> tuple[Ball | None, Ball | None]:
        f, slope = self.program.balls({self.name: x}, bits=BITS)
        return (f if isinstance(f, Ball) else None), (slope if isinstance(slope, Ball) else None)


def samples(interval: TableInterval) -> Iterator[Fraction]:
    """Numbers inside, also next to both ends and far out, in ascending order."""
    low, high = interval.start.high, interval.end.low
    steps = [Fraction(1, 10**k) for k in (3, 6, 9, 12)]
    if low is not None and high is not None:
        width = high - low
        parts = [width * k / 12 for k in range(1, 12)]
        near = [width * step for step in steps]
        yield from sorted({low + d for d in (*near, *parts)} | {high - d for d in near})
    elif low is not None:
        yield from sorted({low + d for d in (*steps, 1, 2, 5, 17, 100, 10**4, 10**8, 10**20)})
    elif high is not None:
        yield from sorted({high - d for d in (*steps, 1, 2, 5, 17, 100, 10**4, 10**8, 10**20)})
    else:
        yield from map(Fraction, (-(10**20), -(10**6), -99, -7, -1, 0, 1, 7, 99, 10**6, 10**20))


def attack(table: TableAnswer) -> None:
    """Every claim that balls can test."""
    if table.derivative is None or not table.derivative.derivations:
        return
    curve = Curve(table)
    check_order(table)
    for interval in table.intervals:
        check_interval(curve, interval)
    for point in table.points:
        check_point(curve, point)
    check_extremes(curve, table)
    check_bends(table)
    check_multiplicities(table)


def check_order(table: TableAnswer) -> None:
    places = [point.at for point in table.points]
    assert all(a.high < b.low for a, b in pairwise(places))  # type: ignore[operator]
    for before, after in pairwise(table.intervals):
        if before.end != after.start:
            assert before.end.high < after.start.low  # type: ignore[operator]
    inside = {end for i in table.intervals for end in (i.start, i.end)}
    for point in table.points:
        assert point.at in inside or point.is_a("endpoint")
    for part in table.domain or ():
        repeats = table.period or table.drift or table.growth
        if not repeats and table.completeness.state is State.COMPLETE:
            ends = [i for i in table.intervals if _between(i, part.start, part.end)]
            reached = {(each.after, each.side): each.place for each in table.beyond}
            assert part.start == part.end or (
                ends
                and reached.get((ends[0].start, 1), ends[0].start) == part.start
                and reached.get((ends[-1].end, -1), ends[-1].end) == part.end
            )
            assert all(a.end == b.start for a, b in pairwise(ends))


def _between(interval: TableInterval, start: Exact, end: Exact) -> bool:
    """Whether an interval lies in a part of the domain."""
    low, high = interval.start.low, interval.end.high
    after = start.low is None or (low is not None and low >= start.low)
    return after and (end.high is None or (high is not None and high <= end.high))


def check_interval(curve: Curve, interval: TableInterval) -> None:
    """The sign of f' by its formula, and the trend by values of f alone."""
    sign = interval.sign
    values, places = [], []
    for x in samples(interval):
        value, slope = curve.at(x)
        if slope is not None and sign is not None:
            assert not (slope > 0 and sign < 1), (x, sign)
            assert not (slope < 0 and sign > -1), (x, sign)
        if value is not None:
            values.append(value)
            places.append(x)
    check_shape(places, values, interval.concavity)
    for before, after in pairwise(values):
        assert not (sign == 1 and before > after)
        assert not (sign == -1 and before < after)
        assert not (sign == 0 and (before > after or before < after))


def check_shape(places: list[Fraction], values: list[Ball], concavity: int | None) -> None:
    """On which side of the chord of its neighbours each value of f lies, all over the interval."""
    if concavity is None:
        return
    for apart in (1, 2, 4, 7):
        listed = list(zip(places, values, strict=True))
        for three in zip(listed, listed[apart:], listed[2 * apart :], strict=False):
            over = above_chord(*three)
            assert not (over > 0 and concavity > -1), three
            assert not (over < 0 and concavity < 1), three


def above_chord(
    start: tuple[Fraction, Ball], middle: tuple[Fraction, Ball], end: tuple[Fraction, Ball]
) -> Ball:
    """A positive multiple of how far f lies above the chord in the middle."""
    (a, u), (b, v), (c, w) = start, middle, end
    scale = lcm(a.denominator, b.denominator, c.denominator)
    with working(BITS, 1):
        return v * int((c - a) * scale) - u * int((c - b) * scale) - w * int((b - a) * scale)


def check_bends(table: TableAnswer) -> None:
    """Where the graph bends another way beside a point with a tangent, it has an inflection."""
    points = {point.at: point for point in table.points}
    for before, after in pairwise(table.intervals):
        point = points.get(before.end)
        if before.end != after.start or not before.concavity or not after.concavity:
            continue
        changes = before.concavity != after.concavity
        if point is None:
            assert not changes, before.end
        elif point.slope is not None:
            assert point.is_a("inflection") == changes, point


def check_point(curve: Curve, point: TablePoint) -> None:
    at = point.at
    assert at.low is not None
    assert at.high is not None
    if point.value is not None and at.low == at.high:
        value, _ = curve.at(at.low)
        if value is not None and point.value.is_known:
            assert value.overlaps(_ball(point.value))
    for limit, side in ((point.left, -1), (point.right, 1)):
        if limit is None:
            continue
        near = at.low - Fraction(1, 10**70) if side < 0 else at.high + Fraction(1, 10**70)
        value, _ = curve.at(near)
        if value is None:
            continue
        if limit.low is None or limit.high is None:
            is_up = plain(limit.expr) == "oo"
            assert not (value < 1 if is_up else value > -1), (at, side)
        else:
            goal = _ball(limit)
            assert not abs(value - goal) > 0.05 * (1 + abs(goal)), (at, side)


def _ball(value: Exact) -> Ball:
    (found,) = Program((value.expr,)).balls({}, bits=BITS)
    assert isinstance(found, Ball)
    return found


def check_extremes(curve: Curve, table: TableAnswer) -> None:
    """No sample lies beyond the least or the greatest value."""
    for found, turn in ((table.minimum, -1), (table.maximum, 1)):
        assert found is not None
        if found.attained is None or found.value is None or found.value.high is None:
            continue
        assert found.value.low is not None
        bound = found.value.high if turn > 0 else found.value.low
        edge = float(bound) * turn + 1e-9 * (1 + abs(float(bound)))
        for interval in table.intervals:
            for x in samples(interval):
                value, _ = curve.at(x)
                assert value is None or not value * turn > edge, (x, turn)


def check_multiplicities(table: TableAnswer) -> None:
    signs = {i.start: i.sign for i in table.intervals}
    before = {i.end: i.sign for i in table.intervals}
    for zeros in table.zeros:
        for root in zeros.roots:
            check_alone(root, table)
            left, right = before.get(root.at), signs.get(root.at)
            if root.multiplicity and left and right:
                assert (left != right) == bool(root.multiplicity % 2)


def check_alone(root: Root, table: TableAnswer) -> None:
    """f' = 0 => x = a is true between the bounds that the zero is given."""
    if root.within is None:
        return
    inside = [i for i in table.intervals if root.at in (i.start, i.end)]
    assert all(i.sign for i in inside)
    start, end = root.within
    for zeros in table.zeros:
        for other in zeros.roots:
            assert (
                other.at == root.at
                or (start.low is not None and other.at.high <= start.high)  # type: ignore[operator]
                or (end.low is not None and other.at.low >= end.low)  # type: ignore[operator]
            )


@pytest.mark.parametrize("row", each_row())
def test_every_claim_of_a_row(row: dict[str, Any]) -> None:
    attack(of_row(row))


# --- functions at random ------------------------------------------------------------------------

small = st.integers(-4, 4)
positive = st.integers(1, 3)


def polynomial(coefficients: list[int]) -> str:
    return "+".join(f"({c})*x^{k}" for k, c in enumerate(coefficients)) or "0"


polynomials = st.lists(small, min_size=1, max_size=6).map(polynomial)
factored = st.lists(st.tuples(small, positive), min_size=1, max_size=3).map(
    lambda parts: "*".join(f"(x-({a}))^{n}" for a, n in parts)
)
quotients = st.builds("({})/({})".format, polynomials, factored)
exponentials = st.builds("({})*exp({}*x)+({})*x".format, polynomials, small.filter(bool), small)
logarithms = st.builds("({})*ln(x)+({})*x".format, small, small)
long_ones = st.lists(st.integers(-(10**40), 10**40), min_size=3, max_size=5).map(polynomial)
roots = st.sampled_from(["1/3", "2/3", "4/3", "5/3", "7/3", "6/5", "7/5", "8/5", "3/2", "5/2"])
cusps = st.builds(
    "({})+({})*(x-({}))^({})".format, polynomials, small.filter(bool), small, roots
) | st.builds("({})*(x^2-({}))^({})+({})*x".format, small.filter(bool), small, roots, small)
waves = st.builds("({})*sin(x)+({})*cos(x)+({})*sin(2*x)".format, small, small, small)
corners = st.builds("abs({})+({})*x".format, st.lists(small, max_size=4).map(polynomial), small)


@settings(max_examples=12)
@given(st.one_of(polynomials, factored, quotients))
def test_random_rational_functions(text: str) -> None:
    table = ask(text)
    assert table.completeness.state is State.COMPLETE
    attack(table)


@settings(max_examples=8)
@given(long_ones)
def test_random_polynomials_with_long_coefficients(text: str) -> None:
    table = ask(text)
    assert table.completeness.state is State.COMPLETE
    attack(table)


@settings(max_examples=8)
@given(cusps)
def test_random_sums_with_powers_that_are_not_whole(text: str) -> None:
    try:
        table = ask(text)
    except Problem:
        return  # defined nowhere
    attack(table)


@settings(max_examples=12)
@given(st.one_of(exponentials, logarithms, waves, corners))
def test_random_elementary_functions(text: str) -> None:
    attack(ask(text))


# --- on the page --------------------------------------------------------------------------------


@pytest.mark.parametrize("row", each_row())
def test_every_page_keeps_its_width(row: dict[str, Any]) -> None:
    table = of_row(row)
    for language, width in (("en", 60), ("zh", 80)):
        page = document(table, Wishes(language, "full"))  # type: ignore[arg-type]
        text = render(page, width=width, colour=False, ascii_only=language == "en")
        assert language == "zh" or text.isascii()
        assert all(_cells(line) <= width for line in text.splitlines())


def _cells(line: str) -> int:
    from calctool.words.printable import cells

    return cells(line)


def test_both_derivatives_use_different_names() -> None:
    text = "x*sin(x)*cos(x)*exp(x)*ln(x)*atan(x)*sqrt(x)*tan(x)*(1+x)^5*(sin(x)+x^2)*(cos(x)+x^3)"
    first = next(answer(question(Typed(text, domain=("[1,1.1]",)))))
    names = [name for name, _ in first.names]
    assert len(names) == len(set(names)) > 0


@pytest.mark.parametrize("text", ["sin(2*pi*x-floor(x))", "sin(x+sign(x))", "cos(pi*x-floor(x))"])
def test_steps_inside_a_wave_make_no_period(text: str) -> None:
    table = ask(text)
    assert table.period is None
    assert table.drift is None
    attack(table)


def test_zeros_that_no_method_finds_have_no_tick() -> None:
    made = ask("erf(x-cos(x))^2*(x-cos(x))^2", ("[0,2]",))
    assert [zeros.all_known for zeros in made.zeros] == [False]
    steps = [step for step in wire.wired(made, "en").steps if step.rule == "solve-derivative"]
    assert {step.verdict for step in steps} == {"undecided"}
    page = render(document(made, Wishes()), width=100, colour=False, ascii_only=False)
    for zeros in made.zeros:
        assert f"? {zeros.reason.en}" in page
        assert f"✓ {zeros.reason.en}" not in page


def test_open_zeros_of_the_second_derivative_are_no_open_critical_points() -> None:
    made = ask("(7/2*exp(x)-log(x)*exp(x))/(exp(1/x)+1)")
    assert all(zeros.all_known for zeros in made.zeros)
    assert made.completeness.missing == (words.BENDS,)
    assert made.completeness.reason == words.SHAPE_OPEN
    assert made.completeness.undecided


def test_without_the_sign_of_the_derivative_no_extreme_is_known() -> None:
    """The formula of f' has no value anywhere, and f is constant."""
    made = ask("asin((x-1)/(1-x))")
    assert {each.sign for each in made.intervals} == {None}
    for found in (made.minimum, made.maximum):
        assert found is not None
        assert found.attained is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("max(x+5, min(cos(x), x^3))", []),  # below x + 5
        ("max(x-5, min(cos(x), x^3))", [("kink", "local-maximum")]),
    ],
)
def test_parts_that_cross_matter_where_f_is_one_of_them(
    text: str, kinds: list[tuple[str, ...]]
) -> None:
    """cos(x) = x^3 at 0.8655, which is known by an enclosure only."""
    table = ask(text, ("[4/5,19/20]",))
    assert table.status is Status.COMPLETE
    inside = [point.kinds for point in table.points if not point.is_a("endpoint")]
    assert inside == kinds
