"""The answer of `calctool limit-def` in the JSON form."""

from typing import Any

import msgspec

from calctool.render.wire import contract as wire
from calctool.render.wire.cases import Comparison
from calctool.render.wire.derivation import Said, question, step, whole
from calctool.render.wire.diff import Seam, by_letters, one_derivative
from calctool.render.wire.domain import domain
from calctool.render.wire.formula import Formulas
from calctool.solve.answer import Status
from calctool.solve.exact.record import Exact
from calctool.solve.limits.record import Approach, Beside, LimitDefAnswer
from calctool.words import Language
from calctool.words.limits import SIDES


class Extended(wire.Record):
    """f with its limit as its value at the point."""

    value: wire.Math
    exists: bool | None
    derivative: wire.Math | None
    left: wire.Math | None
    right: wire.Math | None
    left_between: wire.Between | msgspec.UnsetType = msgspec.UNSET
    right_between: wire.Between | msgspec.UnsetType = msgspec.UNSET


class LimitDefResult(wire.Record):
    wrt: str
    at: wire.Math | None
    quotient: wire.Math
    exists: bool | None
    derivative: wire.Math | None
    left: wire.Math | None
    right: wire.Math | None
    continuous: bool | None
    left_between: wire.Between | msgspec.UnsetType = msgspec.UNSET
    right_between: wire.Between | msgspec.UnsetType = msgspec.UNSET
    function_left_between: wire.Between | msgspec.UnsetType = msgspec.UNSET
    function_right_between: wire.Between | msgspec.UnsetType = msgspec.UNSET
    function_left: wire.Math | msgspec.UnsetType = msgspec.UNSET
    function_right: wire.Math | msgspec.UnsetType = msgspec.UNSET
    extended: Extended | msgspec.UnsetType = msgspec.UNSET
    domain: wire.Domain | msgspec.UnsetType = msgspec.UNSET
    undefined_at: list[wire.Math] | msgspec.UnsetType = msgspec.UNSET
    families: list[wire.Family] | msgspec.UnsetType = msgspec.UNSET
    seams: list[Seam] | msgspec.UnsetType = msgspec.UNSET
    at_when: list[list[Comparison]] | msgspec.UnsetType = msgspec.UNSET
    at_seams: list[Seam] | msgspec.UnsetType = msgspec.UNSET


Result = LimitDefResult


def said(given: LimitDefAnswer, language: Language) -> Said:
    """The whole answer; derivations from two sides are a step each, with steps of their own."""
    asked = given.question
    names = asked.statement.names.union(asked.wrt, (name for name, _ in given.names))
    inner = (one.derivation.steps for one in given.approaches)
    used = (step.before.names for steps in inner for step in steps)
    formulas = Formulas(names.union(given.quotient.names, *used))
    return Said(
        question(asked.as_diff(), language),
        _result(given, formulas) if _is_answered(given) else None,
        formulas,
        lambda: _steps(given, formulas, language),
    )


def _is_answered(given: LimitDefAnswer) -> bool:
    return given.status is not Status.ERROR and bool(given.checks)


def _result(given: LimitDefAnswer, formulas: Formulas) -> LimitDefResult:
    def exact(value: Exact | None) -> wire.Math | None:
        return formulas.exact(value) if value else None

    found = formulas.math(given.derivative) if given.derivative is not None else None
    return LimitDefResult(
        wrt=given.question.variable,
        at=exact(given.at),
        quotient=formulas.math(given.quotient),
        exists=given.exists,
        derivative=exact(given.value) if given.value is not None else found,
        left=exact(given.left),
        right=exact(given.right),
        continuous=given.continuous,
        **_places(given, formulas),
        **_beside(given.beside, formulas),
        **({} if given.by_letters is None else by_letters(given.by_letters, formulas)),
    )


def _beside(found: Beside | None, formulas: Formulas) -> dict[str, Any]:
    """The limits of f where it has no value, and what it is with its limit as its value."""
    if found is None:
        return {}
    limits = (("function_left", found.left), ("function_right", found.right))
    made: dict[str, Any] = {key: formulas.exact(limit) for key, limit in limits if limit}
    made |= formulas.both_sides(found.wanders, "function_")
    if found.extended is not None and found.limit is not None:
        own = found.extended
        values = (own.value, own.left, own.right)
        derivative, left, right = (formulas.exact(each) if each else None for each in values)
        sides = formulas.both_sides(own.between)
        limit = formulas.exact(found.limit)
        made["extended"] = Extended(limit, own.exists, derivative, left, right, **sides)
    return made


def _places(given: LimitDefAnswer, formulas: Formulas) -> dict[str, Any]:
    """Where what is said holds, and the points without a derivative, as `diff` has them."""
    needed = tuple(dict.fromkeys((*given.conditions, *given.holds)))
    sides = {
        **formulas.both_sides(given.between),
        **formulas.both_sides(given.wanders, "function_"),
    }
    if given.places is None:
        return {"domain": domain(needed, None, formulas), **sides} if needed else dict(sides)
    one = one_derivative(given.places, formulas)
    return {
        **sides,
        "domain": domain(needed, given.places.domain, formulas),
        "undefined_at": one.undefined_at,
        "families": one.families,
        "seams": one.seams,
    }


def _steps(given: LimitDefAnswer, formulas: Formulas, language: Language) -> list[wire.Step]:
    if len(given.approaches) == 1:
        derivation = given.approaches[0].derivation
        return [step(inner, formulas, language) for inner in derivation.steps]
    return [_side(one, formulas, language) for one in given.approaches]


def _side(one: Approach, formulas: Formulas, language: Language) -> wire.Step:
    made = whole(one.derivation, "", formulas, language)
    return msgspec.structs.replace(
        made, rule="one-sided-limit", title=SIDES[one.side].say(language)
    )
