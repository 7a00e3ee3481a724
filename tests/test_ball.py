"""Ball arithmetic against mpmath: values, Taylor coefficients, and the edges of every domain."""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction
from itertools import product

import mpmath as mp
import pytest
from flint import ctx
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import Ball, Lack, Program, enclose
from calctool.atlas import FUNCTIONS
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import (
    ZERO,
    Call,
    Derivative,
    Limit,
    Name,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
)
from calctool.notation.walk import walk

DIGITS = 60
CLOSE = 1e-18
ORDER = 4
UNDEFINED, UNKNOWN = Lack.UNDEFINED, Lack.UNKNOWN


def odd_root(x: mp.mpf, q: int) -> mp.mpf:
    return mp.sign(x) * mp.root(abs(x), q)


def sigmoid(x: mp.mpf) -> mp.mpf:
    return 1 / (1 + mp.exp(-x))


def third() -> mp.mpf:
    return mp.mpf(1) / 3


VALUES: list[tuple[str, Callable[[mp.mpf], mp.mpf], tuple[str, ...]]] = [
    ("exp(x)", mp.exp, ("-2", "1/2")),
    ("log(x)", mp.log, ("1/3", "5")),
    ("log(x, 3)", lambda x: mp.log(x, 3), ("1/3",)),
    ("log(3, x)", lambda x: mp.log(3) / mp.log(x), ("1/3",)),
    ("log2(x)", lambda x: mp.log(x, 2), ("1/3",)),
    ("log10(x)", lambda x: mp.log(x, 10), ("1/3",)),
    ("sqrt(x)", mp.sqrt, ("1/3", "7")),
    ("cbrt(x)", lambda x: odd_root(x, 3), ("-5/2", "1/3")),
    ("root(x, 3)", lambda x: odd_root(x, 3), ("-5/2", "1/3")),
    ("root(x, 4)", lambda x: mp.root(x, 4), ("5/2",)),
    ("root(x, -3)", lambda x: 1 / odd_root(x, 3), ("-5/2",)),
    ("x^(2/3)", lambda x: odd_root(x, 3) ** 2, ("-5/2", "1/3")),
    ("x^(-5/3)", lambda x: odd_root(x, 3) ** -5, ("-5/2", "1/3")),
    ("x^(1/101)", lambda x: odd_root(x, 101), ("-5/2", "1/3")),
    ("x^(1/6 + 1/6)", lambda x: odd_root(x, 3), ("-5/2",)),
    ("x^0.2", lambda x: odd_root(x, 5), ("-5/2", "5/2")),
    ("x^(3/4)", lambda x: mp.root(x, 4) ** 3, ("5/2",)),
    ("x^(-3)", lambda x: x**-3, ("-5/2", "5/2")),
    ("x^pi", lambda x: x**mp.pi, ("5/2",)),
    ("x^x", lambda x: x**x, ("1/3", "5/2")),
    ("2^x", lambda x: mp.mpf(2) ** x, ("-5/2",)),
    ("sin(x)", mp.sin, ("-2", "9")),
    ("cos(x)", mp.cos, ("-2", "9")),
    ("tan(x)", mp.tan, ("-2", "9")),
    ("cot(x)", mp.cot, ("-2", "9")),
    ("sec(x)", mp.sec, ("-2", "9")),
    ("csc(x)", mp.csc, ("-2", "9")),
    ("asin(x)", mp.asin, ("-1/2", "9/10")),
    ("acos(x)", mp.acos, ("-1/2", "9/10")),
    ("atan(x)", mp.atan, ("-5", "9/10")),
    ("acot(x)", lambda x: mp.pi / 2 - mp.atan(x), ("-5", "9/10")),
    ("asec(x)", mp.asec, ("-5", "3/2")),
    ("acsc(x)", mp.acsc, ("-5", "3/2")),
    ("sinh(x)", mp.sinh, ("-5", "3/2")),
    ("cosh(x)", mp.cosh, ("-5", "3/2")),
    ("tanh(x)", mp.tanh, ("-5", "3/2")),
    ("coth(x)", mp.coth, ("-5", "3/2")),
    ("sech(x)", mp.sech, ("-5", "3/2")),
    ("csch(x)", mp.csch, ("-5", "3/2")),
    ("asinh(x)", mp.asinh, ("-5", "3/2")),
    ("acosh(x)", mp.acosh, ("5/4", "15")),
    ("atanh(x)", mp.atanh, ("-1/4", "9/10")),
    ("abs(x)", abs, ("-3", "5/2")),
    ("sign(x)", mp.sign, ("-3", "5/2")),
    ("floor(x)", mp.floor, ("-7/2", "5/2")),
    ("ceil(x)", mp.ceil, ("-7/2", "5/2")),
    ("heaviside(x)", lambda x: mp.mpf(x > 0), ("-3", "3")),
    ("min(x, 1, x^2)", lambda x: min(x, mp.mpf(1), x**2), ("-3", "1/2", "3")),
    ("max(x, 1, x^2)", lambda x: max(x, mp.mpf(1), x**2), ("-3", "1/2", "3")),
    ("gamma(x)", mp.gamma, ("-3/2", "1/2", "17/4")),
    ("loggamma(x)", mp.loggamma, ("1/2", "17/4")),
    ("digamma(x)", mp.digamma, ("-3/2", "1/2", "17/4")),
    ("polygamma(0, x)", lambda x: mp.polygamma(0, x), ("-3/2", "1/2")),
    ("polygamma(2, x)", lambda x: mp.polygamma(2, x), ("-3/2", "1/2")),
    ("beta(x, 3)", lambda x: mp.beta(x, 3), ("-3/2", "1/2")),
    ("beta(1/3, x)", lambda x: mp.beta(third(), x), ("3/2",)),
    ("erf(x)", mp.erf, ("-1", "2/5")),
    ("erfc(x)", mp.erfc, ("-1", "2/5")),
    ("erfi(x)", mp.erfi, ("-1", "2/5")),
    ("Si(x)", mp.si, ("-1", "2/5")),
    ("Ci(x)", mp.ci, ("1", "2/5")),
    ("Shi(x)", mp.shi, ("-1", "2/5")),
    ("Chi(x)", mp.chi, ("1", "2/5")),
    ("Ei(x)", mp.ei, ("-1", "2/5")),
    ("li(x)", mp.li, ("2/5", "4")),
    ("fresnels(x)", mp.fresnels, ("-1", "2/5")),
    ("fresnelc(x)", mp.fresnelc, ("-1", "2/5")),
    ("airyai(x)", mp.airyai, ("-1", "2/5")),
    ("airybi(x)", mp.airybi, ("-1", "2/5")),
    ("airyaiprime(x)", lambda x: mp.airyai(x, 1), ("-1", "2/5")),
    ("airybiprime(x)", lambda x: mp.airybi(x, 1), ("-1", "2/5")),
    ("besselj(2, x)", lambda x: mp.besselj(2, x), ("-3/2", "1/2")),
    ("besselj(1/3, x)", lambda x: mp.besselj(third(), x), ("3/2",)),
    ("bessely(1/3, x)", lambda x: mp.bessely(third(), x), ("3/2",)),
    ("besseli(-3, x)", lambda x: mp.besseli(3, x), ("-3/2", "1/2")),
    ("besselk(1/3, x)", lambda x: mp.besselk(third(), x), ("3/2",)),
    ("LambertW(x)", mp.lambertw, ("-1/4", "7")),
    ("LambertW(x, -1)", lambda x: mp.lambertw(x, -1).real, ("-1/4",)),
    ("elliptic_k(x)", mp.ellipk, ("-3", "2/5")),
    ("elliptic_e(x)", mp.ellipe, ("-3", "2/5")),
    ("sigmoid(x)", sigmoid, ("-3", "2/5")),
    ("softplus(x)", lambda x: mp.log(1 + mp.exp(x)), ("-3", "2/5")),
    ("relu(x)", lambda x: max(x, mp.mpf(0)), ("-3", "2/5")),
    ("leaky_relu(x)", lambda x: x if x > 0 else x / 100, ("-3", "2/5")),
    ("elu(x)", lambda x: x if x > 0 else mp.exp(x) - 1, ("-3", "2/5")),
    ("silu(x)", lambda x: x * sigmoid(x), ("-3", "2/5")),
    ("gelu(x)", lambda x: x * (1 + mp.erf(x / mp.sqrt(2))) / 2, ("-3", "2/5")),
    ("softsign(x)", lambda x: x / (1 + abs(x)), ("-3", "2/5")),
    ("logit(x)", lambda x: mp.log(x / (1 - x)), ("1/4",)),
    ("Piecewise((x^2, x < 1), (2x, True))", lambda x: x**2 if x < 1 else 2 * x, ("1/2", "3")),
]  # fmt: skip


