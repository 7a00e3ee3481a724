"""The rows of tests/cases: a question, its answer, and what must be said of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.reading.typed import read
from calctool.notation.tree import Relation, expression
from calctool.solve.answer import OneDerivative, Status
from calctool.solve.diff.answering import answer
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.exact.record import BothSides, Exact, Reach
from calctool.solve.typed import Typed
from calctool.solve.typed.diff import question
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict
from openness import assert_nothing_is_hidden, assert_rounded_numbers_are_marked
from texts import tree

CASES = Path(__file__).parent / "cases"


def rows(name: str, *, known_gaps: bool = True) -> list[Any]:
    found = tomllib.loads((CASES / name).read_text("utf-8"))["case"]
    return [
        pytest.param(
            row,
            id=row["id"],
            marks=[pytest.mark.xfail(reason=row["fails"])] if known_gaps and "fails" in row else [],
        )
        for row in found
    ]


def ask(row: dict[str, Any]) -> DiffAnswer:
    typed = Typed(
        row["question"],
        wrt=row.get("wrt", ()),
        order=str(row["order"]) if "order" in row else None,
        mixed=",".join(row["mixed"]) if "mixed" in row else None,
        of=row.get("of"),
        at=row.get("at"),
        where=row.get("where", ()),
        function=row.get("function", ()),
    )
    *_, last = answer(question(typed))
    return last


def same(one: Exact | None, text: str | None) -> bool:
    if one is None or not text:
        return one is None and not text
    return plain(one.expr) == plain(tree(text))


@pytest.mark.parametrize("row", rows("diff.toml"))
def test_diff(row: dict[str, Any]) -> None:
    last = ask(row)
    assert_nothing_is_hidden(last)
    assert_rounded_numbers_are_marked(last)
    assert last.status is Status(row.get("status", "complete"))
    assert last.verdict is not Verdict.REFUTED
    assert row.get("reason", "") in last.completeness.reason.en
    forms = row.get("forms", [row["form"]] if "form" in row else [])
    for one, form in zip(last.derivatives, forms, strict=False):
        assert plain(one.derivative) == form
    one = last.derivatives[-1]
    if "equals" in row:
        claimed = check_equality(expression(one.derivative), tree(row["equals"]))
        assert claimed.verdict in (Verdict.PROVED, Verdict.SAMPLED)
    if "passes" in row:
        states = [plain(step.after) for step in one.derivations[0].steps]
        assert row["passes"] in states
    _check_places(one, row)
    _check_families(one, row)


def _check_families(one: OneDerivative, row: dict[str, Any]) -> None:
    if "families" in row:
        met = [(each.at, each.kind, each.left, each.right) for each in one.families]
        assert len(met) == len(row["families"])
        for (place, kind, left, right), expected in zip(met, row["families"], strict=True):
            assert (plain(place), kind) == (expected[0], expected[1])
            assert all(map(same, (left, right), expected[2:4]))
        ends = [expected[4] if len(expected) > 4 else ".." for expected in row["families"]]
        assert [_reach(each.reach) for each in one.families] == ends


def both_sides(found: BothSides) -> list[list[str]]:
    return [[] if ends is None else [plain(end.expr) for end in ends] for ends in found]


def _reach(ends: Reach) -> str:
    first, last = ("" if k is None else str(k) for k in ends)
    return f"{first}..{last}"


def _check_places(one: OneDerivative, row: dict[str, Any]) -> None:
    if "conditions" in row:
        assert [plain(condition) for condition in one.conditions] == row["conditions"]
    if "holds" in row:
        assert [plain(condition) for condition in one.holds] == row["holds"]
    if "open" in row:
        assert [plain(equation) for equation in one.undecided] == row["open"]
    if "beside" in row:
        found = [(plain(at.expr), plain(value.expr)) for at, value in one.by_definition]
        assert found == [(plain(tree(at)), plain(tree(value))) for at, value in row["beside"]]
    if "kinks" in row:
        found = [(kink.at, kink.kind, kink.left, kink.right) for kink in one.undefined_at]
        assert len(found) == len(row["kinks"])
        for (at, kind, left, right), expected in zip(found, row["kinks"], strict=True):
            assert kind == expected[1]
            assert all(map(same, (at, left, right), (expected[0], *expected[2:])))
    if "at" in row:
        assert one.at is not None
        assert one.at.exists is {"undecided": None}.get(row["exists"], row["exists"])
        for field in ("value", "left", "right"):
            if field in row:
                assert same(getattr(one.at, field), row[field])
        asked = [field for field in ("between", "wanders") if field in row]
        assert [both_sides(getattr(one.at, each)) for each in asked] == [row[e] for e in asked]
        if "tangent" in row:
            assert one.at.tangent is not None
            assert plain(one.at.tangent) == row["tangent"]


@pytest.mark.parametrize("row", rows("diff.toml", known_gaps=False))
def test_printed_states_read_back(row: dict[str, Any]) -> None:
    """Every before and after, as printed, is read back to an equal tree."""
    waiting = [step for one in ask(row).derivatives for d in one.derivations for step in d.steps]
    functions = read(row["question"], functions=row.get("function", ()), relation=True).functions
    while waiting:
        step = waiting.pop()
        waiting += step.steps
        for state in (step.before, step.after):
            back = read_back(plain(state), functions=functions)
            assert isinstance(back, Relation) == isinstance(state, Relation)
            assert back == state
