"""Constants in answers: worked out where that is no longer, and never at the cost of the value."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.algebra.tidy.constants import worked_out
from calctool.notation.printing.plain import plain
from calctool.notation.tree import (
    AlgebraicRoot,
    Constant,
    Negative,
    Number,
    Product,
    Quotient,
    Sum,
    Tree,
    expression,
)
from calctool.solve.derivation.one_derivative import one_derivative
from texts import tree
from values import NoValue, value

CONSTANTS = (
    "ln(e)", "sqrt(4)", "cos(pi/3)", "e^sqrt(2)", "e^(-2)", "sqrt(8)", "1/sqrt(2)", "ln(8)",
    "ln(2)", "sin(pi/4)", "tan(pi/4)", "0.25", "2/3", "4^(1/2)", "8^(2/3)", "pi/2", "exp(pi)",
    "atan(1)", "ln(6)", "gamma(5)", "log2(8)", "2^(1/2)", "abs(-3)", "1.5", "sin(1)",
)  # fmt: skip
SHAPES = (
    "{a}*x", "({a})*x+({b})*x", "({a})*x^2/({b})", "sin(({a})*x)", "exp(x*({a}))+({b})",
    "x^3*({a})*({b})", "({a}+x)^3", "ln(x)*({a})/({b})", "x^({a})", "sqrt({a}+x^2)*({b})",
    "({a})^x", "({a})/(x+({b}))", "x*({a}-({b}))",
)  # fmt: skip


@st.composite
def functions(draw: st.DrawFn) -> str:
    a, b = draw(st.sampled_from(CONSTANTS)), draw(st.sampled_from(CONSTANTS))
    return draw(st.sampled_from(SHAPES)).format(a=a, b=b)


def constants(at: Tree) -> Iterator[Tree]:
    """The largest parts without a name."""
    if not at.names:
        yield at
    else:
        for child in at.children:
            yield from constants(child)


def is_written_rational(at: Tree) -> bool:
    match at:
        case Number():
            return True
        case Negative(inner):
            return is_written_rational(inner)
        case Quotient(Number(p), Number(q)):
            return p.denominator == q.denominator == 1
    return False


def is_rational(number: mpmath.mpf) -> bool:
    """Whether it is a fraction with a small denominator, to 30 digits."""
    return any(
        abs(number * q - mpmath.nint(number * q)) < mpmath.mpf(10) ** -30 for q in range(1, 61)
    )


def loose(at: Tree) -> list[Tree]:
    """Constants that stand beside each other in a sum or a product."""
    if isinstance(at, Sum | Product):
        return [part for part in at.children if not part.names]
    return []


@settings(max_examples=150, deadline=None)
@given(functions())
def test_no_constant_is_left_that_can_be_worked_out(text: str) -> None:
    answer = expression(one_derivative(tree(text), ("x",)).result.derivative)
    with mpmath.workdps(40):
        for part in constants(answer):
            if not isinstance(part, Constant | AlgebraicRoot) and not is_written_rational(part):
                assert not is_rational(value(part, {})), (text, plain(answer))
    waiting = [answer]
    while waiting:
        at = waiting.pop()
        waiting += at.children
        numbers = [part for part in loose(at) if is_written_rational(part)]
        assert len(numbers) < 2, (text, plain(answer))


@settings(max_examples=150, deadline=None)
@given(functions())
def test_value_stays_and_the_form_does_not_grow(text: str) -> None:
    f = tree(text)
    (derivation,) = one_derivative(f, ("x",)).result.derivations
    answer = expression(derivation.end)
    with mpmath.workdps(40):
        h = Fraction(1, 10**15)
        for x in (Fraction(7, 5), Fraction(23, 9)):
            try:
                slope = (value(f, {"x": x + h}) - value(f, {"x": x - h})) / (2 * float(h))
            except NoValue:
                continue
            found = value(answer, {"x": x})
            assert abs(slope - found) <= 1e-9 * (1 + abs(found)), (text, plain(answer))
    for step in derivation.steps:
        if step.rule == "constants":
            assert len(plain(step.after)) <= len(plain(step.before)), text


@settings(max_examples=100, deadline=None)
@given(functions())
def test_working_out_twice_changes_nothing(text: str) -> None:
    once = worked_out(tree(text))
    assert worked_out(once) == once


SIGNS = [
    ("sqrt(2) - 3/2", -1), ("1/3 - 2/6", 0), ("pi - 355/113", -1), ("sin(10^22) + 1", 1),
    ("exp(pi*sqrt(163)) - 262537412640768744", -1), ("cbrt(-8) + 2", 0), ("log(0)", None),
    ("sin(pi)", 0), ("sqrt(2)*sqrt(3) - sqrt(6)", 0),
    ("2^(1/2) + 3^(1/2) - (5 + 2*6^(1/2))^(1/2)", 0), ("exp(-10^6)", 1), ("1/0", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SIGNS)
def test_the_sign_of_a_constant_is_proved_or_not_said(text: str, wanted: int | None) -> None:
    assert known_sign(tree(text)) == wanted
