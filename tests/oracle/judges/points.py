"""Judges the points of one variable: their values, limits and kinds, one by one and in families."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mpmath import mp

from oracle.finding import Finding, short
from oracle.judges.kinds import CHECKS, signs
from oracle.values.evaluate import Unknown
from oracle.values.function import Function, limit_agrees
from oracle.values.members import is_row, member
from oracle.values.reading import Exact, is_turn, with_integers
from oracle.values.table_case import Table, defined

TURNS = (-2, 0, 1, 3)


def judge(table: Table) -> Iterator[Finding]:
    for point in table.result["points"]:
        x = Exact(point["x"])
        if x.infinite:
            continue
        yield from _value(table.f, x, point["value"])
        yield from _limits(table.f, x, point)
        yield from kinds(table, x, point["kinds"])
        yield from _unsaid(table, x, point["kinds"])
    yield from families(table)


def families(table: Table) -> Iterator[Finding]:
    for family in (each for each in table.result["families"] if not is_row(each)):
        for turn in (each for each in TURNS if is_turn(family, each)):
            integers = dict.fromkeys(family["integers"], turn)
            x = with_integers(family["at"][table.name], integers)
            if table.f.domain is not None and not _is_asked(table.f, x):
                continue
            if family["value"] is not None:
                yield from _value(table.f, x, _turned(family["value"], integers))
            yield from kinds(table, x, [family["kind"]])
        yield from _beyond(table, family)


def _beyond(table: Table, family: dict[str, Any]) -> Iterator[Finding]:
    """The turns just outside of a range give no further extrema."""
    if not table.is_complete or len(family["integers"]) != 1:
        return
    sign = {"local-minimum": 1, "local-maximum": -1}.get(family["kind"])
    (letter,) = family["integers"]
    low, high = family["range"][letter]
    outside = [int(end) + step for end, step in ((low, -1), (high, 1)) if end is not None]
    for turn in outside if sign else ():
        x = with_integers(family["at"][table.name], {letter: turn})
        try:
            found = signs(table.f, x)
        except Unknown:
            continue
        if found == {sign} and not any(_same(x, other) for other in _listed(table)):
            end = "before" if low is not None and turn < int(low) else "after"
            yield Finding("family", f"no {family['kind']} {end} the range", f"one at {x}")


def _listed(table: Table) -> Iterator[Exact]:
    yield from (Exact(point["x"]) for point in table.result["points"])
    for family in table.result["families"]:
        for turn in (each for each in range(-9, 10) if is_turn(family, each)):
            yield member(family, table.name, turn)


def _same(x: Exact, other: Exact) -> bool:
    return not other.infinite and bool(abs(x.at(60) - other.at(60)) < 1e-12)


def _turned(math: dict[str, Any], integers: dict[str, int]) -> dict[str, Any]:
    return with_integers(math, integers).math


def _is_asked(f: Function, x: Exact) -> bool:
    assert f.domain is not None
    low, high = f.domain.ends(60)
    return bool(low <= x.at(60) <= high)


def _value(f: Function, x: Exact, math: dict[str, Any] | None) -> Iterator[Finding]:
    if x.is_rounded:
        yield from _near_value(f, x, math)
        return
    is_there = defined(f, x)
    if is_there is None:
        return
    if math is None or Exact(math).infinite:
        if is_there and math is None:
            yield Finding("value", f"no value at {x}", f"f = {short(f(x.at(90), 90))}")
        return
    claimed = Exact(math)
    if not is_there:
        yield Finding("value", f"f({x}) = {claimed}", "f is not defined there")
        return
    with mp.workdps(120):
        found, want = f(x.at(120), 120), claimed.at(120)
        off = abs(found - want)
        if off > (1e-9 if claimed.is_rounded else mp.mpf(10) ** -50) * (
            1 + abs(found)
        ) or claimed.misses(found):
            yield Finding("value", f"f({x}) = {claimed}", short(found))


def _near_value(f: Function, x: Exact, math: dict[str, Any] | None) -> Iterator[Finding]:
    if math is None or Exact(math).infinite:
        return
    try:
        found, slope = f(x.at(60), 60), f.slope(x.at(60), 60)
    except Unknown:
        return
    if found is None or slope is None:
        return
    want = Exact(math).at(60)
    if abs(found - want) > 1e-9 * (1 + abs(found) + abs(slope) * (1 + abs(x.at(60)))):
        yield Finding("value", f"f({x}) = {Exact(math)}", short(found))


def _limits(f: Function, x: Exact, point: dict[str, Any]) -> Iterator[Finding]:
    if x.is_rounded:
        return
    for key, side in (("left_limit", -1), ("right_limit", 1)):
        if point[key] is None:
            continue
        if limit_agrees(f, x, side, Exact(point[key])) is False:
            near = short(f.beside(x, side, 25))
            yield Finding("limit", f"{key} {Exact(point[key])} at {x}", f"values near {near}")


def kinds(table: Table, x: Exact, claimed: list[str]) -> Iterator[Finding]:
    for kind in claimed:
        check = CHECKS.get(kind)
        if check is None:
            continue
        try:
            wrong = check(table.f, x)
        except Unknown:
            continue
        if wrong and not (kind == "endpoint" and _cut(table, x)):
            yield Finding("kind", f"{x} is {kind}", wrong)


def _cut(table: Table, x: Exact) -> bool:
    return any(abs(x.at(60) - edge) < 1e-12 for edge in table.window)


def _unsaid(table: Table, x: Exact, claimed: list[str]) -> Iterator[Finding]:
    """An extremum that is listed as a point, but not as an extremum."""
    if x.is_rounded or {"endpoint", "undecided", "hole", "pole"} & set(claimed):
        return
    try:
        found = signs(table.f, x)
    except Unknown:
        return
    for sign, kind in ((1, "local-minimum"), (-1, "local-maximum")):
        if found == {sign} and kind not in claimed:
            yield Finding("kind", f"{x} is {' '.join(claimed)}", kind)
