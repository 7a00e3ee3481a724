"""A line that defines a name or a function, read; nothing is put in yet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_names
from calctool.notation.reading.typed import read
from calctool.notation.tree import Applied, Name, Relation
from calctool.solve.typed.defined.putting_in import mentioned
from calctool.solve.typed.reading import understood
from calctool.solve.typed.record import Defined, Typed
from calctool.words import Note

_LEFT = re.compile(r"\s*(?P<name>[^\s()（），,]+)\s*(?:[(（](?P<of>[^()（）]*)[)）])?\s*")


def define(line: str, known: Iterable[Defined]) -> tuple[Defined, tuple[Note, ...]]:
    """What `name := …` or `f(x, y) := …` defines, and how its right side was read.

    Raises Problem where one side cannot be read or the name would stand for itself.
    """
    left, _, right = line.partition(":=")
    name, arguments = _left(left)
    others = [one for one in known if one.name != name]
    functions = [one.name for one in others if one.arguments is not None]
    whole = [one.name for one in others if one.arguments is None]
    if arguments is not None:
        functions.append(name)
    typed = Typed(right, function=functions, whole=[name, *whole, *(arguments or ())])
    read = understood(typed)
    if isinstance(read.statement, Relation):
        raise Problem("define.relation", source=right)
    made = Defined(name, arguments, read.statement)
    _refuse_circle(made, {one.name: one for one in (*others, made)})
    return made, read.notes


def _left(text: str) -> tuple[str, tuple[str, ...] | None]:
    """The name, and the arguments of a function."""
    found = _LEFT.fullmatch(text)
    if found is None:
        raise _refused(text)
    try:
        (name,) = read_names(found["name"])
        if found["of"] is None:
            arguments = None
            taken = read(name).statement == Name(name)
        else:
            arguments = read_names(found["of"])
            call = read(f"{name}({', '.join(arguments)})", functions=(name,)).statement
            taken = isinstance(call, Applied) and call.function == name
            taken = taken and len(set(arguments)) == len(arguments) and name not in arguments
    except (Problem, ValueError):
        raise _refused(text) from None
    if not taken:
        raise _refused(text)
    return name, arguments


def _refused(text: str) -> Problem:
    return Problem("define.left", hint="a-definition", left=text.strip()[:40])


def _refuse_circle(made: Defined, known: dict[str, Defined]) -> None:
    """A name that is reached from its own definition stands for nothing."""
    waiting, seen = [made], set()
    while waiting:
        one = waiting.pop()
        for name in mentioned(one.body).difference(one.arguments or ()):
            if name == made.name:
                raise Problem("define.circle", name=name)
            if name in known and name not in seen:
                seen.add(name)
                waiting.append(known[name])
