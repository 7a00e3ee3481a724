"""How many lines make a chunk: so many that it takes some seconds, fewer towards the end."""

from __future__ import annotations

import math

from msgspec import Struct

from calctool import budget

_WEIGHT = 0.3
"""Of the latest chunk in the average: lines that follow each other are often alike."""


class Pace(Struct):
    """Learns from the chunks that came back."""

    _most: int = budget.CHUNK_FIRST_LINES
    _seconds: float = 0.0
    _bytes: float = 0.0
    """Of a line, on average; 0 while nothing is known."""

    def learn(self, lines: int, seconds: float, size: int) -> None:
        """A chunk of that many lines took so long and gave so many bytes."""
        weight = _WEIGHT if self._seconds else 1.0
        self._seconds += weight * (max(seconds, 1e-6) / lines - self._seconds)
        self._bytes += weight * (size / lines - self._bytes)
        if lines >= self._most:
            self._most = min(2 * self._most, budget.CHUNK_LINES)

    def size(self, threads: int, left: int | None = None) -> int:
        """Of the next chunk; `left` is how many lines there are still, if that is known."""
        found = float(self._most)
        if self._seconds:
            by_time = budget.CHUNK_SECONDS / self._seconds
            by_bytes = budget.CHUNK_ANSWER_BYTES / max(self._bytes, 1.0)
            found = min(found, by_time, by_bytes)
        if left is not None:
            # Half of what is each thread's share: the last chunks are short, so none is waited for.
            found = min(found, math.ceil(left / (2 * max(threads, 1))))
        return max(1, int(found))
