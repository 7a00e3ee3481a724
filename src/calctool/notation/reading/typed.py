"""What a user typed: text in, trees and notes out; what is surely meant is read with a note."""

import re
from collections.abc import Callable, Collection
from typing import NamedTuple, NoReturn

from calctool.notation.bounds import check
from calctool.notation.node import Node
from calctool.notation.problem import Problem
from calctool.notation.reading import mistakes, names, questions
from calctool.notation.reading.grammar import Grammar
from calctool.notation.reading.parser import another, one_name, placed, statement_of
from calctool.notation.tokens.characters import unquoted
from calctool.notation.tokens.joined import ALONE, Scope
from calctool.notation.tokens.lexer import TYPED_BOUNDS
from calctool.notation.tree import Relation, Statement, Tree
from calctool.notation.walk import interned
from calctool.words import Note

_SENTENCE_END = re.compile(r"(?<=[^\s.,;])\s*[.,。]\s*\Z")
_SENTENCE_ENDS = frozenset(".,。")
"""The comma or full stop of the sentence that a formula stood in."""


class Reading(NamedTuple):
    """A statement, how its doubtful places were read, and the undefined functions in it."""

    statement: Statement
    notes: tuple[Note, ...]
    functions: frozenset[str]


def read(
    text: str, *, functions: Collection[str] = (), relation: bool = False, scope: Scope = ALONE
) -> Reading:
    """Read what a user typed: one expression, or with `relation` also one equation.

    What can only have been meant in one way is read with a note. Raises Problem, with its place
    in `text`, for anything else that cannot be used; its hint is the text to type, where that is
    known and can be read.

    >>> found = read("1/2x")
    >>> plain(found.statement), [note.id for note in found.notes]
    ('1/2*x', ['note.quotient-then-product'])
    """

    def whole(typed: str) -> Reading:
        if typed.rstrip()[-1:] in _SENTENCE_ENDS:
            typed = _SENTENCE_END.sub("", typed)
        questions.refuse(typed, scope)
        g = Grammar(typed, TYPED_BOUNDS, functions, scope=scope)
        statement = statement_of(g, relation)
        check(statement)
        if g.met:
            mistakes.refuse_letter_and_function(g, statement.names)
        names.note_indices(g, scope)
        if isinstance(statement, Node):
            statement = interned(statement)
        return Reading(statement, tuple(g.notes), frozenset(g.met))

    try:
        return whole(text)
    except Problem as problem:
        problem.source = problem.source or text
        return _as_meant(text, problem, whole)


def _as_meant(text: str, problem: Problem, reading: Callable[[str], Reading]) -> Reading:
    """The only reading that a wrong text can have; else the problem, with what to type instead."""
    from calctool.notation.meant import meant
    from calctool.words.notes import reading_note

    if problem.id in questions.ASKED:
        return _with_readable_hint(problem, reading)
    found = meant(text, problem, reading)
    if found is None:
        raise problem
    if found.sure:
        (typed,) = found.texts
        read_so = reading(typed)
        note = reading_note("note.read-as", typed=text.strip(), reading=typed)
        return read_so._replace(notes=(note, *read_so.notes))
    also = {"joined": "write-or-rename", "product-or-function": "write-or-function"}
    other = also.get(problem.hint or "") if problem.id in _OF_NAMES else None
    problem.offer(*found.texts)
    if other and problem.hint == "write":
        problem.hint = other
    raise problem


_OF_NAMES = ("syntax.joined-function", "syntax.unknown-function")


def _with_readable_hint(problem: Problem, reading: Callable[[str], Reading]) -> NoReturn:
    """Raises the problem; what its hint says to type has been read."""
    of = problem.facts.get("of")
    if of is not None:
        try:
            reading(str(of))
        except Problem as inner:
            from calctool.notation.meant import meant

            found = meant(str(of), inner, reading)
            problem.facts["of"] = found.texts[0] if found else None
            problem.hint = problem.hint if found else None
    raise problem


def read_value(text: str, *, functions: Collection[str] = ()) -> Tree:
    """Read the value of an option, such as `pi/2`."""
    statement = read(text, functions=functions).statement
    assert not isinstance(statement, Relation)  # noqa: S101 (read() refuses relations)
    return statement


def read_assignments(text: str, *, functions: Collection[str] = ()) -> dict[str, Tree]:
    """Read `x=1, y=2`, or one value without a name, which stands under the empty name."""
    text = unquoted(text)

    def whole() -> dict[str, Tree]:
        g = Grammar(text, TYPED_BOUNDS, functions)
        if not any(token.kind == "relation" for token in g.tokens):
            return {"": read_value(text, functions=functions)}
        found: dict[str, Tree] = {}
        while True:
            name = one_name(g)
            if name in found:
                raise Problem("option.assigned-twice", g.tokens[g.at - 1].span, name=name)
            if g.token.text != "=":
                raise Problem("option.assignment", g.token.span, hint="assignment")
            g.advance()
            found[name] = g.sum()
            check(found[name])
            if not another(g):
                return found

    return placed(text, whole)
