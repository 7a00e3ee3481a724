"""The subcommands: their names, the record of each, and where each keeps its parts.

A subcommand `name` has a record `commands.name`. One that answers a question has a module of that
name in each layer, looked up by `part`:

| layer | its module has |
|---|---|
| `solve.typed` | `question(typed)`: what was typed, as its question |
| `solve` | a folder; `answer(question)` in its `answering`: answers, more and more complete |
| `present` | `document(answer, wishes)` and `figure(answer, wishes)` |
| `render.wire` | `said(answer, language)` and `Result`: the JSON form |
"""

from functools import cache
from importlib import import_module
from typing import Any

from calctool.commands.record import Command

ANSWERED = ("diff", "limit-def", "table", "critical", "lagrange")
"""Those that answer a question, in the order of the help."""
COMMANDS = (*ANSWERED, "batch", "read", "rules", "schema")


@cache
def command(name: str) -> Command:
    """The record of one of COMMANDS."""
    found: Command = import_module(f"calctool.commands.{_module(name)}").COMMAND
    return found


def part(layer: str, name: str, *inside: str) -> Any:
    """The module that one of COMMANDS has in a layer, or one `inside` its folder, imported now."""
    if name not in COMMANDS:
        raise ValueError(name)
    return import_module(".".join(("calctool", layer, _module(name), *inside)))


def _module(name: str) -> str:
    return name.replace("-", "_")
