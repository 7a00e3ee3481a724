"""Derivatives, and their result."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

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
from calctool.api.optimum import Family
from calctool.api.problem import explained
from calctool.api.result import Result
from calctool.api.values import At
from calctool.notation.problem import Problem
from calctool.present.document import Steps
from calctool.solve import answer as solved
from calctool.solve.typed import Typed
from calctool.words import Language

if TYPE_CHECKING:
    from sympy import Basic, Expr, Symbol


class OneDerivative(Struct, frozen=True):
    """One derivative asked for; `conditions` say where it holds, `undefined_at` where f has none.

    `families` are points without a derivative that go on without end.
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
    left_between: tuple[Expr, Expr] | None = None
    right_between: tuple[Expr, Expr] | None = None
    """Limits inferior and superior of the difference quotient from a side where it has no limit."""
    derivative_left_between: tuple[Expr, Expr] | None = None
    derivative_right_between: tuple[Expr, Expr] | None = None
    """Those of a derivative that exists at the point and is not continuous there."""


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
                replace(
                    Family.of(
                        ((one.wrt[0], each.at),),
                        [(each.integer, each.reach)],
                        each.kind,
                        None,
                        values,
                    ),
                    left=values.along_row(each.left),
                    right=values.along_row(each.right),
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
            left_between=values.both(one.at.between[0]),
            right_between=values.both(one.at.between[1]),
            derivative_left_between=values.both(one.at.wanders[0]),
            derivative_right_between=values.both(one.at.wanders[1]),
        )

    def _derivations(self) -> Iterator[tuple[str, solved.Derivation]]:
        for one in self._answer.derivatives:
            for derivation in one.derivations:
                yield ", ".join(one.wrt), derivation

    def _formulas(self) -> Iterator[Any]:
        for one in self._answer.derivatives:
            yield one.derivative


RESULT = DiffResult


@with_keywords
def diff(
    expression: Value,
    *,
    wrt: Names | None = None,
    order: int | None = None,
    mixed: Names | None = None,
    of: Variable | None = None,
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
) -> DiffResult:
    """Derivatives with their derivation: partial, higher, mixed, implicit (`of`), at a point."""
    settings = Settings(plot, steps, digits, lang, timeout, max_memory)
    with explained(lang):
        given = Given()
        typed = Typed(
            given.text(expression, "expression"),
            wrt=given.names(wrt, "wrt"),
            order=None if order is None else str(order),
            mixed=", ".join(given.names(mixed, "mixed")) or None,
            of=None if of is None else given.name(of, "of"),
            at=", ".join(given.assigned(at, "at")) or None,
            where=given.assigned(where, "where"),
            notation=notation,
            function=given.names(function, "function"),
            window=given.domains(window),
            beside=given.texts(plot_also, "plot_also"),
        )
        return answered(DiffResult, "diff", typed, given, settings)
