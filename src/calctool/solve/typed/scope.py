"""The names of a whole problem: what stands beside one of its texts, and what options name."""

import re

from calctool.notation.problem import Problem
from calctool.notation.tokens import lexer
from calctool.notation.tokens.joined import Scope
from calctool.solve.typed.record import Typed

_NAME = re.compile(r"[^\W\d_]\w*")


def scope(typed: Typed) -> Scope:
    """Names that options give are kept as they are; all others may be products of letters."""
    of_options = (
        *typed.wrt, *typed.whole, typed.mixed or "", typed.of or "", *map(_assigned, typed.where),
        _assigned(typed.at or ""), *(text.partition(":")[0] for text in typed.domain),
    )  # fmt: skip
    kept = {name for text in of_options for name in _NAME.findall(text)}
    texts = (typed.expression, *typed.subject_to, *typed.assume)
    return Scope(frozenset(kept.union(*map(_names, texts))), frozenset(kept))


def _assigned(text: str) -> str:
    """The names on the left of equals signs."""
    return " ".join(part.partition("=")[0] for part in text.split(",") if "=" in part)


def _names(text: str) -> set[str]:
    try:
        found = lexer.tokens(text, lexer.TYPED_BOUNDS)
    except Problem:
        return set()
    return {token.text for token in found if token.kind == "name"}
