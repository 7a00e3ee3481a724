"""Answers to be checked: the rows of cases/check.toml, and right and wrong answers at random."""

from __future__ import annotations

from typing import Any

import pytest

from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.rules.mistakes import MISTAKES
from calctool.solve.check.answering import answer
from calctool.solve.check.record import CheckAnswer
from calctool.solve.typed import Typed, question
from calctool.solve.typed.record import Judged
from test_cases import rows


def check(row: dict[str, Any]) -> CheckAnswer:
    typed = Typed(
        row["question"],
        wrt=row.get("wrt", ()),
        order=str(row["order"]) if "order" in row else None,
        of=row.get("of"),
        at=row.get("at"),
        domain=row.get("domain", ()),
        where=row.get("where", ()),
        subject_to=row.get("subject_to", ()),
        judged=Judged(row.get("about", "diff"), row.get("answer"), row.get("lines", ())),
    )
    *_, last = answer(question("check", typed))  # type: ignore[arg-type]
    return last


@pytest.mark.parametrize("row", rows("check.toml"))
def test_check(row: dict[str, Any]) -> None:
    found = check(row)
    judgement = found.judgement
    assert judgement is not None
    assert judgement.verdict == row["verdict"]
    _check_mistakes(found, row)
    if "witness" in row:
        assert judgement.witness is not None
        assert [plain(at.expr) for _, at in judgement.witness.at] == [row["witness"]]
    said = " | ".join(part.words.say("en") for part in (*judgement.missing, *judgement.extra))
    for text in row.get("missing", ()):
        assert text in said
    if "first_wrong" in row:
        assert found.first_wrong_line == row["first_wrong"]
    if "follows" in row:
        assert [n for n, line in enumerate(found.lines, 1) if line.follows] == row["follows"]


def _check_mistakes(found: CheckAnswer, row: dict[str, Any]) -> None:
    assert found.judgement is not None
    named = [each.mistake.id for each in found.judgement.mistakes]
    wanted = row.get("mistakes", [])
    assert set(wanted) <= set(named)
    if row.get("only"):
        assert set(wanted) == set(named)
        single = [each.certain for each in found.judgement.mistakes]
        assert single == ([True] if len(named) == 1 else [False] * len(named))


@pytest.mark.parametrize(
    ("asked", "given", "id"),
    [
        ("x^5", "5*x^4+C", "check.integration-constant"),
        ("x^5", "5*x^^4", "syntax.missing-value"),
        ("x^5", "x^2 = 5*x^4", "check.equation"),
        ("x^2*y", "2*x*y", "check.which-derivative"),
        ("x^5", "", "syntax.empty"),
        ("x^5", None, "check.no-answer"),
        ("x^5", "9^9^9^9^9*" * 900 + "x", "limit.characters"),
    ],
)
def test_an_answer_that_cannot_be_read_is_refused(asked: str, given: str | None, id: str) -> None:
    with pytest.raises(Problem) as caught:
        check({"question": asked, "answer": given})
    assert caught.value.id == id
    assert id == "check.no-answer" or "part" in caught.value.facts


def test_ids_of_mistakes_are_used_once() -> None:
    ids = [mistake.id for mistake in MISTAKES]
    assert len(ids) == len(set(ids))
