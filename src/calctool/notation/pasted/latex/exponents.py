r"""Exponents in LaTeX: one token or a group; braces that were forgotten, indices, primes."""

from __future__ import annotations

from calctool.notation.node import Span
from calctool.notation.pasted.latex.cursor import Cursor
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.pieces import Piece, Run, bracketed
from calctool.notation.problem import Problem


def exponent(r: Cursor, base: str | None) -> Run:
    """^ with its argument; `base` is the name that is raised, if it is one."""
    sign = r.advance()
    token = r.token
    match token.kind:
        case "{":
            if r.tokens[r.at + 1].kind == "*":
                raise _starred(sign, r.tokens[r.at + 1])
            inner = r.group()
            if base is not None and _primes(inner):
                return inner
            if base is not None and inner and _is_index(inner):
                raise Problem("latex.index", Span(sign.start, inner[-1].end), hint="latex.index")
        case "number" if len(token.text) > 1:
            raise forgotten(token, "^", token.text)
        case "-" | "+":
            rest = r.tokens[r.at + 1].text
            raise forgotten(token, "^", token.text + rest)
        case "'":
            r.advance()
            return [Piece("'", *token.span)]
        case "(":
            inner = r.fenced()[1:-1]
        case "*":
            raise _starred(sign, token)
        case _:
            inner = r.argument()
            if base == "e" and token.kind == "number" and r.token.kind == "letter":
                raise forgotten(token, "^", token.text + r.token.text)
    return [Piece("^", *sign.span), *bracketed(inner)] if inner else []


def _is_index(run: Run) -> bool:
    """(i): an index in brackets, or a derivative of an order."""
    return run[0].text == "(" and run[-1].text == ")" and len(run) == 3


def _primes(run: Run) -> bool:
    return bool(run) and all(piece.text == "'" for piece in run)


def _starred(sign: Token, star: Token) -> Problem:
    span = Span(sign.start, star.end)
    return Problem("latex.accent", span, hint="latex.accent", command="^*")


def forgotten(token: Token, sign: str, meant: str) -> Problem:
    return Problem(
        "latex.braces",
        token.span,
        hint="latex.braces",
        written=sign + meant,
        meant=f"{sign}{{{meant}}}",
    )
