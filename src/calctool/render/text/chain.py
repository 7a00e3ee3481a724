"""A chain of equalities: number, formula, reason, and the sign of its check."""

from collections.abc import Iterator
from itertools import zip_longest

from calctool.present.document import Chain, Link
from calctool.render.text.ink import Line
from calctool.render.text.page import Page
from calctool.render.text.wrap import wrap_formula, wrap_reason
from calctool.words.printable import cells

_WIDE = 72
"""From so many columns on the reason stands beside the formula, below that under it."""
_GAP = 3
_LEAST_REASON = 26
_MOST_REASON = 60


def chain_lines(chain: Chain, page: Page) -> Iterator[Line]:
    if page.width >= _WIDE:
        yield from _Wide(chain, page).lines()
    else:
        yield from _narrow_lines(chain, page)


def _sign(link: Link, page: Page) -> str:
    return page.signs.links[link.sign]


def _said(link: Link, page: Page) -> str:
    """The formula, or the words of a line that has none."""
    return page.words(link.why) if link.after is None else page.formula(link.after)


def _why(link: Link, page: Page) -> str:
    return "" if link.after is None else page.words(link.why)


def _wrapped(link: Link, text: str, first: int, rest: int) -> list[str]:
    return wrap_reason(text, rest) if link.after is None else wrap_formula(text, first, rest)


def _start(chain: Chain, page: Page, indent: int) -> Iterator[Line]:
    if chain.start is None:
        return
    room = page.width - indent
    for text in wrap_formula(page.formula(chain.start), room, room - 2):
        yield [(" " * indent + text, "")]
        indent += 2 if room == page.width - indent else 0


# --- below 72 columns ---------------------------------------------------------------------------


def _narrow_lines(chain: Chain, page: Page) -> Iterator[Line]:
    """The sign of the check beside the number, the reason under the formula."""
    marks = [page.signs.verdicts[link.verdict] for link in chain.links]
    digits = len(str(len(chain.links)))
    margin = digits + max(map(cells, marks), default=1) + 1
    yield from _start(chain, page, margin)
    for number, (link, mark) in enumerate(zip(chain.links, marks, strict=True), start=1):
        sign = _sign(link, page) + " " if _sign(link, page) else ""
        indent = margin + len(sign)
        room = page.width - indent
        first, *more = _wrapped(link, _said(link, page), room, room)
        gap = " " * (margin - digits - cells(mark))
        part = link.verdict.value
        yield [(f"{number:>{digits}}", "number"), (mark, part), (gap + sign + first, "")]
        for text in more:
            yield [(" " * indent + text, "")]
        for text in wrap_reason(_why(link, page), room - 2):
            yield [(" " * (indent + 2) + text, "why")]


# --- from 72 columns on -------------------------------------------------------------------------


class _Wide:
    """Reasons in a column of their own; a formula too long for that has its reason under it."""

    def __init__(self, chain: Chain, page: Page) -> None:
        self.chain = chain
        self.page = page
        self.margin = len(str(len(chain.links))) + 2
        signs = [_sign(link, page) for link in chain.links]
        self.sign_width = max((len(sign) + 1 for sign in signs if sign), default=0 if signs else 2)
        self.left = self.margin + self.sign_width
        self.mark_width = max(
            (cells(page.signs.verdicts[link.verdict]) for link in chain.links), default=1
        )
        self.formulas = [_said(link, page) for link in chain.links]
        self.reasons = [_why(link, page) for link in chain.links]
        self.formula_width = self._formula_width()
        self.reason_width = self._reason_width()

    def _formula_width(self) -> int:
        """As wide as the formulas that leave room for a reason."""
        room = self.page.width - self.left - _GAP - _LEAST_REASON - self.mark_width - 2
        links = zip(self.formulas, self.chain.links, strict=True)
        own = [cells(text) for text, link in links if link.after is not None]
        return max((width for width in own if width <= room), default=0)

    def _reason_width(self) -> int:
        room = self.page.width - self.left - self.formula_width - _GAP - self.mark_width - 2
        widest = max(
            (cells(line) for text in self.reasons for line in wrap_reason(text, room)),
            default=0,
        )
        links = zip(self.formulas, self.chain.links, strict=True)
        alone = (cells(text) for text, link in links if link.after is None)
        return min(room, max(widest, max(alone, default=0) - self.formula_width - _GAP))

    def lines(self) -> Iterator[Line]:
        single = self.single()
        if single is not None:
            yield single
            return
        yield from _start(self.chain, self.page, self.margin)
        for number, link in enumerate(self.chain.links, start=1):
            yield from self.link_lines(number, link)

    def single(self) -> Line | None:
        """A chain of one link on one line, if there is room for it."""
        if len(self.chain.links) != 1 or self.chain.start is None:
            return None
        (link,), (after,), (reason,) = self.chain.links, self.formulas, self.reasons
        start = f"{self.page.formula(self.chain.start)} {_sign(link, self.page)} {after}"
        mark = self.page.signs.verdicts[link.verdict]
        parts = (" " * self.margin, start, " " * _GAP, reason, "  ", mark)
        if (
            link.after is None
            or any("\n" in part for part in parts)
            or sum(map(cells, parts)) > self.page.width
        ):
            return None
        styles = ("", "", "", "why", "", link.verdict.value)
        return list(zip(parts, styles, strict=True))

    def link_lines(self, number: int, link: Link) -> Iterator[Line]:
        sign = f"{_sign(link, self.page):<{self.sign_width}}"
        head: Line = [(f"{number:<{self.margin}}", "number"), (sign, "")]
        formula = self.formulas[number - 1]
        reason = wrap_reason(self.reasons[number - 1], self.reason_width)
        mark = (self.page.signs.verdicts[link.verdict], link.verdict.value)
        if link.after is None:
            yield from self.words_line(head, formula, mark)
            return
        if cells(formula) <= self.formula_width:
            beside = [formula]
        else:
            room = self.page.width - self.left
            first, *more = wrap_formula(formula, room, room)
            yield [*head, (first, "")]
            for text in more:
                yield [(" " * self.left + text, "")]
            head, beside = [(" " * self.left, "")], [""]
        for place, (left, right) in enumerate(zip_longest(beside, reason, fillvalue="")):
            start = head if place == 0 else [(" " * self.left, "")]
            line = [
                *start,
                (left, ""),
                self._blank(left, self.formula_width + _GAP),
                (right, "why"),
            ]
            if place == 0:
                line += [self._blank(right, self.reason_width + 2), mark]
            yield line

    def words_line(self, head: Line, text: str, mark: tuple[str, str]) -> Iterator[Line]:
        """A line of words alone: from where formulas begin to where reasons end."""
        room = self.formula_width + _GAP + self.reason_width
        first, *more = wrap_reason(text, room)
        yield [*head, (first, "why"), self._blank(first, room + 2), mark]
        for each in more:
            yield [(" " * self.left, ""), (each, "why")]

    @staticmethod
    def _blank(text: str, width: int) -> tuple[str, str]:
        return (" " * (width - cells(text)), "")
