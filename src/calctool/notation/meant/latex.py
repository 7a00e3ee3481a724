"""A little LaTeX as plain text: enough to say what to type for a formula copied from a paper."""

from __future__ import annotations

import re

from calctool.notation.functions import SPELLINGS
from calctool.notation.letters import GREEK
from calctool.notation.meant.scan import bare, closing

_SIGNS = {
    "cdot": "*", "times": "*", "ast": "*", "div": "/", "le": "<=", "leq": "<=", "leqslant": "<=",
    "ge": ">=", "geq": ">=", "geqslant": ">=", "ne": "!=", "neq": "!=", "lt": "<", "gt": ">",
    "pi": "pi", "mathrm{e}": "e", "left": "", "right": "", "big": "", "Big": "", "bigl": "",
    "bigr": "", "displaystyle": "", "quad": " ", "qquad": " ", "infty": "oo", "lvert": "|",
    "rvert": "|", "vert": "|", "land": " and ", "wedge": " and ", "varepsilon": "epsilon",
    "varphi": "phi", "vartheta": "theta",
}  # fmt: skip
_NAMES = frozenset({*SPELLINGS, *GREEK, "tg", "ctg", "arctg"})
_WRAPPED = re.compile(r"\\(?:operatorname|mathrm|text|mathit)\s*\{\s*([A-Za-z]+)\s*\}")
_OPERATOR = re.compile(
    r"\\[dt]?frac\s*\{\s*(?:d|\\partial)(?:\^\{?(\d)\}?)?\s*\}"
    r"\s*\{\s*(?:d|\\partial)\s*(\w)(?:\^\{?\d\}?)?\s*\}"
)
_COMMAND = re.compile(r"\\([A-Za-z]+)")


def latex(text: str) -> list[str]:
    """The text without backslashes; [] where there is something in it that has no plain form."""
    if "\\" not in text:
        return []
    made = re.sub(r"_\{(\w+)\}", r"_\1", re.sub(r"\\[,;:! ]|~", " ", text))
    made = _OPERATOR.sub(r"d\1/d\2 ", made)
    made = _WRAPPED.sub(lambda found: f" {found[1]} ", made)
    made = _structured(made)
    unknown = [
        name for name in _COMMAND.findall(made) if name not in _SIGNS | dict.fromkeys(_NAMES)
    ]
    if unknown:
        return []
    made = _COMMAND.sub(_plain, made)
    made = re.sub(r"\{([^{}]*)\}", r"(\1)", made)
    made = re.sub(r"\s+", " ", re.sub(r"(?<=\()\s+|\s+(?=\))", "", made))
    return [bare(made)] if "\\" not in made else []


def _plain(found: re.Match[str]) -> str:
    name = found[1]
    if name in _SIGNS:
        return _SIGNS[name]
    follows = found.string[found.end() :][:1]
    return f" {name}" if follows in ("_", "^", "(", "{", "|") else f" {name} "


def _structured(text: str) -> str:
    r"""\frac{a}{b}, \sqrt{a}, \sqrt[n]{a}"""
    for _ in range(text.count("\\")):
        found = re.search(r"\\([dt]?frac|sqrt)\s*(\[[^\[\]{}]*\])?\s*(?=\{)", text)
        if found is None or (end := closing(text, found.end())) is None:
            return text
        inner = text[found.end() + 1 : end]
        if found[1] == "sqrt":
            index = (found[2] or "")[1:-1]
            made = f" root({inner}, {index}) " if index else f" sqrt({inner}) "
            text = text[: found.start()] + made + text[end + 1 :]
            continue
        below = re.compile(r"\s*\{").match(text, end + 1)
        last = closing(text, below.end() - 1) if below else None
        if below is None or last is None:
            return text
        bottom = text[below.end() : last]
        text = f"{text[: found.start()]} ({_one(inner)}/{_one(bottom)}) {text[last + 1 :]}"
    return text


def _one(text: str) -> str:
    """As one factor"""
    return text.strip() if re.fullmatch(r"\s*\w+\s*", text) else f"({text})"
