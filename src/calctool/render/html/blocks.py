"""Each kind of block as HTML; a title becomes the caption of the table or figure after it."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby, zip_longest

from calctool.notation.printing.unicode import pretty
from calctool.notation.system import Line
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
from calctool.render.html.picture import picture
from calctool.render.html.variation import variation
from calctool.render.html.words import Writing
from calctool.render.signs import ALMOST, LINKS, NOTES, VERDICTS
from calctool.words.titles import STEPS

_BESIDE = 44
"""Formulas of more characters have their reason under them."""


def body(document: Document, level: int = 2) -> str:
    """The blocks in their order; `level` is that of the headings."""
    writing = Writing(document.partial, document.language, level)
    return "\n".join(_elements(document.blocks, writing))


def _elements(blocks: Sequence[Block], writing: Writing) -> Iterator[str]:
    caption = ""
    places = zip_longest(blocks, blocks[1:])
    for is_fact, group in groupby(places, lambda place: isinstance(place[0], Formula | Prose)):
        if is_fact:
            yield _facts([block for block, _ in group], writing)
            continue
        for block, after in group:
            if isinstance(block, Title):
                heading = writing.heading(block.text)
                if isinstance(after, Grid | VariationTable | Figure):
                    caption = heading
                else:
                    yield heading
            else:
                yield _element(block, caption, writing)
                caption = ""


def _element(block: Block, caption: str, writing: Writing) -> str:
    match block:
        case Chain():
            return _chain(block, writing)
        case Grid():
            return _grid(block, caption, writing)
        case VariationTable():
            return variation(block, caption, writing)
        case Figure():
            return picture(block, caption)
        case Note():
            return _note(block, writing)
    raise TypeError(type(block).__name__)


# --- facts --------------------------------------------------------------------------------------


def _facts(facts: Sequence[Block], writing: Writing) -> str:
    """A list of captions and what belongs to them, or paragraphs where nothing has a caption."""
    shown = [fact for fact in facts if isinstance(fact, Formula | Prose)]
    if all(fact.caption is None for fact in shown):
        return "\n".join(f'<p class="wide">{_fact(fact, writing)}</p>' for fact in shown)
    lines = ['<dl class="facts">']
    for fact in shown:
        if fact.caption is not None:
            lines.append(f"<dt>{writing.words(fact.caption)}</dt>")
        answer = fact.emphasis
        style = ' class="answer wide"' if answer else ' class="wide"'
        lines.append(f"<dd{style}>{_fact(fact, writing)}</dd>")
    return "\n".join([*lines, "</dl>"])


def _fact(fact: Formula | Prose, writing: Writing) -> str:
    if isinstance(fact, Prose):
        words = writing.words(fact.text)
        if fact.verdict is None:
            return words
        sign = escape(VERDICTS[fact.verdict])
        return f'{words} <span class="mark {fact.verdict.value}">{sign}</span>'
    label = writing.formula(fact.label, display=True) + " = " if fact.label is not None else ""
    shown = label + writing.formula(fact.statement, display=True)
    if fact.decimal:
        shown += f" {ALMOST} {escape(with_minus(fact.decimal))}"
    if fact.aside is not None:
        shown += f' <span class="aside">{writing.words(fact.aside)}</span>'
    return shown


# --- chains, grids, notes -----------------------------------------------------------------------


def _chain(chain: Chain, writing: Writing) -> str:
    start = [] if chain.start is None else [_wide(chain.start, writing)]
    rows = [f'<li class="start">{each}</li>' for each in start]
    rows += [_link(link, writing) for link in chain.links]
    chained = '<ol class="chain">\n' + "\n".join(rows) + "\n</ol>"
    folds = STEPS.say(writing.language, count=len(chain.links))
    return f'<details class="steps" open="open"><summary>{folds}</summary>\n{chained}\n</details>'


def _link(link: Link, writing: Writing) -> str:
    if link.after is None:
        return (
            f'<li class="line {link.verdict.value} long"><span class="sign"></span>'
            f'<span class="why">{writing.words(link.why)}</span>'
            f'<span class="mark">{VERDICTS[link.verdict]}</span></li>'
        )
    long = " long" if len(pretty(link.after)) > _BESIDE else ""
    return (
        f'<li class="line {link.verdict.value}{long}"><span class="sign">{LINKS[link.sign]}</span>'
        f"{_wide(link.after, writing)}"
        f'<span class="why">{writing.words(link.why)}</span>'
        f'<span class="mark">{VERDICTS[link.verdict]}</span></li>'
    )


def _wide(line: Line, writing: Writing) -> str:
    return f'<div class="wide">{writing.formula(line, display=True)}</div>'


def _grid(grid: Grid, caption: str, writing: Writing) -> str:
    head = "".join(f'<th scope="col">{writing.words(text)}</th>' for text in grid.head)
    rows = (
        "<tr>" + "".join(f"<td>{writing.words(text)}</td>" for text in row) + "</tr>"
        for row in grid.rows
    )
    shown = f"<caption>{caption}</caption>" if caption else ""
    return (
        f'<div class="scroll"><table class="grid">{shown}\n<thead><tr>{head}</tr></thead>\n<tbody>'
        + "\n".join(rows)
        + "</tbody></table></div>"
    )


def _note(note: Note, writing: Writing) -> str:
    mark = f'<span class="mark">{escape(NOTES[note.kind])}</span>'
    return f'<p class="remark {note.kind}">{mark}<span>{writing.words(note.text)}</span></p>'
