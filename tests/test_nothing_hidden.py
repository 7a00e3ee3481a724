"""What is open has a name: a contract over random questions, and the constructors that keep it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from calctool.notation.problem import Problem
from calctool.notation.tree import ZERO
from calctool.run.child import solver_for
from calctool.solve import candidates
from calctool.solve.answer import Completeness, State, Status, Told
from calctool.solve.candidates import CandidatePoint, Extreme
from calctool.solve.critical.record import CriticalAnswer, CriticalQuestion
from calctool.solve.exact.record import Exact
from calctool.solve.typed import Typed, question
from calctool.words import Words
from openness import assert_nothing_is_hidden

COMMANDS = ("diff", "limit-def", "table", "critical")


def answers(command: str, asked: Typed) -> Iterator[Told]:
    yield from solver_for(command)(question(command, asked))


PIECES = (
    "x^2+y^2", "x*y", "exp(x)-y", "sin(x)*y", "abs(x)+y^2", "log(x)+y", "cos(x+y)", "x^3-3*x*y^2",
    "floor(x)+y", "x/(1+abs(y))", "max(x,y)", "sqrt(x)-y^2", "erf(x)*y", "gamma(x)+y",
)  # fmt: skip
CONSTRAINTS = ("x^2+y^2=1", "x+y<=1", "x*y=1", "x>=0", "sin(x)+y=1", "abs(x)<=2", "exp(x)=y")


@settings(max_examples=8)
@given(
    st.sampled_from(PIECES),
    st.sampled_from(PIECES),
    st.lists(st.sampled_from(CONSTRAINTS), max_size=2),
)
def test_random_questions_of_two_variables(first: str, second: str, bounds: list[str]) -> None:
    asked = Typed(f"{first}+{second}", wrt=("x", "y"), subject_to=tuple(dict.fromkeys(bounds)))
    try:
        for made in answers("lagrange" if bounds else "critical", asked):
            assert_nothing_is_hidden(made)
    except Problem:
        return


@settings(max_examples=8)
@given(
    st.sampled_from(PIECES),
    st.sampled_from(PIECES),
    st.sampled_from(COMMANDS),
    st.sampled_from(("1/2", "x")),
)
def test_random_questions_of_one_variable(first: str, second: str, command: str, y: str) -> None:
    text = f"({first})*({second})".replace("y", y)
    try:
        for made in answers(command, Typed(text, wrt=("x",))):
            assert_nothing_is_hidden(made)
    except Problem:
        return


LETTERED = (
    "a*x^2+y^2", "exp(a*x)-x+y", "x^3-3*a*x+y^2", "abs(x-a)+y", "log(x+a)-y^2", "a/x+x*y",
    "sqrt(a-x^2)+y", "max(x,a)*y", "x^2+a*x*y+y^2", "sin(a*x)+y", "x^a+y^2", "a+b*x-y",
)  # fmt: skip
IN_LETTERS = ("x+y=a", "x^2+y^2<=a", "x*y=1", "x>=a", "a*x+b*y=1", "y=a*x^2")


@settings(max_examples=8)
@given(
    st.sampled_from(LETTERED),
    st.sampled_from((*COMMANDS, "lagrange")),
    st.lists(st.sampled_from(IN_LETTERS), min_size=1, max_size=2, unique=True),
    st.sampled_from(([], ["a>0"], ["a>=0"])),
)
def test_random_questions_in_letters(
    text: str, command: str, bounds: list[str], assume: list[str]
) -> None:
    several = command in ("critical", "lagrange")
    asked = Typed(
        text if several else text.replace("y", "2"),
        wrt=("x", "y") if several else ("x",),
        subject_to=bounds if command == "lagrange" else (),
        assume=assume,
    )
    try:
        for made in answers(command, asked):
            assert_nothing_is_hidden(made)
            for case in made.cases:
                if case.answer is not None:
                    assert_nothing_is_hidden(case.answer)
    except Problem:
        return


@pytest.mark.parametrize(
    ("text", "domain", "named"),
    [
        ("besselk(0,x)", "(0,1]", "x → 0"),
        ("besselk(1,x)", "(0,1]", "x → 0"),
        ("Ai(x)*exp(x)", "", "x ∈"),
    ],
)
def test_a_limit_that_is_not_known_is_named(text: str, domain: str, named: str) -> None:
    asked = Typed(text.replace("Ai", "airyai"), domain=(domain,) if domain else ())
    *_, made = answers("table", asked)
    assert_nothing_is_hidden(made)
    assert any(named in words.say("en") for words in made.completeness.missing)


# --- the constructors -----------------------------------------------------------------------------

WHY = Words(en="why", zh="原因")
WHAT = Words(en="what", zh="何事")
AT_ORIGIN = (("x", Exact(ZERO, None, None)),)
ASKED = CriticalQuestion("x", ZERO, ("x",))
VALUE = Exact(ZERO, None, None)
FOUND = Extreme(True, VALUE, "compact", WHY, (AT_ORIGIN,))


def made_of(state: State, *missing: Words, **parts: Any) -> CriticalAnswer:
    given = {"minimum": FOUND, "maximum": FOUND, **parts}
    return CriticalAnswer(
        question=ASKED,
        status=Status.COMPLETE,
        completeness=Completeness(state, WHY, missing),
        **given,
    )


def test_the_status_follows_from_what_is_missing() -> None:
    assert made_of(State.COMPLETE).status is Status.COMPLETE
    assert made_of(State.COMPLETE, WHAT).status is Status.PARTIAL
    assert made_of(State.PARTIAL).completeness.missing == (WHY,)
    assert made_of(State.PARTIAL).status is Status.PARTIAL


def test_what_an_answer_leaves_open_is_missing() -> None:
    open_point = CandidatePoint(
        AT_ORIGIN, VALUE, "undecided", "gradient-zero", candidates.Test("not-classified", WHY)
    )
    made = made_of(State.COMPLETE, minimum=None, points=(open_point,))
    assert len(made.completeness.missing) == 2
    unplaced = Extreme(True, VALUE, "compact", WHY)
    assert made_of(State.COMPLETE, maximum=unplaced).status is Status.PARTIAL


def test_what_is_found_later_is_missing_no_longer() -> None:
    made = made_of(State.COMPLETE, minimum=None)
    assert made.status is Status.PARTIAL
    assert replace(made, minimum=FOUND).status is Status.COMPLETE
