"""The derivative as a function of the variable, from the definition."""

from __future__ import annotations

import time

from calctool import budget
from calctool.algebra.tidy import readable_forms
from calctool.notation.plain import plain
from calctool.notation.tree import Name, Tree
from calctool.solve.answer import (
    Approach,
    Check,
    Completeness,
    Derivation,
    LimitDefAnswer,
    State,
    Status,
    Step,
)
from calctool.solve.limits.asked import by_rules, judged, place_of
from calctool.solve.limits.chain import NoMethod
from calctool.solve.limits.checked import Checker, end_of, needed
from calctool.solve.limits.engine import derive
from calctool.solve.limits.place import Place
from calctool.solve.one_derivative import whole_check
from calctool.solve.question import LimitDefQuestion
from calctool.verify.equality import check_equality
from calctool.verify.limits import Limits
from calctool.verify.verdict import Finding, Verdict
from calctool.words import limits as words


def everywhere(question: LimitDefQuestion) -> LimitDefAnswer:
    f, x = question.statement, question.variable
    place = place_of(question, Name(x))
    known = by_rules(f, x)
    try:
        chain = derive(f, place)
    except NoMethod as none:
        return _by_the_rules_only(question, place, none.function, known)
    checker = Checker(place.letters.named, Limits())
    derivation = _in_usual_form(checker.derivation(chain), f, x, known)
    end = end_of(derivation)
    checks = (
        Check("derivation", Finding(derivation.verdict, "each-step")),
        whole_check(f, (x,), end),
        Check("rules", check_equality(known, end)),
    )
    holds = needed(derivation)
    reason = words.WHERE_STEPS_HOLD if holds else words.EVERYWHERE
    done = LimitDefAnswer(
        question, place.quotient(f), Status.COMPLETE, Completeness(State.COMPLETE, reason),
        approaches=(Approach("both", derivation),), derivative=end, exists=True, continuous=True,
        holds=holds, checks=checks, names=tuple(place.letters.named.items()),
    )  # fmt: skip
    return judged(done)


def _in_usual_form(derivation: Derivation, f: Tree, x: str, known: Tree) -> Derivation:
    """Led on to the form that `diff` gives; checked like any other step."""
    steps = list(derivation.steps)
    state = end_of(derivation)
    deadline = time.monotonic() + budget.FORM_SECONDS
    for move in readable_forms(state, f, x, deadline):
        finding = check_equality(state, move.after)
        if finding.verdict in (Verdict.PROVED, Verdict.SAMPLED):
            steps.append(Step(move.id, move.words, state, move.after, finding, move.bindings))
            state = move.after
    if known != state and known.size <= state.size + 2:
        finding = check_equality(state, known)
        if finding.verdict is Verdict.PROVED:
            title = words.STEPS["usual-form"]
            steps.append(Step("usual-form", title, state, known, finding))
    return Derivation(derivation.start, tuple(steps))


def _by_the_rules_only(
    question: LimitDefQuestion, place: Place, part: Tree, known: Tree
) -> LimitDefAnswer:
    """No way from the definition is known: the value of the rules, compared with the quotient."""
    f = question.statement
    seen = Limits().check(place.start(f), known, {})
    reason = words.NO_METHOD.filled(part=plain(part))
    found = LimitDefAnswer(
        question, place.quotient(f), Status.PARTIAL,
        Completeness(State.PARTIAL, reason, (words.TRIED,)),
        derivative=known, exists=True, continuous=True,
        checks=(whole_check(f, (question.variable,), known), Check("limit", seen)),
    )  # fmt: skip
    return judged(found)
