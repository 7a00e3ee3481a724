r"""Names in LaTeX with their index and exponent: v_{12}^2, \\alpha_0, J_0(x)."""

from __future__ import annotations

from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.cursor import Cursor
from calctool.notation.pasted.latex.exponents import forgotten
from calctool.notation.pasted.latex.fences import one_bracket
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.pieces import Piece, Run, text_of
from calctool.notation.problem import Problem
from calctool.notation.reading.cursor import UNDEFINED_FUNCTIONS


def name(r: Cursor, token: Token, text: str) -> Run:
    """A name with its index and its exponent, in either order."""
    exponent: Run = []
    end = token.end
    while r.key == "_" or (r.key == "^" and not exponent):
        if r.key == "^":
            exponent = r.exponent(text)
            _note_transposed(r, text, exponent, token)
        else:
            if "_" in text:
                raise Problem("latex.subscript", r.token.span)
            text += "_" + index(r)
            end = r.tokens[r.at - 1].end
    if r.key == "^":
        raise Problem("syntax.two-exponents", r.token.span, hint="brackets")
    found = [Piece(text, token.start, end), *exponent]
    return found if exponent else [*found, *_times(r, token, text)]


def _times(r: Cursor, token: Token, name: str) -> Run:
    """A sign for the product of a name and what is no argument of it."""
    key = r.key
    after = r.tokens[r.at + 1].kind if key == "\\left" else key
    sign = [Piece("*", r.token.start, r.token.start)]
    if key in ("\\frac", "{", "\\boxed") or (after == "[" and name not in UNDEFINED_FUNCTIONS):
        return sign
    is_function = name in UNDEFINED_FUNCTIONS or name in r.functions or len(name) == 1
    if after == "(" and not is_function and name != "pi" and not _names_follow(r):
        typed = r.text[token.start : r.token.start].rstrip() + "(…)"
        r.note("note.product-not-function", typed=typed, reading=f"{name}*(…)", name=name)
        return sign
    return []


def _names_follow(r: Cursor) -> bool:
    """Whether the next bracket has nothing but names in it, as an argument would."""
    start = r.at + 1 + (r.key == "\\left")
    for token in r.tokens[start : start + 12]:
        if token.kind in (")", "end") or token.text == "right":
            break
        if token.kind not in ("letter", ",", ";", "_", "number") and (
            token.text not in commands.LETTERS
        ):
            return False
    return True


def _note_transposed(r: Cursor, base: str, exponent: Run, token: Token) -> None:
    """w^T: a power of T, or a vector turned on its side."""
    if text_of(exponent) == "^(T)" and base != "e":
        typed = r.text[token.start : r.tokens[r.at - 1].end]
        r.note("note.not-transposed", typed=typed, reading=f"{base}^T")


def bessel(r: Cursor, token: Token) -> Run | None:
    """J_0(x): a letter with an index, applied."""
    start = r.at
    if token.text not in commands.BESSEL or r.key != "_":
        return None
    order = index(r)
    if r.key not in ("(", "\\left"):
        r.at = start
        return None
    function = commands.BESSEL[token.text]
    inner = one_bracket(r)
    typed = r.text[token.start : r.tokens[r.at - 1].end]
    r.note("note.letter-function", typed=typed, reading=f"{function}({order}, …)")
    return r.raised([Piece(f"{function}({order}, ", *token.span), *inner[1:]])


def index(r: Cursor) -> str:
    r.advance()
    token = r.token
    if token.kind == "{":
        text = r.raw_group()
        for sign in ("\\text", "\\mathrm", "\\rm", "{", "}", "\\", " "):
            text = text.replace(sign, "")
    elif token.kind == "number" and len(token.text) > 1:
        raise forgotten(token, "_", token.text)
    elif token.kind in ("letter", "number") or token.text in commands.LETTERS:
        text = r.advance().text
    else:
        text = ""
    if not (text.isascii() and text.isalnum()):
        raise Problem("latex.subscript", token.span)
    return text
