"""Sentences of pages: each is about the function that it names, and holds wherever it speaks of."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.notation.reading.parser import read_back
from calctool.notation.tree import INFINITY, Negative
from calctool.present.answers import document
from calctool.present.document import Wishes
from calctool.render.forms import Terminal, rendered
from calctool.run.alarm import OutOfTime, at_most_working
from calctool.run.child import solver_for
from calctool.solve.exact.record import Exact
from calctool.solve.typed import Typed, question
from calctool.words import Language, Words
from calctool.words.proofs.roots import METHODS, POLYNOMIAL
from values import value

_ENDS = {INFINITY: 1, Negative(INFINITY): -1}


def asked(command: str, text: str, **options: Any) -> Any:
    *_, made = solver_for(command)(question(command, Typed(text, **options)))
    return made


def page(made: Any, language: Language = "en", steps: Any = "none") -> str:
    wishes = Wishes(language=language, steps=steps)
    return re.sub(r"\s+", " ", rendered(document(made, wishes), "text", Terminal(width=400)))


# --- bounds that are not attained ---------------------------------------------------------------


LARGE = 5
CLOSE = Fraction(1, 10)
FAR = 200


def nearby(at: Exact, side: int) -> Iterator[Fraction]:
    """Ever closer to a place, from the side that is said; all along some turns far out."""
    if at.expr in _ENDS:
        yield from (_ENDS[at.expr] * (FAR + Fraction(step, 50)) for step in range(700))
        return
    assert at.low is not None
    assert at.high is not None
    for turn in (side,) if side else (1, -1):
        base = at.high if turn > 0 else at.low
        yield from (base + turn * Fraction(1, 2**power) for power in range(20, 40, 4))


@pytest.mark.parametrize(
    "text",
    [
        "tan(x)+x", "tan(x)-x", "x+1/sin(x)", "2*x-cot(x)", "x^3/(x^2-1)", "1/x", "1/x^2",
        "ln(x)/x", "x+2*sin(x)", "x-floor(x)", "exp(1/x)", "atan(1/x)", "x*exp(x)",
        "ln(x^2-1)", "sin(x)/x",
    ],
)  # fmt: skip
def test_f_tends_to_a_bound_from_where_that_is_said(text: str) -> None:
    made = asked("table", text)
    for found in (made.minimum, made.maximum):
        if found.attained or not found.tends:
            continue
        for at in nearby(found.toward, found.side):
            here = value(read_back(text), {"x": at})
            if found.value.expr in _ENDS:
                assert _ENDS[found.value.expr] * here > LARGE, at
            else:
                low, high = found.value.low - CLOSE, found.value.high + CLOSE
                assert float(low) < here < float(high), at


def test_the_side_is_marked_where_f_comes_from_one_only() -> None:
    assert "f(x) → +∞ as x → −1⁺" in page(asked("table", "x^3/(x^2-1)"))
    assert "f(x) → +∞ as x → 0 " in page(asked("table", "1/x^2"))
    assert "x → π/2⁻" in page(asked("table", "tan(x)+x"), "zh")


# --- what repeats -------------------------------------------------------------------------------


def test_an_end_of_the_domain_is_not_said_to_repeat() -> None:
    told = page(asked("table", "x+2*sin(x)", domain=("[0,oo)",)))
    assert "end of the domain: x = 0" in told
    assert "each of these points again" not in told


@pytest.mark.parametrize("text", ["tan(x)", "tan(x)-x", "1/sin(x)"])
def test_asymptotes_that_repeat_are_all_told(text: str) -> None:
    made = asked("table", text)
    (lines,) = re.findall(r"Asymptotes (.*?) (?:For x|✓)", page(made))
    assert lines.count("k any integer") == sum(each.kind == "pole" for each in made.families) > 0


# --- of which function --------------------------------------------------------------------------


@pytest.mark.parametrize("reason", [*METHODS.values(), *POLYNOMIAL.values()])
def test_a_reason_is_one_part_of_the_line_about_the_slope(reason: Words) -> None:
    """Where lines on the page solve f' = 0 it is left out, whole."""
    assert ";" not in reason.en
    assert "；" not in reason.zh


PIECES = ("x^2", "1-x", "exp(x)-1", "0", "2", "x^3-x", "sin(x)", "floor(x)")


@given(st.sampled_from(PIECES), st.sampled_from(PIECES))
@settings(max_examples=12, deadline=None)
def test_what_holds_of_a_formula_is_not_said_of_a_slope_with_several(left: str, right: str) -> None:
    made = asked("table", f"Piecewise(({left}, x<0), ({right}, True))", domain=("[-2,2]",))
    slopes = {zeros.equation for zeros in made.zeros}
    told = made.completeness.reason
    for part in told.en.split("; "):
        assert not part.startswith("f': ") or len(slopes) <= 1, (left, right, told)


@given(st.integers(2, 5), st.integers(2, 5), st.sampled_from(["max", "min"]))
@settings(max_examples=6, deadline=None)
def test_of_several_derivatives_each_exception_names_its_own(a: int, b: int, name: str) -> None:
    made = asked("diff", f"{name}({a}*x, {b}*y)")
    seams = [seam for one in made.derivatives for seam in one.seams]
    told = page(made)
    assert len(seams) == 2
    for letter, slope in (("x", a), ("y", b)):
        (line,) = re.findall(rf"∂f/∂{letter}: where [^∂✓]*", told)
        assert f"derivative {slope}" in line


def test_letters_of_lines_are_not_spoken_of_without_them() -> None:
    made = asked("limit-def", "ln(x^2+1)")
    assert "k = 0" in page(made, steps="brief")
    assert "k = 0" not in page(made)


# --- what was found is shown --------------------------------------------------------------------


def test_waiting_for_a_processor_does_not_cost_an_answer() -> None:
    with at_most_working(0.05):
        time.sleep(0.2)
    with pytest.raises(OutOfTime), at_most_working(0.05):
        sum(1 for _ in iter(int, 1))


def test_what_is_open_at_a_stop_is_named_once() -> None:
    first = next(iter(solver_for("critical")(question("critical", Typed("x^2*sin(9*x)")))))
    assert [each.en for each in first.completeness.missing] == [
        "the critical points", "the least value", "the greatest value"
    ]  # fmt: skip
