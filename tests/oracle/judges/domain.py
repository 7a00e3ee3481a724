"""Judges the domain of a function of one variable, which several commands tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oracle.finding import Finding, short
from oracle.values.reading import Exact
from oracle.values.table_case import Table, defined


def judge_one(table: Table, told: dict[str, Any] | None) -> Iterator[Finding]:
    """The natural domain, wherever it stands, with its own period."""
    if told is not None and told["intervals"] is not None:
        alone = {"domain": told, "period": told.get("period"), "points": [], "families": []}
        question = {**table.answer["question"], "domain": {}}
        completeness = {**table.answer["completeness"], "scope": None}
        answer = {"question": question, "completeness": completeness, "result": alone}
        yield from judge(Table(table.question, answer, table.random))


def judge(table: Table) -> Iterator[Finding]:
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
