"""The five questions as functions; their keywords are the options of the command line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.api.given import Assignments, Domain, Given, Names, Value, Values, Variable
from calctool.api.one_variable import DiffResult, LimitDefResult
from calctool.api.optimum import CriticalResult, LagrangeResult
from calctool.api.problem import explained
from calctool.api.result import Result
from calctool.api.variation import TableResult
from calctool.notation.problem import Problem
from calctool.present.document import Steps, Wishes
from calctool.run import worker
from calctool.run.allowed import allowed
from calctool.run.child import Bounds
from calctool.solve import typed as asked
from calctool.solve.answer import Status
from calctool.solve.typed import Typed
from calctool.solve.typed.options.values import choice, integer
from calctool.words import Language, Note
from calctool.words.faults.bridge import REAL_ROOT

if TYPE_CHECKING:
    from sympy.core.relational import Relational

Asked = TypeVar("Asked", bound=Result)


class _Settings(Struct, frozen=True):
    """The keywords that every function has."""

    plot: bool
    steps: Steps
    digits: int
    lang: Language
    timeout: float | None
    max_memory: int | None

    def wishes(self) -> Wishes:
        steps: Steps = choice("steps", self.steps, ("full", "brief", "none"))
        digits = integer("digits", str(self.digits), budget.DIGITS_RANGE)
        return Wishes(self.lang, steps, digits, self.plot)

    def bounds(self) -> Bounds:
        return allowed(self.timeout, self.max_memory)


def diff(
    expression: Value,
    *,
    wrt: Names | None = None,
    order: int | None = None,
    mixed: Names | None = None,
    of: Variable | None = None,
    at: Values | None = None,
    where: Assignments | None = None,
    notation: str = "auto",
    function: Names | None = None,
    plot: bool = False,
    steps: Steps = "brief",
    digits: int = budget.DIGITS,
    lang: Language = "en",
    timeout: float | None = None,
    max_memory: int | None = None,
) -> DiffResult:
    """Derivatives with their derivation: partial, higher, mixed, implicit (`of`), at a point."""
    settings = _Settings(plot, steps, digits, lang, timeout, max_memory)
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
        )
        return _answered(DiffResult, "diff", typed, given, settings)


def limit_def(
    expression: Value,
    *,
    wrt: Variable | None = None,
    at: Values | None = None,
    where: Assignments | None = None,
    notation: str = "auto",
    function: Names | None = None,
    plot: bool = False,
    steps: Steps = "brief",
    digits: int = budget.DIGITS,
    lang: Language = "en",
    timeout: float | None = None,
    max_memory: int | None = None,
) -> LimitDefResult:
    """The derivative worked out from lim (f(x+h) - f(x))/h, everywhere or at a point."""
    settings = _Settings(plot, steps, digits, lang, timeout, max_memory)
    with explained(lang):
        given = Given()
        typed = Typed(
            given.text(expression, "expression"),
            wrt=given.names(wrt, "wrt"),
            at=", ".join(given.assigned(at, "at")) or None,
            where=given.assigned(where, "where"),
            notation=notation,
            function=given.names(function, "function"),
        )
        return _answered(LimitDefResult, "limit-def", typed, given, settings)


def table(
    expression: Value,
    *,
    wrt: Variable | None = None,
    domain: Domain | None = None,
    where: Assignments | None = None,
    notation: str = "auto",
    plot: bool = False,
    steps: Steps = "brief",
    digits: int = budget.DIGITS,
    lang: Language = "en",
    timeout: float | None = None,
    max_memory: int | None = None,
) -> TableResult:
    """The variation table of a function of one variable, everywhere or on `domain`."""
    settings = _Settings(plot, steps, digits, lang, timeout, max_memory)
    with explained(lang):
        given = Given()
        typed = Typed(
            given.text(expression, "expression"),
            wrt=given.names(wrt, "wrt"),
            domain=given.domains(domain),
            where=given.assigned(where, "where"),
            notation=notation,
        )
        return _answered(TableResult, "table", typed, given, settings)


def critical(
    expression: Value,
    *,
    wrt: Names | None = None,
    domain: Domain | None = None,
    where: Assignments | None = None,
    notation: str = "auto",
    plot: bool = False,
    steps: Steps = "brief",
    digits: int = budget.DIGITS,
    lang: Language = "en",
    timeout: float | None = None,
    max_memory: int | None = None,
) -> CriticalResult:
    """All critical points, each classified, with the least and the greatest value."""
    settings = _Settings(plot, steps, digits, lang, timeout, max_memory)
    with explained(lang):
        given = Given()
        typed = Typed(
            given.text(expression, "expression"),
            wrt=given.names(wrt, "wrt"),
            domain=given.domains(domain),
            where=given.assigned(where, "where"),
            notation=notation,
        )
        return _answered(CriticalResult, "critical", typed, given, settings)


def lagrange(
    expression: Value,
    *,
    subject_to: str | Relational | Iterable[str | Relational],
    wrt: Names | None = None,
    where: Assignments | None = None,
    notation: str = "auto",
    plot: bool = False,
    steps: Steps = "brief",
    digits: int = budget.DIGITS,
    lang: Language = "en",
    timeout: float | None = None,
    max_memory: int | None = None,
) -> LagrangeResult:
    """Extrema under constraints with =, <= or >=, with their multipliers."""
    settings = _Settings(plot, steps, digits, lang, timeout, max_memory)
    with explained(lang):
        given = Given()
        typed = Typed(
            given.text(expression, "expression"),
            subject_to=given.texts(subject_to, "subject_to"),
            wrt=given.names(wrt, "wrt"),
            where=given.assigned(where, "where"),
            notation=notation,
        )
        return _answered(LagrangeResult, "lagrange", typed, given, settings)


def _answered(
    kind: type[Asked], command: str, typed: Typed, given: Given, settings: _Settings
) -> Asked:
    """The question asked of a process of its own; raises Problem when it makes no sense."""
    choice("lang", settings.lang, ("en", "zh"))
    wishes, bounds = settings.wishes(), settings.bounds()
    typed = replace(
        typed,
        function=[*typed.function, *given.functions],
        drawn=settings.plot,
        delta=settings.lang == "zh",
    )
    question = asked.question(command, typed)
    if given.has_real_roots:
        notes = (*question.notes, Note("note.real-root", REAL_ROOT))
        question = replace(question, notes=notes)
    answer = worker.answer(question, bounds, stays=True)
    if answer.status is Status.ERROR and answer.error is not None:
        raise Problem(answer.error[0])
    return kind(answer, wishes, given.symbols)
