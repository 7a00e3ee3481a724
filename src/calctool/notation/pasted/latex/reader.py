r"""Tokens of LaTeX to plain text: groups, fences, exponents, names, one argument after another."""

from __future__ import annotations

from calctool import budget
from calctool.notation.node import Span
from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.pieces import Piece, Run, bracketed, quotient, text_of
from calctool.notation.problem import Problem
from calctool.words import Note
from calctool.words.notes import reading_note

_CLOSED_BY = {"(": ")", "[": "]"}
_PASSED = frozenset("+-*/=<>≤≥≠,;:!'|)]√∞")
_CONTINUES = frozenset({"number", "letter", "{", "(", "["})


class Reader:
    """One reading of some tokens; each method reads what comes next and gives its plain text."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        self.depth = 0
        self.after_number = -1
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
                self._refuse_bare_function()
                self.advance()
                return self._bessel(token) or self.name(token, token.text)
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

    def _refuse_bare_function(self) -> None:
        """sin without its backslash is a product of three letters to TeX, and to nobody else."""
        word = ""
        end = self.token.start
        for token in self.tokens[self.at : self.at + 8]:
            if token.kind != "letter" or token.start != end:
                break
            word += token.text
            end = token.end
        names = (word[:n] for n in range(len(word), 1, -1))
        if name := next((name for name in names if name in commands.BARE), None):
            span = Span(self.token.start, self.token.start + len(name))
            raise Problem("latex.bare-function", span, hint="latex.bare-function", name=name)

    def number(self) -> Run:
        token = self.advance()
        self._refuse_thousands(token)
        self.after_number = self.at
        return self.raised([Piece(token.text, *token.span)])

    def _refuse_thousands(self, token: Token) -> None:
        """12{,}500 and 2,400: a comma may group digits or begin the decimals."""
        keys = [each.kind for each in self.tokens[self.at : self.at + 4]]
        braced = keys == ["{", ",", "}", "number"]
        bare = keys[:2] == [",", "number"] and len(self.tokens[self.at + 1].text) == 3
        if braced or bare:
            last = self.tokens[self.at + (3 if braced else 1)]
            if braced or (last.start == token.end + 1 and self.depth <= 1):
                raise Problem(
                    "latex.number-comma", Span(token.start, last.end), hint="latex.number-comma",
                    whole=token.text + last.text, point=f"{token.text}.{last.text}",
                )  # fmt: skip

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
            from calctool.notation.pasted.latex.fences import refuse_lone

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
        end = self.at
        while self.tokens[end].kind not in ("}", "end"):
            end += 1
        if self.tokens[end].kind == "end":
            raise Problem("latex.brace", opening.span, hint="latex.brace", sign="}")
        inside = self.tokens[self.at + 1 : end]
        self.at = end + 1
        return _spaced(inside)

    # --- names and exponents --------------------------------------------------------------------

    def name(self, token: Token, text: str) -> Run:
        """A name with its index and its exponent, in either order."""
        exponent: Run = []
        end = token.end
        while self.key == "_" or (self.key == "^" and not exponent):
            if self.key == "^":
                exponent = self.exponent(text)
                self._note_transposed(text, exponent, token)
            else:
                if "_" in text:
                    raise Problem("latex.subscript", self.token.span)
                text += "_" + self.index()
                end = self.tokens[self.at - 1].end
        if self.key == "^":
            raise Problem("syntax.two-exponents", self.token.span, hint="brackets")
        return [Piece(text, token.start, end), *exponent]

    def _note_transposed(self, base: str, exponent: Run, token: Token) -> None:
        """w^T: a power of T, or a vector turned on its side."""
        if text_of(exponent) == "^(T)" and base != "e":
            typed = self.text[token.start : self.tokens[self.at - 1].end]
            self.note("note.not-transposed", typed=typed, reading=f"{base}^T")

    def _bessel(self, token: Token) -> Run | None:
        """J_0(x): a letter with an index, applied."""
        start = self.at
        if token.text not in commands.BESSEL or self.key != "_":
            return None
        index = self.index()
        if self.key not in ("(", "\\left"):
            self.at = start
            return None
        from calctool.notation.pasted.latex.fences import one_bracket

        name = commands.BESSEL[token.text]
        inner = one_bracket(self)
        typed = self.text[token.start : self.tokens[self.at - 1].end]
        self.note("note.letter-function", typed=typed, reading=f"{name}({index}, …)")
        return self.raised([Piece(f"{name}({index}, ", *token.span), *inner[1:]])

    def index(self) -> str:
        self.advance()
        token = self.token
        if token.kind == "{":
            text = self.raw_group()
            for sign in ("\\text", "\\mathrm", "\\rm", "{", "}", "\\", " "):
                text = text.replace(sign, "")
        elif token.kind == "number" and len(token.text) > 1:
            raise _forgotten(token, "_", token.text)
        elif token.kind in ("letter", "number") or token.text in commands.LETTERS:
            text = self.advance().text
        else:
            text = ""
        if not (text.isascii() and text.isalnum()):
            raise Problem("latex.subscript", token.span)
        return text

    def exponent(self, base: str | None) -> Run:
        """^ with its argument; `base` is the name that is raised, if it is one."""
        sign = self.advance()
        token = self.token
        match token.kind:
            case "{":
                if self.tokens[self.at + 1].kind == "*":
                    raise _starred(sign, self.tokens[self.at + 1])
                inner = self.group()
                if base is not None and _primes(inner):
                    return inner
                if base is not None and inner and _is_index(inner):
                    raise Problem(
                        "latex.index", Span(sign.start, inner[-1].end), hint="latex.index"
                    )
            case "number" if len(token.text) > 1:
                raise _forgotten(token, "^", token.text)
            case "-" | "+":
                rest = self.tokens[self.at + 1].text
                raise _forgotten(token, "^", token.text + rest)
            case "'":
                self.advance()
                return [Piece("'", *token.span)]
            case "(":
                inner = self.fenced()[1:-1]
            case "*":
                raise _starred(sign, token)
            case _:
                inner = self.argument()
                if base == "e" and token.kind == "number" and self.token.kind == "letter":
                    raise _forgotten(token, "^", token.text + self.token.text)
        return [Piece("^", *sign.span), *bracketed(inner)] if inner else []

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


def _is_index(run: Run) -> bool:
    """(i): an index in brackets, or a derivative of an order."""
    return run[0].text == "(" and run[-1].text == ")" and len(run) == 3


def _primes(run: Run) -> bool:
    return bool(run) and all(piece.text == "'" for piece in run)


def _starred(sign: Token, star: Token) -> Problem:
    span = Span(sign.start, star.end)
    return Problem("latex.accent", span, hint="latex.accent", command="^*")


def _forgotten(token: Token, sign: str, meant: str) -> Problem:
    return Problem(
        "latex.braces",
        token.span,
        hint="latex.braces",
        written=sign + meant,
        meant=f"{sign}{{{meant}}}",
    )