def close(ball: Ball | Lack, wanted: mp.mpf) -> bool:
    if isinstance(ball, Lack):
        return False
    got = mp.mpf(ball.mid().str(45, radius=False))
    return bool(abs(got - mp.re(wanted)) < CLOSE * max(1, abs(wanted)))


def value(text: str, at: str = "0", **others: int) -> Ball | Lack:
    (found,) = Program((read_back(text),)).balls({"x": Fraction(at), **others})
    return found


@pytest.mark.parametrize(("text", "wanted", "at"), [(t, f, x) for t, f, xs in VALUES for x in xs])
def test_values_and_taylor_coefficients(
    text: str, wanted: Callable[[mp.mpf], mp.mpf], at: str
) -> None:
    tree, place = read_back(text), {"x": Fraction(at)}
    with mp.workdps(DIGITS):
        x = mp.mpf(place["x"].numerator) / place["x"].denominator
        expected = [wanted(x)] + [mp.diff(wanted, x, n) / mp.factorial(n) for n in range(1, 5)]
        (ball,) = Program((tree,)).balls(place, bits=160)
        (series,) = Program((tree,)).taylor(place, "x", ORDER, bits=160)
        assert close(ball, expected[0])
        assert [close(*pair) for pair in zip(series, expected, strict=True)] == [True] * 5
        third_derivative = Program((Derivative(tree, ("x", "x", "x")),)).balls(place, bits=160)
        assert close(third_derivative[0], 6 * expected[3])


