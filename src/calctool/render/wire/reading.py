"""The JSON of `calctool read`: the text as typed, and what it says in each form."""

from __future__ import annotations

import json

import msgspec

from calctool.notation.printing.latex import latex
from calctool.notation.printing.plain import plain, question_text
from calctool.notation.tree import Name, Number, Relation, Statement
from calctool.render.wire.contract import SCHEMA_VERSION, Note, Record
from calctool.solve.typed.reading import Understood
from calctool.version import __version__
from calctool.words import Language


class Node(Record):
    """`kind` is that of the tree (sum, product, call …); `name` a function, name or number."""

    kind: str
    name: str
    parts: list[Node]


class Read(Record):
    """How a text was read."""

    schema_version: int
    calctool: str
    command: str
    source: str
    notation: str
    expr: str
    latex: str
    tree: Node
    notes: list[Note]


def text(read: Understood, language: Language) -> str:
    """One strict JSON document in ASCII, with a newline at its end."""
    found = Read(
        schema_version=SCHEMA_VERSION,
        calctool=__version__,
        command="read",
        source=read.source,
        notation=read.notation,
        expr=question_text(read.statement),
        latex=latex(read.statement),
        tree=node(read.statement),
        notes=[Note(id=note.id, text=note.words.say(language)) for note in read.notes],
    )
    return json.dumps(msgspec.to_builtins(found), indent=2, allow_nan=False) + "\n"


def node(statement: Statement) -> Node:
    """A tree as data."""
    kind = type(statement).__name__.lower()
    match statement:
        case Relation(left, sign, right):
            return Node(kind=kind, name=sign, parts=[node(left), node(right)])
        case Name() | Number():
            return Node(kind=kind, name=plain(statement), parts=[])
    name = getattr(statement, "function", "") or getattr(statement, "id", "")
    return Node(kind=kind, name=name, parts=[node(child) for child in statement.children])
