"""LaTeX, read by an own lexer: linear, bounded, and nothing is expanded."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.outside.around import Shelled
from calctool.notation.pasted.latex.outside.shell import shelled
from calctool.notation.pasted.latex.reader import Reader
from calctool.notation.pasted.latex.tokens import Token, tokens
from calctool.notation.pasted.pieces import Pasted, Piece, Run, joined
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import reads_as_it_stands
from calctool.words import Note
from calctool.words.notes import reading_note


def pasted(text: str, *, defines: bool = True, functions: Collection[str] = ()) -> Pasted:
    """What the text says in plain notation; raises Problem for what has no clear meaning.

    With `defines` a left side `f(x) =` is taken for the name of the formula.
    """
    around = shelled(text, tokens(text), defines=defines)
    if (inside := _only_dollars(text)) is not None:
        return inside
    reader = Reader(text, around.formula, functions)
    run = reader.sequence()
    _refuse_differential(text, around.formula)
    found = joined("latex", text, run)
    return replace(
        found,
        notes=(*_around(text, around), *reader.notes),
        wrt=around.wrt,
        order=around.order,
        domain=_domain(text, around.condition),
    )


def _only_dollars(text: str) -> Pasted | None:
    """$x sin(x)$: plain text between dollars, which nobody means as TeX does."""
    inner = text.strip().strip("$")
    if text.strip()[:1] != "$" or re.search(r"[\\{}_]", inner):
        return None
    start = text.index(inner) if inner else 0
    words = re.findall(r"[A-Za-z]{2,}", inner)
    if not words or not all(map(commands.function_of, words)) or not reads_as_it_stands(inner):
        return None
    return joined("latex", text, [Piece(inner, start, start + len(inner))])


def _refuse_differential(text: str, formula: list[Token]) -> None:
    """x^2 dx: a last factor d, letter, where d is no name of its own."""
    letters = [token for token in formula if token.kind != "end"]
    if len(letters) < 3 or [t.kind for t in letters[-2:]] != ["letter", "letter"]:
        return
    d, variable = letters[-2:]
    if d.text == "d" and sum(token.text == "d" for token in letters) == 1:
        names = {token.text for token in letters[:-2]}
        touching = text[d.end : variable.start] == ""
        if touching and variable.text in names:
            from calctool.notation.node import Span

            span = Span(d.start, variable.end)
            raise Problem("latex.differential", span, hint="latex.differential")


def _around(text: str, around: Shelled) -> list[Note]:
    found: list[Note] = []
    for id, span in (
        ("note.left-side", around.left),
        ("note.chain", around.chain),
        ("note.operator", around.operator),
    ):
        if span is not None:
            found.append(reading_note(id, typed=text[span.start : span.end].strip()))
    return found


def _domain(text: str, condition: list[Token]) -> tuple[str, ...]:
    """What --domain would say for `x > 0` and `0 < x ≤ 1`; nothing for other conditions."""
    if not condition:
        return ()
    end = condition[-1].end
    reader = Reader(text, [*condition, Token("end", "", end, end)])
    try:
        plain = "".join(piece.text for piece in reader.sequence())
    except Problem:
        return (text[condition[0].start : end],)
    for sign, ascii in (("≤", "<="), ("≥", ">="), ("≠", "!=")):
        plain = plain.replace(sign, ascii)
    return (plain,)


__all__ = ["Run", "pasted"]
