r"""What the commands of LaTeX do: \frac, \sqrt, functions, \left…\right, words, environments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from calctool.notation.node import Span
from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.pieces import Piece, Run, bracketed, quotient
from calctool.notation.problem import Problem

if TYPE_CHECKING:
    from calctool.notation.pasted.latex.reader import Reader

_GREEK_FUNCTIONS = {"sigma": "σ", "Gamma": "Γ", "psi": "ψ"}
_MATRICES = ("matrix", "pmatrix", "bmatrix", "vmatrix", "Vmatrix", "smallmatrix")
LINES = ("equation", "align", "aligned", "gather", "gathered", "split", "displaymath", "math")


def command(r: Reader) -> Run:
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
        if name == "psi" and (order := _order_of_psi(r)) is not None:
            inner = one_bracket(r)
            return r.raised([Piece(f"polygamma({order}, ", *token.span), *inner[1:]])
        if name in _GREEK_FUNCTIONS and r.key in ("(", "\\left"):
            return [Piece(_GREEK_FUNCTIONS[name], *token.span)]
        return r.name(token, commands.LETTERS[name])
    if name in commands.UPRIGHT:
        return upright(r)
    if name in commands.FENCES:
        opening, closing = commands.FENCES[name]
        r.advance()
        inner = r.sequence("\\" + closing)
        closed = r.expect("\\" + closing, "latex.delimiter", token)
        return r.raised([Piece(opening, *token.span), *inner, Piece(")", *closed.span)])
    if structure := _STRUCTURES.get(name):
        return structure(r)
    raise unknown(token)


def _fraction(r: Reader) -> Run:
    sign = r.advance()
    above, below = r.argument(), r.argument()
    return r.raised(quotient(above, below, sign.span))


def _braces(r: Reader) -> Run:
    opening = r.advance()
    inner = r.sequence("\\}")
    closed = r.expect("\\}", "latex.delimiter", opening)
    return [Piece("(", *opening.span), *inner, Piece(")", *closed.span)]


def _hat(r: Reader) -> Run:
    sign = r.advance()
    inner = r.argument()
    if len(inner) != 1 or not inner[0].text.isalpha():
        raise Problem("latex.accent", sign.span, hint="latex.accent", command="\\" + sign.text)
    return r.name(sign, inner[0].text + "_hat")


def _order_of_psi(r: Reader) -> str | None:
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
    from calctool.notation.mistakes import suggestions

    near = suggestions(token.text)
    hint = "latex.near" if near else None
    return Problem("latex.command", token.span, hint=hint, command="\\" + token.text, near=near)


def _root(r: Reader) -> Run:
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


# --- functions ----------------------------------------------------------------------------------


def function(r: Reader, token: Token, name: str) -> Run:
    r"""A function with what it is of: \sin^2 x, \log_2(x), \cos^{-1} t."""
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
    if _text(exponent) == "^(-1)":
        name, exponent = _inverse(r, token, name), []
    argument = _argument_of(r, token, name)
    head = [Piece(name, token.start, token.end)]
    if base:
        return _logarithm(base, exponent, argument, token)
    return [*head, *exponent, *argument]


def _inverse(r: Reader, token: Token, name: str) -> str:
    inverse = commands.INVERSE.get(name)
    span = Span(token.start, r.tokens[r.at - 1].end)
    if inverse is None:
        raise Problem("latex.inverse", span, name=name)
    r.note("note.inverse-function", typed=r.text[span.start : span.end], reading=inverse, name=name)
    return inverse


def _argument_of(r: Reader, token: Token, name: str) -> Run:
    """Always in brackets."""
    start = r.at
    key = r.key
    if key in ("(", "[", "\\left", "\\{", "{"):
        argument = one_bracket(r)
        if r.key == "^":
            raise _exponent_of_what(r, token, name, argument)
        return argument
    minus: Run = []
    if key == "-" and r.token.end == r.tokens[r.at + 1].start:
        minus = [Piece("-", *r.advance().span)]
    if r.key == "|":
        bar = r.advance()
        inner = r.sequence("|")
        closed = r.expect("|", "latex.delimiter", bar)
        return [Piece("(|", *bar.span), *inner, Piece("|)", *closed.span)]
    if _starts_function(r):
        inner = r.item()
        return bracketed([*minus, *inner])
    inner = r.factors()
    if not inner:
        raise Problem("syntax.missing-argument", token.span, hint="argument", name=name)
    after = r.token.text if r.key in ("*", "/") else ""
    if len(inner) > 1 or after:
        typed = r.text[token.start : r.tokens[r.at - 1].end]
        rest = after + "…" if after else ""
        if r.at - start > 1 or rest:
            r.note(
                "note.function-argument",
                typed=typed + rest,
                reading=f"{name}({_text([*minus, *inner])}){rest}",
            )
    return bracketed([*minus, *inner])


def one_bracket(r: Reader) -> Run:
    """The next bracket alone, without an exponent that follows it."""
    match r.key:
        case "{":
            inner = r.group()
            return inner if _is_bracket(inner) else bracketed(inner)
        case "\\left":
            run = _left_right(r)
            return run if run[0].text == "(" else bracketed(run)
        case "\\{":
            return _braces(r)
    return r.fenced()


def _exponent_of_what(r: Reader, token: Token, name: str, argument: Run) -> Problem:
    place = r.token.start
    r.exponent(None)
    end = r.tokens[r.at - 1].end
    power, inner = r.text[place:end], r.text[argument[0].end : argument[-1].start]
    typed = "\\" + token.text if token.kind == "command" else token.text
    return Problem(
        "latex.exponent", Span(place, end), hint="latex.exponent",
        inner=inner, whole=f"{name}({inner})",
        outside=f"{typed}{power}({inner})", inside=f"{typed}({inner}{power})",
    )  # fmt: skip


def _starts_function(r: Reader) -> bool:
    token = r.token
    if token.kind != "command":
        return False
    return token.text in commands.FUNCTION_COMMANDS or token.text in commands.UPRIGHT


def _logarithm(base: Run, exponent: Run, argument: Run, token: Token) -> Run:
    start, end = token.span
    if _text(base) in ("2", "10"):
        return [Piece("log" + _text(base), start, end), *exponent, *argument]
    comma = Piece(", ", start, end)
    return [Piece("log", start, end), *exponent, *argument[:-1], comma, *base, argument[-1]]


# --- \left … \right, words, environments --------------------------------------------------------


def _left_right(r: Reader) -> Run:
    sign = r.advance()
    opening = r.token
    kind = r.key
    ends = {"(": ")", "[": "]", "|": "|", "\\{": "\\}", "\\lvert": "\\rvert",
            "\\lfloor": "\\rfloor", "\\lceil": "\\rceil"}  # fmt: skip
    if kind not in ends:
        raise Problem("latex.delimiter", opening.span, hint="latex.delimiter", sign="\\left(")
    r.advance()
    inner = r.sequence("\\right")
    closed = r.expect("\\right", "latex.delimiter", sign)
    ending = r.key
    if kind == "\\{" and ending == "." and inner and inner[0].text.startswith("Piecewise"):
        r.advance()
        return inner
    if ending != ends[kind]:
        raise Problem("latex.delimiter", closed.span, hint="latex.delimiter", sign=ends[kind])
    last = r.advance()
    plain = {"|": "abs(", "\\lvert": "abs(", "\\lfloor": "floor(", "\\lceil": "ceil("}
    start = Piece(plain.get(kind, "("), sign.start, opening.end)
    return [start, *inner, Piece(")", closed.start, last.end)]


def upright(r: Reader) -> Run:
    r"""\text{…}, \mathrm{…}, \operatorname{…}, {\rm …}."""
    token = r.advance()
    if r.key == "{":
        text = r.raw_group()
    else:
        letters = []
        while r.key == "letter":
            letters.append(r.advance().text)
        text = "".join(letters)
    return word(r, text, Span(token.start, r.tokens[r.at - 1].end))


def word(r: Reader, text: str, span: Span) -> Run:
    """A word is a function, a constant, or a condition."""
    bare = text.replace("\\", "").strip(" ,.;:~")
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
    if r.in_condition and bare.lower() in commands.OTHERWISE:
        r.is_otherwise = True
        return []
    if r.in_condition and set(bare.lower().split()) <= commands.CONDITION_WORDS:
        return []
    if len(bare) == 1 and bare.isalpha() and bare.isascii():
        return r.name(token, bare)
    raise Problem("latex.word", span, word=bare[:40])


def environment(r: Reader) -> Run:
    from calctool.notation.pasted.latex.cases import cases

    opening = r.advance()
    name = r.raw_group()
    plain = name.rstrip("*")
    span = Span(opening.start, r.tokens[r.at - 1].end)
    if plain in ("cases", "dcases", "rcases", "array"):
        return cases(r, plain, span)
    if plain in _MATRICES:
        raise Problem("latex.vector", span, hint="latex.vector", command=name)
    if plain not in LINES:
        raise Problem("latex.environment", span, name=name[:40])
    inner = r.sequence("\\end")
    r.expect("\\end", "latex.delimiter", opening)
    r.raw_group()
    return inner


def _is_bracket(run: Run) -> bool:
    depth = 0
    for at, piece in enumerate(run):
        depth += (piece.text == "(") - (piece.text == ")")
        if depth == 0:
            return at == len(run) - 1 and run[0].text == "("
    return False


def _text(run: Run) -> str:
    return "".join(piece.text for piece in run)


_STRUCTURES: dict[str, Callable[[Reader], Run]] = {
    "frac": _fraction, "sqrt": lambda r: r.raised(_root(r)),
    "left": lambda r: r.raised(_left_right(r)), "{": lambda r: r.raised(_braces(r)),
    "hat": _hat, "widehat": _hat, "begin": environment,
}  # fmt: skip
