"""How a run goes: what is done, how well, how fast, and how much is left."""

from __future__ import annotations

import time
from collections import Counter

from msgspec import Struct, field

from calctool.run.batch.lines import Stream


class Tally(Struct):
    """Counts answers by status; those that an earlier run gave count for nothing but `kept`."""

    stream: Stream
    statuses: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    began: float = field(default_factory=time.monotonic)

    def count(self, status: str) -> None:
        self.statuses[status] += 1

    def go_on(self) -> None:
        """What was counted until now was there before."""
        self.kept = self.done
        self.began = time.monotonic()

    @property
    def done(self) -> int:
        return self.statuses.total()

    @property
    def failed(self) -> int:
        """Answered, but not completely."""
        return self.done - self.statuses["complete"]

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    @property
    def rate(self) -> float:
        """Answers a second."""
        return (self.done - self.kept) / max(self.seconds, 1e-9)

    @property
    def total(self) -> int | None:
        """How many answers there will be, as far as the length of the input tells it."""
        if not self.stream.size or not self.stream.read:
            return None
        return max(self.done, round(self.stream.lines * self.stream.size / self.stream.read))

    @property
    def seconds_left(self) -> float | None:
        """A guess from how this run went until now."""
        total = self.total
        if total is None or self.done == self.kept:
            return None
        return (total - self.done) / self.rate
