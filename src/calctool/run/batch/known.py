"""Answers that a worker remembers: the same question in another line is not worked out twice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterator
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.notation.node import Node
from calctool.notation.printing.plain import plain
from calctool.notation.tree import Relation
from calctool.solve.answer import Status, Told
from calctool.solve.question import Asked

_FINAL = (Status.COMPLETE, Status.PARTIAL)


class Known:
    """The latest answers, by what was asked and not by how it was typed."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, Told] = OrderedDict()
        self._asked: tuple[Asked | None, Hashable] = None, None
        """The question that was looked for last, with its key."""

    def get(self, question: Asked) -> Told | None:
        """The answer to the same question, as an answer to this one."""
        key = _key(question)
        self._asked = question, key
        found = self._answers.get(key)
        if found is None:
            return None
        self._answers.move_to_end(key)
        remarks = (note for note in found.notes if note not in found.question.notes)
        # The key holds the kind of question, so question and answer belong together.
        changes: dict[str, Any] = {"question": question, "notes": (*question.notes, *remarks)}
        return replace(found, **changes)

    def keep(self, answer: Told, length: int) -> None:
        """Remember a final answer unless its JSON of that length is too long."""
        if answer.status not in _FINAL or length > budget.KNOWN_BYTES:
            return
        question, key = self._asked
        self._answers[key if answer.question is question else _key(answer.question)] = answer
        if len(self._answers) > budget.KNOWN_ANSWERS:
            self._answers.popitem(last=False)


def _key(question: Asked) -> Hashable:
    asked = replace(cast(Any, question), source="", notes=())
    return asked, tuple(_written(asked))


def _written(part: object) -> Iterator[str]:
    """Every expression as text: trees are equal whichever way their numbers are written."""
    if isinstance(part, Node | Relation):
        yield plain(cast(Any, part))
    elif isinstance(part, tuple):
        for inner in part:
            yield from _written(inner)
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            yield from _written(getattr(part, name))
