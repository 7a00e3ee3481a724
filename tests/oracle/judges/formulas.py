"""Judges what a table says of f as a whole: its derivatives, and how it repeats."""

from __future__ import annotations

from collections.abc import Iterator

from mpmath import mp

from oracle.finding import Finding, short
from oracle.judges.slopes import sides
from oracle.values.evaluate import Unknown
from oracle.values.function import Function
from oracle.values.reading import Exact, tree
from oracle.values.table_case import Table


def judge(table: Table) -> Iterator[Finding]:
    yield from _formulas(table)
    yield from _repeats(table)


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


def _repeats(table: Table) -> Iterator[Finding]:
    """f(x + T) = r·f(x) + c, at every x with a value at both."""
    known = table.result["recurrence"]
    if known is None:
        return
    shift, factor, added = (Exact(known[key]) for key in ("shift", "factor", "added"))
    natural = Function(table.f.tree, table.name)
    for x in table.places(12, near=False, everywhere=True):
        with mp.workdps(80):
            try:
                here, there = natural(x, 80), natural(x + shift.at(80), 80)
            except Unknown:
                continue
            if here is None or there is None:
                if (here is None) != (there is None):
                    yield Finding("period", f"shift {shift}", f"a value at one end, x = {short(x)}")
                    return
                continue
            want = factor.at(80) * here + added.at(80)
            if abs(there - want) > mp.mpf(10) ** -30 * (1 + abs(there)):
                yield Finding("period", f"shift {shift}", f"{short(there)}, not {short(want)}")
                return
