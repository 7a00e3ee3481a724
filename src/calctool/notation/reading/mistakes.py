"""What went wrong where a tree could not be read, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import NoReturn

from calctool.atlas.index import ALIASES, SPELLINGS
from calctool.notation import synonyms
from calctool.notation.problem import Problem
from calctool.notation.reading.cursor import Cursor
from calctool.notation.tokens import joined
from calctool.notation.tokens.lexer import Token
from calctool.words import Words

_USUAL = frozenset("xyztuvw0123456789")
"""What usually stands for a variable behind the name of a function."""


def missing_value(g: Cursor) -> NoReturn:
    """A number, a name or a bracket was due."""
    token = g.token
    if token.kind == "end":
        if token.start == 0 or len(g.tokens) == 1:
            raise Problem("syntax.empty")
        raise Problem("syntax.ends-early", token.span)
    if token.kind == "'":
        raise Problem("syntax.prime", token.span, hint="prime")
    if token.kind == "logic":
        raise Problem("syntax.reserved-word", token.span, hint="rename", name=token.text)
    raise Problem("syntax.missing-value", token.span, sign=g.text[token.start : token.end])


def unexpected(g: Cursor) -> NoReturn:
    """A complete value was read, and this cannot follow it."""
    token = g.token
    sign = g.text[token.start : token.end]
    match token.kind:
        case ")" | "⌋" | "⌉":
            raise Problem("syntax.unopened-bracket", token.span)
        case ",":
            is_decimal = g.peek().kind == "number" and g.tokens[g.at - 1].kind == "number"
            hint = "decimal-point" if is_decimal else "one-at-a-time"
            raise Problem("syntax.comma", token.span, hint=hint)
        case "relation":
            is_equation = token.text == "="
            raise Problem(
                "syntax.relation", token.span, hint="relation" if is_equation else None, sign=sign
            )
        case "!":
            raise Problem("syntax.factorial", token.span, hint="factorial")
        case "'":
            raise Problem("syntax.prime", token.span, hint="prime")
        case "logic":
            raise Problem("syntax.reserved-word", token.span, hint="rename", name=token.text)
        case "superscript" | "power":
            raise Problem("syntax.two-exponents", token.span, hint="brackets")
    raise Problem("syntax.unexpected", token.span, sign=sign)


def not_closed(g: Cursor, opening: Token) -> NoReturn:
    """A closing bracket was due."""
    if g.kind == "end":
        raise Problem("syntax.unclosed-bracket", opening.span, hint="close")
    if g.kind in ("|)", "⌋", "⌉"):
        raise Problem("syntax.unclosed-bracket", opening.span, hint="close")
    unexpected(g)


def refuse_letter_and_function(g: Cursor, letters: Set[str]) -> None:
    """h stands alone and before a bracket: a product is written as one."""
    both = sorted(letters & g.met.keys())
    if not both:
        return
    span = g.met[both[0]]
    problem = Problem("syntax.letter-and-function", span, hint="rename", name=both[0])
    after = g.text[span.end :].lstrip()
    if after.startswith("("):
        problem.offer(f"{g.text[: span.end]}*{after}".strip())
    raise problem


def unknown_function(token: Token) -> NoReturn:
    """A long name before a bracket."""
    name = token.text
    if name == "factorial":
        raise Problem("syntax.factorial", token.span, hint="factorial")
    _refuse_held_function(token, "(")
    close = suggestions(name)
    other = "all-functions" if name.lower() in synonyms.NOT_OURS else "product-or-function"
    raise Problem(
        "syntax.unknown-function",
        token.span,
        hint="did-you-mean" if close else other,
        name=name,
        names=Words(en=", ".join(close), zh="、".join(close)),
    )


def suggestions(name: str) -> list[str]:
    """At most two functions that may have been meant: completions first, then the usual ones."""
    from difflib import get_close_matches

    if name.lower() in ALIASES:
        return [ALIASES[name.lower()]]
    if name.lower() in synonyms.NOT_OURS:
        return []
    words = [word for word in SPELLINGS if word.isascii() and word not in synonyms.RARE]
    lower = name.lower()
    begun = [w for w in words if w.lower().startswith(lower) or lower.startswith(w.lower())]
    begun.sort(key=lambda word: abs(len(word) - len(name)))
    similar = get_close_matches(lower, words, n=len(words), cutoff=0.55)
    # One nearest, then table order: the functions that everybody uses stand first in it.
    nearest = begun[:1] or similar[:1]
    return list(dict.fromkeys(nearest + [word for word in words if word in similar]))[:2]


def _refuse_held_function(token: Token, follows: str) -> None:
    """xlnx and xsin(x) hold a function: no name of a variable is like that."""
    found = joined.held(token.text, follows)
    if found and follows == "(" and "".join(found.spelled[:1]).endswith(")"):
        # sinx(x+1) is sin(x)*(x+1), but sinn(x) is a slip of the pen.
        rest = token.text[token.text.find(found.head) + len(found.head) :]
        several = found.spelled[0].count("(") > 1
        found = found if several or set(rest) <= _USUAL else None
    if found:
        raise Problem(
            "syntax.joined-function", token.span, hint="joined" if found.spelled else "rename",
            name=token.text, head=found.head, spelled=found.spelled,
            product="".join(found.spelled[:1]),
        )  # fmt: skip


def check_joined_name(g: Cursor, token: Token) -> None:
    """Refuse sinx, xlnx, pix, xe, ex, Sin: names that were surely meant as something else."""
    name = token.text
    if head := synonyms.capital(name):
        raise Problem("syntax.function-name", token.span, hint="argument", name=name, head=head)
    _refuse_held_function(token, g.kind)
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
