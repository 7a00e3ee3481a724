"""Names run together: xlnx holds a function, and in x^2 + y^2 - xy the xy is a product."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from calctool.atlas.index import ALIASES, COMPOSED, SPELLINGS
from calctool.notation import synonyms
from calctool.notation.tokens.characters import RESERVED
from calctool.notation.tokens.letters import GREEK
from calctool.notation.tokens.lexer import Token

_PIECE = re.compile(r"[A-Za-z]\d*")
_PIECES = re.compile(r"(?:[A-Za-z]\d*){2,}", re.ASCII)
_NOT_LETTERS = frozenset(
    {*SPELLINGS, *ALIASES, *RESERVED, *GREEK, "pi", "oo", "inf"}
    | {"where", "Piecewise", "Eq", "Ne", "Lt", "Le", "Gt", "Ge"}
)
"""Words that are no product whatever stands beside them."""


# --- products of letters ------------------------------------------------------------------------


class Scope(NamedTuple):
    """The rest of the problem that a text is part of: names `beside` it, names given by options."""

    beside: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()


ALONE = Scope()


def letters(name: str) -> list[str]:
    """The letters, with their indices, that a name could be the product of; [] for none."""
    if name in _NOT_LETTERS or not _PIECES.fullmatch(name):
        return []
    found = _PIECE.findall(name)
    return [] if "e" in found or "E" in found else found


def split(
    tokens: list[Token], beside: Collection[str], kept: Collection[str]
) -> tuple[list[Token], list[tuple[str, str]]]:
    """The tokens with names that are products taken apart, and each such name with its product.

    A name is a product when each of its letters stands alone in the problem: in these tokens or
    among the names `beside` them; those that are `kept` stay whole. Below a fraction bar, in an
    exponent and under a root the whole product is meant.
    """
    names = {token.text for token in tokens if token.kind == "name"}
    alone = names.union(beside)
    products = {
        name: pieces
        for name in names.difference(kept)
        if len(name) > 1 and (pieces := letters(name)) and alone.issuperset(pieces)
    }
    if not products:
        return tokens, []
    found: list[Token] = []
    closing: dict[int, int] = {}
    for at, token in enumerate(tokens):
        pieces = products.get(token.text, []) if token.kind == "name" else []
        if not pieces:
            found.append(token)
        else:
            if tightly := _is_bound(tokens, at):
                found.append(Token("(", "(", token.start, token.start))
                end = _exponent_end(tokens, at)
                closing[end] = closing.get(end, 0) + 1
            found += _letters_of(token, pieces, signed=tightly)
        for _ in range(closing.pop(at, 0)):
            found.append(Token(")", ")", token.end, token.end))
    return found, [(name, "*".join(pieces)) for name, pieces in sorted(products.items())]


def _letters_of(token: Token, pieces: list[str], *, signed: bool) -> list[Token]:
    found: list[Token] = []
    at = token.start
    for piece in pieces:
        if signed and found:
            found.append(Token("*", "*", at, at))
        found.append(Token("name", piece, at, at + len(piece)))
        at += len(piece)
    return found


def _is_bound(tokens: list[Token], at: int) -> bool:
    """Whether a sign before the name would take its first letter only."""
    while at and tokens[at - 1].kind in ("+", "-"):
        at -= 1
    return at > 0 and tokens[at - 1].kind in ("/", "power", "√")


def _exponent_end(tokens: list[Token], at: int) -> int:
    """The last token of the exponents that follow a name."""
    while True:
        if tokens[at + 1].kind == "superscript":
            at += 1
        elif tokens[at + 1].kind == "power":
            at = _value_end(tokens, at + 2)
        else:
            return at


def _value_end(tokens: list[Token], at: int) -> int:
    while tokens[at].kind in ("+", "-"):
        at += 1
    depth = 0
    while tokens[at].kind != "end":
        depth += (tokens[at].kind == "(") - (tokens[at].kind == ")")
        if depth <= 0:
            return at
        at += 1
    return at - 1


def spelled_out(text: str, name: str) -> str:
    """The text with every product that holds the letter `name` written with signs: ax as a*x."""

    def product(found: re.Match[str]) -> str:
        pieces = letters(found[0])
        if name not in pieces:
            return found[0]
        joined = "*".join(pieces)
        before = text[: found.start()].rstrip(" +-−")
        return f"({joined})" if before.endswith(("/", "^", "**", "√")) else joined

    return re.sub(r"[A-Za-z]\w*", product, text)


# --- functions inside names ---------------------------------------------------------------------


class Held(NamedTuple):
    """A name that holds the function `head`, and how it is written apart.

    There are several spellings where it can be read in several ways.
    """

    head: str
    spelled: tuple[str, ...]


_BRACKETED_ONLY = frozenset({"min", "max", "root", "beta", "sign", "abs", "floor", "ceil"})
"""Common parts of names: a function inside a name only when a bracket follows."""
_SHORT = re.compile(r"\d*(?:[A-Za-z]\d*){1,2}", re.ASCII)
_FACTORS = _SHORT


@lru_cache
def _words() -> tuple[str, ...]:
    """What can be a function inside a name, the longest first."""
    words = [
        word
        for word in (*SPELLINGS, *ALIASES)
        if word.isascii() and len(word) > 1 and word not in synonyms.RARE
        and word not in ("psi", "gamma", "sh", "ch", "th", "ld", "lb", "sen", "sq", "surd", "arch")
    ]  # fmt: skip
    return tuple(sorted(words, key=len, reverse=True))


def held(name: str, follows: str) -> Held | None:
    """The function that a name begins with, or holds after one or two letters.

    `follows` is the kind of the next token.
    """
    known = (_NOT_LETTERS, synonyms.DOUBTFUL, COMPOSED, synonyms.NOT_OURS)
    if any(name in words for words in known):
        return None
    if name.isupper() and len(name) > 1 and (small := held(name.lower(), follows)):
        return Held(small.head, tuple(map(_capital, small.spelled)))
    if name.istitle():
        name = name.lower()
    if name.startswith("log_"):
        return None
    begun = next((w for w in _words() if name.startswith(w) and w in SPELLINGS), None)
    if begun and len(begun) < len(name):
        spelled = _apart(name, follows)
        rest = name[len(begun) :].lstrip("_")
        if spelled is None and rest and not any(word in rest for word in _words()):
            spelled = f"{begun}({rest})"
        return Held(begun, _ways(name, spelled) if spelled else ())
    found = _first(name, follows)
    spelled = found and _apart(name, follows)
    if not found or spelled is None:
        return None
    return Held(found[1], (spelled,))


def _capital(spelled: str) -> str:
    """The letters in capitals again, and the functions not."""
    return re.sub(
        r"[a-z]+", lambda word: word[0] if word[0] in SPELLINGS else word[0].upper(), spelled
    )


def _ways(name: str, spelled: str) -> tuple[str, ...]:
    """acosx is acos(x), or a times cos x."""
    inner = re.match(r"a(sin|cos|tan|cot|sec|csc)(?!h)", name)
    other = _apart(name[1:], "") if inner else None
    return (spelled, f"a*{other}") if other else (spelled,)


@lru_cache(maxsize=256)
def _first(name: str, follows: str) -> tuple[str, str, str] | None:
    """Letters, a function after them, and the rest; the leftmost function, the longest there."""
    for at in range(len(name)):
        for word in _words():
            if not name.startswith(word, at):
                continue
            before, rest = name[:at], name[at + len(word) :]
            if before and not _FACTORS.fullmatch(before):
                continue
            if _is_argument(word, rest, follows, before):
                return before, word, rest
    return None


def _is_argument(word: str, rest: str, follows: str, before: str) -> bool:
    if word in _BRACKETED_ONLY and before and (rest or follows != "("):
        return False
    if not rest:
        return follows in ("(", "name", "number", "√", "|(", "power", "superscript")
    if _SHORT.fullmatch(rest):
        return True
    return _apart(rest, follows) is not None


@lru_cache(maxsize=256)
def _apart(name: str, follows: str) -> str | None:
    """The name written with * and brackets: xlnx as x*ln(x); None where that is not clear."""
    found = _first(name, follows)
    if found is None:
        return None
    before, word, rest = found
    factors = [_product(before)] if before else []
    head = ALIASES.get(word, word)
    if not rest:
        return "*".join([*factors, head])
    if _SHORT.fullmatch(rest) and _first(rest, follows) is None:
        return "*".join([*factors, f"{head}({_product(rest)})"])
    inner = _first(rest, follows)
    if inner is None:
        return None
    argument, tail = inner[0], rest[len(inner[0]) :]
    more = _apart(tail, follows)
    if more is None:
        return None
    if not argument:
        return "*".join([*factors, f"{head}({more})"])
    return "*".join([*factors, f"{head}({_product(argument)})", more])


def _product(text: str) -> str:
    number = re.match(r"\d*", text)
    assert number is not None  # noqa: S101 (it may match nothing)
    return number[0] + "*".join(_PIECE.findall(text[number.end() :]))
