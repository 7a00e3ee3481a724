"""What is being done, on a terminal, while a question takes longer than people wait gladly."""

from __future__ import annotations

import os
import time
from contextlib import AbstractContextManager, suppress
from itertools import pairwise

from calctool import budget
from calctool.cli.terminal import streams
from calctool.words import Language
from calctool.words.doors import waiting as words
from calctool.words.printable import cells, printable

_ERASE = "\r\x1b[K"


class Waiting(AbstractContextManager["Waiting"]):
    """A line on standard error that is gone with the answer; nothing where that is no terminal.

    `most` are the seconds that one question may take, where there is one.
    """

    def __init__(self, language: Language, width: int, most: float | None = None) -> None:
        self._language: Language = language
        self._width = width
        self._most = most
        self._is_seen = os.isatty(streams.ERR) and os.environ.get("TERM") != "dumb"
        self._start = time.monotonic()
        self._shown = ""
        self._read = -1
        self._parts = ""

    def heard(self, data: bytes | bytearray) -> None:
        """Called several times a second with all that was sent until then."""
        if self._is_due():
            if len(data) != self._read:
                self._read = len(data)
                with suppress(Exception):
                    self._parts = _parts(data, self._language)
            self._show(self._parts)

    def counted(self, done: int, of: int) -> None:
        """The same for several questions."""
        if self._is_due():
            self._show(words.PROBLEMS.say(self._language, done=done, of=of))

    def _is_due(self) -> bool:
        return self._is_seen and time.monotonic() - self._start > budget.WAITING_SECONDS

    def _show(self, parts: str) -> None:
        seconds = int(time.monotonic() - self._start)
        head = words.SOLVING if self._most is None else words.WORKING
        most = f"{self._most or 0:g}"
        said = printable(head.say(self._language, seconds=seconds, most=most) + parts)
        line = _cut(said, self._width - 1)
        if line != self._shown:
            self._shown = line
            streams.complain(_ERASE + line)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            streams.complain(_ERASE)


def _cut(text: str, width: int) -> str:
    while cells(text) > width:
        text = text[:-2].rstrip() + "…"
    return text


def _parts(data: bytes | bytearray, language: Language) -> str:
    """What is finished of an answer, by the captions of its page, and what it still misses."""
    from calctool.present.answers import document
    from calctool.present.document import Formula, Grid, Title, VariationTable, Wishes
    from calctool.run.reply import latest
    from calctool.solve.answer import Told

    found = latest(bytes(data))
    if not isinstance(found, Told):
        return ""
    page = document(found, Wishes(language, "none"))
    named = []
    for block, after in pairwise((*page.blocks, None)):
        head = block.caption if isinstance(block, Formula) else None
        if isinstance(block, Title) and isinstance(after, Grid | VariationTable):
            head = block.text
        # A head with a formula in it says less than the words around it.
        if head is not None and not head.formulas:
            named.append(head.template)
    missing = [each.say(language) for each in found.completeness.missing]
    comma = words.COMMA.say(language)
    done = words.DONE.say(language, parts=comma.join(dict.fromkeys(named))) if named else ""
    return done + (words.OPEN.say(language, parts=comma.join(missing)) if missing else "")
