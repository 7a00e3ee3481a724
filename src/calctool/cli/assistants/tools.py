"""The tools: their names, what goes in and what comes out, all of it from the one contract."""

from __future__ import annotations

from functools import cache
from typing import Any, Generic, Literal, TypeVar

import msgspec
from msgspec import Struct

from calctool.commands import ANSWERED
from calctool.commands import command as record_of
from calctool.render.wire.batch import BatchLine
from calctool.render.wire.cases import form
from calctool.render.wire.contract import Completeness, Error, Note, Record, Step, VerdictName
from calctool.render.wire.reading import Node
from calctool.words.doors import assistants as words
from calctool.words.help import cli as options

READ = "read"
NAMES = (*ANSWERED, READ)
_EVERYWHERE = ("notation", "digits", "lang", "timeout")
_OF_READING = ("notation", "function", "lang")
_JUDGED = ("question", "answer", "lines", "hide_right", "hide_witness", "accept", "form")

Result = TypeVar("Result")


class Short(Record, Generic[Result]):
    """An answer without its derivation, which `steps` adds; the keys are those of an answer."""

    status: Literal["complete", "partial", "stopped", "error"]
    completeness: Completeness
    verdict: VerdictName
    result: Result | None
    notes: list[Note]
    error: Error | None
    steps: list[Step] | msgspec.UnsetType = msgspec.UNSET


class Reading(Record):
    """How a text is read; `tree` only where it is asked for."""

    source: str
    notation: str
    expr: str
    latex: str
    notes: list[Note]
    tree: Node | msgspec.UnsetType = msgspec.UNSET


class Tool(Struct, frozen=True):
    """A tool as the protocol describes it."""

    name: str
    description: str
    takes: dict[str, Any]
    gives: dict[str, Any]


def keys(name: str) -> tuple[str, ...]:
    """The keys that a tool takes besides `expr`, as a line of a batch has them."""
    return _OF_READING if name == READ else (*record_of(name).keys, *_EVERYWHERE)


@cache
def tools() -> tuple[Tool, ...]:
    """All of them, in the order of the help."""
    return tuple(Tool(name, _description(name), _takes(name), _gives(name)) for name in NAMES)


def _description(name: str) -> str:
    record = record_of(name)
    said = [f"{record.summary.en}.", words.ABOUT.get(name, "")]
    return " ".join(filter(None, said))


def _takes(name: str) -> dict[str, Any]:
    whole = _schema(BatchLine)
    known = whole["properties"]
    needed = ("question", "expr") if record_of(name).judges else ("expr",)
    chosen = {key: dict(known[key]) for key in dict.fromkeys((*needed, *keys(name)))}
    for key, form_of_it in chosen.items():
        if said := _meaning(key):
            form_of_it["description"] = said
        form_of_it.pop("default", None)
    if name == READ:
        chosen["tree"] = {"type": "boolean", "description": words.TREE}
    else:
        chosen["steps"] = {"type": "boolean", "description": words.STEPS}
    return {
        "type": "object",
        "properties": chosen,
        "required": list(needed),
        "additionalProperties": False,
    }


def _meaning(key: str) -> str:
    found = options.OPTIONS.get("--" + key.replace("_", "-"))
    return words.KEYS.get(key) or (found.en if found else "")


def _gives(name: str) -> dict[str, Any]:
    kind: Any = Reading if name == READ else Short[form(name)]  # type: ignore[misc]
    return _schema(kind)


def _schema(kind: Any) -> dict[str, Any]:
    """The JSON Schema of a record, an object at its root as the protocol wants it."""
    whole = msgspec.json.schema(kind)
    parts: dict[str, Any] = whole["$defs"]
    root: dict[str, Any] = parts[whole["$ref"].rpartition("/")[2]]
    return {**root, "$defs": parts} if len(parts) > 1 else root
