"""For which letters a derivative at a point is what its derivation says."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.domain.reduction import opposite
from calctool.notation.printing.plain import plain
from calctool.solve.answer import AtPoint, Completeness, State, Status
from calctool.solve.derivation.engine import NoDerivation
from calctool.solve.limits.asked import by_rules
from calctool.solve.limits.checked import end_of
from calctool.solve.limits.record import LimitDefAnswer, LimitDefQuestion
from calctool.solve.limits.usual_form import in_usual_form
from calctool.solve.validity.at_values import at_values
from calctool.solve.validity.judged import chain_of
from calctool.words.proofs.completeness import SWITCH


def in_letters(found: LimitDefAnswer) -> LimitDefAnswer:
    """With what happens for letters for which the steps do not hold; it is missing where that is
    not known."""
    if found.status is Status.ERROR or not found.exists or len(found.approaches) != 1:
        return found
    at = _at_point(found.question)
    known = at is not None and at.exists and at.value is not None
    if at is None or at.value is None or not known:
        return _open(found) if found.holds else found
    (one,) = found.approaches
    derivation = in_usual_form(
        one.derivation, found.question.statement, found.question.variable, at.value.expr
    )
    if end_of(derivation) != at.value.expr:
        return _open(found) if found.holds else found
    return replace(
        found,
        approaches=(replace(one, derivation=derivation),),
        derivative=at.value.expr,
        value=at.value,
        holds=(),
        by_letters=at if at.seams else None,
    )


def _at_point(question: LimitDefQuestion) -> AtPoint | None:
    """As `diff` finds it."""
    f = question.statement
    found = by_rules(f, question.variable)
    if isinstance(found, NoDerivation):
        return None
    chain = chain_of(found.result, f, found.names)
    return at_values(chain, found.result, dict(question.at), question.assumed)


def _open(found: LimitDefAnswer) -> LimitDefAnswer:
    missing = tuple(SWITCH.filled(condition=plain(opposite(each))) for each in found.holds)
    told = found.completeness
    told = Completeness(State.PARTIAL, told.reason, (*told.missing, *missing))
    return replace(found, completeness=told)
