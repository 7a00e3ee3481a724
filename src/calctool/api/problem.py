"""The one exception that the functions of the Python interface raise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from calctool.notation.problem import Problem as Told
from calctool.present.problem import advice, sentence
from calctool.render.problem import drawn
from calctool.run.child import Fault
from calctool.words import Language

_WIDTH = 80


class Problem(ValueError):  # noqa: N818 (what is wrong is the question, not calctool)
    """A question that cannot be answered as it was put.

    `id` never changes (docs/ids.txt); `message` and `hint` are in the language asked for; `span`
    is the half-open range of characters of `source` that the message is about.
    """

    id: str
    message: str
    span: tuple[int, int] | None
    source: str
    hint: str | None

    def __init__(self, told: Told, language: Language = "en") -> None:
        super().__init__(told, language)
        self.id = told.id
        self.message = sentence(told, language)
        self.span = (told.span.start, told.span.end) if told.span else None
        self.source = told.source
        self.hint = advice(told, language)

    def __str__(self) -> str:
        told, language = self.args
        return drawn(told, language, _WIDTH).rstrip("\n")


@contextmanager
def explained(language: Language) -> Iterator[None]:
    """Problems of the tool rise as those of this interface."""
    try:
        yield
    except Told as told:
        raise Problem(told, language) from None
    except Fault as fault:
        raise Problem(Told("internal.fault", hint="report"), language) from fault
