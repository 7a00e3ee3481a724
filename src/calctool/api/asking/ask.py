"""What all functions do with their keywords, the options of the command line: settle and ask."""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.api.asking.given import Given
from calctool.api.result import Result
from calctool.notation.problem import Problem
from calctool.present.document import Steps, Wishes
from calctool.run import worker
from calctool.run.allowed import allowed
from calctool.run.child import Bounds
from calctool.solve import question as solved
from calctool.solve import typed as asked
from calctool.solve.answer import Status, Told
from calctool.solve.typed import Typed
from calctool.solve.typed.options.values import choice, integer
from calctool.words import Language, Note
from calctool.words.faults.bridge import REAL_ROOT

Asked = TypeVar("Asked", bound=Result)


class Settings(Struct, frozen=True):
    """The keywords that every function has."""

    plot: bool
    steps: Steps
    digits: int
    lang: Language
    timeout: float | None
    max_memory: int | None

    def wishes(self, *, drawn: bool) -> Wishes:
        """How the answer is shown; Problem for a value that is not there."""
        choice("lang", self.lang, ("en", "zh"))
        steps: Steps = choice("steps", self.steps, ("full", "brief", "none"))
        digits = integer("digits", str(self.digits), budget.DIGITS_RANGE)
        return Wishes(self.lang, steps, digits, drawn)

    def bounds(self) -> Bounds:
        """The limits of time and memory; Problem where they are out of reach."""
        return allowed(self.timeout, self.max_memory)


def answered(
    kind: type[Asked], command: str, typed: Typed, given: Given, settings: Settings
) -> Asked:
    """The question asked of a process of its own; raises Problem when it makes no sense."""
    question = posed(command, typed, given, settings)
    answer = worker.answer(question, settings.bounds(), stays=True)
    return shown(kind, answer, settings.wishes(drawn=question.drawn), given)


def posed(command: str, typed: Typed, given: Given, settings: Settings) -> solved.Asked:
    """The question, still to be asked; Problem where it is none, or for a keyword's value."""
    drawn = settings.plot or bool(typed.window or typed.beside)
    settings.wishes(drawn=drawn), settings.bounds()
    typed = replace(
        typed,
        function=[*typed.function, *given.functions],
        drawn=drawn,
        delta=settings.lang == "zh",
    )
    question = asked.question(command, typed)
    if given.has_real_roots:
        notes = (*question.notes, Note("note.real-root", REAL_ROOT))
        question = replace(question, notes=notes)
    return question


def shown(kind: type[Asked], answer: Told, wishes: Wishes, given: Given) -> Asked:
    """The answer as a result; raises Problem for one that says only what is wrong."""
    if answer.status is Status.ERROR and answer.error is not None:
        raise Problem(answer.error[0])
    return kind(answer, wishes, given.symbols)
