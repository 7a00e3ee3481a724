"""What --window and --plot-also say: the part of the plane, and other functions in it."""

from __future__ import annotations

import re

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.tokens.scan import parts
from calctool.notation.tree import Name, Relation, Tree, expression
from calctool.solve.question import Asked, Span, View
from calctool.solve.typed.options.intervals import guessed
from calctool.solve.typed.options.parameters import put_in, refuse_unknown_functions
from calctool.solve.typed.options.stretch import read_domains
from calctool.solve.typed.record import Typed
from calctool.solve.typed.scope import scope
from calctool.words import Note

_TIMES = re.compile(r"(?<=[\])])\s*[x×*]\s*(?=[\[(])")
_NAME = re.compile(r"\s*[^\W\d_]\w*\s*")
_HEIGHTS = ("y", "f", "z")
"""What the axis of values may be called, where it is not the variable."""


def viewed(typed: Typed, asked: Asked) -> tuple[View, tuple[Note, ...]]:
    """What the picture of a question shall show, and how other functions were read.

    Raises Problem for what is no window and for what cannot be drawn beside the function.
    """
    spans = _spans(typed, asked)
    others = [_beside(typed, asked, text) for text in typed.beside]
    notes = tuple(note for _, found in others for note in found)
    return View(spans.get(0), spans.get(1), tuple(tree for tree, _ in others)), notes


# --- the window ---------------------------------------------------------------------------------


def _spans(typed: Typed, asked: Asked) -> dict[int, Span]:
    """The ends of the axes by their number: across is 0, up is 1."""
    found: dict[int, Span] = {}
    for text in typed.window:
        for part in _intervals(text):
            head, colon, rest = part.partition(":")
            name = head.strip() if colon and _NAME.fullmatch(head) else ""
            axis = _axis(name, asked) if name else len(found)
            span = _span(rest if name else part)
            if span is None or axis in found or axis not in (0, 1):
                raise Problem("option.window", hint="window", source=text)
            found[axis] = span
    return found


def _intervals(text: str) -> list[str]:
    """[-5, 5] x [0, 10], [-5, 5], y:[0, 10] or a single one."""
    has_brackets = any(sign in text for sign in "[(")
    return parts(_TIMES.sub(",", text)) if has_brackets else [text]


def _axis(name: str, asked: Asked) -> int | None:
    if name in asked.wrt:
        return asked.wrt.index(name)
    return 1 if len(asked.wrt) == 1 and name in _HEIGHTS else None


def _span(text: str) -> Span | None:
    """The two ends of an interval, the smaller one first; None for anything else."""
    try:
        ((_, stretch),), _ = read_domains([guessed(text) or text], ("x",))
    except Problem:
        return None
    low, high = (_float(end) for end in (stretch.start, stretch.end))
    return (low, high) if low is not None and high is not None and low < high else None


def _float(tree: Tree) -> float | None:
    found = enclose(tree, budget.ENCLOSED_DIGITS)
    value = None if found is None else float(found[0])
    return value if value is not None and abs(value) <= budget.SKETCH_FAR else None


# --- other functions ----------------------------------------------------------------------------


def _beside(typed: Typed, asked: Asked, text: str) -> tuple[Tree, tuple[Note, ...]]:
    if len(asked.wrt) != 1 or asked.constraints or isinstance(asked.statement, Relation):
        raise Problem("question.beside-plane")
    if len(typed.beside) > budget.SKETCH_BESIDE:
        raise Problem("question.beside-many", most=budget.SKETCH_BESIDE)
    reading = read(text, relation=True, scope=scope(typed))
    statement = reading.statement
    if isinstance(statement, Relation):
        if statement.sign != "=" or not isinstance(statement.left, Name):
            raise Problem("question.beside-equation", source=text)
        statement = statement.right
    refuse_unknown_functions(statement)
    given = {name: value for name, value in asked.where if name in statement.names}
    other = expression(put_in(statement, given))
    for name in sorted(other.names.difference(asked.wrt)):
        raise Problem("question.beside-name", name=name, variable=asked.variable)
    return other, reading.notes
