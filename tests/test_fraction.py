"""The fractions that all computing is done with: quicktions, or those of Python."""

from __future__ import annotations

import fractions
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from calctool.api.given import Given
from calctool.fraction import Fraction

SOLVE = """
import sys
if sys.argv[1] == "python":
    sys.modules["quicktions"] = None
from calctool.fraction import Fraction
from calctool.render import wire
from calctool.run.child import solver_for
from calctool.solve import typed
from calctool.solve.typed import Typed
print(Fraction.__module__, file=sys.stderr)
for command, text in (
    ("diff", "0.5*x^2.50+sqrt(x^2-1/3)"), ("limit-def", "1/(2x-3)"),
    ("table", "(x^3-1/7)/(x-2/5)"), ("critical", "x^4/3-x*y+y^2/5"), ("diff", "tan(x/3)^(2/3)"),
):
    *_, answer = solver_for(command)(typed.question(command, Typed(text)))
    wired = wire.wired(answer, "en")
    wired.seconds = 0.0
    print(wire.line(wired).decode())
"""


def answers(kind: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SOLVE, kind], capture_output=True, text=True, check=True
    )


def test_answers_are_the_same_with_the_fractions_of_python() -> None:
    python = answers("python")
    assert python.stderr.strip() == "fractions"
    assert answers("any").stdout == python.stdout


@given(st.fractions(), st.fractions())
def test_values_hashes_and_texts_agree(a: fractions.Fraction, b: fractions.Fraction) -> None:
    ours, other = Fraction(a), Fraction(b)
    assert (ours, hash(ours), str(ours)) == (a, hash(a), str(a))
    assert ours.as_integer_ratio() == a.as_integer_ratio()
    assert (ours + other, ours * other, ours < other) == (a + b, a * b, a < b)


def test_fractions_of_python_can_be_handed_in() -> None:
    assert Given().text(fractions.Fraction(-2, 4), "at") == "-1/2"
