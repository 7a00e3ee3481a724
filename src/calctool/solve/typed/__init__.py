"""What was typed, as questions: every contradiction between its parts is found here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calctool.notation.joined import spelled_out
from calctool.notation.problem import Problem
from calctool.solve.typed.record import Typed

if TYPE_CHECKING:
    from calctool.solve.question import Question

__all__ = ["ANSWERED", "Typed", "question"]

ANSWERED = ("diff", "limit-def", "table", "critical", "lagrange")
"""The commands that answer questions."""

_VALUES_OF_VARIABLES = {
    "table": "leave-out", "critical": "leave-out", "lagrange": "constraint-instead"
}  # fmt: skip
"""What to do in place of giving a variable a value, where there is no --at."""


def question(command: str, typed: Typed) -> Question:
    """The question of a command of ANSWERED; raises Problem when its parts do not make one."""
    try:
        return _question(command, typed)
    except Problem as problem:
        from calctool.solve.typed.definition import offer_right_side

        offer_right_side(problem, typed.expression, command)
        problem.facts["command"] = command
        problem.facts.setdefault("expression", typed.expression)
        if problem.hint == "joined-there":
            letter = str(problem.facts["letter"])
            problem.facts["written"] = spelled_out(typed.expression, letter)
        if problem.hint == "at-instead":
            problem.hint = _VALUES_OF_VARIABLES.get(command, problem.hint)
        raise


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
