"""The JSON form of answers: strict, ASCII, versioned; keys and ids are never translated."""

import json
from typing import Any

import msgspec

from calctool.commands import ANSWERED, part
from calctool.notation.problem import Problem
from calctool.present.problem import advice, sentence
from calctool.render.wire import contract
from calctool.render.wire.batch import BatchLine
from calctool.render.wire.cases import form, with_cases
from calctool.render.wire.contract import Answer
from calctool.render.wire.derivation import Said, completeness, error
from calctool.render.wire.derivation import check as one_check
from calctool.version import __version__
from calctool.words import Language


def wired(given: Any, language: Language, *, steps: bool = True) -> Answer[Any]:
    """An answer as the contract has it; without `steps` the derivation is left out."""
    said: Said = part("render.wire", given.question.command).said(given, language)
    return Answer(
        schema_version=contract.SCHEMA_VERSION,
        calctool=__version__,
        command=given.question.command,
        status=given.status.value,
        completeness=completeness(given.completeness, language),
        verdict=given.verdict.value,
        checks=[one_check(one) for one in given.checks],
        question=said.question,
        notes=[contract.Note(id=note.id, text=note.words.say(language)) for note in given.notes],
        result=with_cases(given, said, language),
        names={name: said.formulas.math(tree) for name, tree in given.names},
        steps=list(said.steps()) if steps else [],
        error=error(given, language),
        seconds=round(given.seconds, 6),
    )


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
    answers = [Answer[form(command)] for command in ANSWERED]  # type: ignore[misc]
    (*forms, _), parts = msgspec.json.schema_components(
        (*answers, BatchLine), ref_template="#/$defs/{name}"
    )
    for ref in forms:
        answer = parts[ref["$ref"].rpartition("/")[2]]
        answer["properties"] = {"id": {"description": "in a batch only"}, **answer["properties"]}
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "title": "calctool", "anyOf": list(forms), "$defs": parts}
