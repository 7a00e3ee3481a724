"""Text of calctool's own notation, made of pieces that know where they come from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from calctool.notation.node import Span
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_plain
from calctool.words import Note

Notation: TypeAlias = Literal[
    "plain", "latex", "sympy", "python", "mathematica", "maxima", "excel", "mathml"
]


class Piece(NamedTuple):
    """Some signs of plain text, and the columns of the pasted text that they stand for."""

    text: str
    start: int
    end: int


Run: TypeAlias = list[Piece]


def bracketed(run: Run) -> Run:
    """(run), with both brackets at its edges."""
    start = min((piece.start for piece in run), default=0)
    end = max((piece.end for piece in run), default=0)
    return [Piece("(", start, min(start + 1, end)), *run, Piece(")", max(end - 1, start), end)]


def text_of(run: Run) -> str:
    return "".join(piece.text for piece in run)


def as_read(run: Run) -> str:
    """The run as calctool prints it; as it stands where it cannot be read alone."""
    text = joined("plain", "", run).plain
    try:
        return plain(read_plain(text))
    except Problem:
        return text


def quotient(above: Run, below: Run, span: Span) -> Run:
    return bracketed([*bracketed(above), Piece("/", *span), *bracketed(below)])


def needs(template: str) -> int:
    """How many arguments a template takes; 0 for any number."""
    numbers = [int(part[0]) for part in template.split("{")[1:] if part[0].isdigit()]
    return max(numbers, default=-1) + 1


def filled(template: str, arguments: list[Run], span: Span) -> Run:
    """The template with {0}, {1}, … put in; {*} is all of them with commas."""
    found: Run = []
    rest = template
    while rest:
        literal, opened, rest = rest.partition("{")
        if literal:
            found.append(Piece(literal, *span))
        if opened:
            which, _, rest = rest.partition("}")
            chosen = arguments if which == "*" else [arguments[int(which)]]
            for at, argument in enumerate(chosen):
                found += [Piece(", ", *span)] if at else []
                found += argument
    return found


class Pasted(Struct, frozen=True):
    """What a pasted text says in plain notation.

    `columns` has, for each character of `plain`, the columns of `source` that it comes from;
    `wrt`, `domain` and `left` are what stands around the formula: d/dx, x > 0, the names in f(x) =.
    """

    notation: Notation
    source: str
    plain: str
    columns: tuple[tuple[int, int], ...]
    notes: tuple[Note, ...] = ()
    wrt: str | None = None
    order: str | None = None
    domain: tuple[str, ...] = ()

    def back(self, problem: Problem) -> Problem:
        """The problem with its place in the pasted text."""
        if problem.source in ("", self.plain):
            problem.source = self.source
            if problem.span is not None and self.columns:
                first = min(problem.span.start, len(self.columns) - 1)
                last = max(min(problem.span.end, len(self.columns)) - 1, first)
                problem.span = Span(self.columns[first][0], self.columns[last][1])
        return problem

    def with_note(self, note: Note) -> Pasted:
        return replace(self, notes=(*self.notes, note))


def joined(notation: Notation, source: str, run: Iterable[Piece]) -> Pasted:
    """The pieces in a row, with a blank between those that would otherwise be one word."""
    parts: list[str] = []
    columns: list[tuple[int, int]] = []
    last = ""
    for text, start, end in run:
        if last and text and _is_word(last) and _is_word(text[0]):
            parts.append(" ")
            columns.append((start, start))
        parts.append(text)
        columns += (
            [(at, at + 1) for at in range(start, end)]
            if len(text) == end - start
            else [(start, end)] * len(text)
        )
        last = text[-1:] or last
    return Pasted(notation, source, "".join(parts), tuple(columns))


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign in "_."
