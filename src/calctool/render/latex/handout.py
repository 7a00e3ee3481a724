"""A handout as LaTeX: a file that compiles as it is, or what goes into one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from calctool.render.latex import made
from calctool.render.latex.blocks import body
from calctool.render.latex.words import Writing, escaped
from calctool.words.doors.handout import SOLUTION, SOLUTIONS
from calctool.words.printable import printable

if TYPE_CHECKING:
    from calctool.present.handout import Handout, Task

_TITLE = r"{\centering\Large\bfseries %s\par}"


def render(handout: Handout, *, whole: bool = True) -> str:
    """The file, or the fragment, ended by a newline."""
    shown = "\n\n".join(_parts(handout))
    solutions = [task.solution for task in handout.tasks if task.solution is not None]
    blocks = [block for each in solutions for block in each.blocks]
    return made(shown, blocks, printable(handout.title), whole=whole)


def _parts(handout: Handout) -> Iterator[str]:
    yield _TITLE % escaped(printable(handout.title))
    for task in handout.tasks:
        yield _asked(task, handout)
        if handout.solutions == "inline":
            yield from _solution(task, handout)
    if handout.solutions == "end":
        yield r"\clearpage"
        yield _TITLE % escaped(SOLUTIONS.say(handout.language))
        for task in handout.tasks:
            yield _asked(task, handout)
            yield from _solution(task, handout)


def _asked(task: Task, handout: Handout) -> str:
    words = Writing(task.partial, handout.language).words(task.text)
    return (
        rf"\par\addvspace{{\bigskipamount}}\noindent\textbf{{{task.number}.}}\enspace {words}"
        "\n\\par\\nopagebreak"
    )


def _solution(task: Task, handout: Handout) -> Iterator[str]:
    if task.solution is not None:
        heading = escaped(SOLUTION.say(handout.language))
        yield rf"\smallskip\noindent\textit{{{heading}}}\par\nopagebreak"
        yield body(task.solution, "subsubsection")
