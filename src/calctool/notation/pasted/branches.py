"""Rows of a case distinction as Piecewise; a double relation may use the rows before it."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from calctool.notation.node import Span
from calctool.notation.pasted.pieces import Piece, Run
from calctool.notation.problem import Problem

_RELATIONS = frozenset({"=", "==", "<", "<=", ">", ">=", "!=", "≤", "≥", "≠"})
_ASCII = {"≤": "<=", "≥": ">=", "≠": "!=", "==": "="}
_UP, _DOWN = ("<", "<="), (">", ">=")
_FLIP = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_REST = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


class Row(Struct, frozen=True):
    """A value and where it holds; None: everywhere else."""

    value: Run
    condition: Run | None
    span: Span


def piecewise(rows: list[Row], span: Span, *, closes: bool = False) -> Run:
    """Piecewise((value, condition), …); with `closes` a last row that is the rest says so.

    Raises Problem for a row without a condition that is not the last.
    """
    if not rows:
        raise Problem("syntax.branch", span, hint="Piecewise")
    found: Run = [Piece("Piecewise(", span.start, span.start + 1)]
    covered: _Covered | None = None
    for at, row in enumerate(rows):
        is_last = at == len(rows) - 1
        if not row.value or (not row.condition and not is_last):
            raise Problem("syntax.condition", row.span, hint="condition")
        condition, now = _one_relation(row, covered)
        is_rest = covered is not None and now is not None and covered.rest == now
        if not row.condition or (closes and is_last and is_rest):
            condition = [Piece("True", *row.span)]
        covered = now if at == 0 or (covered and now and covered.goes_on(now)) else None
        found += [Piece(", " if at else "", *row.span), Piece("(", *row.span), *row.value]
        found += [Piece(", ", *row.span), *condition, Piece(")", *row.span)]
    return [*found, Piece(")", span.end - 1, span.end)]


class _Covered(NamedTuple):
    """What the rows so far cover: the name on one side of a bound."""

    name: str
    sign: str
    bound: str

    @property
    def rest(self) -> _Covered:
        return _Covered(self.name, _REST[self.sign], self.bound)

    def goes_on(self, other: _Covered) -> bool:
        return (self.name, self.sign[0]) == (other.name, other.sign[0])


def _one_relation(row: Row, covered: _Covered | None) -> tuple[Run, _Covered | None]:
    """The row's condition with one sign, and what the rows up to it cover, if that is one side."""
    if not row.condition:
        return [], None
    if any(piece.text in (" and ", " or ") for piece in row.condition):
        return row.condition, None
    parts, signs = _split(row.condition)
    match signs:
        case [sign]:
            found = [*parts[0], Piece(sign, *_place(row, parts)), *parts[1]]
            return found, _Covered(
                _text(parts[0]), sign, _text(parts[1])
            ) if sign in _REST else None
        case [first, second] if {first, second} <= set(_UP) or {first, second} <= set(_DOWN):
            low, name, high = parts
            if covered is None or covered.rest != (_text(name), _FLIP[first], _text(low)):
                return row.condition, None
            found = [*name, Piece(second, *_place(row, parts)), *high]
            return found, _Covered(_text(name), second, _text(high))
    raise Problem("syntax.condition", row.span, hint="condition")


def _place(row: Row, parts: list[Run]) -> tuple[int, int]:
    start = parts[0][-1].end if parts[0] else row.span.start
    end = parts[1][0].start if parts[1] else row.span.end
    return (start, max(start, end))


def _split(run: Run) -> tuple[list[Run], list[str]]:
    parts: list[Run] = [[]]
    signs: list[str] = []
    depth = 0
    for piece in run:
        depth += piece.text.count("(") - piece.text.count(")")
        if depth == 0 and piece.text in _RELATIONS:
            signs.append(_ASCII.get(piece.text, piece.text))
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts, signs


def _text(run: Run) -> str:
    return "".join(piece.text for piece in run)
