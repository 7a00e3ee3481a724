r"""What stands around a formula in LaTeX: $…$, a full stop, f(x) =, d/dx, a condition."""

from __future__ import annotations

from calctool.notation.pasted.latex.outside.around import Shelled, is_word, key, top_level
from calctool.notation.pasted.latex.outside.conditions import condition
from calctool.notation.pasted.latex.outside.derivative import operator
from calctool.notation.pasted.latex.outside.sides import left_sides
from calctool.notation.pasted.latex.structures import LINES
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.problem import Problem

_DELIMITERS = {("$", "$"), ("\\(", "\\)"), ("\\[", "\\]")}
_ENDS = frozenset(".,;")


def shelled(text: str, tokens: list[Token], *, defines: bool) -> Shelled:
    """Take off what is no part of the formula; `defines`: `f(x) =` names it, else an equation."""
    inner, end = _bare(tokens[:-1]), tokens[-1]
    inner, rest = condition(text, inner)
    found = Shelled(inner, rest)
    left_sides(found, defines)
    operator(text, found)
    last = found.formula[-1].end if found.formula else end.start
    found.formula.append(Token("end", "", last, last))
    return found


def _bare(tokens: list[Token]) -> list[Token]:
    """Without delimiters, labels, and the full stop of the sentence."""
    tokens = _without_dollars_in_words(_without_labels(tokens))
    while True:
        if len(tokens) > 1 and (key(tokens[0]), key(tokens[-1])) in _DELIMITERS:
            tokens = tokens[1:-1]
        elif len(tokens) > 1 and tokens[-1].kind in _ENDS and key(tokens[-2]) != "\\right":
            tokens = tokens[:-1]
        elif (lines := _lines(tokens)) is not None:
            tokens = lines
        else:
            break
    for token in tokens:
        if token.kind == "$" or key(token) in ("\\(", "\\)", "\\[", "\\]"):
            raise Problem("latex.several", token.span)
    return _one_line(tokens)


def _one_line(tokens: list[Token]) -> list[Token]:
    r"""Lines that go on with a sign are one; others are several formulas."""
    if not any(token.text == "\\" for token in tokens):
        return tokens
    found: list[Token] = []
    top = set(top_level(tokens))
    for at, token in enumerate(tokens):
        if at not in top or key(token) != "\\\\":
            found.append(token)
            continue
        after = tokens[at + 1].kind if at + 1 < len(tokens) else "="
        if after not in ("=", "+", "-", "*"):
            raise Problem("latex.lines", token.span)
    return found


def _without_dollars_in_words(tokens: list[Token]) -> list[Token]:
    r"""\text{if $x > 0$} is \text{if} x > 0."""
    found: list[Token] = []
    inside = ""
    at = -1
    while (at := at + 1) < len(tokens):
        token = tokens[at]
        kind = token.kind
        if not inside and kind == "{" and at and is_word(tokens[at - 1]):
            inside = "word"
        elif inside == "word" and kind in ("}", "$"):
            inside = "formula" if kind == "$" else ""
            token = Token("}", "}", *token.span)
        elif inside == "formula" and kind == "$":
            inside = "" if tokens[at + 1 : at + 2] and tokens[at + 1].kind == "}" else "word"
            if not inside:
                at += 1
                continue
            found.append(Token("command", "text", token.start, token.start))
            token = Token("{", "{", *token.span)
        found.append(token)
    return found


def _lines(tokens: list[Token]) -> list[Token] | None:
    """What stands in equation, align and their like, without the marks of alignment."""
    if not tokens or key(tokens[0]) != "\\begin" or tokens[-1].kind != "}":
        return None
    close = next((n for n, token in enumerate(tokens) if token.kind == "}"), 0)
    name = "".join(token.text for token in tokens[2:close]).rstrip("*")
    length = close + 1
    if name not in LINES or key(tokens[-length]) != "\\end":
        return None
    return [token for token in tokens[length:-length] if token.kind != "&"]


def _without_labels(tokens: list[Token]) -> list[Token]:
    found: list[Token] = []
    skipping = 0
    for at, token in enumerate(tokens):
        if token.kind == "command" and token.text in ("label", "tag"):
            skipping = next(
                (n for n in range(at, len(tokens)) if tokens[n].kind == "}"), len(tokens)
            )
        if not skipping or at > skipping:
            found.append(token)
    return found
