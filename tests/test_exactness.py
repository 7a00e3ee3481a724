"""What is called exact is exact, what is rounded says so: in JSON, Python and every page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import mpmath as mp
import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

import calctool as ct
from calctool.notation.quoted import quoted
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import number
from calctool.present.answers import document
from calctool.present.document import Wishes
from calctool.present.parts.numbers import Numbers
from calctool.render.forms import Terminal, rendered
from calctool.render.wire import wired
from calctool.render.wire.contract import Math
from calctool.run.child import solver_for
from calctool.solve import typed
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import bounds, enclosed, rounded
from calctool.solve.typed import Typed

DIGITS = 60
NEAR = mp.mpf(10) ** -40

FORMS: tuple[tuple[str, bool], ...] = (
    ("text", False), ("text", True), ("latex", False), ("markdown", False), ("html", False),
)  # fmt: skip
MARK = re.compile(r"≈|\\approx(?![a-z])")
IGNORED = re.compile(r"\$|\\\[|\\,|[~\s{}]|\\ensuremath|</?\w[^>]*>|&nbsp;|\\text|\\;|\\?\[")
"""What may stand between the sign and its number."""
NUMBER = re.compile(r"[-−(]?\d|-\{\}\d|[-−]?\{?\d")


def answered(command: str, text: str, **options: Any) -> Any:
    *_, last = solver_for(command)(typed.question(command, Typed(text, **options)))  # type: ignore[arg-type]
    return last


# --- pages ----------------------------------------------------------------------------------------


def bare_signs(page: str) -> list[str]:
    """What follows a sign of rounding that has no number after it."""
    rest = (page[found.end() : found.end() + 120] for found in MARK.finditer(page))
    return [each for each in rest if not NUMBER.match(IGNORED.sub("", each))]


def pages(answer: Any) -> Iterator[str]:
    for language in ("en", "zh"):
        shown = document(answer, Wishes(language, "full"))  # type: ignore[arg-type]
        for form, ascii_only in FORMS:
            page = rendered(shown, form, Terminal(ascii_only=ascii_only))
            yield page.replace("~", "≈") if ascii_only else page


# --- numbers --------------------------------------------------------------------------------------


def value_of(math: Math) -> mp.mpf:
    return mp.mpf(str(sp.sympify(math.expr).evalf(DIGITS)))  # noqa: TID251 (what scripts do)


def holds(math: Math, true: mp.mpf) -> bool:
    """Whether the formula is the true number, exactly or within its enclosure."""
    if not isinstance(math.enclosure, tuple):
        return bool(abs(value_of(math) - true) < NEAR * (1 + abs(true)))
    low, high = map(mp.mpf, math.enclosure)
    return bool(low - NEAR <= true <= high + NEAR)


def solved(f: sp.Expr, names: list[sp.Symbol], start: list[mp.mpf]) -> list[mp.mpf]:
    """The zero of the gradient that Newton's method finds from there."""
    slopes = [sp.lambdify(names, sp.diff(f, name), "mpmath") for name in names]
    found = mp.findroot(slopes, start, tol=mp.mpf(10) ** -90, maxsteps=50, verify=False)
    return list(found) if len(names) > 1 else [found if isinstance(found, mp.mpf) else found[0]]


def check(answer: Any, command: str) -> None:
    """Every stationary point and its value against Newton's method on what SymPy differentiates."""
    wire = wired(answer, "en", steps=False)
    assert wire.result is not None
    assert wire.question is not None
    names = [sp.Symbol(name) for name in wire.question.wrt]
    asked = wire.question.expr.replace("^", "**")
    f = sp.sympify(asked, {name.name: name for name in names}, rational=True)  # noqa: TID251 (what scripts do)
    function = sp.lambdify(names, f, "mpmath")
    for point in wire.result.points:
        stationary = "stationary" in point.kinds if command == "table" else True
        if not stationary:
            continue
        at = [point.x] if command == "table" else list(point.at.values())
        true = solved(f, names, [value_of(each) for each in at])
        assert all(map(holds, at, true)), (wire.question.expr, at)
        if point.value is not None:
            assert holds(point.value, function(*true)), (wire.question.expr, point.value)


