"""What comes of a call of a tool: the answer in short, or why there is none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.cli.assistants.tools import NAMES, READ, Reading, Short, keys
from calctool.notation.printing.latex import latex
from calctool.notation.printing.plain import question_text
from calctool.notation.problem import Problem
from calctool.present import reading as reading_page
from calctool.present.answers import document
from calctool.present.document import Document, Wishes
from calctool.render import wire
from calctool.render.forms import Terminal, rendered
from calctool.render.problem import drawn
from calctool.render.wire import contract
from calctool.render.wire.reading import node
from calctool.run import worker
from calctool.run.batch.request import Request, requested
from calctool.run.child import Bounds, Fault
from calctool.solve.typed import question
from calctool.solve.typed.reading import understood
from calctool.words import Language

_WIDTH = 100


class Settings(Struct, frozen=True):
    """What holds for every call; none can ask for more than `bounds`."""

    bounds: Bounds
    language: Language = "en"


class Outcome(Struct, frozen=True):
    """The page of an answer and its JSON; or, without JSON, what is wrong."""

    text: str
    structured: dict[str, Any] | None = None


def called(name: str, given: Mapping[str, Any], settings: Settings) -> Outcome:
    """The outcome of a call; never raises."""
    language = given.get("lang")
    language = language if language in ("en", "zh") else settings.language
    try:
        return _called(name, given, replace(settings, language=language))
    except Problem as problem:
        return Outcome(drawn(problem, language, _WIDTH))
    except (Fault, Exception):
        return Outcome(drawn(Problem("internal.fault", hint="report"), language, _WIDTH))


def _called(name: str, given: Mapping[str, Any], settings: Settings) -> Outcome:
    if name not in NAMES:
        raise Problem("usage.unknown-command", hint="all-commands", command=name[:60])
    _refuse_large(given)
    own = {key: value for key, value in given.items() if value is not None}
    flag = "tree" if name == READ else "steps"
    extra = _flag(own, flag)
    _refuse_unknown(own, ("expr", *keys(name), flag))
    asked = requested(
        {**own, "command": "diff" if name == READ else name},
        1,
        settings.language,
        extra,
        settings.bounds.timeout,
    )
    return _read(asked, extra) if name == READ else _answered(asked, settings, steps=extra)


def _refuse_large(given: Mapping[str, Any]) -> None:
    try:
        size = len(json.dumps(given))
    except (RecursionError, ValueError):
        size = budget.LINE_BYTES + 1
    if size > budget.LINE_BYTES:
        raise Problem("request.too-long", most=budget.LINE_BYTES)


def _flag(own: dict[str, Any], key: str) -> bool:
    """A key that no line of a batch has."""
    found = own.pop(key, False)
    if not isinstance(found, bool):
        raise Problem("request.flag", key=key)
    return found


def _refuse_unknown(own: Mapping[str, Any], known: tuple[str, ...]) -> None:
    listed = ", ".join(known)
    for key in own:
        if key not in known:
            raise Problem("request.unknown-key", hint="batch-keys", key=key[:40], known=listed)


def _answered(asked: Request, settings: Settings, *, steps: bool) -> Outcome:
    language = asked.language
    posed = question(asked.command, asked.typed)
    told = worker.answer(posed, replace(settings.bounds, timeout=asked.timeout), stays=True)
    answer = wire.wired(told, language, steps=steps)
    short: Short[Any] = Short(
        status=answer.status,
        completeness=answer.completeness,
        verdict=answer.verdict,
        result=answer.result,
        notes=answer.notes,
        error=answer.error,
        steps=answer.steps if steps else msgspec.UNSET,
    )
    wishes = Wishes(language, "brief" if steps else "none", asked.digits or budget.DIGITS)
    return _outcome(document(told, wishes), short)


def _read(asked: Request, whole: bool) -> Outcome:
    read = understood(asked.typed)
    language = asked.language
    short = Reading(
        source=read.source,
        notation=read.notation,
        expr=question_text(read.statement),
        latex=latex(read.statement),
        notes=[contract.Note(id=note.id, text=note.words.say(language)) for note in read.notes],
        tree=node(read.statement) if whole else msgspec.UNSET,
    )
    return _outcome(replace(reading_page.document(read, language), language=language), short)


def _outcome(page: Document, short: contract.Record) -> Outcome:
    text = rendered(page, "text", Terminal(width=_WIDTH)).rstrip("\n")
    return Outcome(text, msgspec.to_builtins(short))
