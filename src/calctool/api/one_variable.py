"""The answers of `diff` and `limit_def`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from calctool.api.optimum import Family
from calctool.api.problem import explained
from calctool.api.result import Result
from calctool.api.values import At
from calctool.notation.problem import Problem
from calctool.solve import answer as solved
from calctool.solve.exact.record import EVERY, Exact

if TYPE_CHECKING:
    from sympy import Basic, Expr, Symbol


class OneDerivative(Struct, frozen=True):
    """One derivative asked for; `conditions` say where it holds, `undefined_at` where f has none.

    `families` are points without a derivative that repeat for ever.
    At a point asked for: `exists` is None where that is not decided; `left` and `right` are the
    one-sided derivatives.
    """

    wrt: tuple[Symbol, ...]
    derivative: Any
    conditions: tuple[Basic, ...]
    undefined_at: tuple[Expr, ...]
    families: tuple[Family, ...] = ()
    at: At | None = None
    exists: bool | None = None
    value: Expr | None = None
    left: Expr | None = None
    right: Expr | None = None
    tangent: Expr | None = None


class DiffResult(Result):
    """The answer of `diff`."""

    @cached_property
    def derivatives(self) -> tuple[OneDerivative, ...]:
        """In the order of the variables; empty when the time was over before."""
        return tuple(map(self._one, self._answer.derivatives))

    @property
    def derivative(self) -> Any:
        """The only derivative, as an expression; None when the time was over before."""
        if len(self.derivatives) > 1:
            with explained(self._wishes.language):
                count = len(self.derivatives)
                raise Problem("api.several-derivatives", hint="use-derivatives", count=count)
        return self.derivatives[0].derivative if self.derivatives else None

    def _one(self, one: solved.OneDerivative) -> OneDerivative:
        values = self._values
        found: dict[str, Any] = {
            "wrt": tuple(map(values.symbol, one.wrt)),
            "derivative": values.evaluated(one.derivative),
            "conditions": tuple(map(values.as_written, (*one.conditions, *one.holds))),
            "undefined_at": tuple(
                values.exact(kink.at) for kink in one.undefined_at if kink.kind != "undecided"
            ),
            "families": tuple(
                Family.of(
                    ((one.wrt[0], each.at),), [(each.integer, EVERY)], each.kind, None, values
                )
                for each in one.families
                if each.kind != "undecided"
            ),
        }
        if one.at is None:
            return OneDerivative(**found)
        tangent = one.at.tangent
        return OneDerivative(
            **found,
            at=values.at(one.at.point),
            exists=one.at.exists,
            value=values.exact(one.at.value),
            left=values.exact(one.at.left),
            right=values.exact(one.at.right),
            tangent=None if tangent is None else values.evaluated(tangent),
        )

    def _derivations(self) -> Iterator[tuple[str, solved.Derivation]]:
        for one in self._answer.derivatives:
            for derivation in one.derivations:
                yield ", ".join(one.wrt), derivation

    def _formulas(self) -> Iterator[Any]:
        for one in self._answer.derivatives:
            yield one.derivative


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
        return self._exact(self._answer.at)

    @property
    def exists(self) -> bool | None:
        found: bool | None = self._answer.exists
        return found

    @property
    def continuous(self) -> bool | None:
        found: bool | None = self._answer.continuous
        return found

    @property
    def left(self) -> Expr | None:
        return self._exact(self._answer.left)

    @property
    def right(self) -> Expr | None:
        return self._exact(self._answer.right)

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
