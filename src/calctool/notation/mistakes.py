"""What went wrong where a tree could not be read, and what was probably meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from calctool.notation.functions import SPELLINGS
from calctool.notation.problem import Problem
from calctool.words import Words

if TYPE_CHECKING:
    from calctool.notation.grammar import Grammar
    from calctool.notation.lexer import Token

ELSEWHERE = {
    "tg": "tan", "ctg": "cot", "arctg": "atan", "sgn": "sign", "signum": "sign", "sh": "sinh",
    "ch": "cosh", "th": "tanh", "atan2": "atan",
    "sigma": "sigmoid", "Gamma": "gamma", "piecewise": "Piecewise", "cases": "Piecewise",
    "absolute": "abs", "modulus": "abs",
}  # fmt: skip
"""What other books and programs call our functions."""

RARE = frozenset({"li", "Si", "Ci", "Ei", "Shi", "Chi"})
"""Too short and too rare to forbid names such as `limit` or `Side` for their sake."""


def missing_value(g: Grammar) -> NoReturn:
    """A number, a name or a bracket was due."""
    token = g.token
    if token.kind == "end":
        if token.start == 0 or len(g.tokens) == 1:
            raise Problem("syntax.empty")
        raise Problem("syntax.ends-early", token.span)
    if token.kind == "'":
        raise Problem("syntax.prime", token.span, hint="prime")
    raise Problem("syntax.missing-value", token.span, sign=g.text[token.start : token.end])


def unexpected(g: Grammar) -> NoReturn:
    """A complete value was read, and this cannot follow it."""
    token = g.token
    sign = g.text[token.start : token.end]
    match token.kind:
        case ")":
            raise Problem("syntax.unopened-bracket", token.span)
        case ",":
            raise Problem("syntax.comma", token.span, hint="decimal-point")
        case "relation":
            raise Problem("syntax.relation", token.span, hint="relation", sign=sign)
        case "!":
            raise Problem("syntax.factorial", token.span, hint="factorial")
        case "'":
            raise Problem("syntax.prime", token.span, hint="prime")
        case "superscript" | "power":
            raise Problem("syntax.two-exponents", token.span, hint="brackets")
    raise Problem("syntax.unexpected", token.span, sign=sign)


def not_closed(g: Grammar, opening: Token) -> NoReturn:
    """A closing bracket was due."""
    if g.kind == "end":
        raise Problem("syntax.unclosed-bracket", opening.span, hint="close")
    if g.kind == "|)":
        raise Problem("syntax.unclosed-bracket", opening.span, hint="close")
    unexpected(g)


def unknown_function(token: Token) -> NoReturn:
    """A long name before a bracket."""
    if token.text == "factorial":
        raise Problem("syntax.factorial", token.span, hint="factorial")
    close = suggestions(token.text)
    raise Problem(
        "syntax.unknown-function",
        token.span,
        hint="did-you-mean" if close else "product-or-function",
        name=token.text,
        names=Words(en=", ".join(close), zh="、".join(close)),
    )


def suggestions(name: str) -> list[str]:
    """At most two functions that may have been meant: completions first, then the usual ones."""
    from difflib import get_close_matches

    if name in ELSEWHERE:
        return [ELSEWHERE[name]]
    words = [word for word in SPELLINGS if word.isascii() and word not in RARE]
    lower = name.lower()
    begun = [w for w in words if w.lower().startswith(lower) or lower.startswith(w.lower())]
    begun.sort(key=lambda word: abs(len(word) - len(name)))
    similar = get_close_matches(lower, words, n=len(words), cutoff=0.55)
    # One nearest, then table order: the functions that everybody uses stand first in it.
    nearest = begun[:1] or similar[:1]
    return list(dict.fromkeys(nearest + [word for word in words if word in similar]))[:2]


def check_joined_name(token: Token) -> None:
    """Refuse sinx, lnx, pix, xe, ex: names that were surely meant as something else."""
    name = token.text
    for length in range(len(name) - 1, 1, -1):
        head, rest = name[:length], name[length:]
        if head in SPELLINGS and head not in RARE:
            raise Problem(
                "syntax.joined-function", token.span, hint="joined-function",
                name=name, head=head, rest=rest.lstrip("_"),
            )  # fmt: skip
    if name.startswith("pi"):
        raise Problem(
            "syntax.joined-pi", token.span, hint="joined", name=name, product=f"pi*{name[2:]}"
        )
    if re.fullmatch(r"[eE][A-Za-z]|[A-Za-z][eE]", name):
        raise Problem(
            "syntax.joined-e",
            token.span,
            hint="joined-e" if name[0] in "eE" else "joined",
            name=name,
            product="*".join(name),
            power="^".join(name),
        )
