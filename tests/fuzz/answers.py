"""Whole questions, answered: with any combination of options, nothing may end in a fault."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from oracle import ask
from oracle.questions.families import FAMILIES
from oracle.run import question

CPU_S = 1.0
"""Whether an answer is finished does not matter here."""

DOMAINS = ("[0,oo)", "(-oo,1]", "[-2,3)", "x:[0,1]", "y:(0,oo)", "(0,0.001)", "[1,1]", "(-1,2]")
PLACES = ("0", "1", "-1", "1/2", "pi", "x=0", "x=1,y=2", "x=0,y=0", "y=1")


def questions() -> st.SearchStrategy[tuple[str, str, dict[str, Any]]]:
    """A random expression of the oracle's, with options of its own or of anybody's."""
    options = st.fixed_dictionaries(
        {},
        optional={
            "wrt": st.lists(st.sampled_from(("x", "y", "x,y", "t")), min_size=1, max_size=2),
            "order": st.sampled_from(("1", "2", "3", "7")),
            "mixed": st.sampled_from(("x,y", "y,x,x", "x")),
            "of": st.sampled_from(("x", "y")),
            "at": st.sampled_from(PLACES),
            "domain": st.lists(st.sampled_from(DOMAINS), min_size=1, max_size=2),
            "where": st.lists(st.sampled_from(("y=2", "a=1/2", "x=0", "y=0")), max_size=2),
            "function": st.just(["k"]),
            "subject_to": st.lists(
                st.sampled_from(("x+y=1", "x>=0", "x^2+y^2<=1", "x=y", "x*y=0", "sin(x)=y")),
                min_size=1,
                max_size=3,
            ),
        },
    )
    commands = st.sampled_from((None, "diff", "limit-def", "table", "critical", "lagrange"))
    return st.builds(_made, st.integers(0, 10**6), commands, options, st.booleans())


def _made(
    seed: int, command: str | None, options: dict[str, Any], alone: bool
) -> tuple[str, str, dict[str, Any]]:
    known = question(seed, list(FAMILIES))
    kept = {} if alone else known.options
    return command or known.command, known.expression, {**kept, **options}


def answered(given: tuple[str, str, dict[str, Any]]) -> None:
    """A refusal with a known id is an answer, too."""
    command, expression, options = given
    asked = ask.Question(command, expression, options)
    try:
        answer = ask.answered(asked, CPU_S)
    except ask.Failed as fault:
        raise AssertionError(f"{asked.line}\n{fault.args[0]}") from None
    assert answer["status"] != "error" or answer["error"]["id"] != "internal.fault", asked.line
