"""Extrema under constraints, and their result."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from calctool import budget
from calctool.api.asking.ask import Settings, answered
from calctool.api.asking.given import Assignments, Domain, Given, Names, Value
from calctool.api.asking.keywords import with_keywords
from calctool.api.optimum import Optimum
from calctool.api.problem import explained
from calctool.api.values import At
from calctool.present.document import Steps
from calctool.solve import candidates as solved
from calctool.solve.typed import Typed
from calctool.words import Language

if TYPE_CHECKING:
    from sympy import Basic, Expr, Symbol
    from sympy.core.relational import Relational


class LagrangePoint(Struct, frozen=True):
    """`multipliers` are None where the gradients of the active constraints are dependent.

    `active` are the numbers, from 1, of the constraints that hold with equality.
    """

    at: At
    multipliers: At | None
    value: Expr | None
    kind: str
    regular: bool
    active: tuple[int, ...]
    test: str
    reason: str


class LagrangeResult(Optimum):
    """The answer of `lagrange`."""

    @cached_property
    def points(self) -> tuple[LagrangePoint, ...]:
        """The candidates, with multipliers, kinds and values."""
        return tuple(map(self._point, self._answer.points))

    @cached_property
    def lagrangian(self) -> Expr | None:
        """L in the variables and the multipliers; None where it was not come to."""
        given = self._answer.lagrangian
        return None if given is None else self._values.evaluated(given)

    @cached_property
    def multipliers(self) -> tuple[Symbol, ...]:
        """The letters of the multipliers, in the order of the constraints."""
        return tuple(map(self._values.symbol, self._answer.multipliers))

    @cached_property
    def constraints(self) -> tuple[Basic, ...]:
        """The constraints as they were read."""
        return tuple(map(self._values.as_written, self._answer.question.constraints))

    @cached_property
    def system(self) -> tuple[Basic, ...]:
        """The partial derivatives of L set to zero, with the constraints."""
        return tuple(map(self._values.as_written, self._answer.system))

    @property
    def feasible(self) -> bool | None:
        """False where it is proved that no point keeps all constraints; None where that is open."""
        found: bool | None = self._answer.feasible
        return found

    def _point(self, point: solved.CandidatePoint) -> LagrangePoint:
        values = self._values
        multipliers: Any = point.multipliers
        return LagrangePoint(
            values.at(point.at),
            None if multipliers is None else values.at(multipliers),
            values.exact(point.value),
            point.kind,
            point.regular,
            point.active,
            point.test.id,
            point.test.reason.say(values.language),
        )


RESULT = LagrangeResult


@with_keywords
def lagrange(
    expression: Value,
    *,
    subject_to: str | Relational | Iterable[str | Relational],
    wrt: Names | None = None,
    domain: Domain | None = None,
    where: Assignments | None = None,
    assume: Value | Iterable[Value] | None = None,
    notation: str = "auto",
    plot: bool = False,
    window: Domain | None = None,
    steps: Steps = "brief",
    digits: int = budget.DIGITS,
    lang: Language = "en",
    timeout: float | None = None,
    max_memory: int | None = None,
) -> LagrangeResult:
    """Extrema under constraints with =, <= or >=, with their multipliers; `domain` and parameters
    as of `critical`."""
    settings = Settings(plot, steps, digits, lang, timeout, max_memory)
    with explained(lang):
        given = Given()
        typed = Typed(
            given.text(expression, "expression"),
            subject_to=given.texts(subject_to, "subject_to"),
            wrt=given.names(wrt, "wrt"),
            domain=given.domains(domain),
            where=given.assigned(where, "where"),
            assume=given.texts(assume, "assume"),
            notation=notation,
            window=given.domains(window),
        )
        return answered(LagrangeResult, "lagrange", typed, given, settings)
