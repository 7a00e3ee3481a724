"""A sign of life on a terminal while an answer is worked out."""

from __future__ import annotations

import os
import time

from calctool.cli.terminal import streams
from calctool.words import Language
from calctool.words.help.cli import WAITING

_CLEARED = "\r\x1b[K"


class Waiting:
    """A line on standard error that says how long it has taken; gone when there is an answer.

    Nothing is written where that is no terminal.
    """

    def __init__(self, language: Language, most: float) -> None:
        self._language: Language = language
        self._most = most
        self._start = time.monotonic()
        self._is_shown = False
        self._is_terminal = os.isatty(streams.ERR) and os.environ.get("TERM") != "dumb"

    def show(self) -> None:
        """Called about once a second."""
        if self._is_terminal:
            gone = round(time.monotonic() - self._start)
            said = WAITING.say(self._language, gone=gone, most=f"{self._most:g}")
            streams.complain(_CLEARED + said)
            self._is_shown = True

    def end(self) -> None:
        """Take the line away."""
        if self._is_shown:
            streams.complain(_CLEARED)
            self._is_shown = False
