"""Somebody's answer, judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from calctool import budget
from calctool.api.asking.ask import Settings, answered
from calctool.api.asking.given import Assignments, Domain, Given, Names, Value, Variable
from calctool.api.asking.given import Values as Places
from calctool.api.asking.keywords import with_keywords
from calctool.api.problem import explained
from calctool.api.result import Result
from calctool.api.values import At
from calctool.present.document import Steps
from calctool.solve.typed import Typed
from calctool.solve.typed.record import Judged
from calctool.words import Language

if TYPE_CHECKING:
    from sympy import Expr

    from calctool.solve.answer import Derivation


class Witness(Struct, frozen=True):
    """A point at which the answer and the right one differ; None is no value there."""

    at: At
    given: Expr | None
    right: Expr | None


class Mistake(Struct, frozen=True):
    """A mistake that leads exactly to the answer; `certain` where no other one does.

    `id` never changes; `where` is the part of the question in which it was made.
    """

    id: str
    text: str
    where: Expr | None
    certain: bool


class CheckResult(Result):
    """The verdict of `check` on an answer."""

    @property
    def judgement(self) -> str:
        """right, right-on-part, rounded, unfinished, incomplete, wrong or undecided."""
        found = self._answer.judgement
        return "undecided" if found is None else str(found.verdict)

    @property
    def accepted(self) -> bool:
        """Whether the judgement is one of those that count as right."""
        return bool(self._answer.accepted)

    @cached_property
    def witness(self) -> Witness | None:
        """What refutes the answer, where a point does."""
        found = self._answer.judgement and self._answer.judgement.witness
        if not found or self._answer.question.hide_witness:
            return None
        values = self._values
        return Witness(values.at(found.at), values.exact(found.given), values.exact(found.right))

    @cached_property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The mistakes that were found in it."""
        found = self._answer.judgement.mistakes if self._answer.judgement else ()
        language = self._wishes.language
        return tuple(
            Mistake(
                one.mistake.id,
                one.mistake.words.say(language),
                None if one.where is None else self._values.evaluated(one.where),
                one.certain,
            )
            for one in found
        )

    @property
    def first_wrong_line(self) -> int | None:
        """Of `lines`: the number, from 1, of the first one that is wrong."""
        found: int | None = self._answer.first_wrong_line
        return found

    def _derivations(self) -> Iterator[tuple[str, Derivation]]:
        return iter(())


RESULT = CheckResult


@with_keywords
def check(
    question: str,
    expression: Value,
    *,
    answer: Any = None,
    lines: Iterable[str] = (),
    wrt: Names | None = None,
    order: int | None = None,
    mixed: Names | None = None,
    of: Variable | None = None,
    at: Places | None = None,
    domain: Domain | None = None,
    subject_to: Any = None,
    where: Assignments | None = None,
    assume: Value | Iterable[Value] | None = None,
    function: Names | None = None,
    hide_right: bool = False,
    hide_witness: bool = False,
    accept: str | Iterable[str] = (),
    form: str | None = None,
    notation: str = "auto",
    steps: Steps = "brief",
    digits: int = budget.DIGITS,
    lang: Language = "en",
    timeout: float | None = None,
    max_memory: int | None = None,
) -> CheckResult:
    """Whether an answer to a question of another command is right, and if not, where and why.

    `answer` is text in any notation, a SymPy object, or claims as a line of a batch has them;
    `lines` are those of a derivation instead.
    """
    settings = Settings(False, steps, digits, lang, timeout, max_memory)
    with explained(lang):
        given = Given()
        typed = Typed(
            given.text(expression, "expression"),
            wrt=given.names(wrt, "wrt"),
            order=None if order is None else str(order),
            mixed=", ".join(given.names(mixed, "mixed")) or None,
            of=None if of is None else given.name(of, "of"),
            at=", ".join(given.assigned(at, "at")) or None,
            domain=given.domains(domain),
            subject_to=given.texts(subject_to, "subject_to"),
            where=given.assigned(where, "where"),
            assume=given.texts(assume, "assume"),
            function=given.names(function, "function"),
            notation=notation,
            judged=Judged(
                question,
                given.claimed(answer),
                tuple(lines),
                hide_right,
                hide_witness,
                (accept,) if isinstance(accept, str) else tuple(accept),
                form,
            ),
        )
        return answered(CheckResult, "check", typed, given, settings)
