"""Where a reading of a text stands: the next token, and what was met and noted on the way."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

from calctool.notation.node import Span, make_span
from calctool.notation.problem import Problem
from calctool.notation.tokens import joined
from calctool.notation.tokens.bars import pair
from calctool.notation.tokens.joined import Scope
from calctool.notation.tokens.lexer import Bounds, Token, tokens
from calctool.notation.tree import Tree
from calctool.words import Note

UNDEFINED_FUNCTIONS = frozenset("fghFGH")

Kind = Literal["power", "quotient", "root"]


class Bare(NamedTuple):
    """What was just read, where its last part has no brackets: e^2, 1/2, √2.

    Columns: where it starts, where its last part starts, where it ends.
    """

    kind: Kind
    start: int
    last: int
    end: int
    tree: Tree


class Cursor:
    """One reading of one text; `printed` adds what only calctool writes, such as D(u, x)."""

    def __init__(
        self, text: str, bounds: Bounds, functions: Collection[str] = (), *,
        printed: bool = False, scope: Scope | None = None,
    ) -> None:  # fmt: skip
        self.text = text
        self.bounds = bounds
        self.printed = printed
        self.tokens = tokens(text, bounds)
        self.functions = UNDEFINED_FUNCTIONS.union(functions)
        self.notes: dict[Note, None] = {}
        if scope is not None:
            self.tokens, products = joined.split(self.tokens, scope.beside, scope.kept)
            for name, product in products:
                self.note("note.product-of-letters", name=name, product=product)
        if "|" in text or not text.isascii():
            self.tokens = pair(self.tokens, bounds.nesting)
        self.at = 0
        self.token = self.tokens[0]
        self.kind = self.token.kind
        self.end = 0
        self.depth = 0
        self.met: dict[str, Span] = {}
        self.seen: set[str] = set()
        self.bare: Bare | None = None

    # --- moving: `token`, of this `kind`, comes next; `end` is where the last one ended ---

    def advance(self) -> Token:
        token = self.token
        self.end = token.end
        if token.kind != "end":
            self.at += 1
            self.token = self.tokens[self.at]
            self.kind = self.token.kind
        return token

    def peek(self, ahead: int = 1) -> Token:
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)]

    def span(self, start: int) -> Span:
        return make_span((start, self.end))

    def enter(self) -> None:
        self.depth += 1
        if self.depth > self.bounds.nesting:
            raise Problem("limit.nesting", self.token.span, most=self.bounds.nesting)

    def leave(self) -> None:
        self.depth -= 1

    def note(self, id: str, **facts: str) -> None:
        """Say once how something was read."""
        from calctool.words.notes import reading_note

        self.notes[reading_note(id, **facts)] = None
