"""A document as lines: each kind of block in its place, and a blank line between groups."""

from collections.abc import Iterator
from itertools import groupby

from calctool.present.document import (
    Block,
    Chain,
    Document,
    Figure,
    Formula,
    Grid,
    Note,
    Prose,
    Title,
    VariationTable,
)
from calctool.render.text.chain import chain_lines
from calctool.render.text.grid import grid_lines
from calctool.render.text.ink import Line
from calctool.render.text.page import Page
from calctool.render.text.sheet import sheet_lines
from calctool.render.text.sketch import sketch_lines
from calctool.render.text.variation import variation_lines
from calctool.render.text.wrap import wrap_words
from calctool.words.printable import cells


def document_lines(document: Document, page: Page) -> list[Line]:
    lines: list[Line] = []
    before: Block | None = None
    for _, group in groupby(document.blocks, _group):
        blocks = list(group)
        if before is not None and not _leads_in(before, blocks[0]):
            lines.append([])
        lines += _group_lines(blocks, page)
        before = blocks[-1]
    return lines


def _leads_in(before: Block, after: Block) -> bool:
    """Whether a block is the heading of the one after it."""
    if isinstance(before, Prose):
        is_bare = before.caption is None and before.verdict is None
        return is_bare and isinstance(after, Chain)
    return isinstance(before, Title)


def _group(block: Block) -> type[Block]:
    """Facts stand together whether they are formulas or words."""
    return Formula if isinstance(block, Prose) else type(block)


def _group_lines(blocks: list[Block], page: Page) -> Iterator[Line]:
    facts = [block for block in blocks if isinstance(block, Formula | Prose)]
    if facts:
        yield from sheet_lines(facts, page)
        return
    for place, block in enumerate(blocks):
        match block:
            case Title():
                yield from _title_lines(block, page)
            case Note():
                yield from _note_lines(block, page)
            case Chain() | Grid() | VariationTable() | Figure():
                if place:
                    yield []
                yield from _large(block, page)


def _large(block: Chain | Grid | VariationTable | Figure, page: Page) -> Iterator[Line]:
    match block:
        case Chain():
            return chain_lines(block, page)
        case Grid():
            return grid_lines(block, page)
        case VariationTable():
            return variation_lines(block, page)
        case Figure():
            return sketch_lines(block, page)


def _title_lines(title: Title, page: Page) -> Iterator[Line]:
    *more, last = wrap_words(page.words(title.text), page.width, page.width)
    for text in more:
        yield [(text, "title")]
    rest = page.width - cells(last) - 1
    yield [(last, "title"), (" " + page.signs.bar * rest if rest > 0 else "", "rule")]


def _note_lines(note: Note, page: Page) -> Iterator[Line]:
    mark = page.signs.marks[note.kind] + " "
    room = page.width - len(mark)
    first, *more = wrap_words(page.words(note.text), room, room)
    yield [(mark, note.kind), (first, "")]
    for text in more:
        yield [(" " * len(mark) + text, "")]