def test_bessel_functions_of_whole_order() -> None:
    place = {"x": Fraction(3, 2)}
    y, k = Program((read_back("bessely(2, x)"), read_back("besselk(2, x)"))).balls(place)
    with mp.workdps(DIGITS):
        assert close(y, mp.bessely(2, 1.5))
        assert close(k, mp.besselk(2, 1.5))


NAMED = {part.function for text, _, _ in VALUES for part in walk(read_back(text))
         if isinstance(part, Call)}  # fmt: skip


@pytest.mark.parametrize("id", sorted(FUNCTIONS.keys() - NAMED))
def test_other_functions_are_those_of_mpmath(id: str) -> None:
    """With the order 2 or 3, or as they are."""
    known = FUNCTIONS[id]
    orders = (2, 3) if known.least == 2 else ()
    compared = 0
    with mp.workdps(DIGITS):
        for order, at in product(orders or (None,), ("-7/3", "-1/2", "1/3", "3/4", "5/2")):
            x = mp.mpf(Fraction(at).numerator) / Fraction(at).denominator
            given = (x,) if order is None else (order, x)
            try:
                wanted = getattr(mp, id)(*given)
            except ValueError:
                continue
            if mp.im(wanted) == 0 and mp.isfinite(wanted):
                before = "" if order is None else f"{order}, "
                place = {"x": Fraction(at)}
                (ball,) = Program((read_back(f"{id}({before}x)"),)).balls(place, bits=160)
                assert close(ball, wanted)
                compared += 1
    assert compared > 1


