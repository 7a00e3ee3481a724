"""Several problems on one page, with their solutions or without."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from calctool.present import answers
from calctool.present.document import Document, Text
from calctool.present.parts.labels import Labels
from calctool.solve.question import Asked
from calctool.words import Language

Place = Literal["inline", "end", "none"]
"""Where the solutions stand."""


class Task(Struct, frozen=True):
    """A problem; `partial` asks for ∂ where a derivative is written."""

    number: int
    text: Text
    partial: bool
    solution: Document | None = None


class Handout(Struct, frozen=True):
    """The problems in their order; a `solution` stands where `solutions` says."""

    title: str
    tasks: tuple[Task, ...]
    solutions: Place
    language: Language


def task(number: int, question: Asked, solution: Document | None, language: Language) -> Task:
    """A problem of a handout, with its solution where that is shown."""
    partial = Labels(question.as_diff()).partial
    return Task(number, answers.task(question, language), partial, solution)
