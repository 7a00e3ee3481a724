"""Judges a table: its domain, its stretches, its asymptotes; points and extremes by others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from mpmath import mp

from oracle.finding import Finding, short
from oracle.judges import asymptotes, extremes, points
from oracle.judges.slopes import sides
from oracle.values.evaluate import Real, Unknown
from oracle.values.function import Function, samples
from oracle.values.reading import Exact, tree
from oracle.values.table_case import Table, defined


def judge(table: Table) -> Iterator[Finding]:
    yield from _domain(table)
    for stretch in table.result["intervals"]:
        yield from _stretch(table, stretch)
    yield from _formulas(table)
    yield from points.judge(table)
    yield from asymptotes.judge(table)
    yield from extremes.judge_one(table, table.result)


# --- domain -------------------------------------------------------------------------------------


def _domain(table: Table) -> Iterator[Finding]:
    if table.pieces is None:
        return
    for x in table.places(60):
        asked = table.f.domain
        if table.period is not None and asked is not None and not asked.inside(x, 60):
            continue
        claimed = table.covers(x, 60)
        found = defined(table.f, x)
        if found is not None and found != claimed:
            yield Finding(
                "domain", f"x = {short(x)} {'in' if claimed else 'not in'} the domain", "not so"
            )
            return
    for end in [end for each in table.pieces for end in (each.start, each.end)]:
        if end.infinite or end.is_rounded or _on_rim(table, end):
            continue
        found = defined(table.f, end)
        if found is not None and found != table.covers(end.at(120), 120):
            yield Finding("end", f"{end} {'not in' if found else 'in'} the domain", "not so")


def _on_rim(table: Table, end: Exact) -> bool:
    """Where the window cuts the domain off."""
    x = end.at(60)
    return any(abs(x - edge) < 1e-20 for edge in table.window)


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


def _formulas(table: Table) -> Iterator[Finding]:
    """The printed first and second derivative, where f has one and is smooth."""
    for key, order in (("derivative", 1), ("second_derivative", 2)):
        formula = Function(tree(table.result[key]), table.name)
        claim = f"{key} {table.result[key]['expr']}"
        for x in table.places(12, near=False):
            try:
                found = [
                    (table.f.slope if order == 1 else table.f.bend)(x, digits)
                    for digits in (80, 160)
                ]
                said = formula(x, 80)
            except Unknown:
                continue
            if None in found or abs(found[0] - found[1]) > 1e-12 * (1 + abs(found[1])):
                continue
            if said is None or abs(said - found[1]) > 1e-8 * (1 + abs(said)):
                truth = f"{short(found[1])} at x = {short(x)}, not {short(said)}"
                yield Finding("derivative", claim, truth)
                break
        if order == 1:
            yield from _at_points(table, formula, claim)


def _at_points(table: Table, formula: Function, claim: str) -> Iterator[Finding]:
    """Where branches meet, the formula has to give the limit of the quotients, or nothing."""
    for text in (str(k) for k in range(-4, 5)):
        x = Exact({"expr": text})
        try:
            left, right = sides(table.f, x)
            said = formula(x.at(60), 60)
        except Unknown:
            continue
        if None in (left, right, said) or not mp.isfinite(left) or abs(left - right) > 1e-9:
            continue
        if abs(said - left) > 1e-6 * (1 + abs(left)):
            yield Finding("derivative", claim, f"{short(left)} at {x}, not {short(said)}")
            return
