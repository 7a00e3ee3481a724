"""Interleaved timing: the two sides of a ratio are measured in turn, so that a busy machine
slows both."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes, by the wall clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = 9) -> float:
    """The median of ours/theirs over rounds in which both run once."""
    return statistics.median(seconds(ours) / seconds(theirs) for _ in range(rounds))


def process(command: Sequence[str]) -> Callable[[], object]:
    """A whole process as a piece of work; its output is thrown away."""

    def run() -> object:
        return subprocess.run(command, capture_output=True, check=False)  # noqa: S603

    return run


def report(name: str, value: float, bound: str) -> None:
    """One line of the README's table."""
    print(f"{name:<62} {value:8.2f}   {bound}")