RATES = st.sampled_from(("x", "2*x", "x/3", "pi*x"))
PHASES = st.sampled_from(("2", "0.3", "sqrt(2)", "pi/3", "5/7", "log(2)", "1 + pi/4"))
TEMPLATES = st.sampled_from(
    (
        "sin({u})", "3*cos({u})", "cos({u})^2", "sin({u}) + cos({u})",
        "exp(-x/5)*sin({u})", "1/(2 + cos({u}))", "sin({u}) - cos(2*({u}))", "x + 2*sin({u})",
    )
)  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(TEMPLATES, RATES, PHASES, st.sampled_from("+-"))
def test_waves(template: str, rate: str, phase: str, sign: str) -> None:
    text = template.format(u=f"{rate} {sign} {phase}")
    answer = answered("table", text, domain=["[-2, 3]"])
    with mp.workdps(DIGITS):
        check(answer, "table")
    for page in pages(answer):
        assert not bare_signs(page), (text, bare_signs(page))


INNER = st.sampled_from(("y^2", "(y - 1/3)^2*exp(x)", "(y - pi)^2*exp(x)", "y^2*(2 + x^2)"))
TILT = st.sampled_from(("", " + x/10", " - x/7"))


@settings(max_examples=3, deadline=None)
@given(INNER, TILT)
def test_coordinates_beside_each_other(inner: str, tilt: str) -> None:
    text = f"x^2/2 + 3*cos(x) + {inner}{tilt}"
    answer = answered("critical", text)
    assert len(answer.points) == 3
    assert all(dict(point.at)["y"].is_known for point in answer.points)
    with mp.workdps(DIGITS):
        check(answer, "critical")
    for page in pages(answer):
        assert not bare_signs(page), (text, bare_signs(page))


# --- numbers that are only enclosed ---------------------------------------------------------------

SPREAD = st.fractions(min_value=-4, max_value=4, max_denominator=10**6)


@given(SPREAD, st.integers(min_value=1, max_value=90))
def test_an_enclosure_holds_and_the_digits_are_sure(middle: Any, places: int) -> None:
    wide = type(middle)(1, 10**places)
    low, high = middle - wide, middle + wide
    made = enclosed(low, high)
    around = bounds(made)
    assert around is not None
    assert not made.is_known
    with mp.workdps(120):
        ends = [mp.mpf(end.numerator) / end.denominator for end in (low, high)]
        assert mp.mpf(around[0]) <= ends[0] + mp.mpf(10) ** -110
        assert ends[1] <= mp.mpf(around[1]) + mp.mpf(10) ** -110
        shown = Numbers(6).equation(Numbers(6).full(Exact(number(1), middle, middle)), made)
    assert not bare_signs(shown.template), shown
    assert ("≈" in shown.template) != ("∈" in shown.template)


TINY = Fraction(1, 10**60)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (-TINY, 9 * TINY, "0"),
        (1 - TINY, 1 + TINY, "1"),
        (Fraction(-3, 4) - TINY, Fraction(-3, 4) + TINY, "-0.75"),
        (Fraction(9, 10), Fraction(12, 10), "1"),
        (Fraction(1, 3) - TINY, Fraction(1, 3) + TINY, "0.333333333333333"),
    ],
)
def test_the_shortest_decimal_stands_for_it(low: Fraction, high: Fraction, expected: str) -> None:
    assert enclosed(low, high).expr == read_back(expected)


def test_python_tells_rounded_from_exact() -> None:
    found = ct.critical("x^2/2 + 3*cos(x) + (y - 1)^2")
    at = found.points[0].at
    assert at["y"] == 1
    assert not at["y"].has(sp.Float)
    assert isinstance(at["x"], sp.Float)
    low, high = at["x"].enclosure
    assert low <= high
    assert abs(float(low) + 2.27886266) < 1e-7


def test_families_of_rounded_points_say_so() -> None:
    answer = json.loads(ct.lagrange("sin(2*x)*sin(y)", subject_to="x+y=1").to_json())
    families = answer["result"]["families"]
    rounded = ["enclosure" in family["at"]["x"] for family in families]
    assert rounded == [True] * 6


def test_no_sentence_says_exactly_of_a_box() -> None:
    boxed = answered("critical", "x^2/2 + 3*cos(x) + y^2")
    exact = answered("critical", "x^2 + y^4 - y")
    for answer, said in ((boxed, False), (exact, True)):
        page = rendered(document(answer, Wishes("en", "full")), "text", Terminal(width=400))
        assert ("put back into the equations exactly" in page) is said


def test_no_reason_holds_a_fraction_that_nobody_can_read() -> None:
    long = Fraction(1605, 18014398509481984)
    assert rounded(Exact(number(long), long, long)) == "≈ 8.90954e-14"
    short = Fraction(2, 3)
    assert rounded(Exact(number(short), short, short)) == quoted(number(short))