EDGES: list[tuple[str, str, object]] = [
    ("log(x)", "0", UNDEFINED), ("log(x)", "-1", UNDEFINED), ("log(x)", "1", 0),
    ("0*log(x)", "0", UNDEFINED), ("1/x", "0", UNDEFINED), ("x/x", "0", UNDEFINED),
    ("log(x/3 - 1/9)", "1/3", UNDEFINED), ("log(x, 1)", "2", UNDEFINED),
    ("log(x, -1)", "2", UNDEFINED), ("log(abs(x))", "-1", 0),
    ("sqrt(x)", "0", 0), ("sqrt(x)", "-1", UNDEFINED),
    ("x^(1/3)", "0", 0), ("x^(1/3)", "-8", -2), ("x^(2/6)", "-8", -2), ("x^(2/3)", "-8", 4),
    ("x^(-1/3)", "0", UNDEFINED), ("x^(3/2)", "-1", UNDEFINED), ("x^(1/2)", "0", 0),
    ("x^0", "0", 1), ("x^(-2)", "0", UNDEFINED), ("(log(x))^0", "-1", UNDEFINED),
    ("x^pi", "0", 0), ("x^(-pi)", "0", UNDEFINED), ("x^x", "0", UNDEFINED),
    ("x^x", "-1", UNDEFINED), ("x^n", "-1", UNDEFINED), ("x^n", "0", UNDEFINED),
    ("root(x, 2)", "-1", UNDEFINED), ("root(x, n)", "-8", UNDEFINED),
    ("asin(x)", "2", UNDEFINED), ("acos(x)", "1", 0), ("acosh(x)", "1", 0),
    ("acosh(x)", "0", UNDEFINED), ("atanh(x)", "1", UNDEFINED), ("asec(x)", "1", 0),
    ("asec(x)", "0", UNDEFINED), ("acsc(x)", "1/2", UNDEFINED),
    ("cot(x)", "0", UNDEFINED), ("csc(x)", "0", UNDEFINED), ("coth(x)", "0", UNDEFINED),
    ("csch(x)", "0", UNDEFINED), ("tan(x)", "0", 0),
    ("gamma(x)", "0", UNDEFINED), ("gamma(x)", "-3", UNDEFINED), ("gamma(x)", "5", 24),
    ("loggamma(x)", "-1/2", UNDEFINED), ("digamma(x)", "-2", UNDEFINED),
    ("beta(x, 2)", "-1", UNDEFINED), ("polygamma(1, x)", "0", UNDEFINED),
    ("sign(x)", "0", 0), ("heaviside(x)", "0", Fraction(1, 2)), ("abs(x)", "0", 0),
    ("floor(x)", "2", 2), ("ceil(x)", "5/2", 3), ("floor(x)", "-5/2", -3),
    ("relu(x)", "0", 0), ("elu(x)", "0", 0), ("max(x, 0)", "0", 0), ("min(x, n)", "7", 5),
    ("Piecewise((1/x, x != 0), (7, True))", "0", 7), ("Piecewise((x, x < 0))", "1", UNDEFINED),
    ("Piecewise((x, x <= 1), (5, True))", "1", 1), ("Piecewise((x, log(x) < 0))", "-1", UNDEFINED),
    ("LambertW(x)", "-1", UNDEFINED), ("LambertW(x)", "0", 0), ("LambertW(x, -1)", "1", UNDEFINED),
    ("LambertW(x, 2)", "1", UNDEFINED), ("logit(x)", "1", UNDEFINED),
    ("elliptic_k(x)", "1", UNDEFINED), ("elliptic_e(x)", "1", 1), ("elliptic_e(x)", "2", UNDEFINED),
    ("li(x)", "1", UNDEFINED), ("li(x)", "0", 0), ("Ei(x)", "0", UNDEFINED),
    ("Ci(x)", "-1", UNDEFINED), ("Chi(x)", "0", UNDEFINED),
    ("besselj(2, x)", "0", 0), ("besselj(1/3, x)", "0", 0), ("besselj(-1/3, x)", "0", UNDEFINED),
    ("besselj(1/3, x)", "-1", UNDEFINED), ("bessely(1, x)", "0", UNDEFINED),
    ("besselk(1, x)", "-1", UNDEFINED),
    ("1/(sin(x)^2 + cos(x)^2 - 1)", "1", UNKNOWN), ("polygamma(x, 2)", "1/2", UNKNOWN),
    ("unknown_name*x", "1", UNKNOWN), ("D(abs(x), x)", "0", UNKNOWN),
    ("D(x*abs(x), x)", "0", UNKNOWN), ("D(floor(x), x)", "2", UNKNOWN),
    ("D(log(x), x)", "0", UNDEFINED), ("D(log(x), x)", "-1", UNDEFINED),
    ("D(Piecewise((x^2, x < 1), (2x, True)), x)", "1", UNKNOWN),
    ("D(sqrt(x), x)", "0", UNKNOWN), ("D(sqrt(x), x)", "-1", UNDEFINED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "at", "wanted"), EDGES)
