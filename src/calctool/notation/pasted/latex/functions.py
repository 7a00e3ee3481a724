r"""A function of LaTeX with what it is of: \sin^2 x, \log_2(x), \cos^{-1} t, \tan 2x."""

from __future__ import annotations

from calctool.notation.node import Span
from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.cursor import Cursor
from calctool.notation.pasted.latex.fences import one_bracket
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.pieces import Piece, Run, as_read, bracketed, text_of
from calctool.notation.problem import Problem


def function(r: Cursor, token: Token, name: str) -> Run:
    """From after the name of a function to the end of its argument."""
    base: Run = []
    exponent: Run = []
    while r.key == "_" or (r.key == "^" and not exponent):
        if r.key == "^":
            exponent = r.exponent(None)
        else:
            place = r.advance()
            if name != "log" or base:
                raise Problem("latex.subscript", place.span)
            base = r.argument()
    if text_of(exponent) == "^(-1)":
        name, exponent = _inverse(r, token, name), []
    head = r.text[token.start : r.tokens[r.at - 1].end]
    argument = _argument_of(r, token, name, head)
    if base:
        found = _logarithm(base, exponent, argument, token)
    else:
        found = [Piece(name, token.start, token.end), *exponent, *argument]
    if r.reached:
        rest = r.reached
        r.reached = ""
        typed = r.text[token.start : r.tokens[r.at - 1].end] + rest.strip()
        r.note("note.function-argument", typed=typed, reading=as_read(found) + rest.strip())
    return r.raised_if(_has_comma(argument) and not base, found)


def _inverse(r: Cursor, token: Token, name: str) -> str:
    inverse = commands.INVERSE.get(name)
    span = Span(token.start, r.tokens[r.at - 1].end)
    if inverse is None:
        raise Problem("latex.inverse", span, hint="latex.inverse", name=name, slash="\\frac{1}{…}")
    r.note("note.inverse-function", typed=r.text[span.start : span.end], reading=inverse, name=name)
    return inverse


def _argument_of(r: Cursor, token: Token, name: str, head: str) -> Run:
    """Always in brackets."""
    key = r.key
    if key in ("(", "[", "\\left", "\\{", "{"):
        start = r.token
        argument = one_bracket(r)
        if r.key == "^" and not _has_comma(argument):
            raise _exponent_of_what(r, head, start, name)
        return argument
    minus: Run = []
    if key == "-" and r.token.end == r.tokens[r.at + 1].start:
        minus = [Piece("-", *r.advance().span)]
    if r.key == "|":
        bar = r.advance()
        inner = r.sequence("|")
        closed = r.expect("|", "latex.delimiter", bar)
        if r.key == "^":
            raise _exponent_of_what(r, head, bar, name)
        return bracketed([*minus, Piece("|", *bar.span), *inner, Piece("|", *closed.span)])
    if _starts_function(r):
        return bracketed([*minus, *r.item()])
    return _factors(r, token, name, minus)


def _factors(r: Cursor, token: Token, name: str, minus: Run) -> Run:
    """The product that follows, with a note where it is more than one token."""
    start = r.at
    inner = r.factors()
    if not inner:
        raise Problem("syntax.missing-argument", token.span, hint="argument", name=name, head=name)
    if r.key == "(":
        raise _how_far(r, token, inner)
    after = r.token.text if r.key in ("*", "/") else ""
    if r.at - start > 1 or after:
        r.reached = f"{after}…" if after else " "
    return bracketed([*minus, *inner])


def _how_far(r: Cursor, token: Token, inner: Run) -> Problem:
    r"""\cos t (t+1): the bracket may be in the argument, or be a factor."""
    end, opening = r.tokens[r.at - 1].end, r.token
    r.fenced()
    bracket = r.text[opening.start : r.tokens[r.at - 1].end]
    head = r.text[token.start : inner[0].start].strip()
    within = r.text[inner[0].start : end].strip()
    return Problem(
        "latex.how-far", Span(opening.start, opening.end), hint="latex.how-far",
        outside=f"{head}({within}){bracket}", inside=f"{head}({within} {bracket})",
    )  # fmt: skip


def _exponent_of_what(r: Cursor, head: str, opening: Token, name: str) -> Problem:
    place = r.token.start
    argument = r.text[opening.start : place].strip()
    r.exponent(None)
    end = r.tokens[r.at - 1].end
    power = r.text[place:end]
    inner = argument if opening.kind == "|" or opening.text == "left" else argument[1:-1].strip()
    base = inner if inner.isalnum() or inner[:1] in "|\\" else f"({inner})"
    is_inverse = power.translate(str.maketrans("", "", "{} ")) == "^-1"
    is_plain = head.lstrip("\\").isalpha() and opening.kind == "(" and not is_inverse
    return Problem(
        "latex.exponent", Span(place, end), hint="latex.exponent",
        inner=inner, whole=f"{name}({inner})",
        outside=f"{head}{power}{argument}" if is_plain else f"({head}{argument}){power}",
        inside=f"{head}({base}{power})",
    )  # fmt: skip


def _starts_function(r: Cursor) -> bool:
    token = r.token
    if token.kind != "command":
        return False
    return token.text in commands.FUNCTION_COMMANDS or token.text in commands.UPRIGHT


def _has_comma(argument: Run) -> bool:
    return any(piece.text == "," for piece in argument)


def _logarithm(base: Run, exponent: Run, argument: Run, token: Token) -> Run:
    start, end = token.span
    if text_of(base) in ("2", "10"):
        return [Piece("log" + text_of(base), start, end), *exponent, *argument]
    comma = Piece(", ", start, end)
    return [Piece("log", start, end), *exponent, *argument[:-1], comma, *base, argument[-1]]
