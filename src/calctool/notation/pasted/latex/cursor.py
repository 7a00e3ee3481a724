"""Where a reading of LaTeX stands, and what the readers of its parts may ask for."""

from __future__ import annotations

from collections.abc import Collection

from calctool import budget
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.pieces import Run
from calctool.notation.problem import Problem
from calctool.words import Note
from calctool.words.notes import reading_note


class Cursor:
    """One reading of some tokens, as the readers of single parts need it; `Reader` reads any."""

    def __init__(self, text: str, tokens: list[Token], functions: Collection[str] = ()) -> None:
        self.text = text
        self.functions = functions
        self.tokens = tokens
        self.at = 0
        self.depth = 0
        self.after_number = -1
        self.reached = ""
        self.notes: dict[Note, None] = {}
        self.in_condition = False
        self.is_otherwise = False

    # --- moving ---------------------------------------------------------------------------------

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    @property
    def key(self) -> str:
        r"""The kind of the next token; for a command its spelling, as \frac."""
        token = self.token
        return "\\" + token.text if token.kind == "command" else token.kind

    def advance(self) -> Token:
        token = self.tokens[self.at]
        if token.kind != "end":
            self.at += 1
        return token

    def expect(self, key: str, id: str, opening: Token) -> Token:
        if self.key != key:
            raise Problem(id, opening.span, hint=id, sign=key)
        return self.advance()

    def enter(self) -> None:
        self.depth += 1
        if self.depth > budget.NESTING:
            raise Problem("limit.nesting", self.token.span, most=budget.NESTING)

    def leave(self) -> None:
        self.depth -= 1

    def note(self, id: str, **facts: str) -> None:
        self.notes[reading_note(id, **facts)] = None

    def is_after_brace(self, at: int) -> bool:
        r"""Whether \left\{ stands right before a token."""
        return [token.text for token in self.tokens[max(at - 2, 0) : at]] == ["left", "{"]

    def raw_group(self) -> str:
        """The letters, digits and words in braces, as a name needs them."""
        opening = self.token
        if opening.kind != "{":
            raise Problem("latex.argument", opening.span)
        end, depth = self.at, 0
        while self.tokens[end].kind != "end":
            depth += (self.tokens[end].kind == "{") - (self.tokens[end].kind == "}")
            if depth == 0:
                break
            end += 1
        if self.tokens[end].kind == "end":
            raise Problem("latex.brace", opening.span, hint="latex.brace", sign="}")
        inside = self.tokens[self.at + 1 : end]
        self.at = end + 1
        return _spaced(inside)

    def raised_if(self, is_whole: bool, run: Run) -> Run:
        return self.raised(run) if is_whole else run

    # --- what `Reader` reads, each with what follows it ---

    def sequence(self, *closing: str) -> Run:
        """Everything up to one of the closing tokens, which is left."""
        raise NotImplementedError

    def item(self) -> Run:
        """One number, name, bracket or command."""
        raise NotImplementedError

    def group(self) -> Run:
        """{…}; the braces leave nothing."""
        raise NotImplementedError

    def fenced(self) -> Run:
        """(…) or […]"""
        raise NotImplementedError

    def argument(self) -> Run:
        """What TeX takes as one argument: a group, or one token; of a number one digit."""
        raise NotImplementedError

    def name(self, token: Token, text: str) -> Run:
        """A name with its index and its exponent, in either order."""
        raise NotImplementedError

    def exponent(self, base: str | None) -> Run:
        """^ with its argument; `base` is the name that is raised, if it is one."""
        raise NotImplementedError

    def raised(self, base: Run) -> Run:
        """The base with the exponent that follows it, if there is one."""
        raise NotImplementedError

    def factors(self) -> Run:
        """The product that follows a function without brackets."""
        raise NotImplementedError


def _spaced(tokens: list[Token]) -> str:
    """The texts of tokens, with a blank where there was room between them."""
    found = ""
    end = tokens[0].start if tokens else 0
    for token in tokens:
        found += (
            (" " if token.start > end else "") + ("\\" * (token.kind == "command")) + token.text
        )
        end = token.end
    return found
