"""What was typed, as questions: every contradiction between its parts is found here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from calctool.notation.problem import Problem
from calctool.notation.tokens.joined import spelled_out
from calctool.solve.typed.record import Typed

if TYPE_CHECKING:
    from calctool.solve.question import Question
    from calctool.solve.typed.definition import Definition

__all__ = ["ANSWERED", "Typed", "question"]

ANSWERED = ("diff", "limit-def", "table", "critical", "lagrange")
"""The commands that answer questions."""

_VALUES_OF_VARIABLES = {
    "table": "leave-out", "critical": "leave-out", "lagrange": "constraint-instead"
}  # fmt: skip
"""What to do in place of giving a variable a value, where there is no --at."""


def question(command: str, typed: Typed) -> Question:
    """The question of a command of ANSWERED; raises Problem when its parts do not make one."""
    from calctool.solve.typed.pasted import plainly

    read = plainly(command, typed)
    try:
        if read is None:
            return _question(command, typed)
        asked = _question(command, read.typed)
        notes = tuple(dict.fromkeys((*read.notes, *asked.notes)))
        return replace(asked, source=typed.expression, notation=read.notation, notes=notes)
    except Problem as problem:
        from calctool.solve.typed.definition import definition

        if read is not None:
            problem = read.back(problem)
        elif typed.of is None and (found := definition(problem, typed.expression)):
            return _defined(command, typed, found)
        problem.facts["command"] = command
        problem.facts.setdefault("expression", typed.expression)
        if problem.hint == "joined-there":
            letter = str(problem.facts["letter"])
            problem.facts["written"] = spelled_out(typed.expression, letter)
        if problem.hint == "at-instead":
            problem.hint = _VALUES_OF_VARIABLES.get(command, problem.hint)
        raise


def _defined(command: str, typed: Typed, found: Definition) -> Question:
    """The question of the function that a left side names, where the condition says."""
    from calctool.solve.typed.pasted import within
    from calctool.words.notes import reading_note

    conditions = [found.condition] if found.condition else []
    new, notes = within(command, replace(typed, expression=found.function), conditions)
    if found.left:
        notes.insert(0, reading_note("note.left-side", typed=found.left))
    asked = question(command, new)
    return replace(asked, source=typed.expression, notes=(*notes, *asked.notes))


def _question(command: str, typed: Typed) -> Question:
    match command:
        case "diff":
            from calctool.solve.typed import diff

            return diff.question(typed)
        case "limit-def":
            from calctool.solve.typed import limit_def

            return limit_def.question(typed)
        case "table":
            from calctool.solve.typed import table

            return table.question(typed)
        case "critical":
            from calctool.solve.typed import critical

            return critical.question(typed)
        case "lagrange":
            from calctool.solve.typed import lagrange

            return lagrange.question(typed)
    raise ValueError(command)
