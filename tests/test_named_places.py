"""Names for places in a table: members of rows, and formulas that are too long for a column."""

from __future__ import annotations

import re
from itertools import pairwise
from math import floor, pi
from typing import Any

import pytest

from calctool.present.answers import document
from calctool.present.document import VariationTable, Wishes
from calctool.render.text import render
from calctool.solve.critical import answering as critical
from calctool.solve.table import answering as table
from calctool.solve.typed import Typed, question


def answered(command: str, text: str, **options: Any) -> Any:
    solver = {"table": table, "critical": critical}[command]
    *_, last = solver.answer(question(command, Typed(text, **options)))
    return last


def page(answer: Any, width: int = 80) -> str:
    return render(
        document(answer, Wishes(steps="none")), width=width, colour=False, ascii_only=False
    )


@pytest.mark.parametrize(("text", "turn"), [("sin(x)/x", "even"), ("sin(x)/(x^2+4)", "odd")])
def test_a_symmetric_table_shows_one_side(text: str, turn: str) -> None:
    answer = answered("table", text)
    shown = page(answer)
    assert f"f is {turn}; the tables show x ≥ 0" in shown
    for block in document(answer, Wishes()).blocks:
        if isinstance(block, VariationTable):
            assert not any("−" in stop.template for stop in block.stops)
    assert all(f"x{sign}" in shown for sign in "₁₂")
    assert not re.search(r"f\(.*\) ≈", shown.partition("without end")[0])


def test_a_side_that_was_asked_for_is_shown() -> None:
    shown = page(answered("table", "sin(1/x)", domain=("[-1,2]",)))
    assert "the tables show" not in shown
    assert "−1" in shown


@pytest.mark.parametrize("width", [60, 80])
def test_long_formulas_have_names_with_a_meaning(width: int) -> None:
    shown = page(answered("table", "exp(x)*(x^2-a*x)", wrt=("x",)), width)
    for name in ("x₁", "x₂"):
        assert re.search(rf"^ {name} .*√\(a²\+4\)", shown, re.MULTILINE)
        assert f"f({name}) = " in shown.replace("\n", " ")


def test_a_case_with_a_known_table_points_to_it() -> None:
    shown = page(answered("table", "x^3-3*x+k", wrt=("x",), zeros=True))
    assert shown.count("as for k < −2") == 2
    last = shown.partition("k > 2 ─")[2].partition("In short")[0]
    assert "Zeros" in last
    assert "(−∞, −1)" in last


@pytest.mark.parametrize(
    ("text", "domain"), [("sin(2/x)", "(0,oo)"), ("cos(x^3)", "[0,oo)"), ("sin(3/x)", "(0,1]")]
)
def test_members_without_end_are_told_once(text: str, domain: str) -> None:
    """From the first member on that has the value, and none of them again one by one."""
    answer = answered("critical", text, domain=(domain,))
    for found in (answer.minimum, answer.maximum):
        (one,) = found.endless
        remainder, by = one.residue
        row = answer.families[one.family].row
        first = row.cells.reach[0] or 0
        assert one.since - first < by
        written = {member.at for member in row.members}
        ks = {k for family, k in found.members if family == one.family}
        assert all(k % by == remainder and k - first < len(written) for k in ks)


def test_a_picture_joins_nothing_across_a_pole() -> None:
    """Also of poles beyond those that are listed."""
    drawn = answered("table", "tan(x)/x", drawn=True).sketch
    lines = [line for curve in drawn.curves if curve.role == "graph" for line in curve.lines]
    assert max(x for line in lines for x, _ in line) > 4 * pi
    for line in lines:
        for (x, _), (right, _) in pairwise(line):
            assert floor(x / pi + 0.5) == floor(right / pi + 0.5)


def test_members_far_out_do_not_hide_the_first_ones() -> None:
    low, high = answered("table", "cos(log(x))/x", domain=("[1,oo)",), drawn=True).sketch.across
    assert low == 1
    assert 11 < high < 60
