"""A sample of the questions that `letters_for_numbers` makes of the rows of tables."""

from __future__ import annotations

import pytest

from letters_for_numbers import judged, questions

SAMPLE = list(questions())[::14]


@pytest.mark.parametrize(("text", "options", "number"), SAMPLE, ids=[q for q, *_ in SAMPLE])
def test_an_answer_by_cases_is_that_of_each_number(
    text: str, options: dict[str, list[str]], number: str
) -> None:
    _, false = judged(text, options, number)
    assert false == []


def test_most_of_them_are_answered() -> None:
    assert len(list(questions())) > 60
