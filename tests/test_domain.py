"""The natural domain as a list of conditions: rows, and random expressions against ball values."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import Ball, Lack, Program
from calctool.algebra.domain.conditions import conditions, implied, impossible, is_empty
from calctool.algebra.domain.intervals import Range, closed, inverted, negated
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.germ.expansion import Expansion
from calctool.algebra.local.quadratic import difference, zeros
from calctool.algebra.local.switches import switches
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.notation.printing.plain import plain
from calctool.notation.tree import Tree
from texts import relation, tree
from trees import trees

ROWS = """
x/x | x != 0
1/(1 + exp(-x)) |
log(x)/x | x > 0
sqrt(1 - x^2) | x >= -1, x <= 1
1/(x^2 - 1) | x != -1, x != 1
1/(x^2 - x - 1) | x != (1 - sqrt(5))/2, x != (1 + sqrt(5))/2
log(x^2 + 1) |
log(x^2 + x + 1) |
log(x^2 - 1) | x^2 - 1 > 0
log(2*x - 3) | x > 3/2
log(2 - x) | x < 2
log(2)*x |
tan(x) | cos(x) != 0
cot(2*x) | sin(2*x) != 0
asin(2*x - 1) | x >= 0, x <= 1
acosh(x) | x >= 1
atanh(x) | x > -1, x < 1
asec(x) | abs(x) >= 1
logit(x) | x > 0, x < 1
log(x, b) | x > 0, b > 0, b != 1
x^a | x > 0
x^x | x > 0
(x + 1)^x | x > -1
x^(1/3) |
x^(-1/3) | x != 0
x^(2/6) |
x^(2*1/3) |
x^(3/2) | x >= 0
x^0.1 | x >= 0
x^0.2 |
x^pi | x >= 0
x^(-pi) | x > 0
x^(-2) | x != 0
root(x, 4) | x >= 0
root(x, 5) |
1/sqrt(x) | x > 0
1/log(x) | x > 0, x != 1
log(log(x)) | x > 1
log(abs(x)) | x != 0
sqrt(x)*sqrt(x - 1) | x >= 1
1/(x*(x - 1)*exp(x)) | x != 0, x != 1
1/(2 + cos(x)) |
log(x*exp(x)) | x > 0
1/(y - x) | y - x != 0
gamma(x) | max(x, x - floor(x)) > 0
gamma(x^2 + 1) |
loggamma(x) | x > 0
li(x) | x > 0, x != 1
Ei(x) | x != 0
besselk(0, x) | x > 0
besselj(2, x) |
besselj(1/2, x) | x > 0
LambertW(x) | x >= -1/e
elliptic_k(x) | x < 1
Piecewise((sin(x)/x, x != 0), (1, True)) |
Piecewise((log(x), x > 0), (0, True)) |
Piecewise((sqrt(x), x < 1), (0, True)) | x >= 0
Piecewise((log(x), x < -1), (0, True)) | x >= -1
Piecewise((1/x, x < 1), (2, True)) | x != 0
Piecewise((1/x, x > 1), (2, True)) |
Piecewise((1/x, y < 1), (2, True)) | Piecewise((x, y < 1), (1, True)) != 0
Piecewise((x, x < 0), (1, x > 0)) | x != 0
Piecewise((x, x < 0), (1, x >= 0)) |
Piecewise((x, x > 0)) | x > 0
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_conditions(row: str) -> None:
    text, expected = (part.strip() for part in row.split(" |"))
    found = conditions(tree(text))
    assert ", ".join(map(plain, found)) == expected
    assert not is_empty(found)


@pytest.mark.parametrize(
    "text",
    ["sqrt(-1)", "x*log(-1)", "sqrt(-1 - x^2)", "log(x) + log(-x)", "x/0", "x*sqrt(3 - pi)",
     "1/(sqrt(2)*sqrt(3) - sqrt(6))", "x/(x - x)", "1/(sin(x)^2 + cos(x)^2 - 1)", "log(a - a)*x",
     "exp(1/(x*y - y*x))", "1/(tan(x)*cos(x) - sin(x))", "log(log(x/x))"],
)  # fmt: skip
def test_defined_nowhere(text: str) -> None:
    assert is_empty(conditions(tree(text)))


