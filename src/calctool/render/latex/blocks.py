"""Each kind of block as LaTeX."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from calctool.present.document import (
    Block,
    Chain,
    Document,
    Figure,
    Formula,
    Grid,
    Note,
    NoteKind,
    Prose,
    Title,
    VariationTable,
)
from calctool.render.latex.chain import MARKS as CHAIN_MARKS
from calctool.render.latex.chain import chain
from calctool.render.latex.grid import grid
from calctool.render.latex.measure import LINE, ems, fitted
from calctool.render.latex.picture import picture
from calctool.render.latex.variation import variation
from calctool.render.latex.words import Writing

_MARKS: dict[NoteKind, str] = {
    "proved": r"$\checkmark$", "sampled": r"$\sim$", "undecided": "?", "warning": "!",
    "note": r"$\triangleright$",
}  # fmt: skip
_IN_FRAME = 90
"""Characters of TeX that a framed line may take."""
_IN_BOX = LINE - 8
"""Ems that a boxed answer may take beside its caption."""


def body(document: Document, heading: str = "subsection") -> str:
    """The blocks in their order; `heading` is the command of the headings."""
    writing = Writing(document.partial, document.language, heading)
    groups = groupby(document.blocks, _group)
    return "\n\n".join(part for _, group in groups for part in _parts(list(group), writing))


def _group(block: Block) -> type[Block]:
    """Facts stand together whether they are formulas or words."""
    return Formula if isinstance(block, Prose) else type(block)


def _parts(blocks: list[Block], writing: Writing) -> Iterator[str]:
    facts = [block for block in blocks if isinstance(block, Formula | Prose)]
    notes = [block for block in blocks if isinstance(block, Note)]
    if facts:
        yield _facts(facts, writing)
    elif notes:
        yield _notes(notes, writing)
    for block in blocks:
        match block:
            case Title(text):
                yield rf"\{writing.heading}*{{{writing.words(text)}}}"
            case Chain():
                yield chain(block, writing)
            case Grid():
                yield grid(block, writing)
            case VariationTable():
                yield variation(block, writing)
            case Figure():
                yield picture(block, writing)


def _facts(facts: Sequence[Formula | Prose], writing: Writing) -> str:
    """A list of captions and what belongs to them, or paragraphs where nothing has a caption."""
    if all(fact.caption is None for fact in facts):
        return "\n\n".join(rf"\noindent {_fact(fact, writing)}" for fact in facts)
    lines = [r"\begin{description}"]
    for fact in facts:
        if fact.caption is not None:
            lines.append(rf"\item[{{{writing.words(fact.caption)}}}] {_fact(fact, writing)}")
        elif len(lines) == 1:
            lines.append(rf"\item[] {_fact(fact, writing)}")
        else:
            lines.append(rf"\par {_fact(fact, writing)}")
    return "\n".join([*lines, r"\end{description}"])


def _fact(fact: Formula | Prose, writing: Writing) -> str:
    if isinstance(fact, Prose):
        words = writing.words(fact.text)
        if fact.verdict is not None:
            words += rf" \quad ${CHAIN_MARKS[fact.verdict]}$"
        is_short = len(words) < _IN_FRAME and not fact.text.template.count("\n")
        return rf"\fbox{{{words}}}" if fact.emphasis and is_short else words
    shown = writing.formula(fact.statement)
    if fact.label is not None:
        shown = f"{writing.formula(fact.label)} = {shown}"
    if fact.emphasis and ems(shown) < _IN_BOX:
        shown = rf"\boxed{{{shown}}}"
    made = fitted(shown, LINE - 2)
    # What has to be made smaller gets a line of its own.
    shown = rf"$\displaystyle {made}$" if made == shown else rf"\leavevmode\\ ${made}$"
    if fact.decimal:
        shown += rf" $\approx {fact.decimal}$"
    if fact.aside is not None:
        shown += rf" \quad {writing.words(fact.aside)}"
    return shown


def _notes(notes: Sequence[Note], writing: Writing) -> str:
    items = (rf"\item[{_MARKS[note.kind]}] {writing.words(note.text)}" for note in notes)
    return "\n".join([r"\begin{itemize}", *items, r"\end{itemize}"])
