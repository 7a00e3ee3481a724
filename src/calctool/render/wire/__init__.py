"""The JSON form of answers: strict, ASCII, versioned; keys and ids are never translated."""

import json
from typing import Any

import msgspec

from calctool.notation.problem import Problem
from calctool.present.problem import advice, sentence
from calctool.render.wire import contract, critical, diff, lagrange, limit_def, table
from calctool.render.wire.batch import BatchLine
from calctool.render.wire.contract import Answer
from calctool.solve.answer import DiffAnswer, LimitDefAnswer
from calctool.solve.optimum import CriticalAnswer, LagrangeAnswer
from calctool.solve.variation import TableAnswer
from calctool.version import __version__
from calctool.words import Language

_FORMS: tuple[Any, ...] = (
    Answer[contract.DiffResult],
    Answer[contract.LimitDefResult],
    Answer[contract.TableResult],
    Answer[contract.CriticalResult],
    Answer[contract.LagrangeResult],
)


Solved = DiffAnswer | LimitDefAnswer | TableAnswer | CriticalAnswer | LagrangeAnswer


def wired(given: Solved, language: Language, *, steps: bool = True) -> Answer[Any]:
    """An answer as the contract has it."""
    match given:
        case DiffAnswer():
            return diff.answer(given, language, steps=steps)
        case LimitDefAnswer():
            return limit_def.answer(given, language, steps=steps)
        case TableAnswer():
            return table.answer(given, language, steps=steps)
        case CriticalAnswer():
            return critical.answer(given, language, steps=steps)
        case LagrangeAnswer():
            return lagrange.answer(given, language, steps=steps)


def failure(problem: Problem, command: str | None, language: Language) -> Answer[Any]:
    """What is answered when the question could not be understood or calctool itself failed."""
    message = sentence(problem, language)
    span = (problem.span.start, problem.span.end) if problem.span else None
    return Answer(
        schema_version=contract.SCHEMA_VERSION,
        calctool=__version__,
        command=command,
        status="error",
        completeness=contract.Completeness(
            state="unknown", reason=message, missing=[], scope=None, undecided=[]
        ),
        verdict="undecided",
        checks=[],
        question=None,
        notes=[],
        result=None,
        names={},
        steps=[],
        error=contract.Error(
            id=problem.id, message=message, span=span, hint=advice(problem, language)
        ),
        seconds=0.0,
    )


def text(answer: Answer[Any]) -> str:
    """One strict JSON document in ASCII, with a newline at its end."""
    document = json.dumps(msgspec.to_builtins(answer), indent=2, allow_nan=False)
    return document.replace("\x7f", "\\u007f") + "\n"


def line(answer: Answer[Any]) -> bytes:
    """The same document on one line, without its newline."""
    document = json.dumps(msgspec.to_builtins(answer), allow_nan=False, separators=(",", ":"))
    return document.replace("\x7f", "\\u007f").encode("ascii")


def schema() -> dict[str, Any]:
    """The JSON Schema of an answer, one form for each command's result.

    `$defs` holds BatchLine too; the answer to such a line has the line's `id` as its first key.
    """
    (*forms, _), parts = msgspec.json.schema_components(
        (*_FORMS, BatchLine), ref_template="#/$defs/{name}"
    )
    for form in forms:
        answer = parts[form["$ref"].rpartition("/")[2]]
        answer["properties"] = {"id": {"description": "in a batch only"}, **answer["properties"]}
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "title": "calctool", "anyOf": list(forms), "$defs": parts}
