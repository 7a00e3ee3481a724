"""The second opinion: true equalities are never refuted, broken ones never pass."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calctool.notation.reading.parser import read_back
from calctool.notation.tree import (
    ONE,
    TWO,
    ZERO,
    Call,
    Derivative,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    expression,
    number,
)
from calctool.notation.walk import walk
from calctool.verify import equality
from calctool.verify.agreement import agreement
from calctool.verify.derivative import check_derivative
from calctool.verify.equality import check_equality
from calctool.verify.points import points
from calctool.verify.verdict import Verdict
from calctool.words.proofs.checks import METHODS

PROVED, SAMPLED, UNDECIDED, REFUTED = Verdict

DERIVATIVES = [
    ("x^7", "7*x^6"), ("1/x", "-1/x^2"), ("sqrt(x)", "1/(2*sqrt(x))"),
    ("cbrt(x)", "1/(3*cbrt(x)^2)"), ("x^(2/5)", "2/5*x^(-3/5)"), ("root(x, 4)", "x^(-3/4)/4"),
    ("x^n", "n*x^(n - 1)"), ("2^x", "2^x*log(2)"), ("x^x", "x^x*(log(x) + 1)"),
    ("(x + 1)^(2*x)", "(x + 1)^(2*x)*(2*log(x + 1) + 2*x/(x + 1))"),
    ("exp(x^2)", "2*x*exp(x^2)"), ("log(x^2 + 1)", "2*x/(x^2 + 1)"),
    ("log(abs(x))", "1/x"), ("log(x, 3)", "1/(x*log(3))"), ("log10(x)", "1/(x*log(10))"),
    ("sin(3*x)", "3*cos(3*x)"), ("cos(x^2)", "-2*x*sin(x^2)"), ("tan(x)", "1/cos(x)^2"),
    ("cot(x)", "-1/sin(x)^2"), ("sec(x)", "sec(x)*tan(x)"), ("csc(x)", "-csc(x)*cot(x)"),
    ("asin(x)", "1/sqrt(1 - x^2)"), ("acos(2*x)", "-2/sqrt(1 - 4*x^2)"),
    ("atan(x/3)", "3/(9 + x^2)"), ("acot(x)", "-1/(1 + x^2)"),
    ("asec(x)", "1/(abs(x)*sqrt(x^2 - 1))"), ("acsc(x)", "-1/(abs(x)*sqrt(x^2 - 1))"),
    ("sinh(x)", "cosh(x)"), ("tanh(2*x)", "2*(1 - tanh(2*x)^2)"), ("sech(x)", "-sech(x)*tanh(x)"),
    ("asinh(x)", "1/sqrt(x^2 + 1)"), ("acosh(x)", "1/sqrt(x^2 - 1)"), ("atanh(x)", "1/(1 - x^2)"),
    ("abs(x)", "sign(x)"), ("x*abs(x)", "2*abs(x)"), ("max(x, x^2)", "where(x^2 > x, 2*x, 1)"),
    ("1/(1 + exp(-x))", "exp(-x)/(1 + exp(-x))^2"), ("sigmoid(x)", "sigmoid(x)*(1 - sigmoid(x))"),
    ("softplus(x)", "sigmoid(x)"), ("silu(x)", "sigmoid(x)*(1 + x*(1 - sigmoid(x)))"),
    ("softsign(x)", "1/(1 + abs(x))^2"), ("logit(x)", "1/(x*(1 - x))"),
    ("relu(x)", "heaviside(x)"), ("leaky_relu(x)", "where(x > 0, 1, 1/100)"),
    ("elu(x)", "where(x > 0, 1, exp(x))"),
    ("gelu(x)", "(1 + erf(x/sqrt(2)))/2 + x*exp(-x^2/2)/sqrt(2*pi)"),
    ("erf(x)", "2*exp(-x^2)/sqrt(pi)"), ("gamma(x)", "gamma(x)*digamma(x)"),
    ("loggamma(x)", "digamma(x)"), ("digamma(x)", "polygamma(1, x)"),
    ("beta(x, 3)", "beta(x, 3)*(digamma(x) - digamma(x + 3))"),
    ("Si(x)", "sin(x)/x"), ("Ei(2*x)", "exp(2*x)/x"), ("li(x)", "1/log(x)"),
    ("fresnels(x)", "sin(pi*x^2/2)"), ("besselj(2, x)", "(besselj(1, x) - besselj(3, x))/2"),
    ("besselk(n, x)", "-(besselk(n - 1, x) + besselk(n + 1, x))/2"),
    ("airyaiprime(x)", "x*airyai(x)"), ("LambertW(x)", "LambertW(x)/(x*(1 + LambertW(x)))"),
    ("LambertW(x, -1)", "LambertW(x, -1)/(x*(1 + LambertW(x, -1)))"),
    ("elliptic_k(x)", "(elliptic_e(x) - (1 - x)*elliptic_k(x))/(2*x*(1 - x))"),
    ("elliptic_e(x)", "(elliptic_e(x) - elliptic_k(x))/(2*x)"),
    ("f(x)*g(x)", "f'(x)*g(x) + f(x)*g'(x)"), ("f(g(x))", "f'(g(x))*g'(x)"),
    ("f(x)/x", "(x*f'(x) - f(x))/x^2"), ("sin(a*x + b)", "a*cos(a*x + b)"),
    ("x^(1/3)*(1 - x)^(2/3)", "(1 - 3*x)/(3*x^(2/3)*(1 - x)^(1/3))"),
    ("-(t*log(s(x)) + (1 - t)*log(1 - s(x)))", "s'(x)*(s(x) - t)/(s(x)*(1 - s(x)))"),
]  # fmt: skip

EQUALITIES = [
    ("(x + 1)^2", "x^2 + 2*x + 1"), ("sin(x)^2 + cos(x)^2", "1"),
    ("D(x^3*sin(x), x)", "D(x^3, x)*sin(x) + x^3*D(sin(x), x)"),
    ("D(u(x)/v(x), x)", "(D(u(x), x)*v(x) - u(x)*D(v(x), x))/v(x)^2"),
    ("D(sin(x^2), x)", "cos(x^2)*D(x^2, x)"), ("D(x^2*y^3, x, y)", "6*x*y^2"),
    ("exp(x + y)", "exp(x)*exp(y)"), ("(x^2 - 1)/(x - 1)", "x + 1"),
    ("tanh(x)", "(exp(2*x) - 1)/(exp(2*x) + 1)"), ("sqrt(x^2)", "abs(x)"),
    ("cos(2*x)", "1 - 2*sin(x)^2"), ("log(x*y)", "log(abs(x)) + log(abs(y))"),
    ("atan(x) + atan(1/x)", "pi/2*sign(x)"), ("gamma(x + 1)", "x*gamma(x)"),
    ("erf(x)", "1 - erfc(x)"), ("sin(pi/3)", "sqrt(3)/2"),
]  # fmt: skip


def statement(text: str) -> Tree:
    return expression(read_back(text, functions=("u", "v", "s")))


CHECKS = [
    *((Derivative(statement(f), ("x",)), statement(g)) for f, g in DERIVATIVES),
    *((statement(a), statement(b)) for a, b in EQUALITIES),
]
IDS = [f for f, _ in DERIVATIVES] + [a for a, _ in EQUALITIES]

OTHER = {"sin": "cos", "cos": "sin", "exp": "sinh", "log": "log10", "tan": "cot", "sqrt": "cbrt"}


def variants(tree: Tree) -> Iterator[Tree]:
    """One node broken: another number, function or sign, a factor or a term left out."""
    match tree:
        case Number(value):
            yield Number(value + 1)
        case Call(function, arguments) if function in OTHER and len(arguments) == 1:
            yield Call(OTHER[function], arguments)
        case Product(parts) | Sum(parts):
            for i in range(len(parts)):
                rest = parts[:i] + parts[i + 1 :]
                yield rest[0] if len(rest) == 1 else type(tree)(rest)
        case Quotient(above, below):
            yield Product((above, below))


def mutants(tree: Tree) -> Iterator[Tree]:
    yield Negative(tree)
    yield Product((TWO, tree))
    yield Sum((tree, ONE))
    for part in walk(tree):
        for variant in variants(part):
            yield replaced(tree, part, variant)


def replaced(tree: Tree, old: Tree, new: Tree) -> Tree:
    if tree == old:
        return new
    children = tree.children
    changed = tuple(replaced(child, old, new) for child in children)
    return tree if changed == children else tree.rebuilt(changed)


@pytest.mark.parametrize(("before", "after"), CHECKS, ids=IDS)
def test_true_equalities_pass(before: Tree, after: Tree) -> None:
    assert agreement(before, after).verdict is SAMPLED
    assert check_equality(before, after).verdict in (PROVED, SAMPLED)


@pytest.mark.parametrize(("before", "after"), CHECKS, ids=IDS)
def test_mutants_never_pass(before: Tree, after: Tree) -> None:
    found = [check_equality(before, mutant) for mutant in mutants(after)]
    others = [finding for finding in found if finding.verdict is not REFUTED]
    assert {finding.method for finding in others} <= {"narrower-domain"}
    assert len(found) - len(others) >= 3


OVERLOOKED = [
    # Each is false on part of the domain only, or by very little.
    ("abs(x)", "x", REFUTED), ("sqrt(x^2)", "x", REFUTED), ("asin(sin(x))", "x", REFUTED),
    ("atan(x) + atan(1/x)", "pi/2", REFUTED), ("where(x < 90, x, x + 1)", "x", REFUTED),
    ("max(x, 50)", "50", REFUTED), ("floor(x)", "x - 1/2", REFUTED),
    ("abs(f(x))", "f(x)", REFUTED), ("f(x)", "g(x)", REFUTED), ("f(x + y)", "f(x)", REFUTED),
    ("f'(x)", "f(x)", REFUTED), ("x*(1 + 10^(-20))", "x", REFUTED),
    ("exp(-2000*x)", "2*exp(-2000*x)", REFUTED),
    ("exp(pi*sqrt(163))", "262537412640768744", REFUTED),
    ("cbrt(x)", "exp(log(x)/3)", UNDECIDED), ("log(x^2)", "2*log(x)", UNDECIDED),
    ("x", "sqrt(x)^2", UNDECIDED), ("x^3", "exp(3*log(x))", UNDECIDED),
    ("log(-x^2 - 1)", "0", UNDECIDED), ("sqrt(-1 - x^2)*y", "3", UNDECIDED),
    ("polygamma(x, y)", "polygamma(x, y) + 1", UNDECIDED),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "verdict"), OVERLOOKED)
def test_no_difference_is_overlooked(before: str, after: str, verdict: Verdict) -> None:
    assert check_equality(statement(before), statement(after)).verdict is verdict


def test_a_domain_that_shrinks_is_named() -> None:
    assert check_equality(statement("log(x^2)"), statement("2*log(x)")).method == "narrower-domain"
    assert check_equality(statement("2*log(x)"), statement("log(x^2)")).verdict in (PROVED, SAMPLED)


NARROW = [
    "log(log(log(x)))", "asin(100*x)", "asin(x - 50)", "sqrt(x - 5000)", "acosh(x)",
    "log(5 - x^2)", "sqrt(1 - x - y)", "log(x - y)", "asin(x/n)", "sqrt(sin(x))",
    "sqrt(x^2 - 10^6)", "LambertW(x, -1)", "(1 - x^2)^x", "log(x*y*z*w)",
    "sqrt(x - 1/3)*sqrt(2/3 - x)", "x^(1/3)*(1 - x)^(2/3)", "elliptic_k(x^2)",
    "besselk(n, x)", "log(1 - x^2 - y^2 - z^2)",
    "exp(exp(exp(x)))", "gamma(gamma(x))", "f(g(x))*h(x, y)", "logit(x/1000)",
]  # fmt: skip


@pytest.mark.parametrize("text", NARROW)
def test_points_are_found_in_narrow_domains(text: str) -> None:
    f = statement(text)
    slope = Derivative(f, ("x",))
    assert agreement(slope, Sum((slope, slope, Negative(slope)))).verdict is SAMPLED
    assert check_derivative(f, ("x",), Product((TWO, slope))).verdict is REFUTED


ORDERS = [
    ("log(1 + x)", "x" * 50, f"-{factorial(49)}/(1 + x)^50"),
    ("log(1 + x)", "x" * 300, f"-{factorial(299)}/(1 + x)^300"),
    ("sin(2*x)", "x" * 8, "256*sin(2*x)"), ("exp(x)*x", "x" * 20, "exp(x)*(x + 20)"),
    ("x^2*y^3", "xy", "6*x*y^2"), ("x^2*y^3", "yyx", "12*x*y"),
    ("sin(x*y)", "xxy", "D(-y^2*sin(x*y), y)"),
    ("x*y*z", "xyz", "1"), ("x^9", "x" * 10, "0"), ("f(x*y)", "xy", "f'(x*y) + x*y*f''(x*y)"),
]  # fmt: skip


@pytest.mark.parametrize(("f", "variables", "claimed"), ORDERS)
def test_higher_and_mixed_orders(f: str, variables: str, claimed: str) -> None:
    right = statement(claimed)
    assert check_derivative(statement(f), tuple(variables), right).verdict is SAMPLED
    wrong = Sum((right, ONE))
    assert check_derivative(statement(f), tuple(variables), wrong).verdict is REFUTED


EQUATIONS = [
    ("D(x^2 + y(x)^2, x) = D(1, x)", "2*x + 2*y(x)*y'(x) = 0", (PROVED, SAMPLED)),
    ("2*x + 2*y(x)*y'(x) = 0", "2*y(x)*y'(x) = -2*x", (PROVED, SAMPLED)),
    ("D(x^2 + y(x)^2, x) = D(1, x)", "2*x + y(x)*y'(x) = 0", (REFUTED,)),
    ("2*x + 2*y(x)*y'(x) = 0", "2*y(x)*y'(x) = 2*x", (REFUTED,)),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "verdicts"), EQUATIONS)
def test_equations(before: str, after: str, verdicts: tuple[Verdict, ...]) -> None:
    one, other = (read_back(text, functions=("y",)) for text in (before, after))
    assert isinstance(one, Relation)
    assert check_equality(one, other).verdict in verdicts


def test_an_equation_is_no_expression() -> None:
    assert check_equality(read_back("x = 1"), read_back("x - 1")).verdict is UNDECIDED


def test_a_false_proof_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(equality, "prove_equal", lambda _left, _right: True)
    false = check_equality(statement("D(sin(x), x)"), statement("-cos(x)"))
    assert (false.verdict, false.method) == (REFUTED, "balls")


def test_the_same_points_every_time() -> None:
    trees = (statement("x + y + sqrt(7 - x)"),)
    first, again = (list(islice(points(trees), 60)) for _ in range(2))
    assert first == again
    assert first[0] == {"x": Fraction(4991, 8192), "y": Fraction(2835, 8192)}


def test_methods_have_words() -> None:
    rows = [
        ("x", "x"),
        ("2*x", "x + x"),
        ("x", "x + 1"),
        ("log(x^2)", "2*log(x)"),
        ("log(-1)", "0"),
    ]
    findings = [check_equality(statement(a), statement(b)) for a, b in rows]
    assert {finding.method for finding in findings} <= set(METHODS)


coefficients = st.lists(st.fractions(max_denominator=20), min_size=1, max_size=6)


@given(coefficients, coefficients)
def test_random_rational_functions(above: list[Fraction], below: list[Fraction]) -> None:
    p, q = polynomial(above), Sum((polynomial([c * c for c in below]), Quotient(ONE, TWO)))
    dp, dq = (
        polynomial([n * c for n, c in enumerate(cs)][1:]) for cs in (above, [c * c for c in below])
    )
    slope = Quotient(Sum((Product((dp, q)), Negative(Product((p, dq))))), Product((q, q)))
    assert check_derivative(Quotient(p, q), ("x",), slope).verdict is SAMPLED
    assert (
        check_derivative(Quotient(p, q), ("x",), Sum((slope, Quotient(ONE, q)))).verdict is REFUTED
    )


def polynomial(coefficients: list[Fraction]) -> Tree:
    terms = [Product((number(c), Power(Name("x"), number(n)))) for n, c in enumerate(coefficients)]
    return Sum((ZERO, ZERO, *terms))
