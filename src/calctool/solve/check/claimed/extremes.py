"""Claims of least and greatest values beside what was found of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calctool.notation.tree import INFINITY, Negative, Sum, Tree, expression
from calctool.notation.walk import substitute
from calctool.rules.mistakes import BY_ID
from calctool.solve.check.claimed.feasible import is_asked_for, objection
from calctool.solve.check.claimed.match import (
    Coordinates,
    claimed_places,
    equal,
    placed,
    same_place,
)
from calctool.solve.check.claimed.points import named
from calctool.solve.check.claimed.record import Bound, Found, Listed
from calctool.solve.check.derivative.decimals import can_be_rounded
from calctool.solve.check.record import Missing
from calctool.solve.exact.order import order
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import rounded, shown
from calctool.solve.exact.values import exact, value_of
from calctool.solve.given import Claim
from calctool.words import Words
from calctool.words import checking as words


def judged_extremes(answer: Listed, claims: Sequence[Claim]) -> Found:
    """Claims of kind minimum and maximum."""
    wrong: list[Missing] = []
    mistakes: list[str] = []
    is_open = False
    for claim in claims:
        bound = answer.bounds[claim.kind or ""]
        said, id = _judged(answer, claim, bound)
        if said is None and id == "open":
            is_open = True
        elif said is not None:
            at = (placed(claim.at),) if claim.at is not None else ()
            wrong.append(Missing(said, at))
            mistakes.append(id)
    if _are_swapped(claims, answer.bounds):
        mistakes = ["lagrange.swapped"]
    known = [id for id in mistakes if id in BY_ID]
    return Found(tuple(wrong), (), named(*known), is_open)


def _judged(answer: Listed, claim: Claim, bound: Bound) -> tuple[Words | None, str]:
    """What is wrong with a claim, and the mistake; (None, "") where it is right."""
    if bound.attained is None or bound.value is None:
        return None, "open"
    infinite = bound.value.expr in (INFINITY, Negative(INFINITY))
    if claim.value is None:
        if not bound.attained:
            return None, ""
        return words.EXTREME_IS.filled(value=rounded(bound.value)), "extreme.value"
    if claim.value in (INFINITY, Negative(INFINITY)):
        is_so = infinite and claim.value == bound.value.expr
        return (None, "") if is_so else (words.EXTREME_IS.filled(value=rounded(bound.value)), "")
    claimed = exact(value_of(claim.value) or claim.value)
    if infinite:
        local = _is_local(answer, claimed, claim.kind)
        return words.UNBOUNDED, "extreme.local-as-global" if local else "extreme.unbounded"
    same = equal(claimed, bound.value)
    if same is None:
        return None, "open"
    if not same:
        if can_be_rounded(bound.value.expr, claim.value):
            return words.EXTREME_ROUNDED.filled(value=rounded(bound.value)), ""
        local = _is_local(answer, claimed, claim.kind)
        id = "extreme.local-as-global" if local else "extreme.value"
        if claim.at is not None and id == "extreme.value" and _value_is_elsewhere(answer, claim):
            id = "lagrange.value-not-at-point"
        return words.EXTREME_IS.filled(value=rounded(bound.value)), id
    if not bound.attained:
        return words.NOT_ATTAINED.filled(value=rounded(bound.value)), "extreme.not-attained"
    return _at_its_place(answer, claim, bound)


def _at_its_place(answer: Listed, claim: Claim, bound: Bound) -> tuple[Words | None, str]:
    """Of a value that is right: whether it is that of f at each place that is claimed."""
    is_open = False
    for at in claimed_places(claim):
        said, id = _there(answer, at, bound)
        if said is not None:
            return said, id
        is_open = is_open or id == "open"
    return None, "open" if is_open else ""


def _there(answer: Listed, at: Coordinates, bound: Bound) -> tuple[Words | None, str]:
    if any(same_place(placed(at), place) for place in bound.at):
        return None, ""
    found = objection(answer, at)
    if found is not None:
        return found
    value = value_of(substitute(expression(answer.question.statement), dict(at)))
    if value is None or bound.value is None:
        return None, "open"
    apart = order(Sum((value, Negative(bound.value.expr))))
    if apart:
        said = words.VALUE_THERE.filled(place=shown(placed(at)), value=rounded(exact(value)))
        return said, "lagrange.value-not-at-point"
    return None, "" if apart == 0 and is_asked_for(answer, at) else "open"


def _is_local(answer: Listed, claimed: Exact, kind: str | None) -> bool:
    return any(
        point.value is not None and point.kind == f"local-{kind}" and equal(claimed, point.value)
        for point in answer.points
    )


def _value_is_elsewhere(answer: Listed, claim: Claim) -> bool:
    assert claim.at is not None and claim.value is not None  # noqa: S101, PT018
    value = value_of(substitute(expression(answer.question.statement), dict(claim.at)))
    return value is not None and bool(order(Sum((value, Negative(claim.value)))))


def _are_swapped(claims: Sequence[Claim], bounds: Mapping[str, Bound]) -> bool:
    """Whether the least value is claimed to be the greatest, and the other way round."""
    other = {"minimum": "maximum", "maximum": "minimum"}
    values: dict[str, Tree] = {
        claim.kind or "": claim.value for claim in claims if claim.value is not None
    }
    if set(values) != set(other):
        return False
    found = []
    for kind, value in values.items():
        bound = bounds[other[kind]].value
        own = bounds[kind].value
        if bound is None or own is None or equal(bound, own) is not False:
            return False
        found.append(equal(exact(value_of(value) or value), bound))
    return all(found)
