"""Critical points, and their result."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from calctool import budget
from calctool.api.asking.ask import Settings, answered
from calctool.api.asking.given import Assignments, Domain, Expressions, Given, Names, Value
from calctool.api.asking.keywords import with_keywords
from calctool.api.optimum import Optimum
from calctool.api.problem import explained
from calctool.api.values import At
from calctool.present.document import Steps
from calctool.solve import candidates as solved
from calctool.solve.typed import Typed
from calctool.words import Language

if TYPE_CHECKING:
    from sympy import Expr, Matrix


class CriticalPoint(Struct, frozen=True):
    """`why` makes the point a candidate, `test` names how its kind was found, `reason` tells it.

    `strict`: whether no point near by has the same value; None for other kinds than extrema.
    """

    at: At
    value: Expr | None
    kind: str
    why: str
    strict: bool | None
    test: str
    reason: str


class CriticalResult(Optimum):
    """The answer of `critical`."""

    @cached_property
    def points(self) -> tuple[CriticalPoint, ...]:
        """The critical points, with kinds and values."""
        return tuple(map(self._point, self._answer.points))

    @cached_property
    def gradient(self) -> tuple[Expr, ...]:
        """The partial derivatives in the order of the variables."""
        return tuple(self._values.evaluated(one.derivative) for one in self._answer.gradient)

    @cached_property
    def hessian(self) -> Matrix:
        """The matrix of second derivatives."""
        import sympy

        rows = self._answer.hessian
        return sympy.Matrix([[self._values.evaluated(entry) for entry in row] for row in rows])

    def _point(self, point: solved.CandidatePoint) -> CriticalPoint:
        values = self._values
        return CriticalPoint(
            values.at(point.at),
            values.exact(point.value),
            point.kind,
            point.why,
            point.strict,
            point.test.id,
            point.test.reason.say(values.language),
        )


RESULT = CriticalResult


@with_keywords
def critical(
    expression: Value,
    *,
    wrt: Names | None = None,
    domain: Domain | None = None,
    where: Assignments | None = None,
    assume: Value | Iterable[Value] | None = None,
    members: int | str | None = None,
    notation: str = "auto",
    plot: bool = False,
    window: Domain | None = None,
    plot_also: Expressions | None = None,
    steps: Steps = "brief",
    digits: int = budget.DIGITS,
    lang: Language = "en",
    timeout: float | None = None,
    max_memory: int | None = None,
) -> CriticalResult:
    """All critical points, each classified, with the least and the greatest value.

    All names but `wrt`, where that is given, are parameters: the result then has `cases`.
    """
    settings = Settings(plot, steps, digits, lang, timeout, max_memory)
    with explained(lang):
        given = Given()
        typed = Typed(
            given.text(expression, "expression"),
            wrt=given.names(wrt, "wrt"),
            domain=given.domains(domain),
            where=given.assigned(where, "where"),
            assume=given.texts(assume, "assume"),
            members=None if members is None else str(members),
            notation=notation,
            window=given.domains(window),
            beside=given.texts(plot_also, "plot_also"),
        )
        return answered(CriticalResult, "critical", typed, given, settings)
