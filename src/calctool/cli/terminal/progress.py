"""How a batch goes, on standard error: a bar on a terminal, else a line now and then."""

from __future__ import annotations

import os
import time
from contextlib import AbstractContextManager
from typing import Protocol

from calctool import budget
from calctool.cli.terminal import streams
from calctool.run.batch.tally import Tally
from calctool.words import Language
from calctool.words.help.batch import STANDING, TIME_LEFT


class Progress(AbstractContextManager["Progress"], Protocol):
    """Shown while the context lasts."""

    def show(self) -> None:
        """Called often; shows how things stand when it is time to."""


def progress(tally: Tally, language: Language, *, on_stdout: bool) -> Progress:
    """A bar where it has the terminal for itself."""
    is_terminal = os.isatty(streams.ERR) and os.environ.get("TERM") != "dumb"
    if is_terminal and not (on_stdout and os.isatty(streams.OUT)):
        return _Bar(tally, language)
    return _Lines(tally, language)


def _standing(tally: Tally, language: Language) -> str:
    said = STANDING.say(language, done=tally.done, failed=tally.failed, rate=tally.rate)
    left = tally.seconds_left
    return said if left is None else said + TIME_LEFT.say(language, left=_clock(left))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


class _Lines(AbstractContextManager["_Lines"]):
    def __init__(self, tally: Tally, language: Language) -> None:
        self._tally = tally
        self._language: Language = language
        self._next = time.monotonic() + budget.PROGRESS_SECONDS

    def show(self) -> None:
        if time.monotonic() >= self._next:
            self._next += budget.PROGRESS_SECONDS
            streams.complain(_standing(self._tally, self._language) + "\n")

    def __exit__(self, *_: object) -> None:
        pass


class _Bar(AbstractContextManager["_Bar"]):
    """Drawn from here and not from a thread."""

    def __init__(self, tally: Tally, language: Language) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar

        self._tally = tally
        self._language: Language = language
        self._next = 0.0
        self._bar = Bar(
            BarColumn(bar_width=24),
            TextColumn("{task.description}", markup=False),
            console=Console(stderr=True, markup=False, emoji=False, highlight=False),
            auto_refresh=False,
            transient=True,
        )
        self._task = self._bar.add_task(_standing(tally, language), total=None)

    def __enter__(self) -> _Bar:
        self._bar.start()
        return self

    def show(self) -> None:
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + budget.TICK_SECONDS
        self._bar.update(
            self._task,
            completed=self._tally.done,
            total=self._tally.total,
            description=_standing(self._tally, self._language),
        )
        self._bar.refresh()

    def __exit__(self, *_: object) -> None:
        self._bar.stop()
