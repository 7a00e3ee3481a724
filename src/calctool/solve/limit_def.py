"""`calctool limit-def`: the derivative from its definition, each line checked, and the whole
compared with the rules."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

from calctool import budget
from calctool.algebra.domain import conditions, is_empty
from calctool.algebra.tidy import readable_forms
from calctool.notation.letters import INCREMENT
from calctool.notation.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import Applied, Call, Name, Tree, expression, walk
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
from calctool.solve.limits.chain import NoMethod
from calctool.solve.limits.checked import Checker, end_of, needed
from calctool.solve.limits.engine import derive
from calctool.solve.limits.place import Letters, Place
from calctool.solve.one_derivative import one_derivative, whole_check
from calctool.solve.parts import expanded
from calctool.solve.question import LimitDefQuestion
from calctool.verify.equality import check_equality
from calctool.verify.limits import Limits
from calctool.verify.verdict import Finding, Verdict, weakest
from calctool.words import limits as words


def answer(question: LimitDefQuestion) -> Iterator[LimitDefAnswer]:
    """The final answer; there are no parts that are finished earlier."""
    started = time.perf_counter()
    domain = conditions(question.statement)
    if is_empty(domain):
        raise Problem("question.defined-nowhere", condition=plain(domain[0]))
    point = question.point
    found = _everywhere(question) if point is None else at_one_point(question, point)
    yield replace(
        found, conditions=domain, notes=question.notes, seconds=time.perf_counter() - started
    )


def place_of(question: LimitDefQuestion, base: Tree) -> Place:
    """Increments that occur nowhere in the question: h, or Δx, then those of inner functions."""
    f, x = question.statement, question.variable
    used = {x} | {part.id for part in walk(f) if isinstance(part, Name)}
    used |= {part.function for part in walk(f) if isinstance(part, Applied | Call)}
    letters = Letters(used)
    outer = (INCREMENT + x,) if question.delta else ("h", "k", "t")
    increment = letters.fresh(*outer)
    inner = tuple(
        letters.fresh(*((INCREMENT + letter,) if question.delta else ("k", "t", "s")))
        for letter in ("u", "v", "w")
    )
    return Place(x, base, increment, letters, inner)


def _everywhere(question: LimitDefQuestion) -> LimitDefAnswer:
    """The derivative as a function of the variable."""
    f, x = question.statement, question.variable
    place = place_of(question, Name(x))
    by_rules = _by_rules(f, x)
    try:
        chain = derive(f, place)
    except NoMethod as none:
        return _partial(question, place, none.function, by_rules)
    checker = Checker(place.letters.named, Limits())
    derivation = _in_usual_form(checker.derivation(chain), f, x, by_rules)
    end = end_of(derivation)
    checks = (
        Check("derivation", Finding(derivation.verdict, "each-step")),
        whole_check(f, (x,), end),
        Check("rules", check_equality(by_rules, end)),
    )
    done = LimitDefAnswer(
        question, place.quotient(f), Status.COMPLETE,
        Completeness(State.COMPLETE, words.DERIVED),
        approaches=(Approach("both", derivation),), derivative=end, exists=True, continuous=True,
        holds=needed(derivation), checks=checks, names=tuple(place.letters.named.items()),
    )  # fmt: skip
    return judged(done)


def _by_rules(f: Tree, x: str) -> Tree:
    found = one_derivative(f, (x,))
    return expanded(expression(found.result.derivative), found.names)


def judged(found: LimitDefAnswer) -> LimitDefAnswer:
    """A refuted derivation is a fault of ours: nothing of it is shown."""
    if weakest(check.finding.verdict for check in found.checks) is not Verdict.REFUTED:
        return found
    refuted = next(c.what for c in found.checks if c.finding.verdict is Verdict.REFUTED)
    unknown = Completeness(State.UNKNOWN, words.REFUTED)
    return LimitDefAnswer(
        found.question, found.quotient, Status.ERROR, unknown, checks=found.checks,
        error=("internal.refuted", refuted),
    )  # fmt: skip


def _in_usual_form(derivation: Derivation, f: Tree, x: str, by_rules: Tree) -> Derivation:
    """Led on to the form that `diff` gives, where that reads better; checked like any step."""
    steps = list(derivation.steps)
    state = end_of(derivation)
    deadline = time.monotonic() + budget.FORM_SECONDS
    for move in readable_forms(state, f, x, deadline):
        finding = check_equality(state, move.after)
        if finding.verdict in (Verdict.PROVED, Verdict.SAMPLED):
            steps.append(Step(move.id, move.words, state, move.after, finding, move.bindings))
            state = move.after
    if by_rules != state and by_rules.size < state.size:
        finding = check_equality(state, by_rules)
        if finding.verdict is Verdict.PROVED:
            title = words.STEPS["usual-form"]
            steps.append(Step("usual-form", title, state, by_rules, finding))
    return Derivation(derivation.start, tuple(steps))


def _partial(
    question: LimitDefQuestion, place: Place, part: Tree, by_rules: Tree
) -> LimitDefAnswer:
    """No way from the definition is known: the value of the rules, compared with the quotient."""
    f = question.statement
    start = place.start(f)
    seen = Limits().check(start, by_rules, {})
    missing = (words.TRIED,)
    reason = words.NO_METHOD.filled(part=plain(part))
    found = LimitDefAnswer(
        question, place.quotient(f), Status.PARTIAL, Completeness(State.PARTIAL, reason, missing),
        derivative=by_rules, exists=True, continuous=True,
        checks=(whole_check(f, (question.variable,), by_rules), Check("limit", seen)),
    )  # fmt: skip
    return judged(found)
