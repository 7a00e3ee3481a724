"""What was typed for `read`: one expression or relation, and how it is understood."""

from __future__ import annotations

from collections.abc import Set

from msgspec import Struct
from msgspec.structs import replace

from calctool.notation.pasted import Notation
from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.tree import Statement
from calctool.solve.typed.options.parameters import names
from calctool.solve.typed.pasted import plainly
from calctool.solve.typed.record import Typed
from calctool.solve.typed.scope import scope
from calctool.words import Note


class Understood(Struct, frozen=True):
    """A text, the notation it is in, and what it says."""

    source: str
    notation: Notation
    statement: Statement
    notes: tuple[Note, ...]


def understood(typed: Typed, beside: Set[str] = frozenset()) -> Understood:
    """How calctool reads the expression; raises Problem where it does not.

    Names that stand `beside` it in a larger problem tell which of its own are products.
    """
    given = plainly("read", typed)
    new = typed if given is None else replace(given.typed, order=None)
    try:
        put: tuple[Note, ...] = ()
        if new.defined:
            from calctool.solve.typed.defined.putting_in import put_in

            new, put = put_in(new) or (new, ())
        functions = names(new.function)
        around = scope(new)
        around = around._replace(beside=around.beside | beside)
        reading = read(new.expression, functions=functions, relation=True, scope=around)
    except Problem as problem:
        raise problem if given is None else given.back(problem) from None
    notes = (*(given.notes if given is not None else ()), *put, *reading.notes)
    notation: Notation = "plain" if given is None else given.notation
    return Understood(typed.expression, notation, reading.statement, tuple(dict.fromkeys(notes)))
