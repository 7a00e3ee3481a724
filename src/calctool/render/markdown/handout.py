"""A handout as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from calctool.render.markdown.blocks import body
from calctool.render.markdown.words import Writing, escaped
from calctool.words.doors.handout import SOLUTION, SOLUTIONS
from calctool.words.printable import printable

if TYPE_CHECKING:
    from calctool.present.handout import Handout, Task


def render(handout: Handout) -> str:
    """The text, ended by a newline; it holds no HTML."""
    return "\n\n".join(_parts(handout)) + "\n"


def _parts(handout: Handout) -> Iterator[str]:
    yield f"# {escaped(printable(handout.title))}"
    for task in handout.tasks:
        yield _asked(task, handout)
        if handout.solutions == "inline" and task.solution is not None:
            yield f"*{escaped(SOLUTION.say(handout.language))}*"
            yield body(task.solution, level=3)
    if handout.solutions == "end":
        yield f"# {escaped(SOLUTIONS.say(handout.language))}"
        for task in handout.tasks:
            yield _asked(task, handout)
            if task.solution is not None:
                yield body(task.solution, level=3)


def _asked(task: Task, handout: Handout) -> str:
    words = Writing(task.partial, handout.language).words(task.text)
    return f"**{task.number}.** {words}"
