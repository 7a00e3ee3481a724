"""Members of rows in words and formulas: phases that are undone, numbers that cannot be written."""

from __future__ import annotations

import mpmath
import pytest

import calctool
from calctool.notation.reading.parser import read_plain
from waves_contract import value


@pytest.mark.parametrize(
    ("text", "domain", "k", "exact"),
    [
        ("sin(log(log(x)))", "(1,2]", 2, "exp(-5*pi/2)"),
        ("cos(log(x/(x+1)))", "(0,oo)", 3, "1/(exp(3*pi)-1)"),
        ("cos(log(x)-log(x+1))", None, 30, "1/(exp(30*pi)-1)"),
        ("sin(log(2*x)+log(3*x))", "[1,oo)", 10, "sqrt(exp(21*pi/2)/6)"),
        ("sin(log(abs(x-5)))", "(-oo,0]", 2, "5-exp(5*pi/2)"),
    ],
)
def test_phases_of_logarithms_are_undone(text: str, domain: str | None, k: int, exact: str) -> None:
    (family,) = calctool.critical(text, domain=domain, timeout=60).families
    assert family.at
    with mpmath.workdps(40):
        member = mpmath.mpf(str(family.member(k).evalf(40)))
        expected = value(read_plain(exact), 0)
        expected = mpmath.exp(expected) if "log(log" in text else expected
        assert abs(member / expected - 1) < 1e-30


def test_what_members_are_asked_for_does_not_move_the_answer() -> None:
    asked = calctool.table("sin(1/x)", domain="(0,oo)", members="8..9", timeout=60)
    assert asked.status == "complete"
    page = asked.to_text()
    assert "Least value     −1 at xₖ with k odd" in page
    assert calctool.critical("sin(1/x)", domain="(0,oo)", members="8..9").status == "complete"


def test_a_member_that_is_not_there_is_told_in_words() -> None:
    (family,) = calctool.critical("x*sin(1/x)", domain="(0,oo)").families
    with pytest.raises(ValueError, match="no point has the number 0"):
        family.member(0)
    chinese = calctool.critical("x*sin(1/x)", domain="(0,oo)", lang="zh").families[0]
    with pytest.raises(ValueError, match="没有编号为 0 的点"):
        chinese.member(0)


def test_a_member_before_the_first_is_named_by_its_number() -> None:
    page = calctool.critical("sin(log(abs(x-5)))", domain="(-oo,5)", timeout=60)
    assert "b₋₁ = " in page.to_text()
    assert "b_{-1}" in page.to_latex(whole=True)
    assert "<msub><mi>b</mi><mn>−1</mn></msub>" in page.to_html()
