r"""What the commands of LaTeX do: \frac, \sqrt, letters, environments."""

from __future__ import annotations

from collections.abc import Callable

from calctool.notation.node import Span
from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.cases import cases, refuse_other_end
from calctool.notation.pasted.latex.cursor import Cursor
from calctool.notation.pasted.latex.fences import (
    fence,
    left_right,
    lone_braces,
    one_bracket,
    partner,
)
from calctool.notation.pasted.latex.functions import function
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.latex.words import upright
from calctool.notation.pasted.pieces import Piece, Run, bracketed, quotient, text_of
from calctool.notation.problem import Problem

_GREEK_FUNCTIONS = {"sigma": "σ", "Gamma": "Γ", "psi": "ψ"}
_ROWS = ("aligned", "matrix", "gathered", "split", "alignedat")
"""What stands in \\left\\{ … \\right. for want of cases."""
_MATRICES = ("matrix", "pmatrix", "bmatrix", "vmatrix", "Vmatrix", "smallmatrix")
LINES = ("equation", "align", "aligned", "gather", "gathered", "split", "displaymath", "math")


def command(r: Cursor) -> Run:
    """What the command that comes next means."""
    token = r.token
    name = token.text
    if name in commands.REFUSED:
        raise refused(token)
    if name in commands.FUNCTION_COMMANDS:
        r.advance()
        return function(r, token, commands.WORDS.get(name, name))
    if name in commands.LETTERS:
        r.advance()
        if name == "Delta" and (r.key == "letter" or r.token.text in commands.LETTERS):
            variable = r.advance()
            typed = r.text[token.start : variable.end]
            r.note("note.index", typed=typed, name=name + variable.text)
            return r.name(token, name + variable.text)
        if name == "psi" and (order := _order_of_psi(r)) is not None:
            inner = one_bracket(r)
            return r.raised([Piece(f"polygamma({order}, ", *token.span), *inner[1:]])
        if name in _GREEK_FUNCTIONS and r.key in ("(", "\\left"):
            return [Piece(_GREEK_FUNCTIONS[name], *token.span)]
        return r.name(token, commands.LETTERS[name])
    if name in commands.UPRIGHT:
        return upright(r)
    if name in commands.FENCES:
        return r.raised(fence(r))
    if structure := _STRUCTURES.get(name):
        return structure(r)
    raise unknown(token)


def _fraction(r: Cursor) -> Run:
    sign = r.advance()
    before = r.tokens[r.at - 2] if r.at - 1 == r.after_number else None
    start = r.at
    above, below = r.argument(), r.argument()
    _refuse_derivative(r, sign, start)
    if before is not None:
        _refuse_mixed_number(r, before, above, below)
    return r.raised(quotient(above, below, sign.span))


def _refuse_derivative(r: Cursor, sign: Token, start: int) -> None:
    r"""\frac{d}{dx} and \frac{dy}{dx} inside a formula are no quotients."""
    texts = [token.text for token in r.tokens[start : r.at] if token.text not in "{}"]
    letters = [at for at, text in enumerate(texts) if text == "d"]
    if texts[:1] == ["d"] and len(letters) == 2 and 0 < letters[1] < len(texts) - 1:
        inside = texts[1 : letters[1]]
        is_variable = texts[letters[1] + 1].isalpha()
        if (
            is_variable
            and len(inside) <= 3
            and all(text.isalnum() or text == "^" for text in inside)
        ):
            span = Span(sign.start, r.tokens[r.at - 1].end)
            raise Problem("latex.operator", span, hint="latex.operator")


def _refuse_mixed_number(r: Cursor, before: Token, above: Run, below: Run) -> None:
    r"""2\frac{1}{2}: two and a half, or a product."""
    whole, *parts = before.text, text_of(above), text_of(below)
    if all(part.isdigit() for part in (whole, *parts)) and int(parts[0]) < int(parts[1]):
        fraction = f"\\frac{{{parts[0]}}}{{{parts[1]}}}"
        problem = Problem("syntax.mixed-number", Span(before.start, r.tokens[r.at - 1].end))
        problem.offer(f"({whole}+{fraction})", f"{whole}\\cdot {fraction}")
        raise problem


