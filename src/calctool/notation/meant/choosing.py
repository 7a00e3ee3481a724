"""Branches as other notations write them: c ? a : b, a if c else b, {a, c; b, d}, LaTeX cases."""

from __future__ import annotations

import re

from calctool.notation.tokens.scan import in_groups

_ELSE = frozenset({"otherwise", "else", "true", "otherwise.", "sonst", "其他", "其它"})
_BRACED = re.compile(r"\{(?P<rows>[^{}]*;[^{}]*)\}")
_RELATION = re.compile(r"[<>=≤≥≠]|\\l[et]|\\g[et]|\\ne")
_BEFORE_CONDITION = re.compile(
    r"\s*(?:,|\bif\b|\bfor\b|\bwhen\b|当|\\text\s*\{\s*(?:if|for|when)\s*\})\s*"
)


def ternary(text: str) -> list[str]:
    """c ? a : b"""
    return [in_groups(text, _ternary)] if "?" in text else []


def _ternary(text: str) -> str | None:
    test, question, rest = text.partition("?")
    if not question:
        return None
    depth = 0
    for at, character in enumerate(rest):
        depth += (character == "?") - (character == ":")
        if depth < 0:
            chosen, other = rest[:at].strip(), rest[at + 1 :].strip()
            return (
                f"where({test.strip()}, {_ternary(chosen) or chosen}, {_ternary(other) or other})"
            )
    return None


def inline_if(text: str) -> list[str]:
    """a if c else b"""
    return [in_groups(text, _inline_if)] if re.search(r"\bif\b.*\belse\b", text) else []


def _inline_if(text: str) -> str | None:
    found = re.match(r"(?P<chosen>.*?)\bif\b(?P<test>.*?)\belse\b(?P<other>.*)", text, re.DOTALL)
    if not found or not found["chosen"].strip():
        return None
    other = found["other"].strip()
    chosen, test = found["chosen"].strip(), found["test"].strip()
    return f"where({test}, {chosen}, {_inline_if(other) or other})"


def braces(text: str) -> list[str]:
    """{a, c; b, d}, and the same with `if` and `otherwise`"""
    found = _BRACED.search(text)
    if found is None:
        return []
    made = _piecewise(found["rows"].split(";"))
    return [text[: found.start()] + made + text[found.end() :]] if made else []


def _piecewise(rows: list[str]) -> str | None:
    made = []
    for row in filter(str.strip, rows):
        branch = _branch(row.strip().rstrip(",.").strip())
        if branch is None:
            return None
        made.append(branch)
    return f"Piecewise({', '.join(made)})" if made else None


def _branch(row: str) -> str | None:
    """(value, condition); the condition comes after a comma, `if`, or the word for all others."""
    last = re.split(r"[\s,{}]+", row.rstrip("} "))[-1]
    if last.lower() in _ELSE:
        value = re.sub(r"[\s,]*(?:\\text\s*\{\s*)?\w+\.?\s*\}?\s*$", "", row)
        return f"({value.rstrip(', ')}, True)"
    for found in reversed(list(_BEFORE_CONDITION.finditer(row))):
        value, test = row[: found.start()], row[found.end() :]
        if _RELATION.search(test) and value.count("(") == value.count(")"):
            value = value.rstrip(", ")
            return f"({value}, {test.strip()})"
    return None
