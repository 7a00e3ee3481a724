"""A derivative from its definition, and its result."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from calctool import budget
from calctool.api.asking.ask import Settings, answered
from calctool.api.asking.given import (
    Assignments,
    Domain,
    Expressions,
    Given,
    Names,
    Value,
    Variable,
)
from calctool.api.asking.given import Values as Places
from calctool.api.asking.keywords import with_keywords
from calctool.api.problem import explained
from calctool.api.result import Result
from calctool.present.document import Steps
from calctool.solve import answer as solved
from calctool.solve.exact.record import Exact
from calctool.solve.typed import Typed
from calctool.words import Language

if TYPE_CHECKING:
    from sympy import Expr


class LimitDefResult(Result):
    """The answer of `limit_def`; `exists`, `left`, `right`, `continuous` are for a point."""

    @cached_property
    def derivative(self) -> Expr | None:
        """A function of the variable, or the value at the point; None where there is none."""
        given = self._answer
        if given.value is not None:
            found: Expr | None = self._values.exact(given.value)
        elif given.derivative is not None:
            found = self._values.evaluated(given.derivative)
        else:
            found = None
        return found

    @cached_property
    def quotient(self) -> Expr:
        """(f(x+h) - f(x))/h, as it is written."""
        found: Expr = self._values.as_written(self._answer.quotient)
        return found

    @property
    def at(self) -> Expr | None:
        """The point asked for; None for the derivative as a function."""
        return self._exact(self._answer.at)

    @property
    def exists(self) -> bool | None:
        """Whether there is a derivative at the point; None where that is not known."""
        found: bool | None = self._answer.exists
        return found

    @property
    def continuous(self) -> bool | None:
        """Whether f is continuous at the point; None where that is not known."""
        found: bool | None = self._answer.continuous
        return found

    @property
    def left_between(self) -> tuple[Expr, Expr] | None:
        """Limits inferior and superior of the quotient from the left, where it has no limit."""
        return self._values.both(self._answer.between[0])  # type: ignore[no-any-return]

    @property
    def right_between(self) -> tuple[Expr, Expr] | None:
        """Those from the right."""
        return self._values.both(self._answer.between[1])  # type: ignore[no-any-return]

    @property
    def left(self) -> Expr | None:
        """The limit from the left, where the sides were taken apart."""
        return self._exact(self._answer.left)

    @property
    def right(self) -> Expr | None:
        """The limit from the right, where the sides were taken apart."""
        return self._exact(self._answer.right)

    @property
    def limit(self) -> Expr | None:
        """The limit of f at a point at which it has no value; None where there is none."""
        found = self._answer.beside
        return None if found is None else self._exact(found.limit)

    @property
    def extended_derivative(self) -> Expr | None:
        """That of f with its limit as its value there, where it exists."""
        found = self._answer.beside
        given = None if found is None else found.extended
        return None if given is None else self._exact(given.value)

    def _exact(self, value: Exact | None) -> Expr | None:
        found: Expr | None = self._values.exact(value)
        return found

    def _derivations(self) -> Iterator[tuple[str, solved.Derivation]]:
        for approach in self._answer.approaches:
            yield self._answer.question.variable, approach.derivation

    def _formulas(self) -> Iterator[Any]:
        given = self._answer
        if given.value is not None:
            yield given.value.expr
        elif given.derivative is not None:
            yield given.derivative


RESULT = LimitDefResult


@with_keywords
def limit_def(
    expression: Value,
    *,
    wrt: Variable | None = None,
    at: Places | None = None,
    where: Assignments | None = None,
    notation: str = "auto",
    function: Names | None = None,
    plot: bool = False,
    window: Domain | None = None,
    plot_also: Expressions | None = None,
    steps: Steps = "brief",
    digits: int = budget.DIGITS,
    lang: Language = "en",
    timeout: float | None = None,
    max_memory: int | None = None,
) -> LimitDefResult:
    """The derivative worked out from lim (f(x+h) - f(x))/h, everywhere or at a point."""
    settings = Settings(plot, steps, digits, lang, timeout, max_memory)
    with explained(lang):
        given = Given()
        typed = Typed(
            given.text(expression, "expression"),
            wrt=given.names(wrt, "wrt"),
            at=", ".join(given.assigned(at, "at")) or None,
            where=given.assigned(where, "where"),
            notation=notation,
            function=given.names(function, "function"),
            window=given.domains(window),
            beside=given.texts(plot_also, "plot_also"),
        )
        return answered(LimitDefResult, "limit-def", typed, given, settings)
