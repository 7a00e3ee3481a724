r"""Tokens of LaTeX to plain text: groups, fences, exponents, names, one argument after another."""

from __future__ import annotations

from collections.abc import Collection

from calctool import budget
from calctool.notation.node import Span
from calctool.notation.pasted.latex import commands, exponents, names
from calctool.notation.pasted.latex.doubts import refuse_bare_function, with_comma
from calctool.notation.pasted.latex.fences import refuse_lone
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.pieces import Piece, Run, bracketed, quotient
from calctool.notation.problem import Problem
from calctool.words import Note
from calctool.words.notes import reading_note

_CLOSED_BY = {"(": ")", "[": "]"}
_PASSED = frozenset("+-*/=<>≤≥≠,;:!'|)]√∞")
_CONTINUES = frozenset({"number", "letter", "{", "(", "["})


class Reader:
    """One reading of some tokens; each method reads what comes next and gives its plain text."""

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

    # --- rows of items --------------------------------------------------------------------------

    def sequence(self, *closing: str) -> Run:
        r"""Everything up to one of the closing tokens, which is left; a \over b is a quotient."""
        self.enter()
        found: Run = []
        while self.key not in closing and self.token.kind != "end":
            if self.key == "\\over":
                bar = self.advance()
                below = self.sequence(*closing)
                found = quotient(found, below, bar.span)
            else:
                found += self.item()
        self.leave()
        return found

    def item(self) -> Run:
        token = self.token
        match token.kind:
            case "number":
                return self.number()
            case "letter":
                refuse_bare_function(self)
                self.advance()
                return names.bessel(self, token) or self.name(token, token.text)
            case "{" if self.tokens[self.at + 1].text == "rm":
                from calctool.notation.pasted.latex.words import braced_upright

                return self.raised(braced_upright(self))
            case "{":
                return self.raised(bracketed_or_nothing(self.group()))
            case "(" | "[":
                return self.raised(self._round_or_square())
            case "^":
                return self.exponent(None)
            case "command":
                from calctool.notation.pasted.latex.structures import command

                self.enter()
                found = command(self)
                self.leave()
                return found
            case "word":
                from calctool.notation.pasted.latex.words import word

                r = self.advance()
                return word(self, r.text, r.span)
            case "plain":
                self.advance()
                return [Piece(token.text, *token.span)]
            case "." if self.in_condition and self.tokens[self.at + 1].text in ("\\", "end"):
                self.advance()
                return []
            case kind if kind in _PASSED:
                self.advance()
                return [Piece({"]": ")", ";": ","}.get(kind, kind), *token.span)]
        raise Problem(
            {"_": "latex.subscript", "&": "latex.lines", "}": "latex.brace"}.get(
                token.kind, "character.unknown"
            ),
            token.span,
            hint="latex.brace" if token.kind == "}" else None,
            sign="{" if token.kind == "}" else token.text,
            character=token.text,
        )

    def number(self) -> Run:
        token = with_comma(self, self.advance())
        self.after_number = self.at
        return self.raised([Piece(token.text, *token.span)])

    # --- groups, fences, arguments --------------------------------------------------------------

    def group(self) -> Run:
        """{…}; the braces leave nothing."""
        opening = self.advance()
        inner = self.sequence("}")
        self.expect("}", "latex.brace", opening)
        return inner

    def fenced(self) -> Run:
        """(…) or […]"""
        opening = self.advance()
        closing = _CLOSED_BY[opening.kind]
        inner = self.sequence(closing)
        closed = self.expect(closing, "latex.delimiter", opening)
        return [Piece("(", *opening.span), *inner, Piece(")", *closed.span)]

    def _round_or_square(self) -> Run:
        opening = self.token
        found = self.fenced()
        if opening.kind == "[":
            refuse_lone(found[1:-1], Span(opening.start, found[-1].end), self.text)
        return found

    def is_after_brace(self, at: int) -> bool:
        r"""Whether \left\{ stands right before a token."""
        return [token.text for token in self.tokens[max(at - 2, 0) : at]] == ["left", "{"]

    def raised_if(self, is_whole: bool, run: Run) -> Run:
        return self.raised(run) if is_whole else run

    def argument(self) -> Run:
        r"""What TeX takes as one argument: a group, or one token; of a number one digit."""
        token = self.token
        if token.kind == "{":
            return self.group()
        if token.kind == "number":
            digit, rest = token.text[0], token.text[1:]
            if rest and token.text.isdigit():
                self.tokens[self.at] = Token("number", rest, token.start + 1, token.end)
                return [Piece(digit, token.start, token.start + 1)]
            self.advance()
            return [Piece(token.text, *token.span)]
        if token.kind == "letter":
            self.advance()
            return [Piece(token.text, *token.span)]
        if token.kind == "command":
            return self.item()
        raise Problem("latex.argument", token.span)

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

    # --- names and exponents --------------------------------------------------------------------

    def name(self, token: Token, text: str) -> Run:
        """A name with its index and its exponent, in either order."""
        return names.name(self, token, text)

    def exponent(self, base: str | None) -> Run:
        """^ with its argument; `base` is the name that is raised, if it is one."""
        return exponents.exponent(self, base)

    def raised(self, base: Run) -> Run:
        """The base with the exponent that follows it, if there is one."""
        if self.key != "^" or not base:
            return base
        found = base + self.exponent(None)
        if self.key == "^":
            raise Problem("syntax.two-exponents", self.token.span, hint="brackets")
        return found

    def factors(self) -> Run:
        """The product that follows a function without brackets."""
        found: Run = []
        while self.key in _CONTINUES or self._is_factor():
            if found and self.key == "(":
                break
            found += self.item()
        return found

    def _is_factor(self) -> bool:
        token = self.token
        return token.kind == "command" and (
            token.text in commands.LETTERS or token.text in ("frac", "sqrt", "left", "lvert")
        )


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


def bracketed_or_nothing(run: Run) -> Run:
    """{x} is (x), {} is nothing, and one name or number needs no brackets."""
    return run if len(run) <= 1 else bracketed(run)
