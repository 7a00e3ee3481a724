"""A handout as HTML: on a screen like every page, on paper black on white."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from calctool.render.html import page, part
from calctool.render.html.blocks import body
from calctool.render.html.style import STYLE
from calctool.render.html.words import Writing
from calctool.words.doors.handout import SOLUTION, SOLUTIONS
from calctool.words.printable import printable

if TYPE_CHECKING:
    from calctool.present.handout import Handout, Task

_STYLE = (
    STYLE
    + """
h1.handout { font: 700 1.6rem/1.3 system-ui, "Noto Sans CJK SC", sans-serif; color: var(--ink); }
.task { margin: 1.75rem 0; }
.task > .asked { display: flex; gap: .75rem; font-size: 1.05rem; margin: 0 0 .5rem; }
.task .number { font-weight: 700; min-width: 1.6rem; }
.solution { margin-inline-start: 2.35rem; }
.solution :is(h2, h3) { margin: 1.1rem 0 .4rem; font-size: 1.02rem; }
.solution caption h3, .solution figcaption h3 { margin-top: 0; text-align: start; }
.solution > h2 { color: var(--quiet); }
@media (max-width: 40rem) { .solution { margin-inline-start: 0; } }
@media print {
  @page { margin: 18mm; }
  :root {
    --ink: #000; --quiet: #333; --rule: #999; --page: #fff; --box: #fff; --accent: #000;
    --proved: #000; --doubt: #000; --spot: #000; --grid: #ddd;
  }
  body { font-size: 10.5pt; }
  .asked, .facts > *, .variation, .grid { break-inside: avoid; }
  .asked, .solution :is(h2, h3) { break-after: avoid; }
  .solutions { break-before: page; }
  summary { display: none; }
  svg { max-width: 26rem; }
}
"""
)


def render(handout: Handout, *, whole: bool = True) -> str:
    """A page by itself, or a part of one, ended by a newline."""
    title = escape(printable(handout.title))
    inside = "\n".join([f'<h1 class="handout">{title}</h1>', *_parts(handout)])
    if not whole:
        return part(inside, handout.language, _STYLE)
    return page(inside, title or "calctool", handout.language, _STYLE)


def _parts(handout: Handout) -> Iterator[str]:
    for task in handout.tasks:
        solution = _solution(task, handout) if handout.solutions == "inline" else ""
        yield f'<section class="task">{_asked(task, handout)}{solution}</section>'
    if handout.solutions == "end":
        heading = escape(SOLUTIONS.say(handout.language))
        yield f'<h1 class="handout solutions">{heading}</h1>'
        for task in handout.tasks:
            asked = _asked(task, handout)
            yield f'<section class="task">{asked}{_solution(task, handout)}</section>'


def _asked(task: Task, handout: Handout) -> str:
    words = Writing(task.partial, handout.language).words(task.text)
    return f'<p class="asked"><span class="number">{task.number}.</span><span>{words}</span></p>\n'


def _solution(task: Task, handout: Handout) -> str:
    if task.solution is None:
        return ""
    heading = escape(SOLUTION.say(handout.language))
    inside = body(task.solution, level=3)
    return f'<div class="solution"><h2>{heading}</h2>\n{inside}\n</div>'
