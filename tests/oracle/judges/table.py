"""Judges a table: its domain, its stretches, its asymptotes; points and extremes by others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from mpmath import mp

from oracle.finding import Finding, short
from oracle.judges import asymptotes, domain, endless, extremes, formulas, points
from oracle.values.evaluate import Real, Unknown
from oracle.values.function import limit_agrees, samples
from oracle.values.reading import Exact
from oracle.values.table_case import Table, defined


def judge(table: Table) -> Iterator[Finding]:
    yield from domain.judge(table)
    for stretch in table.result["intervals"]:
        yield from _stretch(table, stretch)
        yield from _ends(table, stretch)
    yield from formulas.judge(table)
    yield from points.judge(table)
    yield from endless.judge(table)
    yield from asymptotes.judge(table)
    yield from extremes.judge_one(table, table.result)


# --- stretches ----------------------------------------------------------------------------------


def _stretch(table: Table, stretch: dict[str, Any]) -> Iterator[Finding]:
    start, end = (Exact(stretch[key]) for key in ("start", "end"))
    with mp.workdps(60):
        low, high = start.at(60), end.at(60)
        low += 1e-13 * (1 + abs(low)) if start.is_rounded else 0
        high -= 1e-13 * (1 + abs(high)) if end.is_rounded else 0
    places = list(samples(low, high, 40, table.random))
    places += [
        x for x in map(mp.mpf, range(-12, 13)) for x in (x - 0.01, x + 0.01) if low < x < high
    ]
    name = f"({start}, {end})"
    known: list[tuple[Real, Real]] = []
    for x in sorted(places):
        try:
            found = table.f(x, 60)
        except Unknown:
            continue
        if found is None:
            if defined(table.f, x) is False:
                yield Finding("domain", f"a stretch {name}", f"no value at x = {short(x)}")
                return
            continue
        known.append((x, found))
    yield from _trend(table, stretch["trend"], name, known)
    yield from _shape(table, stretch["concavity"], name, known)
    yield from _sign(table, stretch["derivative_sign"], name, known)


def _ends(table: Table, stretch: dict[str, Any]) -> Iterator[Finding]:
    """The limits at both ends of a stretch, those at ±∞ included."""
    for key, side in (("start", 1), ("end", -1)):
        end, limit = Exact(stretch[key]), stretch[f"{key}_limit"]
        if limit is None or end.is_rounded:
            continue
        claimed = Exact(limit)
        if limit_agrees(table.f, end, side, claimed) is False:
            near = short(table.f.beside(end, side, 12))
            yield Finding("limit", f"limit {claimed} at the {key} {end}", f"values near {near}")


def _trend(
    table: Table, claimed: str | None, name: str, known: list[tuple[Real, Real]]
) -> Iterator[Finding]:
    if claimed is None or len(known) < 2:
        return
    for (a, _), (b, _) in pairwise(known):
        rises = _difference(table, a, b)
        wrong = {
            "increasing": rises < 0, "decreasing": rises > 0, "constant": rises != 0,
        }[claimed]  # fmt: skip
        if wrong:
            truth = f"f({short(b)}) − f({short(a)}) is {'positive' if rises > 0 else 'negative'}"
            yield Finding("trend", f"{claimed} on {name}", truth)
            return
    if claimed != "constant" and not any(
        _difference(table, a, b) for (a, _), (b, _) in pairwise(known)
    ):
        yield Finding("trend", f"{claimed} on {name}", "constant")


def _difference(table: Table, a: Real, b: Real) -> int:
    """The sign of f(b) − f(a), 0 where it is not beyond doubt."""
    for digits in (60, 300):
        with mp.workdps(digits):
            try:
                first, second = table.f(a, digits), table.f(b, digits)
            except Unknown:
                return 0
            if first is None or second is None:
                return 0
            scale = abs(first) + abs(second)
            if abs(second - first) > mp.mpf(10) ** (-digits // 2) * scale:
                return int(mp.sign(second - first))
    return 0


def _shape(
    table: Table, claimed: str | None, name: str, known: list[tuple[Real, Real]]
) -> Iterator[Finding]:
    if claimed is None:
        return
    wanted = {"up": 1, "down": -1, "none": 0}[claimed]
    for x, value in known:
        bend = _bend(table, x, value)
        if bend and bend != wanted:
            truth = f"f″ is {'positive' if bend > 0 else 'negative'} at x = {short(x)}"
            yield Finding("shape", f"concavity {claimed} on {name}", truth)
            return


def _bend(table: Table, x: Real, value: Real) -> int:
    """The sign of f″, by two steps of different length that agree, else 0."""
    said = set()
    for digits in (80, 160):
        with mp.workdps(digits):
            try:
                bend = table.f.bend(x, digits)
            except Unknown:
                return 0
            if bend is None or abs(bend) < mp.mpf(10) ** -15 * abs(value):
                return 0
            said.add(int(mp.sign(bend)) if abs(bend) > mp.mpf(10) ** -25 else 0)
    return said.pop() if len(said) == 1 else 0


def _sign(
    table: Table, claimed: str | None, name: str, known: list[tuple[Real, Real]]
) -> Iterator[Finding]:
    if claimed is None:
        return
    wanted = {"+": 1, "-": -1, "0": 0}[claimed]
    for x, value in known:
        try:
            slopes = [table.f.slope(x, digits) for digits in (60, 120)]
        except Unknown:
            continue
        if None in slopes or any(abs(s) < 1e-12 * (abs(value) + 1e-12) for s in slopes):
            continue
        signs = {int(mp.sign(s)) for s in slopes}
        if len(signs) == 1 and wanted not in signs:
            yield Finding(
                "sign", f"f′ {claimed} on {name}", f"f′ ≈ {short(slopes[1])} at {short(x)}"
            )
            return
