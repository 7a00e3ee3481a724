"""The domain as a set: the same for diff, table and critical, and that of the expression."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calctool.algebra.domain.conditions import conditions, is_empty
from calctool.notation.tree import INFINITY, Negative, Tree
from calctool.solve.critical.answering import answer as critical
from calctool.solve.diff.answering import answer as diff
from calctool.solve.exact.record import DomainSet
from calctool.solve.table.answering import answer as table
from calctool.solve.typed import Typed
from calctool.solve.typed import critical as critical_typed
from calctool.solve.typed import diff as diff_typed
from calctool.solve.typed import table as table_typed
from calctool.solve.validity.domain_set import domain_set
from texts import tree
from values import NoValue, value

INNER = ("x", "x-1", "2*x+3", "x^2-4", "x^2+1", "x^3-x", "sin(x)", "cos(2*x)", "tan(x)", "exp(x)-2",
         "sin(x)-1/2", "1-x^2", "x+1+1/x", "log(x)", "abs(x)-1", "cos(x)+2", "x/2-1")  # fmt: skip
OUTER = ("1/({u})", "sqrt({u})", "log({u})", "1/sqrt({u})", "asin({u})", "x/({u})", "log(abs({u}))",
         "({u})^(3/2)", "acos(1/({u}))", "sqrt({u})+1/({v})", "log({u})*sqrt({v})")  # fmt: skip
SAMPLES = [Fraction(n, 37) + Fraction(1, 1009) for n in range(-370, 371, 3)]


@st.composite
def functions(draw: st.DrawFn) -> str:
    inner = st.sampled_from(INNER)
    return draw(st.sampled_from(OUTER)).format(u=draw(inner), v=draw(inner))


def end(at: Tree) -> mpmath.mpf:
    return {INFINITY: mpmath.inf, Negative(INFINITY): -mpmath.inf}.get(at) or value(at, {})


def holds(found: DomainSet, x: Fraction) -> bool:
    pieces = [(end(one.start.expr), end(one.end.expr)) for one in found.pieces]
    at = mpmath.mpf(x.numerator) / x.denominator
    if found.period is not None:
        length = value(found.period, {})
        at = pieces[0][0] + (at - pieces[0][0]) % length
    return any(low < at < high for low, high in pieces)


@settings(max_examples=80, deadline=None)
@given(functions())
def test_set_holds_just_where_there_is_a_value(text: str) -> None:
    f = tree(text)
    if is_empty(conditions(f)):
        return
    found = domain_set(f, "x", conditions(f))
    if found is None:
        return
    with mpmath.workdps(40):
        for x in SAMPLES:
            try:
                value(f, {"x": x})
                defined = True
            except NoValue:
                defined = False
            assert holds(found, x) is defined, (text, x)


@settings(max_examples=12, deadline=None)
@given(functions())
@example("2*atan(sqrt(x+1+1/x))")
@example("acos((1-x^2)/(1+x^2))")
@example("log(tan(x))")
@example("log(log(x))*sqrt(sin(x))")
def test_three_commands_say_the_same(text: str) -> None:
    if is_empty(conditions(tree(text))):
        return
    *_, first = diff(diff_typed.question(Typed(text)))
    *_, second = table(table_typed.question(Typed(text)))
    *_, third = critical(critical_typed.question(Typed(text)))
    assert first.derivatives[0].domain == second.natural == third.natural


@pytest.mark.parametrize(
    ("text", "without"),
    [("1/sin(x)", 1), ("1/(sin(x)*cos(x))", 1), ("tan(x)", 1), ("1/(sin(x)-1/2)", 2)],
)
def test_points_at_equal_distances_are_one_family(text: str, without: int) -> None:
    f = tree(text)
    found = domain_set(f, "x", conditions(f))
    assert found is not None
    assert found.without is not None
    assert len(found.without) == without
