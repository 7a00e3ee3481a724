r"""Brackets of LaTeX: \left … \right, \{ … \}, \lfloor … \rfloor."""

from __future__ import annotations

from calctool.notation.node import Span
from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.cursor import Cursor
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.pieces import Piece, Run, bracketed
from calctool.notation.problem import Problem

_ENDS = {"(": ")", "[": "]", "|": "|", "\\{": "\\}", "\\lvert": "\\rvert",
         "\\lfloor": "\\rfloor", "\\lceil": "\\rceil"}  # fmt: skip
_PLAIN = {"|": "abs(", "\\lvert": "abs(", "\\lfloor": "floor(", "\\lceil": "ceil("}


def one_bracket(r: Cursor) -> Run:
    """The next bracket alone, without an exponent that follows it."""
    match r.key:
        case "{":
            inner = r.group()
            return inner if _is_bracket(inner) else bracketed(inner)
        case "\\left":
            run = left_right(r)
            return run if run[0].text == "(" else bracketed(run)
        case "\\{":
            return braces(r)
    return r.fenced()


def left_right(r: Cursor) -> Run:
    sign = r.advance()
    opening = r.token
    kind = r.key
    if kind == ".":
        raise Problem("latex.evaluation", Span(sign.start, opening.end), hint="latex.evaluation")
    if kind == "\\|":
        raise Problem("latex.vector", opening.span, hint="latex.vector", command="\\|")
    if kind not in _ENDS:
        raise Problem("latex.delimiter", opening.span, hint="latex.delimiter", sign="\\left(")
    r.advance()
    inner = r.sequence("\\right")
    closed = r.expect("\\right", "latex.delimiter", sign)
    ending = r.key
    if kind == "\\{" and ending == "." and inner and inner[0].text.startswith("Piecewise"):
        r.advance()
        return inner
    if ending != _ENDS[kind]:
        sign_due = "\\right" + _ENDS[kind]
        raise Problem("latex.delimiter", closed.span, hint="latex.delimiter", sign=sign_due)
    last = r.advance()
    if kind in ("[", "\\{"):
        refuse_lone(inner, Span(sign.start, last.end), r.text)
    start = Piece(_PLAIN.get(kind, "("), sign.start, opening.end)
    return [start, *inner, Piece(")", closed.start, last.end)]


def braces(r: Cursor) -> Run:
    r"""\{ … \}"""
    opening = r.advance()
    inner = r.sequence("\\}")
    closed = r.expect("\\}", "latex.delimiter", opening)
    return [Piece("(", *opening.span), *inner, Piece(")", *closed.span)]


def lone_braces(r: Cursor) -> Run:
    opening = r.token
    found = braces(r)
    refuse_lone(found[1:-1], Span(opening.start, r.tokens[r.at - 1].end), r.text)
    return found


def fence(r: Cursor) -> Run:
    r"""\lvert … \rvert and its like."""
    token = r.advance()
    opening, closing = commands.FENCES[token.text]
    inner = r.sequence("\\" + closing)
    closed = r.expect("\\" + closing, "latex.delimiter", token)
    return [Piece(opening, *token.span), *inner, Piece(")", *closed.span)]


def refuse_lone(inner: Run, span: Span, text: str) -> None:
    r"""[x] and \{x\} around one name are no brackets, but the whole or the fractional part."""
    if len(inner) == 1 and inner[0].text[0].isalpha():
        name = text[inner[0].start : inner[0].end]
        raise Problem(
            "latex.lone-bracket", span, hint="latex.lone-bracket",
            round=f"({name})", floor=f"\\lfloor {name}\\rfloor",
        )  # fmt: skip


def _is_bracket(run: Run) -> bool:
    depth = 0
    for at, piece in enumerate(run):
        depth += (piece.text == "(") - (piece.text == ")")
        if depth == 0:
            return at == len(run) - 1 and run[0].text == "("
    return False


def partner(token: Token) -> str | None:
    r"""What a closing command should have met: \left for \right."""
    name = token.text
    opens = {closing: "\\" + opening for opening, (_, closing) in commands.FENCES.items()}
    return {"right": "\\left", "end": "\\begin", "}": "\\{"}.get(name) or opens.get(name)
