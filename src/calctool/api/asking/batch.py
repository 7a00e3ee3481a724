"""Many questions at once, as the lines of a batch; each is answered in a process of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from calctool import budget
from calctool.api.asking.ask import Settings, posed, shown
from calctool.api.asking.given import Given
from calctool.api.asking.keywords import with_keywords
from calctool.api.problem import Problem, explained
from calctool.api.result import Result
from calctool.commands import part
from calctool.notation.problem import Problem as Told
from calctool.present.document import Steps
from calctool.run import several
from calctool.run.batch.request import requested
from calctool.run.child import Fault
from calctool.solve.question import Asked
from calctool.solve.typed.options.values import integer
from calctool.words import Language


class _Posed(Struct, frozen=True):
    """A question, still to be asked, and how its answer is shown."""

    question: Asked
    given: Given
    settings: Settings


@with_keywords
def batch(
    questions: Iterable[Mapping[str, Any]],
    *,
    workers: int | None = None,
    plot: bool = False,
    steps: Steps = "brief",
    digits: int = budget.DIGITS,
    lang: Language = "en",
    timeout: float | None = None,
    max_memory: int | None = None,
) -> list[Result | Problem]:
    """A result for each question, in their order; a Problem in its place where there is none.

    A question has the keys of a line of `calctool batch`, {"command": "diff", "expr": "x^2"};
    their values may be SymPy objects, as the functions take them. `timeout`, `lang` and `digits`
    of a question are its own.
    """
    settings = Settings(plot, steps, digits, lang, timeout, max_memory)
    with explained(lang):
        settings.wishes(drawn=plot)
        count = several.cores() if workers is None else workers
        count = integer("workers", str(count), budget.WORKERS_RANGE)
        bounds = settings.bounds()
    read = [
        _read(keys, number, settings, bounds.timeout)
        for number, keys in enumerate(questions, start=1)
    ]
    asked = [one for one in read if isinstance(one, _Posed)]
    heard = several.answers([(one.question, one.settings.bounds()) for one in asked], count)
    return list(_in_order(read, heard))


def _read(
    keys: Mapping[str, Any], number: int, settings: Settings, timeout: float
) -> _Posed | Problem:
    language = settings.lang
    try:
        if not isinstance(keys, Mapping):
            raise Told("batch.not-an-object", hint="batch-example", line=number)
        given = Given()
        plain = dict(_as_text(keys, given))
        if plain.get("lang") in ("en", "zh"):
            language = plain["lang"]
        request = requested(plain, number, language, True, timeout)
        own = Settings(
            settings.plot,
            settings.steps,
            request.digits or settings.digits,
            language,
            request.timeout,
            settings.max_memory,
        )
        return _Posed(posed(request.command, request.typed, given, own), given, own)
    except Told as told:
        return Problem(told, language)


def _as_text(keys: Mapping[str, Any], given: Given) -> Iterator[tuple[str, Any]]:
    """The keys as JSON has them."""
    for key, value in keys.items():
        if value is None:
            continue
        match key:
            case "expr":
                yield key, given.text(value, key)
            case "wrt" | "function" | "mixed":
                yield key, given.names(value, key)
            case "of":
                yield key, given.name(value, key)
            case "at":
                yield key, ", ".join(given.assigned(value, key))
            case "where":
                yield key, given.assigned(value, key)
            case "domain":
                yield key, given.domains(value)
            case "subject_to":
                yield key, given.texts(value, key)
            case "answer":
                yield key, given.claimed(value)
            case _:
                yield key, value


def _in_order(
    read: list[_Posed | Problem], heard: Iterator[several.Heard]
) -> Iterator[Result | Problem]:
    for one in read:
        yield one if isinstance(one, Problem) else _result(one, next(heard))


def _result(one: _Posed, heard: several.Heard) -> Result | Problem:
    try:
        with explained(one.settings.lang):
            if isinstance(heard, Told | Fault):
                raise heard
            kind: type[Result] = part("api", heard.question.command).RESULT
            return shown(kind, heard, one.settings.wishes(drawn=one.question.drawn), one.given)
    except Problem as problem:
        return problem
