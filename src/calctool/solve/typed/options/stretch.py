"""What --domain says: "[0, 2*pi)" or "x:(0, oo)"; the brackets say open or closed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from calctool.notation.node import Span
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_names
from calctool.notation.reading.typed import read_value
from calctool.notation.tokens.characters import unquoted
from calctool.notation.tokens.scan import parts
from calctool.notation.tree import INFINITY, Negative, Tree, rational
from calctool.solve.question import Stretch
from calctool.solve.typed.options.intervals import guessed, spelled
from calctool.words import Note
from calctool.words.notes import reading_note

_RELATIONS = "<>=≤≥"
_NAME = re.compile(r"\s*[^\W\d_]\w*\s*")
_ALIKE = str.maketrans("（）［］【】，、：；", "()[][],,:;")
"""What a Chinese keyboard types for the signs."""
_INFINITE = {
    sign + name: value
    for name in ("oo", "∞", "inf", "infinity")
    for sign, value in (("", INFINITY), ("+", INFINITY), ("-", Negative(INFINITY)))
}


Domains = tuple[tuple[str, Stretch], ...]


def read_domains(
    values: Sequence[str], variables: tuple[str, ...], *, letters: bool = False
) -> tuple[Domains, tuple[Note, ...]]:
    """The part of the line that the options give for each variable they name, and how it was read.

    A part without a name belongs to the only variable; raises Problem for what is no interval, and
    for names in its ends, but for `letters` that are no variables.
    """
    plain: list[str] = []
    notes: list[Note] = []
    for text in map(unquoted, values):
        other = spelled(text.translate(_ALIKE).replace("−", "-"), variables)
        plain += other or [text]
        if other:
            notes.append(
                reading_note(
                    "note.option-read", option="--domain", typed=text, reading="; ".join(other)
                )
            )
    found = _domains(plain, variables)
    for _, stretch in found:
        for name in sorted(stretch.letters & set(variables) if letters else stretch.letters):
            if name in variables and any(sign in text for text in values for sign in _RELATIONS):
                region = _as_options([*map(unquoted, values)])
                raise Problem("question.domain-constant", name=name, hint="region", region=region)
            raise Problem("question.domain-constant", name=name)
    return found, tuple(notes)


def letters_of(values: Sequence[str], variables: tuple[str, ...]) -> frozenset[str]:
    """The names in the ends of intervals; none of what cannot be read, which is found later."""
    try:
        found, _ = read_domains(values, variables, letters=True)
    except Problem:
        return frozenset()
    return frozenset().union(*(stretch.letters for _, stretch in found))


def _domains(values: Sequence[str], variables: tuple[str, ...]) -> Domains:
    found: dict[str, Stretch] = {}
    for text in (single for each in values for single in _several(each)):
        typed = text.translate(_ALIKE).replace("−", "-")
        head, colon, rest = typed.partition(":")
        if head.strip() and not re.search(r"[^\W\d_]", head):
            head, colon, rest = typed, "", ""
        if len(variables) > 1 and not colon and any(sign in typed for sign in _RELATIONS):
            raise Problem(
                "option.domain", Span(0, len(text)), hint="region", source=text,
                region=_as_options(values),
            )  # fmt: skip
        for name in _variables(head if colon else None, variables):
            if name in found:
                raise Problem("option.assigned-twice", name=name)
            found[name] = _stretch(rest if colon else typed, len(head) + 1 if colon else 0, text)
    return tuple((name, found[name]) for name in variables if name in found)


def _as_options(values: Sequence[str]) -> str:
    """All of the domain as options of `lagrange`: intervals as they are, each relation as a
    constraint, with the sign that was typed."""
    options: list[str] = []
    for text in values:
        typed = text.translate(_ALIKE)
        is_relation = ":" not in typed and any(sign in typed for sign in _RELATIONS)
        pieces = parts(typed) if is_relation else [text]
        options += (
            f'--{"subject-to" if is_relation else "domain"} "{each.strip()}"' for each in pieces
        )
    return " ".join(options)


def _several(text: str) -> Iterator[str]:
    """x:[0,1], y,z:[0,2) one by one: names alone belong to the interval that follows."""
    pieces = parts(text.translate(_ALIKE))
    if not all(":" in piece or _NAME.fullmatch(piece) for piece in pieces) or ":" not in pieces[-1]:
        yield text
        return
    waiting: list[str] = []
    for piece in pieces:
        waiting.append(piece)
        if ":" in piece:
            yield ",".join(waiting)
            waiting = []


def _variables(head: str | None, variables: tuple[str, ...]) -> tuple[str, ...]:
    """The variables that a part of the line is for: x:[0,1], or x,y:[0,1]."""
    if head is None:
        if len(variables) > 1:
            listed = ", ".join(variables)
            raise Problem(
                "question.domain-names", hint="domain-named", variables=listed, name=variables[0]
            )
        return variables[:1]
    names = tuple(read_names(head))
    if not set(names) <= set(variables):
        raise Problem(
            "question.domain-stranger", name=head.strip()[:40], variable=", ".join(variables)
        )
    return names


def _stretch(text: str, offset: int, source: str) -> Stretch:
    body = text.strip()
    start = offset + len(text) - len(text.lstrip())
    whole = Span(start, start + max(1, len(body)))
    if len(body) < 2 or body[0] not in "[(" or body[-1] not in "])":
        raise _no_interval(whole, source)
    ends = parts(body[1:-1])
    if len(ends) != 2:
        raise _no_interval(whole, source)
    low, high = (_end(end) for end in ends)
    if _is_reversed(low, high):
        raise Problem("question.domain-order", span=whole, source=source)
    closed = (body[0] == "[" and not _is_infinite(low), body[-1] == "]" and not _is_infinite(high))
    return Stretch(low, high, closed)


def _is_reversed(low: Tree, high: Tree) -> bool:
    """Whether the start is seen to lie above the end; of other numbers that is asked later."""
    if low == INFINITY or high == Negative(INFINITY):
        return True
    first, last = rational(low), rational(high)
    return first is not None and last is not None and first > last


def _no_interval(span: Span, source: str) -> Problem:
    """With the closed interval between the two ends, where there are two."""
    problem = Problem("option.domain", span, hint="domain", source=source)
    interval = guessed(source.translate(_ALIKE).replace("−", "-"))
    if interval is not None:
        try:
            _stretch(interval.partition(":")[2] or interval, 0, interval)
        except Problem:
            return problem
        problem.offer(f'--domain "{interval}"')
    return problem


def _end(text: str) -> Tree:
    infinite = _INFINITE.get("".join(text.split()).lower())
    return infinite if infinite is not None else read_value(text)


def _is_infinite(tree: Tree) -> bool:
    return tree in (INFINITY, Negative(INFINITY))
