"""Judges whether all points are listed: Newton's method looks for others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from mpmath import mp

from oracle.finding import Finding, short
from oracle.values import stationary
from oracle.values.evaluate import Real, Unknown, value
from oracle.values.members import InCell, is_row, member
from oracle.values.optimum_case import Optimum, place_of
from oracle.values.reading import relation, with_integers
from values import NoValue

MEMBERS = 40
"""Members of a row that are looked at; what lies beyond is nearer to its end than we can tell."""
REACH = 9
"""Beyond it the repetitions of a point may not have been written out here."""


def judge(case: Optimum) -> Iterator[Finding]:
    if not case.is_complete:
        return
    for place, multipliers in stationary.found(case):
        if any(m > 1e-9 for m in multipliers) and any(m < -1e-9 for m in multipliers):
            continue
        if max(map(abs, place)) > REACH or _is_outside(case, place):
            continue
        rows = [each for each in case.result["families"] if is_row(each)]
        if any(_in_row(case, row, place[0]) for row in rows):
            continue
        if not any(_is_listed(case, place, known) for known in _listed(case)) and not _on_set(
            case, place
        ):
            shown = ", ".join(f"{n} = {short(x)}" for n, x in zip(case.names, place, strict=True))
            yield Finding("missing", "every point is listed", f"not the one at {shown}")
            return


def _is_outside(case: Optimum, place: list[Real]) -> bool:
    """Whether it has a value only because a coordinate is not zero to the last digit."""
    try:
        return case.at([x if abs(x) > 1e-15 else mp.zero for x in place], 24) is None
    except Unknown:
        return True


def _listed(case: Optimum) -> Iterator[dict[str, Any]]:
    yield from (point["at"] for point in case.result["points"])
    for family in (each for each in case.result["families"] if not is_row(each)):
        letters = family["integers"]
        most = {1: 9, 2: 4}.get(len(letters), 2)
        for turns in product(range(-most, most + 1), repeat=len(letters)):
            chosen = dict(zip(letters, turns, strict=True))
            yield {name: with_integers(m, chosen).math for name, m in family["at"].items()}


def _in_row(case: Optimum, family: dict[str, Any], x: Real) -> bool:
    """Whether a member is that place, or may be: cells are looked at as far as they are wide."""
    (letter,) = family["integers"]
    first, last = family["range"][letter]
    start = 0 if first is None else int(first)
    for turn in range(start, min(start + MEMBERS, MEMBERS if last is None else int(last) + 1)):
        at = member(family, case.names[0], turn)
        low, high = (at.low.at(30), at.high.at(30)) if isinstance(at, InCell) else (at.at(30),) * 2
        if low - 1e-6 * (1 + abs(x)) <= x <= high + 1e-6 * (1 + abs(x)):
            return True
    return False


def _is_listed(case: Optimum, place: list[Real], known: dict[str, Any]) -> bool:
    listed = place_of(known, case.names, 30)
    return all(abs(a - b) < 1e-6 * (1 + abs(a)) for a, b in zip(place, listed, strict=True))


def _on_set(case: Optimum, place: list[Real]) -> bool:
    point = dict(zip(case.names, place, strict=True))
    for each in case.result["sets"]:
        found = [relation(text) for text in each["equations"]]
        equations = [c for c in found if c is not None and c.sign == "="]
        try:
            off = [abs(value(c.left, point, 30) - value(c.right, point, 30)) for c in equations]
        except (NoValue, Unknown):
            return True
        if all(gap < 1e-6 for gap in off):
            return True
    return False
