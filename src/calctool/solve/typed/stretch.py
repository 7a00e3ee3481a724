"""What --domain says: "[0, 2*pi)" or "x:(0, oo)"; the brackets say open or closed."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.notation.node import Span
from calctool.notation.parser import read_names, read_value
from calctool.notation.problem import Problem
from calctool.notation.tree import INFINITY, Negative, Tree
from calctool.solve.question import Stretch

_RELATIONS = "<>=≤≥"
_ALIKE = str.maketrans("（）［］【】，、：；", "()[][],,:;")
"""What a Chinese keyboard types for the signs."""
_INFINITE = {
    sign + name: value
    for name in ("oo", "∞", "inf", "infinity")
    for sign, value in (("", INFINITY), ("+", INFINITY), ("-", Negative(INFINITY)))
}


def read_domains(
    values: Sequence[str], variables: tuple[str, ...]
) -> tuple[tuple[str, Stretch], ...]:
    """The part of the line that the options give for each variable they name.

    A part without a name belongs to the only variable; raises Problem for what is no interval.
    """
    found: dict[str, Stretch] = {}
    for text in values:
        typed = text.translate(_ALIKE).replace("−", "-")
        head, colon, rest = typed.partition(":")
        if len(variables) > 1 and not colon and any(sign in typed for sign in _RELATIONS):
            raise Problem("option.domain", Span(0, len(text)), hint="region", source=text)
        name = _variable(head if colon else None, variables)
        if name in found:
            raise Problem("option.assigned-twice", name=name)
        found[name] = _stretch(rest if colon else typed, len(head) + 1 if colon else 0, text)
    return tuple((name, found[name]) for name in variables if name in found)


def _variable(head: str | None, variables: tuple[str, ...]) -> str:
    """The variable that a part of the line is for."""
    if head is None:
        if len(variables) > 1:
            listed = ", ".join(variables)
            raise Problem(
                "question.domain-names", hint="domain-named", variables=listed, name=variables[0]
            )
        return variables[0]
    (name, *more) = read_names(head)
    if more or name not in variables:
        raise Problem(
            "question.domain-stranger", name=head.strip()[:40], variable=", ".join(variables)
        )
    return name


def _stretch(text: str, offset: int, source: str) -> Stretch:
    body = text.strip()
    start = offset + len(text) - len(text.lstrip())
    whole = Span(start, start + max(1, len(body)))
    if len(body) < 2 or body[0] not in "[(" or body[-1] not in "])":
        raise Problem("option.domain", whole, hint="domain", source=source)
    parts = _split(body[1:-1])
    if len(parts) != 2:
        raise Problem("option.domain", whole, hint="domain", source=source)
    low, high = (_end(part) for part in parts)
    for value in (low, high):
        for name in sorted(value.names):
            raise Problem("question.domain-constant", name=name)
    closed = (body[0] == "[" and not _is_infinite(low), body[-1] == "]" and not _is_infinite(high))
    return Stretch(low, high, closed)


def _split(text: str) -> list[str]:
    """At the commas outside all brackets."""
    parts, depth = [""], 0
    for character in text:
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def _end(text: str) -> Tree:
    infinite = _INFINITE.get("".join(text.split()).lower())
    return infinite if infinite is not None else read_value(text)


def _is_infinite(tree: Tree) -> bool:
    return tree in (INFINITY, Negative(INFINITY))
