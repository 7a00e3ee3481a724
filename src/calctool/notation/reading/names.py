"""One name at a time: a variable, a constant, a function, or a mistake worth a suggestion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calctool.notation import synonyms
from calctool.notation.problem import Problem
from calctool.notation.reading import algebraic, branches, calls, mistakes, unfinished
from calctool.notation.tokens.characters import RESERVED
from calctool.notation.tokens.letters import GREEK
from calctool.notation.tree import Constant, Name, Tree

if TYPE_CHECKING:
    from calctool.notation.reading.grammar import Grammar
    from calctool.notation.tokens.joined import Scope
    from calctool.notation.tokens.lexer import Token

CONSTANTS = {"e": "e", "E": "e", "pi": "pi", "PI": "pi"}
INFINITIES = frozenset({"oo", "inf", "infinity", "Infinity"})

_LETTER = re.compile(rf"(?:[A-DF-Za-df-z]|{'|'.join(GREEK)})(?:\d+|_\w+)?", re.ASCII)

_REMAINDER = re.compile(r"[A-Za-z]\d*mod\d+", re.ASCII)


def read_name(g: Grammar) -> Tree:
    """The value that begins with a name."""
    token = g.advance()
    text, follows = token.text, g.kind
    if follows not in ("(", "'", "power"):
        if text in g.seen:
            return Name(text, span=token.span)
    elif text in g.functions and calls.is_applied(g):
        return calls.applied(g, token)
    elif follows == "(" and g.printed and text in unfinished.WORDS:
        return unfinished.unfinished(g, token)
    if text in branches.WORDS or (follows == "(" and text.lower() in synonyms.CHOOSERS):
        return branches.choice(g, token)
    if text == algebraic.WORD and follows == "(":
        return algebraic.root(g, token)
    if function := calls.known_id(g, token, follows):
        return calls.known(g, token, function)
    return letter(g, token)


def letter(g: Grammar, token: Token) -> Tree:
    """A constant or a variable."""
    text = token.text
    if text in CONSTANTS:
        if text == "PI":
            g.note("note.other-name", typed=text, reading="pi")
        return Constant(CONSTANTS[text], span=token.span)
    if text in INFINITIES:
        if g.printed and text == "oo":
            return Constant("oo", span=token.span)
        raise Problem("syntax.infinity", token.span, hint="infinity", name=text)
    if g.kind == "(" and token.end - token.start > 1:
        if known := synonyms.composed(text):
            return calls.by_formula(g, token, known)
        mistakes.unknown_function(token)
    if text not in g.seen:
        check_variable(g, token)
        g.seen.add(text)
        if len(g.seen) > g.bounds.names:
            raise Problem("limit.names", token.span, most=g.bounds.names)
    return Name(text, span=token.span)


def check_variable(g: Grammar, token: Token) -> None:
    """Refuse what can hardly be meant as one variable; note a long name."""
    text = token.text
    if text == "mod" or _REMAINDER.fullmatch(text):
        raise Problem("syntax.reserved-word", token.span, hint="remainder", name=text)
    if text in RESERVED:
        hint = {"True": "only-as-condition", "if": "where", "else": "where"}.get(text, "rename")
        raise Problem("syntax.reserved-word", token.span, hint=hint, name=text)
    if g.printed or len(text) == 1 or (_LETTER.fullmatch(text) and text != "Pi"):
        return
    mistakes.check_joined_name(g, token)
    if text == "Pi":
        g.note("note.capital-pi", name=text)
        return
    pieces = re.findall(r"[A-Za-z]\d*", text)
    if "_" in text or len(pieces) > 4:
        g.note("note.long-name", name=text)
    elif len(pieces) == 1:
        g.note("note.e-with-index", name=text, product=f"{text[0]}*{text[1:]}")
    else:
        g.note("note.one-name", name=text, product="*".join(pieces))


_INDEXED = re.compile(r"([A-DF-Za-df-z])[2-9]")


def note_indices(g: Grammar, scope: Scope) -> None:
    """Say how x2 was read where x^2 may have been typed: cmd.exe takes ^ out of a line."""
    known = g.seen | scope.beside
    for name in sorted(g.seen - scope.kept):
        found = _INDEXED.fullmatch(name)
        if found is None:
            continue
        stem = found[1]
        if any(re.fullmatch(rf"{stem}_?\d+", other) for other in known - {name}):
            continue
        if stem in known or all(_INDEXED.fullmatch(other) for other in g.seen):
            g.note("note.index-or-power", name=name, power=f"{stem}^{name[1:]}")
