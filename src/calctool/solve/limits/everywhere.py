"""The derivative as a function of the variable, from the definition."""

from __future__ import annotations

from calctool.algebra.domain.conditions import implied
from calctool.notation.printing.plain import plain
from calctool.notation.quoted import quoted
from calctool.notation.tree import Name, Relation, Tree, expression
from calctool.solve.answer import (
    Check,
    Completeness,
    Derivation,
    OneDerivative,
    State,
    Status,
)
from calctool.solve.derivation.by_definition import ID as BY_DEFINITION
from calctool.solve.derivation.engine import NoDerivation
from calctool.solve.derivation.found import Found
from calctool.solve.derivation.one_derivative import whole_check
from calctool.solve.limits.asked import by_rules, judged, place_of, written_out
from calctool.solve.limits.chain import NoMethod, TooLong
from calctool.solve.limits.checked import Checker, end_of, needed
from calctool.solve.limits.engine import derive
from calctool.solve.limits.place import Place
from calctool.solve.limits.record import Approach, LimitDefAnswer, LimitDefQuestion
from calctool.solve.limits.usual_form import in_usual_form
from calctool.solve.validity.derivative import located
from calctool.verify.limits import Limits
from calctool.verify.verdict import Finding
from calctool.words import limits as words
from calctool.words.proofs.completeness import SWITCH


def everywhere(question: LimitDefQuestion) -> LimitDefAnswer:
    """The derivative as a function, from its definition, compared with that by the rules."""
    f, x = question.statement, question.variable
    place = place_of(question, Name(x))
    rules = by_rules(f, x)
    if isinstance(rules, NoDerivation):
        return _without_rules(question, place, rules)
    known = written_out(rules)
    places = located(rules.result, question.as_diff(), rules.names)
    try:
        chain = derive(f, place)
    except NoMethod as none:
        return _by_the_rules_only(question, place, none, known, places)
    limits = Limits(f)
    checker = Checker(place.letters.named, limits)
    derivation = _to_the_end(checker.derivation(chain), f, x, rules)
    end = end_of(derivation)
    checks = (
        Check("derivation", Finding(derivation.verdict, "each-step")),
        whole_check(f, (x,), end),
        Check("rules", limits.check(known, end, {})),
    )
    holds = _conditions(derivation, places)
    completeness = _completeness(places, holds)
    done = LimitDefAnswer(
        question=question,
        quotient=place.quotient(f),
        status=Status.PARTIAL,
        completeness=completeness,
        approaches=(Approach("both", derivation),),
        derivative=end,
        exists=True,
        continuous=True,
        holds=holds,
        places=places,
        checks=checks,
        names=tuple(place.letters.named.items()),
    )
    return judged(done)


def _completeness(places: OneDerivative, holds: tuple[Relation, ...]) -> Completeness:
    missing = tuple(SWITCH.filled(condition=plain(one)) for one in places.undecided)
    if missing:
        return Completeness(State.PARTIAL, words.WHERE_STEPS_HOLD, missing)
    reason = words.EXAMINED if places.examined else words.EVERYWHERE
    return Completeness(State.COMPLETE, words.WHERE_STEPS_HOLD if holds else reason)


def _conditions(derivation: Derivation, places: OneDerivative) -> tuple[Relation, ...]:
    """What the steps need and neither the domain nor the list of exceptions says."""
    if not places.undecided:
        return ()
    return tuple(n for n in needed(derivation) if not implied(n, places.conditions))


def _to_the_end(derivation: Derivation, f: Tree, x: str, rules: Found) -> Derivation:
    """Led on to the form that `diff` gives, and like there to the seams of f."""
    steps = rules.result.derivations[-1].steps
    own = next((n for n, step in enumerate(steps) if step.rule == BY_DEFINITION), len(steps))
    if own == len(steps):
        return in_usual_form(derivation, f, x, written_out(rules))
    before = expression(steps[own].before)
    derivation = in_usual_form(derivation, f, x, before)
    if end_of(derivation) != before:
        return derivation
    return Derivation(derivation.start, (*derivation.steps, *steps[own:]))


def _without_rules(question: LimitDefQuestion, place: Place, stuck: NoDerivation) -> LimitDefAnswer:
    """A derivation that can be compared with no rules, or the quotient if there is none."""
    f = question.statement
    try:
        chain = derive(f, place)
    except NoMethod:
        unknown = Completeness(State.UNKNOWN, stuck.reason)
        return LimitDefAnswer(
            question=question,
            quotient=place.quotient(f),
            status=Status.PARTIAL,
            completeness=unknown,
            kind="undecided",
        )
    derivation = Checker(place.letters.named, Limits(f)).derivation(chain)
    end = end_of(derivation)
    checks = (
        Check("derivation", Finding(derivation.verdict, "each-step")),
        whole_check(f, (question.variable,), end),
    )
    completeness = Completeness(State.PARTIAL, words.WHERE_STEPS_HOLD, (stuck.reason,))
    found = LimitDefAnswer(
        question=question,
        quotient=place.quotient(f),
        status=Status.PARTIAL,
        completeness=completeness,
        approaches=(Approach("both", derivation),),
        derivative=end,
        exists=True,
        continuous=True,
        holds=needed(derivation),
        checks=checks,
        names=tuple(place.letters.named.items()),
    )
    return judged(found)


def _by_the_rules_only(
    question: LimitDefQuestion, place: Place, none: NoMethod, known: Tree, places: OneDerivative
) -> LimitDefAnswer:
    """No way from the definition is known: the value of the rules, compared with the quotient."""
    f = question.statement
    seen = Limits().check(place.start(f), known, {})
    if isinstance(none, TooLong):
        completeness = Completeness(State.PARTIAL, words.TOO_LONG)
    else:
        reason = words.NO_METHOD.filled(part=quoted(none.function))
        completeness = Completeness(State.PARTIAL, reason, (words.TRIED,))
    found = LimitDefAnswer(
        question=question, quotient=place.quotient(f), status=Status.PARTIAL,
        completeness=completeness,
        derivative=known, exists=True, continuous=True, places=places,
        checks=(whole_check(f, (question.variable,), known), Check("limit", seen)),
    )  # fmt: skip
    return judged(found)
