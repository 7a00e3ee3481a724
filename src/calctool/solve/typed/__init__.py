"""What was typed, as questions: every contradiction between its parts is found here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calctool import commands
from calctool.commands import ANSWERED
from calctool.notation.problem import Problem
from calctool.notation.tokens.joined import spelled_out
from calctool.solve.typed.record import Typed

if TYPE_CHECKING:
    from calctool.solve.question import Asked
    from calctool.solve.typed.definition import Definition
    from calctool.words import Note

__all__ = ["ANSWERED", "Typed", "question"]


def question(command: str, typed: Typed) -> Asked:
    """The question of a command of ANSWERED; raises Problem when its parts do not make one."""
    if commands.command(command).judges:
        # Its expression is that of another question, which is read as such.
        asked = _question(command, typed)
        if typed.defined:
            from calctool.solve.typed.defined.putting_in import refuse_in_answer

            refuse_in_answer(asked, typed.defined)
        return asked
    from calctool.solve.typed.pasted import plainly

    read = plainly(command, typed)
    try:
        plain = typed if read is None else read.typed
        with_defined, put = _with_defined(plain)
        asked = _question(command, with_defined)
        if with_defined is typed:
            return asked
        notes = tuple(dict.fromkeys((*(read.notes if read else ()), *put, *asked.notes)))
        notation = read.notation if read else asked.notation
        return replace(asked, source=typed.expression, notation=notation, notes=notes)
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
            problem.hint = _instead_of_a_value(commands.command(command).keys)
        raise


def _with_defined(typed: Typed) -> tuple[Typed, tuple[Note, ...]]:
    """The question with what was defined put in, and the notes that say so."""
    if typed.defined:
        from calctool.solve.typed.defined.putting_in import put_in

        found = put_in(typed)
        if found is not None:
            return found
    return typed, ()


def _defined(command: str, typed: Typed, found: Definition) -> Asked:
    """The question of the function that a left side names, where the condition says."""
    from calctool.solve.typed.pasted import within
    from calctool.words.notes import reading_note

    conditions = [found.condition] if found.condition else []
    new, notes = within(command, replace(typed, expression=found.function), conditions)
    if found.left:
        notes.insert(0, reading_note("note.left-side", typed=found.left))
    asked = question(command, new)
    return replace(asked, source=typed.expression, notes=(*notes, *asked.notes))


def _question(command: str, typed: Typed) -> Asked:
    asked: Asked = commands.part("solve.typed", command).question(typed)
    if not typed.window and not typed.beside:
        return asked
    from calctool.solve.typed.options.view import viewed

    view, notes = viewed(typed, asked)
    return replace(asked, view=view, notes=tuple(dict.fromkeys((*asked.notes, *notes))))


def _instead_of_a_value(keys: Sequence[str]) -> str:
    """What to do in place of giving a variable a value."""
    if "at" in keys:
        return "at-instead"
    return "constraint-instead" if "subject_to" in keys else "leave-out"
