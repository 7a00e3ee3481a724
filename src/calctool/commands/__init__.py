"""The subcommands: their names, the record of each, and where each keeps its parts.

A subcommand `name` has a record `commands.name`. One that answers a question has a module of that
name in each layer, looked up by `part` and `solver`:

| layer | its module has |
|---|---|
| `solve.typed` | `question(typed)`: what was typed, as its question |
| `solve` | a folder: `record` with the question and `Answer`, `answering` with `answer(question)` |
| `present` | `document`, `figure`, `found` `(answer, wishes)`; `found` is the page of a case |
|  | `task(question, language)`: the problem as a handout puts it |
| `api` | `RESULT`: what its answer is in Python |
| `render.wire` | `said(answer, language)` and `Result`: the JSON form |
"""

from functools import cache
from importlib import import_module
from typing import Any

from calctool.commands.record import Command

QUESTIONS = ("diff", "limit-def", "table", "critical", "lagrange")
"""Those that answer a question, in the order of the help."""
ANSWERED = (*QUESTIONS, "check")
"""Those that give an answer of their own: with the one that judges answers to QUESTIONS."""
COMMANDS = (*ANSWERED, "batch", "sheet", "repl", "mcp", "read", "rules", "schema")


@cache
def command(name: str) -> Command:
    """The record of one of COMMANDS."""
    found: Command = import_module(f"calctool.commands.{_module(name)}").COMMAND
    return found


def part(layer: str, name: str) -> Any:
    """The module that one of COMMANDS has in a layer, imported now."""
    if name not in COMMANDS:
        raise ValueError(name)
    return import_module(f"calctool.{layer}.{_module(name)}")


def solver(name: str, module: str) -> Any:
    """A module of the folder in `solve` that answers the questions of one of ANSWERED."""
    folder = command(name).solved_in or _module(name)
    return import_module(f"calctool.solve.{folder}.{module}")


def _module(name: str) -> str:
    return name.replace("-", "_")
