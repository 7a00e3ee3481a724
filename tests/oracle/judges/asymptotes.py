"""Judges asymptotes: those that are claimed, and those that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mpmath import mp

from calctool.notation.tree import Tree
from oracle.finding import Finding, short
from oracle.judges.endless import has_poles
from oracle.values.evaluate import Unknown
from oracle.values.function import Function, limit_agrees
from oracle.values.reading import Exact, parts, relation, tree
from oracle.values.table_case import Table

_SIDES = {"left": (-1,), "right": (1,), "both": (-1, 1), "oo": (1,), "-oo": (-1,)}


def judge(table: Table) -> Iterator[Finding]:
    far: dict[int, bool] = {}
    for each in table.result["asymptotes"]:
        line = relation(each["line"]["expr"])
        if line is None:
            continue
        claim = f"{each['kind']} asymptote {each['line']['expr']} ({each['side']})"
        if each["kind"] == "vertical":
            x = Exact({"expr": _right_side(each["line"]["expr"])})
            said = [_grows(table, x, side) for side in _SIDES[each["side"]]]
            if False in said:
                yield Finding("asymptote", claim, "f stays bounded there")
            continue
        for side in _SIDES[each["side"]] if each["side"] != "both" else (-1, 1):
            far[side] = True
            if _leaves(table, tree(_right_side(each["line"]["expr"])), side):
                yield Finding("asymptote", claim, "f does not come close to it")
    yield from _missing(table, far)
    yield from _missing_poles(table)


def _right_side(text: str) -> str:
    """b of `Eq(a, b)`."""
    return parts(text[3:-1])[1]


def _grows(table: Table, x: Exact, side: int) -> bool | None:
    signs = [limit_agrees(table.f, x, side, Exact({"expr": oo})) for oo in ("oo", "-oo")]
    return None if None in signs else True in signs


def _leaves(table: Table, line: Tree, side: int) -> bool:
    """Whether f keeps its distance from a line as x grows."""
    straight = Function(line, table.name)
    gaps = []
    for far in (4, 8, 16, 32):
        digits = 8 * far + 60
        with mp.workdps(digits):
            x = side * mp.sqrt(3) * mp.mpf(10) ** far
            try:
                value, other = table.f(x, digits), straight(x, digits)
            except Unknown:
                break
            if value is None or other is None:
                return False
            gaps.append(abs(value - other))
    return len(gaps) > 1 and gaps[-1] > 1e-6 and gaps[-1] > 0.7 * gaps[0]


def _missing(table: Table, far: dict[int, bool]) -> Iterator[Finding]:
    """A complete answer has an asymptote wherever f settles to a number, or to a line."""
    if not table.is_complete or table.result["period"]:
        return
    for side in (1, -1):
        last = table.result["intervals"][-1 if side > 0 else 0] if table.result["intervals"] else {}
        if side in far or last.get("trend") == "constant":
            continue
        end = Exact({"expr": "oo" if side > 0 else "-oo"})
        if has_poles(table, end.math["expr"]):
            continue
        try:
            first, second, last = (table.f.beside(end, side, far) for far in (4, 8, 14))
        except Unknown:
            continue
        if None in (first, second, last):
            continue
        if abs(last - second) < 1e-6 and abs(last - second) <= 1e-3 * abs(second - first):
            yield Finding("asymptote", f"none towards {end}", f"f tends to {short(last)}")
        slope = _settled_slope(table, side)
        if slope:
            yield Finding("asymptote", f"none towards {end}", f"an oblique one, slope {slope}")


def _settled_slope(table: Table, side: int) -> str:
    """The slope of a line that f comes close to."""
    found = []
    for far in (20, 30, 40):
        with mp.workdps(3 * far + 60):
            x = side * mp.mpf(10) ** far
            try:
                one, two, four = (table.f(k * x, 3 * far + 60) for k in (1, 2, 4))
            except Unknown:
                return ""
            if None in (one, two, four):
                return ""
            slope, other = (two - one) / x, (four - two) / (2 * x)
            found.append((slope, one - slope * x, abs(slope - other) * far * far))
    (_, first, _), (_, second, _), (slope, third, gap) = found
    if max(abs(first - third), abs(second - third)) < mp.mpf("1e-60") * (1 + abs(third)):
        return ""  # f is that line itself
    is_line = abs(third - second) < 1e-9 * (1 + abs(second)) and abs(second - first) < 1e-6
    return short(slope) if is_line and gap < 1e-9 * abs(slope) and abs(slope) > 1e-9 else ""


def _missing_poles(table: Table) -> Iterator[Finding]:
    """Where a limit is said to be infinite, there is a vertical asymptote on that side."""
    known = [each for each in table.result["asymptotes"] if each["kind"] == "vertical"]
    for point in table.result["points"]:
        x = Exact(point["x"])
        if x.infinite or x.is_rounded or _is_repeated(table, x):
            continue
        for key, side in (("left_limit", -1), ("right_limit", 1)):
            limit = point[key]
            if limit is None or not Exact(limit).infinite:
                continue
            if not any(side in _SIDES[each["side"]] and _is_at(each, x) for each in known):
                yield Finding("asymptote", f"none at {x}", f"the {key} is {Exact(limit)}")
                return


def _is_repeated(table: Table, x: Exact) -> bool:
    """Whether it is the end of a period whose start is listed, too."""
    if table.period is None:
        return False
    known = (Exact(point["x"]) for point in table.result["points"])
    with mp.workdps(60):
        before = x.at(60) - table.period.at(60)
        return any(not each.infinite and abs(each.at(60) - before) < 1e-30 for each in known)


def _is_at(asymptote: dict[str, Any], x: Exact) -> bool:
    line = Exact({"expr": _right_side(asymptote["line"]["expr"])})
    return bool(abs(line.at(60) - x.at(60)) < 1e-30)
