"""An answer of any command as a document, and as the figure of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from calctool.commands import part
from calctool.notation.printing.plain import plain

if TYPE_CHECKING:
    from calctool.present.document import Document, Figure, Text, Wishes
    from calctool.words import Language, Words


def document(answer: Any, wishes: Wishes) -> Document:
    """The document of an answer, whichever command it is of."""
    made: Document = _page(answer.question.command).document(answer, wishes)
    if wishes.first is not None or wishes.hint is not None:
        from calctool.present.hints import shortened

        made = shortened(made, wishes)
    return replace(made, language=wishes.language, heading=_heading(answer.question))


def _heading(question: Any) -> str:
    asked = (question.source, *map(plain, getattr(question, "constraints", ())))
    command = question.command
    if command == "check":
        return f"calctool check {_heading(question.asked).removeprefix('calctool ')}"
    return f"calctool {command}: {', '.join(asked)}"


def task(question: Any, language: Language) -> Text:
    """A question as a handout puts it."""
    found: Text = _page(question.command).task(question, language)
    return found


def figure(answer: Any, wishes: Wishes) -> Figure | None:
    """The figure of an answer; None where it was not asked for or there is nothing to draw."""
    found: Figure | None = _page(answer.question.command).figure(answer, wishes)
    return found


def undrawn(answer: Any) -> Words:
    """Why there is no figure of an answer that one was asked for."""
    from calctool.present.figures.pictures import undrawn

    return undrawn(answer.question)


def _page(command: str) -> Any:
    """The module that knows one command's words and order."""
    return part("present", command)
