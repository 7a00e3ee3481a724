"""Texts in another notation, put into plain notation before anything else looks at them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from msgspec import Struct
from msgspec.structs import replace

from calctool.commands import command as record_of
from calctool.notation.pasted import Notation, Pasted, notation_of, pasted
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import reads_as_it_stands
from calctool.notation.reading.typed import read
from calctool.notation.tokens.lexer import TYPED_BOUNDS, tokens
from calctool.solve.typed.options.values import choice
from calctool.words import Note
from calctool.words.notes import reading_note

if TYPE_CHECKING:
    from calctool.solve.typed.record import Typed

NOTATIONS = ("auto", *get_args(Notation))
NAMES = {
    "latex": "LaTeX", "sympy": "SymPy", "python": "Python", "mathematica": "Mathematica",
    "maxima": "Maxima", "excel": "a sheet's formula", "mathml": "MathML",
}  # fmt: skip
_CODE = ("python", "sympy", "mathematica", "excel")
"""Where a name of several letters is one name."""


class Plainly(Struct, frozen=True):
    """The question in plain notation, and how its texts were read."""

    typed: Typed
    notation: Notation
    notes: tuple[Note, ...]
    texts: tuple[Pasted, ...]

    def back(self, problem: Problem) -> Problem:
        """The problem with its place in what was pasted."""
        for text in self.texts:
            if problem.source in ("", text.plain):
                return text.back(problem)
        return problem


def plainly(command: str, typed: Typed) -> Plainly | None:
    """What was typed, in plain notation; None when all of it is plain already.

    Raises Problem for a text that its notation has no clear meaning for.
    """
    asked = choice("--notation", typed.notation, NOTATIONS)
    expression = _read(typed, typed.expression, asked, defines=typed.of is None)
    constraints = [_read(typed, text, asked, defines=False) for text in typed.subject_to]
    found = tuple(one for one in (expression, *constraints) if one is not None)
    if not found:
        return None
    new = replace(
        typed,
        expression=expression.plain if expression else typed.expression,
        subject_to=tuple(
            one.plain if one else text
            for one, text in zip(constraints, typed.subject_to, strict=True)
        ),
        whole=tuple(name for one in found if one.notation in _CODE for name in _names(one)),
    )
    notes = [_read_as(new, one) for one in found]
    notes += [note for one in found for note in one.notes]
    if expression is not None:
        new, more = _around(command, new, expression)
        notes += more
    return Plainly(new, found[0].notation, tuple(notes), found)


def _read(typed: Typed, text: str, asked: str, *, defines: bool) -> Pasted | None:
    if asked == "plain":
        return None
    try:
        notation = notation_of(text) if asked == "auto" else asked
        if notation is None or (asked == "auto" and reads_as_it_stands(text, typed.function)):
            return None
        functions = typed.function
        return pasted(text, notation, defines=defines, functions=functions)  # type: ignore[arg-type]
    except Problem as problem:
        problem.source = problem.source or text
        raise


def _names(one: Pasted) -> set[str]:
    """Names in code are whole: xy is no product there."""
    return {token.text for token in tokens(one.plain, TYPED_BOUNDS) if token.kind == "name"}


def _read_as(typed: Typed, one: Pasted) -> Note:
    try:
        functions = tuple(typed.function)
        reading = plain(read(one.plain, functions=functions, relation=True).statement)
    except Problem as problem:
        raise one.back(problem) from None
    return reading_note("note.read-notation", notation=NAMES[one.notation], reading=reading)


def _around(command: str, typed: Typed, one: Pasted) -> tuple[Typed, list[Note]]:
    """d/dx and the condition of the text are options of the question, where it has them."""
    if one.wrt is not None:
        if not record_of(command).takes_operator:
            raise Problem("latex.operator", hint="latex.operator", source=one.source)
        for option, given in (("--wrt", typed.wrt), ("--order", typed.order)):
            if given:
                raise Problem("usage.conflict", option=option, other=f"d/d{one.wrt}")
        order = one.order if one.order != "1" else None
        typed = replace(typed, wrt=(one.wrt,), order=order)
    return within(command, typed, one.domain)


def within(command: str, typed: Typed, conditions: Sequence[str]) -> tuple[Typed, list[Note]]:
    """The question where the conditions hold; a command without a domain leaves them out."""
    if not conditions:
        return typed, []
    said = ", ".join(conditions)
    is_interval = re.search("[<>]", said) and not re.search(r"≠|!=|∈|\\", said)
    has_domain = "domain" in record_of(command).keys
    if not has_domain or typed.domain or not is_interval:
        return typed, [reading_note("note.condition-left-out", typed=said)]
    return replace(typed, domain=tuple(conditions)), [reading_note("note.condition", typed=said)]
