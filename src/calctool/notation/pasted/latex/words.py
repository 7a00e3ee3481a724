r"""Words in LaTeX: \text{…}, \mathrm{…}, \operatorname{…}, {\rm …}."""

from __future__ import annotations

from calctool.notation.node import Span
from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.cursor import Cursor
from calctool.notation.pasted.latex.functions import function
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.pieces import Piece, Run
from calctool.notation.problem import Problem


def upright(r: Cursor) -> Run:
    """The word that a command sets upright, and what belongs to it."""
    token = r.advance()
    if r.key == "{":
        text = r.raw_group()
    else:
        letters = []
        while r.key == "letter":
            letters.append(r.advance().text)
        text = "".join(letters)
    return word(r, text, Span(token.start, r.tokens[r.at - 1].end))


def braced_upright(r: Cursor) -> Run:
    r"""{\rm sgn}(x): the braces end the word, not what it is of."""
    start = r.token.start
    text = r.raw_group()
    return word(r, text, Span(start, r.tokens[r.at - 1].end))


def word(r: Cursor, text: str, span: Span) -> Run:
    """A word is a function, a constant, or a condition."""
    bare = text.removeprefix("\\rm ").replace("\\", "").strip(" ,.;:~")
    if bare == "d":
        raise Problem("latex.differential", span, hint="latex.differential")
    token = Token("word", bare, *span)
    if bare in commands.LETTER_FUNCTIONS and r.key in ("(", "\\left", "'"):
        primes = "prime" if r.key == "'" and r.advance() else ""
        return [Piece(commands.LETTER_FUNCTIONS[bare] + primes, *span)]
    if name := commands.function_of(bare):
        return function(r, token, name)
    if bare in ("e", "pi", "π", "True"):
        return r.name(token, commands.WORDS.get(bare, bare))
    if bare == "i":
        raise Problem("code.no-number", span, name="i")
    if r.in_condition and bare.lower() in commands.OTHERWISE:
        r.is_otherwise = True
        return []
    if r.in_condition and set(bare.lower().split()) <= commands.CONDITION_WORDS:
        return []
    if len(bare) == 1 and bare.isalpha() and bare.isascii():
        return r.name(token, bare)
    raise Problem("latex.word", span, hint="latex.word", word=bare[:40])
