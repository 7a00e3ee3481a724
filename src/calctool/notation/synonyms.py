"""What other books and programs call our functions: one table for every way of typing."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from calctool.atlas import ABBREVIATIONS
from calctool.atlas.index import ALIASES, COMPOSED, SPELLINGS
from calctool.atlas.record import Function

RARE = frozenset({"li", "Si", "Ci", "Ei", "Shi", "Chi"})
"""Too short and too rare to forbid names such as `limit` or `Side` for their sake."""

DOUBTFUL = {
    "LOG": ("log10(u)", "log(u)", "log(u, v)"),
    "factorial": ("gamma(u + 1)",),
    "sigma": ("sigmoid(u)",),
    "unitstep": ("heaviside(u)",),
    "step": ("heaviside(u)",),
    "Phi": ("(1 + erf(u/sqrt(2)))/2",),
}  # fmt: skip
"""Names that mean one thing here and another there: offered, never read."""

CHOOSERS = {
    "if": "where", "ifelse": "where", "iif": "where", "piecewise": "Piecewise", "cases": "Piecewise"
}  # fmt: skip
"""What chooses between branches elsewhere; read before a bracket."""

NOT_OURS = frozenset({
    "int", "integrate", "sum", "prod", "product", "softmax", "argmax", "argmin", "round", "trunc",
    "lim", "limit", "det", "norm", "mean", "var", "std", "solve", "simplify", "diff", "derivative",
})  # fmt: skip
"""Known names of what is no function here; a name spelled alike would be another question."""

_BARE = frozenset(
    (
        "log_2",
        "log_10",
        "log_e",
        "tg",
        "ctg",
        "cotg",
        "cosec",
        "arctg",
        "arcctg",
        "sgn",
        "signum",
        "sen",
        "arcsen",
    )
)
"""Never a variable's name, so that no bracket is needed: tg x."""

_STARTS_ARGUMENT = frozenset({"number", "name", "√", "|(", "power", "superscript"})


@cache
def _caseless() -> dict[str, str]:
    """The functions that are known whatever the capital letters of their names."""
    return {
        spelling.lower(): id
        for spelling, id in SPELLINGS.items()
        if spelling not in RARE and len(spelling) > 1 and spelling not in ("beta", "psi")
    }


def alias(text: str, follows: str) -> str | None:
    """The function that a name is another spelling of, before a token of kind `follows`."""
    if follows == "(":
        if text in DOUBTFUL:
            return None
        lowered = text.lower()
        other = ALIASES.get(lowered if len(text) > 2 else text)
        return other or _caseless().get(lowered)
    return ALIASES[text] if text in _BARE and follows in _STARTS_ARGUMENT else None


def capital(text: str) -> str | None:
    """The spelling of a function that a name is but for its capital letters."""
    lowered = text.lower()
    long = len(text) > 2 or lowered in ("ln", "lg")
    return lowered if lowered != text and lowered in _caseless() and long else None


class Template(NamedTuple):
    """A formula in as many of u and v as the function has arguments."""

    text: str
    parameters: tuple[str, ...]


def composed(text: str) -> Function | None:
    """The record of a name that only stands for a formula."""
    return ABBREVIATIONS[COMPOSED[text.lower()]] if text.lower() in COMPOSED else None


def doubtful(text: str) -> tuple[Template, ...]:
    """The formulas that a name may stand for, the likeliest first."""
    known = DOUBTFUL.get(text) or DOUBTFUL.get(text.lower(), ())
    return tuple(map(_read, known))


def _read(formula: str) -> Template:
    named = (name for name in ("u", "v") if re.search(rf"\b{name}\b", formula))
    return Template(formula, tuple(named))
