"""The README's comparison: what SymPy answers, and what we answer, on the same questions."""

import pytest
import sympy as sp

from calctool.run import alarm
from calctool.run.child import solver_for
from calctool.solve import typed
from calctool.solve.answer import Status
from calctool.solve.typed import Typed
from test_cases import ask

x, y, multiplier = sp.symbols("x y multiplier", real=True)
PATIENCE_S = 60
"""Each of SymPy's answers below takes under a second on an idle machine."""


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


# --- systems of equations -----------------------------------------------------------------------


def gradient(f: sp.Expr, *names: sp.Symbol) -> list[sp.Expr]:
    return [sp.diff(f, name) for name in names]


@pytest.mark.parametrize(
    ("question", "theirs", "ours"),
    [
        ("x^5+y^5-5*x*y+x", 0, 2),
        ("x^4+2*y^4-3*x^2*y+x-y", 0, 3),
        ("x^4-6*x^2*y^2+y^4+x*y-x^5", 1, 6),
    ],
)
def test_critical_points(question: str, theirs: int, ours: int) -> None:
    f = sp.sympify(question, locals={"x": x, "y": y})  # noqa: TID251 (our own text)
    with alarm.at_most(PATIENCE_S):
        assert len(sp.solve(gradient(f, x, y), [x, y], dict=True)) == theirs
    found = solved("critical", Typed(question))
    assert len(found.points) == ours
    assert found.status is Status.COMPLETE


def test_a_circle_and_a_point() -> None:
    with alarm.at_most(PATIENCE_S):
        theirs = sp.nonlinsolve(gradient((x**2 + y**2 - 1) ** 2, x, y), [x, y])
    # Two half circles over y; neither passes the origin.
    assert {(place[0].subs(y, 0), place[1]) for place in theirs.args} == {(-1, y), (1, y)}
    found = solved("critical", Typed("(x^2+y^2-1)^2"))
    assert [len(found.points), len(found.sets)] == [1, 1]
    assert found.status is Status.COMPLETE


def test_the_minimum_at_a_cusp() -> None:
    lagrangian = x - multiplier * (y**2 - x**3)
    names = (x, y, multiplier)
    with alarm.at_most(PATIENCE_S):
        assert sp.solve(gradient(lagrangian, *names), names, dict=True) == []
    found = solved("lagrange", Typed("x", subject_to=["y^2=x^3"]))
    (point,) = found.points
    assert (point.multipliers, point.kind) == (None, "local-minimum")
    assert found.minimum.attained


def solved(command: str, asked: Typed):
    *_, answer = solver_for(command)(typed.question(command, asked))
    return answer