def test_edges_of_domains(text: str, at: str, wanted: object) -> None:
    found = value(text, at, n=5)
    if isinstance(wanted, Lack):
        assert found is wanted
    else:
        assert not isinstance(found, Lack)
        assert found.overlaps(Ball(float(wanted)))  # type: ignore[arg-type]
        assert found.rel_one_accuracy_bits() > 50


MIXED = [
    ("D(sin(x*y), x, y)", "cos(x*y) - x*y*sin(x*y)"),
    ("D(x^3*y^4, x, x, y, y)", "72*x*y^2"),
    ("D(y*D(x^3*y, x), y)", "6*x^2*y"),
    ("D(D(D(x^2*y^2*n^2, x), y), n)", "8*x*y*n"),
    ("D(x^2*y^2*n^2, x, y, n)", "8*x*y*n"),
    ("D(exp(x)*D(sin(x)*D(x^2, x), x), x)", "D(exp(x)*(2*sin(x) + 2*x*cos(x)), x)"),
    ("besselj(2, x)*D(bessely(2, x), x) - D(besselj(2, x), x)*bessely(2, x)", "2/(pi*x)"),
    ("besseli(2, x)*D(besselk(2, x), x) - D(besseli(2, x), x)*besselk(2, x)", "-1/x"),
    ("x^2*D(besselk(2, x), x, x) + x*D(besselk(2, x), x)", "(x^2 + 4)*besselk(2, x)"),
    ("D(f(x*y), x, y)", "f'(x*y) + x*y*f''(x*y)"),
    ("D(f(x^2), x)", "2*x*f'(x^2)"),
    ("D(f(g(x)), x, x)", "f''(g(x))*g'(x)^2 + f'(g(x))*g''(x)"),
    ("D(besselj(n, x*y), x, y)", "D(y*(besselj(n-1, x*y) - besselj(n+1, x*y))/2, y)"),
]


@pytest.mark.parametrize(("left", "right"), MIXED)
def test_derivatives_inside(left: str, right: str) -> None:
    place = {"x": Fraction(4, 3), "y": Fraction(3, 4), "n": Fraction(5, 7)}
    a, b = Program((read_back(left), read_back(right))).balls(place, seed=3)
    assert not isinstance(a, Lack)
    assert not isinstance(b, Lack)
    assert a.overlaps(b)
    assert min(a.rel_accuracy_bits(), b.rel_accuracy_bits()) > 80


def test_a_limit_has_no_value_here() -> None:
    quotient = read_back("sin(h)/h")
    (found,) = Program((Limit(quotient, "h", ZERO),)).balls({"h": 1})
    assert found is UNKNOWN


def test_stand_ins_follow_the_seed_and_the_name() -> None:
    program = Program((read_back("f(x)"), read_back("g(x)")))
    one, two = (program.balls({"x": 1}, seed=seed) for seed in (1, 2))
    assert one[0].str() != two[0].str()  # type: ignore[union-attr]
    assert one[0].str() != one[1].str()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "x^(10^8)", "(x^2 + 1)^(10^30)", "exp(exp(exp(exp(exp(x)))))", "gamma(gamma(gamma(x + 5)))",
        "sin(exp(exp(x + 9)))", "((((((x^99)^99)^99)^99)^99)^99)^99", "besselk(2, 700x)",
        "besselj(10^9, 10^9*x)", "polygamma(300, x)", "polygamma(10^9, x)", "floor(exp(5000x))",
        "exp(10^9*x) - exp(10^9*x)", "floor(x^(10^30))", "gamma(-x^(10^30))",
        "besselj(x^(10^30), x)", "polygamma(x^(10^30), x)", "LambertW(x, x^(10^30))",
        "max(x, ceil(-x^(10^30)))", "D(D(D(D(D(D(x*y, x), y), x), y), x), y)",
    ],
)  # fmt: skip
def test_bounded_work(text: str) -> None:
    program = Program((read_back(text),))
    start = time.thread_time()
    for bits, x in ((128, Fraction(13, 10)), (2048, Fraction(13, 10)), (128, Fraction(2))):
        program.balls({"x": x, "y": 1}, bits=bits)
        program.taylor({"x": x, "y": 1}, "x", 5, bits=bits)
    assert time.thread_time() - start < 60  # of its own work; a hang took minutes


