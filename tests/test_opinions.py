"""A sample of the hunt for wrong least and greatest values, and what it finds of planted ones."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from calctool.notation.tree import number
from calctool.solve.optimum.arguments.order import rungs
from calctool.verify.verdict import Verdict
from opinions.claims import Case, cases, sides
from opinions.planted import is_wrong, planted
from opinions.problems import CLASSES, problem
from opinions.run import Tally, hunted
from opinions.rungs import MADE_FOR
from oracle.ask import Question, answered

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


@pytest.mark.parametrize("seed", range(len(CLASSES)), ids=list(CLASSES))
def test_right_claims_pass_and_wrong_ones_are_refuted(seed: int) -> None:
    tally = Tally.empty()
    hunted(seed, tally, deep=True)
    assert not tally.faults
    assert tally.refuted == tally.planted


def test_each_sort_is_planted() -> None:
    seen = {
        sort
        for seed in (1, 2, 3)
        for case in cases(seed)
        for sort, wrong in planted(case.claimed)
        if is_wrong(case, sort, wrong)
    }
    assert {"value", "value-at-place", "place", "attained"} <= seen


def test_a_seed_is_always_the_same_question() -> None:
    assert problem(11) == problem(11)
    assert {problem(seed)[0] for seed in range(len(CLASSES))} == set(CLASSES)


def test_each_argument_has_a_sort_of_question() -> None:
    assert set(MADE_FOR) == {argument.__name__ for argument in rungs()}  # type: ignore[attr-defined]
    assert set(MADE_FOR.values()) <= set(CLASSES)


def one(question: Question, turn: int) -> Case:
    return next(case for case in sides(question, answered(question)) if case.turn == turn)


def test_an_infimum_that_a_listed_point_has_is_attained() -> None:
    case = one(Question("critical", "x^2+y^2-2*x"), -1)
    assert case.opinion(case.claimed) is not Verdict.REFUTED
    wrong = replace(case.claimed, attained=False, places=())
    assert case.opinion(wrong) is Verdict.REFUTED


def test_a_point_on_an_open_side_is_no_place() -> None:
    case = one(Question("critical", "x+y^2", {"domain": ["x:(0,1)", "y:[-1,1]"]}), -1)
    assert case.claimed.attained is False
    on_edge = {"x": number(Fraction(0)), "y": number(Fraction(0))}
    claimed = replace(case.claimed, listed=(on_edge,))
    assert case.opinion(claimed) is not Verdict.REFUTED


def test_a_curve_that_leads_elsewhere_is_refuted() -> None:
    case = one(Question("critical", "x^2+(1-x*y)^2"), -1)
    assert case.claimed.attained is False
    assert case.claimed.curve
    sorts = dict(planted(case.claimed))
    for sort in ("value", "value-on-curve", "curve", "curve-turned"):
        assert case.opinion(sorts[sort]) is Verdict.REFUTED, sort
