r"""What TeX and its reader understand differently: sin without \\, 12,500."""

from __future__ import annotations

from calctool.notation.node import Span
from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.cursor import Cursor
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.problem import Problem


def refuse_bare_function(r: Cursor) -> None:
    """sin without its backslash is a product of three letters to TeX, and to nobody else."""
    word = ""
    end = r.token.start
    for token in r.tokens[r.at : r.at + 8]:
        if token.kind != "letter" or token.start != end:
            break
        word += token.text
        end = token.end
    names = (word[:n] for n in range(len(word), 1, -1))
    if name := next((name for name in names if name in commands.BARE), None):
        span = Span(r.token.start, r.token.start + len(name))
        raise Problem("latex.bare-function", span, hint="latex.bare-function", name=name)


def with_comma(r: Cursor, token: Token) -> Token:
    """0{,}5 is a decimal; in 12{,}500 and 2,400 a comma may group digits or begin the decimals."""
    keys = [each.kind for each in r.tokens[r.at : r.at + 4]]
    braced = keys == ["{", ",", "}", "number"]
    bare = keys[:2] == [",", "number"] and len(r.tokens[r.at + 1].text) == 3
    if braced or bare:
        last = r.tokens[r.at + (3 if braced else 1)]
        if braced and token.text == "0":
            r.at += 4
            return Token("number", "0." + last.text, token.start, last.end)
        if braced or (last.start == token.end + 1 and r.depth <= 1):
            raise Problem(
                "latex.number-comma", Span(token.start, last.end), hint="latex.number-comma",
                whole=token.text + last.text, point=f"{token.text}.{last.text}",
            )  # fmt: skip
    return token