@pytest.mark.parametrize("n", [1, 2, 3, 4, 9])
def test_powers_of_what_may_be_zero(n: int) -> None:
    (found,) = Program((read_back(f"(pi - pi)^{n}"),)).balls({})
    assert isinstance(found, Ball)
    assert found.contains(0)
    assert abs(found) < 1e-15


def test_precision_is_put_back() -> None:
    before = ctx.prec, ctx.cap
    Program((read_back("D(x/0 + gamma(-x), x)"),)).taylor({"x": 1}, "x", 7, bits=999)
    assert (ctx.prec, ctx.cap) == before


def test_shared_parts_are_worked_out_once() -> None:
    tree: Tree = Name("x")
    for _ in range(40):
        tree = Call("sin", (Call("max", (tree, tree)),))
    (ball,) = Program((tree,)).balls({"x": 1})
    assert not isinstance(ball, Lack)


@given(st.fractions(max_denominator=10**6), st.fractions(max_denominator=10**6))
def test_rational_arithmetic_is_exact(x: Fraction, y: Fraction) -> None:
    program = Program((read_back("(x + y)^2 - x^2 - 2x*y - y^2"), read_back("1/(x + y - x - y)")))
    zero, pole = program.balls({"x": x, "y": y})
    assert not isinstance(zero, Lack)
    assert zero.is_zero()
    assert pole is Lack.UNDEFINED


X = st.just(Name("x"))
NUMBERS = st.integers(1, 9).map(lambda n: number(Fraction(n, 4)))
SMOOTH = sorted(
    name for name, known in FUNCTIONS.items() if known.least == 1 and name not in ("min", "max")
)


def trees(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    pairs = st.tuples(inner, inner)
    return (
        st.builds(lambda name, u: Call(name, (u,)), st.sampled_from(SMOOTH), inner)
        | st.builds(lambda kind, uv: kind(uv), st.sampled_from((Sum, Product)), pairs)
        | st.builds(lambda kind, uv: kind(*uv), st.sampled_from((Quotient, Power)), pairs)
    )


@given(st.recursive(X | NUMBERS, trees, max_leaves=6), st.integers(-4000, 4000))
@settings(deadline=None, max_examples=150)
def test_slopes_are_limits_of_difference_quotients(tree: Tree, thousandths: int) -> None:
    x, h = Fraction(2 * thousandths + 1, 2000), Fraction(1, 2**200)
    program = Program((tree,))
    (series,) = program.taylor({"x": x}, "x", 1, bits=800)
    (above,) = program.balls({"x": x + h}, bits=800)
    (below,) = program.balls({"x": x - h}, bits=800)
    assume(not any(isinstance(one, Lack) for one in (series, above, below)))
    quotient = (above - below) * 2**199  # type: ignore[operator]
    gap = abs(quotient - series[1])  # type: ignore[index]
    assume(gap.rad() < 1e-12)
    assume(abs(series[1]) < 1e30)  # type: ignore[index]
    assert gap < 1e-9


@pytest.mark.parametrize("text", ["sqrt(2)", "pi", "exp(-50)", "gamma(1/3)", "22/7"])
@pytest.mark.parametrize("digits", [6, 40, 300])
def test_enclosures(text: str, digits: int) -> None:
    bounds = enclose(read_back(text), digits)
    assert bounds is not None
    low, high = bounds
    assert 0 <= high - low <= high * Fraction(1, 10**digits)
    with mp.workdps(digits + 20):
        exact = {
            "sqrt(2)": mp.sqrt(2), "pi": +mp.pi, "exp(-50)": mp.exp(-50),
            "gamma(1/3)": mp.gamma(mp.mpf(1) / 3), "22/7": mp.mpf(22) / 7,
        }[text]  # fmt: skip
        assert mp.mpf(low.numerator) / low.denominator <= exact * (1 + mp.eps * 4)
        assert mp.mpf(high.numerator) / high.denominator >= exact * (1 - mp.eps * 4)


def test_enclosures_that_cannot_be() -> None:
    assert enclose(read_back("log(-1)"), 6) is None
    assert enclose(read_back("exp(10^9)"), 6) is None