def _hat(r: Cursor) -> Run:
    sign = r.advance()
    inner = r.argument()
    if len(inner) != 1 or not inner[0].text.isalpha():
        raise Problem("latex.accent", sign.span, hint="latex.accent", command="\\" + sign.text)
    return r.name(sign, inner[0].text + "_hat")


def _order_of_psi(r: Cursor) -> str | None:
    r"""The n of \psi^{(n)}(x)."""
    ahead = r.tokens[r.at : r.at + 6]
    kinds = [token.kind for token in ahead]
    if kinds[:5] == ["^", "{", "(", "number", ")"] and kinds[5:] == ["}"]:
        r.at += 6
        return ahead[3].text
    return None


def refused(token: Token) -> Problem:
    id = commands.REFUSED[token.text]
    return Problem(id, token.span, hint=id, command="\\" + token.text)


def unknown(token: Token) -> Problem:
    if sign := partner(token):
        return Problem("latex.delimiter", token.span, hint="latex.delimiter-before", sign=sign)
    if token.text == "\\":
        return Problem("latex.lines", token.span)
    from difflib import get_close_matches

    near = get_close_matches(token.text, commands.KNOWN, n=1, cutoff=0.75)
    hint, closest = ("latex.near", "\\" + near[0]) if near else (None, "")
    return Problem("latex.command", token.span, hint=hint, command="\\" + token.text, near=closest)


def _root(r: Cursor) -> Run:
    sign = r.advance()
    degree: Run = []
    if r.key == "[":
        opening = r.advance()
        degree = r.sequence("]")
        r.expect("]", "latex.delimiter", opening)
    if r.token.kind == "number" and len(r.token.text) > 1:
        raise Problem(
            "latex.braces", r.token.span, hint="latex.braces",
            written=f"\\sqrt{r.token.text}", meant=f"\\sqrt{{{r.token.text}}}",
        )  # fmt: skip
    inner = r.argument()
    name = Piece("root" if degree else "sqrt", *sign.span)
    comma = [Piece(", ", *sign.span)] if degree else []
    return [name, *bracketed([*inner, *comma, *degree])]


def environment(r: Cursor) -> Run:
    at = r.at
    opening = r.advance()
    name = r.raw_group()
    plain = name.rstrip("*")
    span = Span(opening.start, r.tokens[r.at - 1].end)
    has_rows = plain in _ROWS and r.is_after_brace(at)
    if has_rows or plain in ("cases", "dcases", "rcases", "array"):
        return cases(r, name, span)
    if plain in _MATRICES:
        raise Problem("latex.vector", span, hint="latex.vector", command=name)
    if plain not in LINES:
        raise Problem("latex.environment", span, name=name[:40])
    inner = r.sequence("\\end")
    r.expect("\\end", "latex.delimiter", opening)
    refuse_other_end(r, name)
    return inner


def _boxed(r: Cursor) -> Run:
    r.advance()
    return bracketed(r.argument())


def _calligraphic(r: Cursor) -> Run:
    r"""\mathcal{L} is a letter of its own, unlike L."""
    sign = r.advance()
    inner = r.argument()
    if len(inner) != 1 or not inner[0].text.isupper():
        raise Problem("latex.accent", sign.span, hint="latex.accent", command="\\" + sign.text)
    return r.name(sign, inner[0].text + "_cal")


_STRUCTURES: dict[str, Callable[[Cursor], Run]] = {
    "frac": _fraction, "sqrt": lambda r: r.raised(_root(r)),
    "left": lambda r: r.raised(left_right(r)), "{": lambda r: r.raised(lone_braces(r)),
    "boxed": _boxed, "mathcal": _calligraphic,
    "hat": _hat, "widehat": _hat, "begin": environment,
}  # fmt: skip
