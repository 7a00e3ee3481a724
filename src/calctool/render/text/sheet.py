"""Facts with their captions in the margin: the answer, the domain, values at a point."""

from collections.abc import Iterator, Sequence

from calctool.present.document import Formula, Prose
from calctool.render.text.ink import Line
from calctool.render.text.page import Page
from calctool.render.text.wrap import wrap_formula, wrap_words
from calctool.words.printable import cells

Fact = Formula | Prose

_NARROW = 40
"""Below so many columns captions stand on lines of their own."""


def sheet_lines(facts: Sequence[Fact], page: Page) -> Iterator[Line]:
    captions = [page.words(fact.caption) if fact.caption else "" for fact in facts]
    widest = max(map(cells, captions))
    is_stacked = bool(widest) and (page.width < _NARROW or widest > page.width // 3)
    margin = 3 if is_stacked else (widest + 3 if widest else 0)
    labels = _label_widths(facts, captions, page)
    for fact, caption, label_width in zip(facts, captions, labels, strict=True):
        lines = list(_fact_lines(fact, label_width, page.width - margin, page))
        if is_stacked and caption:
            yield [(" " + caption, "caption")]
            caption = ""
        for line in lines:
            head = f" {caption}" if margin and caption else ""
            yield [(head, "caption"), (" " * (margin - cells(head)), ""), *line]
            caption = ""


def _label_widths(facts: Sequence[Fact], captions: Sequence[str], page: Page) -> list[int]:
    """Labels under one caption are as wide as the widest, so that their equals signs line up."""
    widths: list[int] = []
    start = 0
    for place, fact in enumerate(facts):
        if captions[place]:
            start = place
        own = cells(page.formula(fact.label)) if isinstance(fact, Formula) and fact.label else 0
        widest = max([own, *widths[start:place]])
        widths[start:] = [widest] * (place + 1 - start)
    return widths


def _fact_lines(fact: Fact, label_width: int, width: int, page: Page) -> Iterator[Line]:
    if isinstance(fact, Prose):
        for text in wrap_words(page.words(fact.text), width, width):
            yield [(text, "")]
        return
    style = "answer" if fact.emphasis else ""
    label = ""
    if fact.label is not None:
        shown = page.formula(fact.label)
        label = shown + " " * (label_width - cells(shown)) + " = "
    body = page.formula(fact.statement)
    if fact.decimal:
        body += f" {page.signs.almost} {fact.decimal}"
    indent = cells(label) if cells(label) <= width // 2 else 4
    first, *more = wrap_formula(body, max(width - cells(label), 1), width - indent)
    lines: list[Line] = [
        [(label + first, style)],
        *([(" " * indent + text, style)] for text in more),
    ]
    yield from _with_aside(lines, fact, width, indent, page)


def _with_aside(
    lines: list[Line], fact: Formula, width: int, indent: int, page: Page
) -> Iterator[Line]:
    if fact.aside is not None:
        aside = page.words(fact.aside)
        used = sum(cells(text) for text, _ in lines[-1])
        if used + 3 + cells(aside) <= width:
            lines[-1].append(("   " + aside.replace("\u00a0", " "), "why"))
        else:
            lines += [
                [(" " * indent + text, "why")]
                for text in wrap_words(aside, width - indent, width - indent)
            ]
    yield from lines
