"""Facts with their captions in the margin: the answer, the domain, values at a point."""

from collections.abc import Iterator, Sequence

from calctool.present.document import Formula, Prose, Text
from calctool.present.parts.decimals import with_minus
from calctool.render.text.ink import Line
from calctool.render.text.page import Page
from calctool.render.text.wrap import HARD_SPACE, wrap_formula, wrap_words
from calctool.words.printable import cells

Fact = Formula | Prose

_NARROW = 40
"""Below so many columns every caption stands on a line of its own."""
_INDENT = 3


def sheet_lines(facts: Sequence[Fact], page: Page) -> Iterator[Line]:
    captions = [page.line(fact.caption) if fact.caption else "" for fact in facts]
    margin = _margin(captions, page.width)
    for fact, caption, label_width in zip(
        facts, captions, _label_widths(facts, captions, page), strict=True
    ):
        if caption and cells(caption) + _INDENT > margin:
            for text in wrap_words(caption, page.width - 1, page.width - 1):
                yield [(" " + text, "caption")]
            caption = ""
        for line in _fact_lines(fact, label_width, page.width - margin, page):
            head = f" {caption}" if caption else ""
            yield [(head, "caption"), (" " * (margin - cells(head)), ""), *line]
            caption = ""


def _margin(captions: Sequence[str], width: int) -> int:
    """Room for the captions that are no wider than a third of the page; none for no captions."""
    if not any(captions):
        return 0
    most = 0 if width < _NARROW else width // 3
    return _INDENT + max((cells(text) for text in captions if cells(text) <= most), default=0)


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
        mark = "" if fact.verdict is None else page.signs.verdicts[fact.verdict]
        words = page.words(fact.text) + (f"{HARD_SPACE * 2}{mark}" if mark else "")
        for text in wrap_words(words, width, width):
            body, sign = (text.removesuffix(mark), mark) if text.endswith(mark) else (text, "")
            part = fact.verdict.value if fact.verdict is not None else ""
            yield [(body, "answer" if fact.emphasis else ""), (sign, part)]
        return
    lines = _formula_lines(fact, label_width, width, page)
    if fact.aside is not None:
        lines = _with_aside(lines, page.words(fact.aside), width)
    style = "answer" if fact.emphasis else ""
    for text, aside in lines:
        yield [(text, style), (aside, "why")]


def _formula_lines(
    fact: Formula, label_width: int, width: int, page: Page
) -> list[tuple[str, str]]:
    label = page.formula(fact.label) if fact.label is not None else ""
    head = label + " " * (label_width - cells(label)) + " = " if label else ""
    body = page.formula(fact.statement)
    if fact.decimal:
        rounded = page.words(Text(with_minus(fact.decimal)))
        body += f" {page.signs.almost} {rounded}"
    if cells(head) <= width // 2:
        indent = cells(head)
        first, *more = wrap_formula(body, width - indent, width - indent)
        first = head + first
    else:
        indent = _INDENT
        first, *more = wrap_formula(f"{label} = {body}", width, width - indent)
    return [(first, ""), *((" " * indent + text, "") for text in more)]


def _with_aside(lines: list[tuple[str, str]], aside: str, width: int) -> list[tuple[str, str]]:
    """The remark behind the last line, or under it where there is no room."""
    *before, (last, _) = lines
    if cells(last) + _INDENT + cells(aside) <= width:
        return [*before, (last, " " * _INDENT + aside.replace(HARD_SPACE, " "))]
    room = width - _INDENT
    return [*lines, *(("", " " * _INDENT + text) for text in wrap_words(aside, room, room))]
