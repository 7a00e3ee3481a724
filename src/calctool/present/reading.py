"""How a text is read, as a document: plain, as a formula, as LaTeX, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from calctool.notation.printing.latex import latex
from calctool.notation.printing.plain import plain
from calctool.notation.tree import Name, Number, Relation, Statement, Tree
from calctool.present.document import Block, Document, Formula, Grid, Note, Prose, Text
from calctool.solve.typed.reading import Understood
from calctool.words import Language, Words, reading


def document(read: Understood, language: Language) -> Document:
    """The page of `calctool read`."""
    return Document(tuple(_blocks(read, language)))


def _blocks(read: Understood, language: Language) -> Iterator[Block]:
    yield Formula(read.statement, caption=_said(reading.FORMULA, language))
    yield Prose(_verbatim(plain(read.statement)), caption=_said(reading.PLAIN, language))
    yield Prose(_verbatim(latex(read.statement)), caption=_said(reading.LATEX, language))
    yield Prose(_verbatim(read.notation), caption=_said(reading.NOTATION, language))
    head = (_said(reading.NODE, language), _said(reading.PART, language))
    rows = tuple(
        (Text(f"{'· ' * depth}{kind}"), Text("{0}", (tree,)))
        for depth, kind, tree in _nodes(read.statement, 0)
    )
    yield Grid(head, rows)
    for note in read.notes:
        yield Note("note", Text(note.words.say(language).replace("{", "{{").replace("}", "}}")))


def _nodes(statement: Statement, depth: int) -> Iterator[tuple[int, str, Statement]]:
    """Every node with its depth, parents first."""
    yield depth, kind(statement), statement
    sides = _children(statement)
    yield from chain.from_iterable(_nodes(child, depth + 1) for child in sides)


def kind(statement: Statement) -> str:
    """The name of a node's kind, as sum, power, call of sin."""
    name = type(statement).__name__.lower()
    function = getattr(statement, "function", "")
    return f"{name} {function}".rstrip()


def _children(statement: Statement) -> tuple[Tree, ...]:
    if isinstance(statement, Relation):
        return (statement.left, statement.right)
    return () if isinstance(statement, Name | Number) else tuple(statement.children)


def _said(words: Words, language: Language) -> Text:
    return Text(words.say(language))


def _verbatim(text: str) -> Text:
    return Text(text.replace("{", "{{").replace("}", "}}"))