@pytest.mark.parametrize(
    ("text", "never"),
    [("log(x)/(a - a)", "a - a != 0"), ("sqrt(y)*log(x/x - 1)", "x/x - 1 > 0"), ("x/0", "0 != 0")],
)
def test_the_condition_that_never_holds_is_the_one_that_is_named(text: str, never: str) -> None:
    found = impossible(conditions(tree(text)))
    assert found is not None
    assert plain(found) == never


@pytest.mark.parametrize("text", ["1/(x - y)", "1/(abs(x) - x)", "log(x - floor(x))", "1/(x-x^2)"])
def test_conditions_that_hold_somewhere_are_no_contradiction(text: str) -> None:
    assert impossible(conditions(tree(text))) is None


def test_implied_conditions_are_recognised() -> None:
    domain = conditions(tree("log(x - 1)"))
    assert implied(relation("x != 0"), domain)
    assert implied(relation("x^2 + 1 > 0"), domain)
    assert not implied(relation("x != 2"), domain)
    assert not implied(relation("sin(x) != 0"), domain)


@settings(max_examples=150)
@given(
    trees(("x",), 3, applied=False, derivatives=False),
    st.fractions(min_value=-3, max_value=3, max_denominator=4),
)
def test_conditions_hold_exactly_where_there_is_a_value(f: Tree, x: Fraction) -> None:
    ball = Program((f,)).balls({"x": x}, bits=300)[0]
    at = Expansion("x", Real.of(x), 0, 2)
    try:
        held = all(at.holds(condition) for condition in conditions(f))
    except Undefined:
        held = False
    except Undecided:
        return
    if isinstance(ball, Ball):
        assert held
    elif ball is Lack.UNDEFINED:
        assert not held


@settings(max_examples=150)
@given(
    trees(("x",), 3, applied=False, derivatives=False),
    st.fractions(min_value=-3, max_value=3, max_denominator=4),
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
)
def test_no_value_lies_outside_of_the_coarse_range(
    f: Tree, x: Fraction, around: tuple[int, int]
) -> None:
    value = Program((f,)).balls({"x": x}, bits=300)[0]
    reach = range_of(f, {"x": closed(x - around[0], x + around[1])})
    if isinstance(value, Ball) and value.is_finite():
        low, high = float(value.lower()), float(value.upper())
        assert not high < reach.low
        assert not low > reach.high


ZEROS = """
2*x - 3 = 0 | 3/2
x^2 = 2 | -sqrt(2), sqrt(2)
x^2 - x - 1 = 0 | (1 - sqrt(5))/2, (1 + sqrt(5))/2
-3*x^2 + 2*x + 8 = 0 | -4/3, 2
x^2 + 1 = 0 |
(x - 1)^2 = 0 | 1
x^3 + x = x^3 + 1 | 1
"""


@pytest.mark.parametrize("row", ZEROS.strip().splitlines())
def test_linear_and_quadratic_equations_are_solved_exactly(row: str) -> None:
    text, expected = (part.strip() for part in row.split(" |"))
    equation = relation(text)
    coefficients = difference(equation.left, equation.right, "x")
    assert coefficients is not None
    found = zeros(coefficients)
    assert found is not None
    assert ", ".join(plain(written(each)) for each in found) == expected


SWITCHES = """
abs(x) | x = 0 kink
floor(x) | x = floor(x) jump
max(x, y, 1) | x = y kink, x = 1 kink, y = 1 kink
Piecewise((1, x > y), (2, x != 0), (3, True)) | x = y branch, x = 0 branch
sqrt(x) + x^(1/3) + x^(4/3) + x^2 | x = 0 root
asin(x) | x = -1 end, x = 1 end
acosh(x) | x = 1 end
softsign(x) |
abs(2)*x |
x^a |
"""


@pytest.mark.parametrize("row", SWITCHES.strip().splitlines())
def test_switches(row: str) -> None:
    text, expected = (part.strip() for part in row.split(" |"))
    found = switches(tree(text))
    assert ", ".join(f"{plain(each.relation)} {each.kind}" for each in found) == expected


def test_what_has_no_values_has_no_inverse() -> None:
    nothing = Range(Fraction(0), Fraction(0))
    assert inverted(nothing).is_empty
    assert inverted(negated(nothing)).is_empty
