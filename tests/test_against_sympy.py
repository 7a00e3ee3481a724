"""The README's comparison: what SymPy answers, and what we answer, on the same questions."""

import pytest
import sympy as sp

from test_cases import ask

x = sp.Symbol("x", real=True)


def sympy_says() -> dict[str, object]:
    jump = sp.Piecewise((x**2, x < 1), (2 * x, True))
    filled = sp.Piecewise((sp.sin(x), sp.Ne(x, 0)), (0, True))
    return {
        "abs": sp.diff(sp.Abs(x), x).subs(x, 0),
        "sign": sp.diff(sp.sign(x), x),
        "max": sp.diff(sp.Max(x, x**2), x).subs(x, 1),
        "jump": sp.diff(jump, x).subs(x, 1),
        "filled": sp.diff(filled, x).subs(x, 0),
        "sigmoid": sp.simplify(sp.diff(1 / (1 + sp.exp(-x)), x)),
    }


def test_what_sympy_says() -> None:
    assert sympy_says() == {
        "abs": 0,
        "sign": 2 * sp.DiracDelta(x),
        "max": sp.Rational(3, 2),
        "jump": 2,
        "filled": 0,
        "sigmoid": 1 / (4 * sp.cosh(x / 2) ** 2),
    }


@pytest.mark.parametrize(
    ("question", "at", "kind", "value"),
    [
        ("abs(x)", "0", "kink", None),
        ("sign(x)", "0", "jump", None),
        ("Max(x, x^2)", "1", "kink", None),
        ("Piecewise((x^2, x < 1), (2*x, True))", "1", "jump", None),
        ("Piecewise((sin(x), x != 0), (0, True))", "0", "smooth", 1.0),
    ],
)
def test_what_we_say(question: str, at: str, kind: str, value: float | None) -> None:
    (one,) = ask({"question": question, "at": at}).derivatives
    assert one.at is not None
    assert one.at.kind == kind
    assert one.at.exists is (value is not None)
    if value is not None:
        assert one.at.value is not None
        assert float(one.at.value.low) == float(one.at.value.high) == value  # type: ignore[arg-type]
