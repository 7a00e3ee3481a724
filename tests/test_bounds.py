"""Constants are bounded before anything computes them, and division by zero is found."""

import pytest

from calctool.notation.bounds import check
from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.walk import substitute

TOO_LARGE = [
    ("9^9^9^9", "value.digits"),
    ("x^9^9^9", "value.digits"),
    ("x*2^(10^9)", "value.digits"),
    ("2^20001", "value.digits"),
    ("(1/3)^(10^8)*x", "value.digits"),
    ("2^-(9^9^9)", "value.digits"),
    ("(2x)^(10^6)", "value.digits"),
    ("10^3000*10^3000*10^3000*x", "value.digits"),
    ("10^4000/7^4000", "value.digits"),
    ("floor(exp(60000))", "value.digits"),
    ("gamma(3000)", "value.digits"),
    ("x^(10^10)", "value.exponent"),
    ("x^-(10^10)", "value.exponent"),
    ("x^exp(100)", "value.exponent"),
    ("x^(2^(10^4))", "value.exponent"),
    ("exp(exp(exp(exp(10))))*x", "value.magnitude"),
    ("exp(-exp(exp(10)))*x", "value.magnitude"),
    ("sinh(10^6)", "value.magnitude"),
    ("erfi(1000)", "value.magnitude"),
    ("gamma(10^8)*x", "value.magnitude"),
    ("pi^(10^7)", "value.magnitude"),
    ("sin((7^(exp(exp(exp(10*E)))))+1)*x", "value.magnitude"),
    ("sqrt(10^1000+1)", "value.root"),
    ("(10^1000+1)^(1/2)", "value.root"),
    ("root(10^1000, 3)", "value.root"),
    ("where(x>0, 9^9^9, x)", "value.digits"),
    ("f(9^9^9)", "value.digits"),
    ("x = 9^9^9", "value.digits"),
]


@pytest.mark.parametrize(("typed", "id"), TOO_LARGE)
def test_constants_too_large(typed, id):
    with pytest.raises(Problem) as caught:
        read(typed, relation=True)
    assert caught.value.id == id
    assert caught.value.span is not None


FITTING = [
    "2^19990",
    "x^(10^9)",
    "x^(10^8)",
    "1^999999999",
    "(-1)^(10^9)",
    "(x+1)^100000",
    "exp(60000)*x",
    "gamma(1000)",
    "pi^1000",
    "sqrt(1000000000000000000000007*1000000000000000000000049)*x",
    "cos(pi/65537)*x",
    "x^0.123456789",
    "2^(123456789/1000000007)",
    "*".join(f"(x+{n})" for n in range(200)),
    "1e1000*x",
]


@pytest.mark.parametrize("typed", FITTING)
def test_constants_that_fit(typed):
    read(typed)


ZERO = [
    ("1/0", "value.division-by-zero", "0"),
    ("x/0-x/0", "value.division-by-zero", "0"),
    ("0/0", "value.division-by-zero", "0"),
    ("x/(1-1)", "value.division-by-zero", "1-1"),
    ("x/(2/3-4/6)", "value.division-by-zero", "2/3-4/6"),
    ("1/(0.1+0.2-0.3)", "value.division-by-zero", "0.1+0.2-0.3"),
    ("1/(2^3-8)", "value.division-by-zero", "2^3-8"),
    ("sin(1/0)", "value.division-by-zero", "0"),
    ("0^-1*x", "value.division-by-zero", "0^-1"),
    ("(1-1)^(-1/2)", "value.division-by-zero", "(1-1)^(-1/2)"),
    ("0^0", "value.zero-to-zero", "0^0"),
    ("(2-2)^(1-1)", "value.zero-to-zero", "(2-2)^(1-1)"),
]


@pytest.mark.parametrize(("typed", "id", "place"), ZERO)
def test_division_by_zero(typed, id, place):
    with pytest.raises(Problem) as caught:
        read(typed)
    span = caught.value.span
    assert caught.value.id == id
    assert typed[span.start : span.end] == place


@pytest.mark.parametrize("typed", ["x^0", "0^x", "0^2", "1/(pi-3)", "1/(x-x)", "0/x", "0^(1/2)"])
def test_no_division_by_zero(typed):
    read(typed)


def test_bounds_hold_for_trees_put_together():
    power = read("2^a").statement
    check(substitute(power, {"a": read("10").statement}))
    with pytest.raises(Problem):
        check(substitute(power, {"a": read("10^9").statement}))
