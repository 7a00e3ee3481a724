"""What Mathematica, Maxima and sheets have in common: calls, brackets, operators, no braces.

A dialect says how text is cut, what brackets call, and what names mean; the ranks of operators are
those of the plain notation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.atlas.index import SPELLINGS
from calctool.notation.node import Span
from calctool.notation.pasted.pieces import Notation, Pasted, Piece, Run, filled, joined, needs
from calctool.notation.pasted.python.names import Templates
from calctool.notation.problem import Problem
from calctool.notation.reading.cursor import UNDEFINED_FUNCTIONS
from calctool.words import Note
from calctool.words.notes import reading_note


class Token(Struct):
    """`kind` is "name", "number", "end" or the sign itself."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Dialect(Struct, frozen=True):
    """`signs` maps operators to plain ones, None refuses; `calls` is the bracket after a function.

    `functions` are templates by name, or by name and number of arguments.
    """

    notation: Notation
    piece: re.Pattern[str]
    signs: Mapping[str, str | None]
    names: Mapping[str, str]
    functions: Templates
    calls: str = "("
    separators: str = ","
    blank_multiplies: bool = False
    left: re.Pattern[str] | None = None
    ends: str = ""


_CLOSES = {"(": ")", "[": "]", "{": "}"}


class Reader:
    """One reading; its methods give plain text for what comes next."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        if len(text) > budget.EXPRESSION_CHARACTERS:
            most = budget.EXPRESSION_CHARACTERS
            span = Span(most, len(text))
            raise Problem("limit.characters", span, count=len(text), most=most)
        self.text = text
        self.dialect = dialect
        self.notes: list[Note] = []
        self.at = 0
        self.depth = 0
        self.tokens = self._tokens()

    def _tokens(self) -> list[Token]:
        found: list[Token] = []
        start = 0
        if self.dialect.left is not None and (left := self.dialect.left.match(self.text)):
            start = left.end()
            typed = left[0].strip()
            if len(typed) > 1:
                self.notes.append(reading_note("note.left-side", typed=typed))
        end = len(self.text.rstrip().rstrip(self.dialect.ends + " \n"))
        for piece in self.dialect.piece.finditer(self.text, start, end):
            text = piece[0]
            if text.isspace() or piece.lastgroup == "comment":
                continue
            kind = piece.lastgroup if piece.lastgroup in ("name", "number") else text
            found.append(Token(kind or text, text, *piece.span()))
        return [*found, Token("end", "", end, end)]

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def advance(self) -> Token:
        token = self.tokens[self.at]
        if token.kind != "end":
            self.at += 1
        return token

    def whole(self) -> Run:
        found = self.sequence()
        if self.token.kind != "end":
            raise Problem("code.brackets", self.token.span, sign=self.token.text)
        return found

    def sequence(self, *closing: str) -> Run:
        """Everything up to a closing bracket or a separator, which is left."""
        self.depth += 1
        if self.depth > budget.NESTING:
            raise Problem("limit.nesting", self.token.span, most=budget.NESTING)
        found: Run = []
        ends_value = False
        while self.token.kind not in closing and self.token.kind not in ("end", ")", "]", "}"):
            token = self.token
            starts_value = token.kind in ("name", "number", "(", "{")
            if ends_value and starts_value:
                if not self.dialect.blank_multiplies:
                    raise Problem("code.two-values", token.span, hint="times")
                found.append(Piece("*", token.start, token.start))
            found += self._item()
            ends_value = starts_value
        self.depth -= 1
        return found

    def _item(self) -> Run:
        token = self.advance()
        match token.kind:
            case "name":
                return self.read_name(token)
            case "number":
                return self.number(token)
            case "(":
                inner = self.sequence(")", *self.dialect.separators)
                closed = self.closed_by(token)
                return [Piece("(", *token.span), *inner, Piece(")", *closed.span)]
        sign = self.dialect.signs.get(token.text)
        if sign is None:
            raise Problem("code.sign", token.span, sign=token.text)
        return [Piece(sign, *token.span)]

    def number(self, token: Token) -> Run:
        return [Piece(token.text.removesuffix("."), *token.span)]

    def closed_by(self, opening: Token) -> Token:
        if self.token.kind != _CLOSES[opening.kind]:
            raise Problem("code.brackets", opening.span, sign=opening.text)
        return self.advance()

    def read_name(self, token: Token) -> Run:
        dialect = self.dialect
        if self.token.kind == dialect.calls and (
            token.text in dialect.functions or (dialect.calls == "[" or token.text in SPELLINGS)
        ):
            return self.call(token)
        is_applied = self.token.kind == "(" and self.token.start == token.end
        if is_applied and not dialect.blank_multiplies:
            if token.text in UNDEFINED_FUNCTIONS:
                return self.call(token)
            raise self.unknown(token)
        if token.text in dialect.names:
            name = dialect.names[token.text]
            if not name:
                raise Problem("code.no-number", token.span, name=token.text)
            return [Piece(name, *token.span)]
        return [Piece(token.text, *token.span)]

    def arguments(self) -> list[Run]:
        """(a, b), with the brackets of the dialect."""
        opening = self.advance()
        found: list[Run] = []
        closing = _CLOSES[opening.kind]
        while self.token.kind != closing:
            found.append(self.argument(closing))
            if self.token.kind not in self.dialect.separators:
                break
            self.advance()
        self.closed_by(opening)
        return found

    def argument(self, closing: str) -> Run:
        return self.sequence(closing, *self.dialect.separators)

    def unknown(self, token: Token) -> Problem:
        """No function of the dialect; another spelling with capitals is offered."""
        problem = Problem("syntax.unknown-function", token.span, name=token.text)
        spelled = (name for name in self.dialect.functions if name.lower() == token.text.lower())
        if name := next(spelled, None):
            problem.offer(self.text[: token.start] + name + self.text[token.end :])
        return problem

    def call(self, token: Token) -> Run:
        arguments = self.arguments()
        span = Span(token.start, self.tokens[self.at - 1].end)
        template = self.dialect.functions.get(token.text)
        if isinstance(template, Mapping):
            template = template.get(len(arguments))
            if template is None:
                raise Problem("code.arguments", span, name=token.text)
        if template is None:
            is_known = self.dialect.calls == "(" and token.text in SPELLINGS
            if len(token.text) > 1 and not is_known:
                raise self.unknown(token)
            template = token.text + "({*})"
        needed = needs(template)
        if needed and needed != len(arguments):
            raise Problem(
                "syntax.argument-count", span, name=token.text, given=len(arguments), needed=needed
            )
        return filled(template, arguments, span)


def read(text: str, dialect: Dialect, reader: type[Reader]) -> Pasted:
    """What the text says in plain notation."""
    reading = reader(text, dialect)
    run = reading.whole()
    return replace(joined(dialect.notation, text, run), notes=tuple(reading.notes))
