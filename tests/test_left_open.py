"""What a window leaves open is named with its mechanism, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Any

import mpmath
import pytest

import calctool
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import expression
from calctool.solve.answer import State
from values import value

NO_ROWS = [
    ("floor(x)^x", "x is a whole number", "x 取整数"),
    ("floor(x)+abs(cos(x))", "x is a whole number", "x 取整数"),
    ("floor(x)*sin(x)", "x is a whole number", "x 取整数"),
    ("(x-floor(x))*sin(2*x)", "x is a whole number", "x 取整数"),
    ("floor(sqrt(2)*x)+x*sin(x)", "x is a whole number", "取整数"),
    ("sqrt(x*sin(x))", "domain comes and goes", "含无穷多个区间"),
    ("log(sin(x))+x^2", "domain comes and goes", "含无穷多个区间"),
    ("x*sqrt(cos(x)-1/2)", "domain comes and goes", "含无穷多个区间"),
    ("max(sin(x),sin(sqrt(2)*x))", "switches without end", "表达式改变"),
    ("abs(cos(x))+abs(sin(sqrt(2)*x))", "switches without end", "表达式改变"),
    ("sin(x)+sin(sqrt(2)*x)+sin(sqrt(3)*x)", "different phases", "相位不同"),
    ("log(3+sin(x)+sin(sqrt(2)*x)+sin(sqrt(3)*x))", "far out is not known", "未能确定"),
    ("sqrt(sin(x)^2+cos(sqrt(2)*x)^2)", "is not known", "未能确定"),
    ("1/(sin(x)+sin(sqrt(2)*x))", "at infinitely many places", "无穷多个"),
    ("sin(x)+sin(sqrt(2)*x)+sqrt(x-floor(x))", "f switches without end", "x 取整数"),
    ("log(sin(x)^2)+x^2*(sin(sqrt(2)*x)+sin(sqrt(3)*x))", "f has no value where", "f 无定义"),
    ("sin(sin(x))*x", "waves within waves", "相互嵌套"),
    ("x*cos(x+sin(x))", "waves within waves", "相互嵌套"),
    ("x+sin(x)*(1+exp(-x))", "balance", "相当"),
    ("log(2+sin(x))*x", "waves inside another function, ", "其他函数之内"),
    ("Si(x)*x", "no argument was found", "未能证明"),
]


@pytest.mark.parametrize(("text", "en", "zh"), NO_ROWS)
@pytest.mark.parametrize("command", [calctool.table, calctool.critical])
def test_a_window_says_why_it_is_one(
    command: Callable[..., Any], text: str, en: str, zh: str
) -> None:
    for lang, says, why in (
        ("en", "which critical points lie outside", en),
        ("zh", "窗口之外", zh),
    ):
        found = command(text, lang=lang, timeout=60).completeness
        assert found.scope
        assert any(each.startswith(says) and why in each for each in found.missing)


@pytest.mark.parametrize("text", ["floor(x)+sqrt(x-floor(x))", "sqrt(sin(x)^4)+x*sin(x^2)*cos(x)"])
def test_no_gap_is_told_of_a_function_without_gaps(text: str) -> None:
    found = calctool.table(text, timeout=60).completeness
    assert not any("no value" in each or "domain" in each for each in found.missing)


ENDS_WITH_WAVES = [
    ("sin(1/x)+sin(x)", 4), ("cos(5*x)-sin(9/x)", 4), ("x*sin(3/x)+cos(x^2)", 4),
    ("sin(4/x)-cos(3*x)", 4),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count"), ENDS_WITH_WAVES)
def test_waves_at_both_ends_of_a_half_line(text: str, count: int) -> None:
    made = calctool.table(text, timeout=60)._answer
    assert sum(family.is_critical for family in made.families) == count
    assert made.completeness.scope == ()


ROWS_IN_A_WINDOW = [
    "(x^2-1)*cos(1/x)+cos(log(x))",
    "sin(2/x)+x*log(2+sin(x))",
    "x*sin(1/x)+x*cos(x+sin(x))",
    "x^2*cos(1/x)+sin(x)*sin(sqrt(3)*x)",
]


@pytest.mark.parametrize("text", ROWS_IN_A_WINDOW)
def test_signs_in_a_window_hold_where_points_pile_up_inside(text: str) -> None:
    """Between the points of a row nothing is said; elsewhere f goes as it is told."""
    made = calctool.table(text, timeout=90)._answer
    f, told = expression(read_back(text)), 0
    for run in made.intervals:
        low, high = (end.high if end is run.start else end.low for end in (run.start, run.end))
        if run.sign is None or low is None or high is None:
            continue
        told += 1
        near = [low + (high - low) * Fraction(i, 40) for i in range(1, 40)]
        near = [*(low + (near[0] - low) / 4**n for n in range(6, 0, -1)), *near]
        with mpmath.workdps(40):
            values = [value(f, {"x": at}) for at in near]
        assert all(run.sign * (q - p) >= 0 for p, q in pairwise(values)), (low, high)
    assert told >= 3
    assert made.completeness.state is not State.COMPLETE


def test_the_extreme_that_is_open_is_named_and_no_other() -> None:
    for lang, open_one, other in (
        ("en", "the least value", "the greatest value"),
        ("zh", "最小值", "最大值"),
    ):
        found = calctool.table("floor(x)^x", lang=lang, timeout=60).completeness
        assert open_one in found.missing
        assert not any(other in each for each in found.missing)
