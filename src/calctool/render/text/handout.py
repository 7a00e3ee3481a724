"""A handout for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from calctool.render.text.blocks import document_lines
from calctool.render.text.ink import Line, coloured_text, plain_text
from calctool.render.text.page import Page
from calctool.render.text.wrap import wrap_words
from calctool.words.doors.handout import SOLUTIONS
from calctool.words.printable import printable

if TYPE_CHECKING:
    from calctool.present.handout import Handout, Task


def render(handout: Handout, *, width: int, colour: bool, ascii_only: bool) -> str:
    """The problems as text, each line ended by a newline."""
    page = Page(width, ascii_only, partial=False, language=handout.language)
    lines = list(_lines(handout, page))
    return coloured_text(lines, width) if colour else plain_text(lines)


def _lines(handout: Handout, page: Page) -> Iterator[Line]:
    yield from _heading(handout.title, page)
    for task in handout.tasks:
        yield from _task(task, page, solved=handout.solutions == "inline")
    if handout.solutions == "end":
        yield []
        yield from _heading(SOLUTIONS.say(handout.language), page)
        for task in handout.tasks:
            yield from _task(task, page, solved=True)


def _heading(title: str, page: Page) -> Iterator[Line]:
    for text in wrap_words(page.seen(printable(title)), page.width, page.width):
        yield [(text, "title")]


def _task(task: Task, page: Page, *, solved: bool) -> Iterator[Line]:
    page = Page(page.width, page.ascii_only, task.partial, page.language)
    number = f"{task.number}.  "
    room = page.width - len(number)
    first, *more = wrap_words(page.words(task.text), room, room)
    yield []
    yield [(number, "title"), (first, "title")]
    for text in more:
        yield [(" " * len(number) + text, "title")]
    if solved and task.solution is not None:
        yield []
        page = Page(page.width, page.ascii_only, task.solution.partial, page.language)
        yield from document_lines(task.solution, page)
