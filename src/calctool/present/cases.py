"""The answers for other values of parameters, a section each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from calctool.commands import part
from calctool.notation.quoted import either_quoted
from calctool.present.document import Block, Title, Wishes
from calctool.present.phrases import said
from calctool.solve.answer import Told
from calctool.words import Words, cases


def case_blocks(answer: Told, wishes: Wishes) -> Iterator[Block]:
    """What is found in each case that is not the answer above, without titles of its own."""
    found = part("present", answer.question.command).found
    for case in answer.cases:
        if case.answer is None:
            continue
        condition = either_quoted(case.when).marked(wishes.language)
        heading = cases.FOR.marked(wishes.language, condition=condition)
        yield Title(said(Words(en=heading, zh=heading), wishes.language))
        inside = found(case.answer, replace(wishes, steps="none"))
        yield from (block for block in inside if not isinstance(block, Title))
