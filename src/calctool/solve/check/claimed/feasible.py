"""Whether a claimed point is one at which f was asked for."""

from __future__ import annotations

from calctool.algebra.local.regular import is_outside
from calctool.notation.quoted import quoted
from calctool.notation.tree import Relation, expression
from calctool.solve.check.claimed.match import Coordinates, holds, placed
from calctool.solve.check.claimed.record import Listed
from calctool.solve.exact.rounding import shown
from calctool.solve.optimum.problem import sides
from calctool.solve.question import Stretch
from calctool.words import Words
from calctool.words import checking as words


def objection(answer: Listed, at: Coordinates) -> tuple[Words, str] | None:
    """What the point does not keep, with the mistake; None where nothing is known against it."""
    place = shown(placed(at))
    if is_outside(expression(answer.question.statement), dict(at)):
        return words.OUTSIDE_DOMAIN.filled(place=place), "critical.outside-domain"
    for relations, mistake in (
        (_constraints(answer), "lagrange.off-constraint"),
        (_sides(answer), "critical.outside-domain"),
    ):
        for each in relations:
            if holds((each,), at) is False:
                said = words.OFF_CONSTRAINT.filled(place=place, constraint=quoted(each))
                return said, mistake
    return None


def is_asked_for(answer: Listed, at: Coordinates) -> bool | None:
    """Whether all that was asked holds there; None where that is not known."""
    return holds((*_constraints(answer), *_sides(answer)), at)


def _constraints(answer: Listed) -> tuple[Relation, ...]:
    return answer.question.constraints if answer.constrained else ()


def _sides(answer: Listed) -> tuple[Relation, ...]:
    asked = getattr(answer.question, "domain", None)
    if isinstance(asked, Stretch):
        asked = ((answer.question.variable, asked),)
    return tuple(sides(asked or ()))
