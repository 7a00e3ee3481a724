"""Variation tables, and their result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from msgspec import Struct

from calctool import budget
from calctool.api.asking.ask import Settings, answered
from calctool.api.asking.given import Assignments, Domain, Expressions, Given, Value, Variable
from calctool.api.asking.keywords import with_keywords
from calctool.api.optimum import Extreme, Family
from calctool.api.problem import explained
from calctool.api.result import Result
from calctool.present.document import Steps
from calctool.solve import variation as solved
from calctool.solve.answer import Condition, Derivation
from calctool.solve.typed import Typed
from calctool.words import Language

if TYPE_CHECKING:
    from sympy import Basic, Expr, Set

_TRENDS = {1: "increasing", -1: "decreasing", 0: "constant"}
_SHAPES = {1: "up", -1: "down", 0: "none"}


class TablePoint(Struct, frozen=True):
    """A point where something happens; `value` is None where f is not defined."""

    x: Expr
    kinds: tuple[str, ...]
    value: Expr | None
    left_limit: Expr | None
    right_limit: Expr | None


class TableInterval(Struct, frozen=True):
    """An open interval between neighbouring points; None where a sign is not decided."""

    start: Expr
    end: Expr
    trend: str | None
    concavity: str | None


class Asymptote(Struct, frozen=True):
    """`line` is x = a or y = a*x + b; `side` is where the graph comes near it."""

    kind: str
    line: Basic
    side: str


class TableResult(Result):
    """The answer of `table`; what was not come to is None or empty."""

    @cached_property
    def derivative(self) -> Expr | None:
        return self._derivative(self._answer.derivative)

    @cached_property
    def second_derivative(self) -> Expr | None:
        return self._derivative(self._answer.second)

    @cached_property
    def domain(self) -> Set | None:
        """Where the function has a value, as a set of SymPy."""
        if self._answer.domain is None:
            return None
        import sympy

        intervals = [
            sympy.Interval(
                self._values.exact(one.start),
                self._values.exact(one.end),
                not one.closed[0],
                not one.closed[1],
            )
            for one in self._answer.domain
        ]
        return sympy.Union(*intervals)

    @cached_property
    def period(self) -> Expr | None:
        return None if self._answer.period is None else self._values.evaluated(self._answer.period)

    @cached_property
    def points(self) -> tuple[TablePoint, ...]:
        return tuple(map(self._point, self._answer.points))

    @cached_property
    def intervals(self) -> tuple[TableInterval, ...]:
        return tuple(map(self._interval, self._answer.intervals))

    @cached_property
    def asymptotes(self) -> tuple[Asymptote, ...]:
        return tuple(
            Asymptote(one.kind, self._values.evaluated(one.line), one.side)
            for one in self._answer.asymptotes
        )

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """Infinitely many points, one for each whole number; `points` holds those of one period."""
        name = self._answer.question.variable
        return tuple(
            Family.of(
                () if one.at is None else ((name, one.at),),
                [(one.integer, one.reach)],
                one.kind,
                one.value,
                self._values,
                one.row,
                () if one.rounded is None else ((name, one.rounded),),
            )
            for one in self._answer.families
        )

    @cached_property
    def minimum(self) -> Extreme | None:
        """The least value, or the bound that is not attained."""
        return self._extreme(self._answer.minimum)

    @cached_property
    def maximum(self) -> Extreme | None:
        return self._extreme(self._answer.maximum)

    @cached_property
    def zeros(self) -> tuple[Expr, ...] | None:
        """The zeros of the function, where they were asked for."""
        if self._answer.roots is None:
            return None
        return tuple(self._values.exact(root.at) for root in self._answer.roots)

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """The names that stand for any number."""
        return tuple(self._answer.question.parameters)

    @cached_property
    def required(self) -> Basic | None:
        """The parameters for which the function is as `when` asks, as a condition of SymPy."""
        return self._condition(self._answer.required)

    @cached_property
    def required_open(self) -> Basic | None:
        """The parameters for which that is not decided; false where it is for all."""
        return self._condition(
            None if self._answer.required is None else self._answer.required_open
        )

    def _condition(self, groups: Condition | None) -> Basic | None:
        if groups is None:
            return None
        import sympy

        return sympy.Or(*(sympy.And(*map(self._values.as_written, each)) for each in groups))

    def at(self, **values: Any) -> Self:
        """The case that holds for these values of the parameters; the result itself where it has no
        cases. Raises ValueError where none holds, or that is not decided."""
        return self._at(**values)

    def _derivative(self, one: Any) -> Expr | None:
        return None if one is None else self._values.evaluated(one.derivative)

    def _point(self, point: solved.TablePoint) -> TablePoint:
        exact = self._values.exact
        return TablePoint(
            exact(point.at),
            tuple(point.kinds),
            exact(point.value),
            exact(point.left),
            exact(point.right),
        )

    def _interval(self, one: solved.TableInterval) -> TableInterval:
        exact = self._values.exact
        trend = None if one.sign is None else _TRENDS[one.sign]
        shape = None if one.concavity is None else _SHAPES[one.concavity]
        return TableInterval(exact(one.start), exact(one.end), trend, shape)

    def _extreme(self, found: solved.Extreme | None) -> Extreme | None:
        if found is None:
            return None
        name = self._answer.question.variable
        places = tuple(((name, at),) for at in found.at)
        return Extreme.of(found, places, self._values)

    def _derivations(self) -> Iterator[tuple[str, Derivation]]:
        for one in (self._answer.derivative, self._answer.second):
            for derivation in one.derivations if one is not None else ():
                yield self._answer.question.variable, derivation


RESULT = TableResult


@with_keywords
def table(
    expression: Value,
    *,
    wrt: Variable | None = None,
    domain: Domain | None = None,
    where: Assignments | None = None,
    assume: Value | Iterable[Value] | None = None,
    zeros: bool = False,
    when: str | None = None,
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
) -> TableResult:
    """The variation table of a function of one variable, everywhere or on `domain`.

    All names but `wrt` are parameters: the result then has `cases`.
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
            zeros=zeros,
            when=when,
            members=None if members is None else str(members),
            notation=notation,
            window=given.domains(window),
            beside=given.texts(plot_also, "plot_also"),
        )
        return answered(TableResult, "table", typed, given, settings)
