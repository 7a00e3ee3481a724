"""Each kind of block as Markdown."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from calctool.present.document import (
    Block,
    Chain,
    Document,
    Figure,
    Formula,
    Grid,
    Link,
    Note,
    Prose,
    Title,
    VariationTable,
)
from calctool.present.parts.decimals import with_minus
from calctool.render.markdown.tables import grid, variation
from calctool.render.markdown.words import Writing, as_paragraph, escaped
from calctool.render.signs import ALMOST, NOTES, TEX_LINKS, VERDICTS
from calctool.render.text.page import Page
from calctool.render.text.sketch import sketch_lines
from calctool.verify.verdict import Verdict

_MARKS = {
    Verdict.PROVED: r"\checkmark",
    Verdict.SAMPLED: r"\sim",
    Verdict.UNDECIDED: r"\text{?}",
    Verdict.REFUTED: r"\times",
}
_SKETCH_COLUMNS = 72


def body(document: Document, level: int = 2) -> str:
    """The blocks in their order; `level` is that of the headings."""
    writing = Writing(document.partial, document.language, level)
    parts: list[str] = []
    for is_fact, group in groupby(document.blocks, lambda b: isinstance(b, Formula | Prose)):
        blocks = list(group)
        parts += [_facts(blocks, writing)] if is_fact else _parts(blocks, writing)
    return "\n\n".join(parts)


def _parts(blocks: Sequence[Block], writing: Writing) -> Iterator[str]:
    for block in blocks:
        match block:
            case Title(text):
                yield f"{'#' * writing.level} {writing.words(text)}"
            case Chain():
                yield _chain(block, writing)
            case Grid():
                yield grid(block, writing)
            case VariationTable():
                yield variation(block, writing)
            case Figure():
                yield _sketch(block, writing)
            case Note(kind, text):
                yield f"{escaped(NOTES[kind])} {writing.words(text)}"


def _facts(facts: Sequence[Block], writing: Writing) -> str:
    """A list of captions and what belongs to them, or paragraphs where nothing has a caption."""
    shown = [fact for fact in facts if isinstance(fact, Formula | Prose)]
    if all(fact.caption is None for fact in shown):
        return "\n\n".join(_fact(fact, writing) for fact in shown)
    lines: list[str] = []
    for fact in shown:
        if fact.caption is not None:
            lines.append(f"- **{writing.words(fact.caption)}** {_fact(fact, writing)}")
        elif lines:
            lines[-1] += f"\\\n  {_fact(fact, writing)}"
        else:
            lines.append(f"- {_fact(fact, writing)}")
    return "\n".join(lines)


def _fact(fact: Formula | Prose, writing: Writing) -> str:
    if isinstance(fact, Prose):
        mark = "" if fact.verdict is None else f" {escaped(VERDICTS[fact.verdict])}"
        return as_paragraph(writing.words(fact.text) + mark)
    label = f"{writing.maths(fact.label)} = " if fact.label is not None else ""
    shown = f"${label}{writing.maths(fact.statement)}$"
    if fact.decimal:
        shown += f" {ALMOST} {with_minus(fact.decimal)}"
    if fact.aside is not None:
        shown += f", {writing.words(fact.aside)}"
    return shown


def _chain(chain: Chain, writing: Writing) -> str:
    start = [] if chain.start is None else [f"& {writing.maths(chain.start)}"]
    lines = [*start, *(_link(link, writing) for link in chain.links)]
    inside = " \\cr\n".join(lines)
    return f"$$\n\\begin{{aligned}}\n{inside}\n\\end{{aligned}}\n$$"


def _link(link: Link, writing: Writing) -> str:
    why, mark = writing.in_maths(link.why), _MARKS[link.verdict]
    if link.after is None:
        return rf"& {why} && && {mark}"
    return rf"{TEX_LINKS[link.sign]} & {writing.maths(link.after)} && {why} && {mark}"


def _sketch(figure: Figure, writing: Writing) -> str:
    """The sketch of the terminal; the fence is longer than any run of backticks in it."""
    page = Page(
        _SKETCH_COLUMNS, ascii_only=False, partial=writing.partial, language=writing.language
    )
    rows = ("".join(text for text, _ in line).rstrip() for line in sketch_lines(figure, page))
    inside = "\n".join(rows)
    longest = max((len(run) for run in inside.split() if not run.strip("`")), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{inside}\n{fence}"
