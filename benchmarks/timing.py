"""Interleaved timing: the two sides of a ratio are measured in turn, so that a busy machine
slows both."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

Clock = Callable[[], float]


def seconds(work: Callable[[], object], clock: Clock = time.process_time) -> float:
    """How long one call takes: by the processor's time, which a busy machine hardly changes."""
    start = clock()
    work()
    return clock() - start


def ratio(
    ours: Callable[[], object],
    theirs: Callable[[], object],
    rounds: int = 15,
    clock: Clock = time.process_time,
) -> float:
    """The median of ours/theirs over rounds in which both run once."""
    return statistics.median(seconds(ours, clock) / seconds(theirs, clock) for _ in range(rounds))


def process(command: Sequence[str]) -> Callable[[], object]:
    """A whole process as a piece of work, its bytecode cached; its output is thrown away."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def run() -> object:
        return subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603

    run()
    return run


def header() -> None:
    """The head of the README's table."""
    print("| measured | ratio | required |\n|---|---|---|")


class Figure(NamedTuple):
    """What was measured; of one that has to reach its bound, more is better."""

    value: float
    more_is_better: bool


FIGURES: dict[str, Figure] = {}
"""Whatever has been reported."""


def report(name: str, value: float, bound: str, detail: str = "") -> None:
    """One line of the README's table; the name is the same in every run, the detail is not."""
    FIGURES[name] = Figure(value, bound.startswith(("at least", "over")))
    print(f"| {name}{detail} | {value:.2f} | {bound} |", flush=True)
