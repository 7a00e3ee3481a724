"""About how wide LaTeX is when it is set, and where a formula may go on in a new line."""

import re
from collections.abc import Iterator

from msgspec import Struct

from calctool.present.document import Text
from calctool.render.latex.words import Writing
from calctool.words.printable import cells

LINE = 33.0
"""Ems in a line of a plain article, less a margin for what cannot be foreseen."""

FULL = 34.5
"""Ems in the whole line."""
_TOLERANCE = 1.1
"""Widths are rough; a formula this much wider than its room may still fit."""

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
_LETTER, _SMALL, _BAR = 0.52, 0.7, 0.3
_WIDTHS = (
    dict.fromkeys("+-", 1.2)
    | dict.fromkeys("=<>", 1.3)
    | dict.fromkeys("()[]|,", 0.4)
    | {r"\frac": 0.0, "&": 1.0, r"\cdot": 0.75, r"\partial": 0.55}
    | dict.fromkeys(" ^_", 0.0)
    | dict.fromkeys((r"\text", r"\operatorname", r"\mathit"), 0.0)
    | dict.fromkeys((r"\left", r"\right"), 0.15)
    | dict.fromkeys((r"\le", r"\ge", r"\ne", r"\to", r"\lor", r"\Rightarrow"), 1.4)
)
_LOOSENESS = (
    {r"\lor": 0}
    | dict.fromkeys((r"\Rightarrow", r"\le", r"\ge", "=", "<", ">"), 1)
    | dict.fromkeys("+-", 2)
    | {r"\cdot": 3}
)
"""The signs before which a formula may be broken; the loosest is 0."""
_ROLES = {r"\frac": "above", "^": "script", "_": "script"}
"""What the group after a token is to it."""


def ems(formula: str) -> float:
    """The width of a formula in ems, roughly."""
    return sum(width for width, _ in _widths(_TOKEN.findall(formula)))


def ems_of_text(text: Text, writing: Writing) -> float:
    return sum(
        _LETTER * cells(piece) if isinstance(piece, str) else ems(writing.formula(piece))
        for piece in text.pieces()
    )


def broken(formula: str, room: float) -> list[str]:
    """The formula in lines of at most `room` ems, as far as it can be broken."""
    tokens = _TOKEN.findall(formula)
    widths = list(_widths(tokens))
    lines: list[str] = []
    start = 0
    while (end := _best_break(tokens, widths, start, room)) is not None:
        lines.append("".join(tokens[start:end]).rstrip())
        start = end
    return [*lines, "".join(tokens[start:])]


def fitted(formula: str, room: float) -> str:
    """A formula that can neither be set in its room nor be broken is made smaller."""
    if max(map(ems, broken(formula, room))) <= room * _TOLERANCE:
        return formula
    return rf"\resizebox{{{room / FULL:.2f}\linewidth}}{{!}}{{$\displaystyle {formula}$}}"


def _best_break(
    tokens: list[str], widths: list[tuple[float, int]], start: int, room: float
) -> int | None:
    """Before the loosest sign outside all groups and brackets, as far right as there is room."""
    found: dict[int, int] = {}
    brackets, used = 0, 0.0
    for place in range(start, len(tokens)):
        token, (width, groups) = tokens[place], widths[place]
        used += width
        if used > room and found:
            return found[min(found)]
        brackets += (token in ("(", r"\left")) - (token in (")", r"\right"))
        if not brackets and not groups and place > start and token in _LOOSENESS:
            found[_LOOSENESS[token]] = place
    return found[min(found)] if found and used > room else None


class _Group(Struct):
    """A group that is open: what it is to the one around it, and how wide it has become."""

    role: str
    width: float = 0.0
    widest: float = 0.0
    above: float = 0.0


def _widths(tokens: list[str]) -> Iterator[tuple[float, int]]:
    """What each token adds to the width of the line, and how many groups are open after it.

    A group adds its width where it ends. Formulas nest deeper than Python calls itself.
    """
    opened = [_Group("line")]
    role, above = "", 0.0
    for token in tokens:
        before, inner = opened[0].width, opened[-1]
        match token:
            case "{":
                opened.append(_Group(role or "group", above=above))
                role = ""
            case "}":
                role, above = _closed(opened.pop(), opened[-1])
            case r"\begin":
                opened.append(_Group("rows"))
                role = "name"
            case r"\end":
                rows = opened.pop()
                opened[-1].width += max(rows.widest, rows.width)
                role = "name"
            case r"\\":
                inner.widest, inner.width = max(inner.widest, inner.width), 0.0
            case _:
                inner.width += _width(token) * (_SMALL if role == "script" else 1)
                role = _ROLES.get(token, "")
        yield opened[0].width - before, len(opened) - 1


def _closed(group: _Group, around: _Group) -> tuple[str, float]:
    """The role of a group that follows at once, and the width that it needs to know."""
    match group.role:
        case "above":
            return "below", group.width
        case "below":
            around.width += max(group.above, group.width) + _BAR
        case "script":
            around.width += _SMALL * group.width
        case "group":
            around.width += group.width
    return "", 0.0


def _width(token: str) -> float:
    if token in _WIDTHS:
        return _WIDTHS[token]
    return _LETTER * min(len(token) - 1, 3) if token.startswith("\\") else _LETTER
