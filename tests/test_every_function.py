"""Every function through every command: alone, composed, at kinks, in boxes, under constraints."""

from __future__ import annotations

import pytest

from calctool.atlas import FUNCTIONS
from oracle.ask import Failed, Question, answered
from oracle.every_function import faults as swept
from oracle.every_function import named, questions

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

CPU_S = 1.0
"""A stopped answer is no fault here, and most of what can break has broken by then."""


def test_each_function_is_asked_in_each_command() -> None:
    asked = questions()
    assert {question.command for question in asked} == {
        "diff", "limit-def", "table", "critical", "lagrange"
    }  # fmt: skip
    for id in FUNCTIONS:
        assert any(f"{id}(" in question.expression for question in asked), id


@pytest.mark.parametrize("part", range(4))
def test_no_function_ends_in_a_fault(part: int) -> None:
    """Every command gets to see a part of the functions; `make sweep` asks everything."""
    assert swept(questions()[17 + 150 * part :: 700], CPU_S) == []


@pytest.mark.parametrize("question", named(), ids=lambda question: question.line)
def test_what_once_ended_in_a_fault(question: Question) -> None:
    try:
        assert answered(question, CPU_S)["status"] in ("complete", "partial", "stopped", "error")
    except Failed as fault:
        pytest.fail(fault.args[0])
