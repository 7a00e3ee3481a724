r"""Tokens of LaTeX to plain text: groups, fences, exponents, names, one argument after another."""

from __future__ import annotations

from calctool.notation.node import Span
from calctool.notation.pasted.latex import commands, exponents, names
from calctool.notation.pasted.latex.cursor import Cursor
from calctool.notation.pasted.latex.doubts import refuse_bare_function, with_comma
from calctool.notation.pasted.latex.fences import refuse_lone
from calctool.notation.pasted.latex.structures import command
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.latex.words import braced_upright, word
from calctool.notation.pasted.pieces import Piece, Run, bracketed, quotient
from calctool.notation.problem import Problem

_CLOSED_BY = {"(": ")", "[": "]"}
_PASSED = frozenset("+-*/=<>≤≥≠,;:!'|)]√∞")
_CONTINUES = frozenset({"number", "letter", "{", "(", "["})


class Reader(Cursor):
    """One reading of some tokens; each method reads what comes next and gives its plain text."""

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
                return self.raised(braced_upright(self))
            case "{":
                return self.raised(bracketed_or_nothing(self.group()))
            case "(" | "[":
                return self.raised(self._round_or_square())
            case "^":
                return self.exponent(None)
            case "command":
                self.enter()
                found = command(self)
                self.leave()
                return found
            case "word":
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
        opening = self.advance()
        inner = self.sequence("}")
        self.expect("}", "latex.brace", opening)
        return inner

    def fenced(self) -> Run:
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

    def argument(self) -> Run:
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

    # --- names and exponents --------------------------------------------------------------------

    def name(self, token: Token, text: str) -> Run:
        return names.name(self, token, text)

    def exponent(self, base: str | None) -> Run:
        return exponents.exponent(self, base)

    def raised(self, base: Run) -> Run:
        if self.key != "^" or not base:
            return base
        found = base + self.exponent(None)
        if self.key == "^":
            raise Problem("syntax.two-exponents", self.token.span, hint="brackets")
        return found

    def factors(self) -> Run:
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


def bracketed_or_nothing(run: Run) -> Run:
    """{x} is (x), {} is nothing, and one name or number needs no brackets."""
    return run if len(run) <= 1 else bracketed(run)
