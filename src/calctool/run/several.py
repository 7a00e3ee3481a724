"""Several questions at once, asked of the process that stays; each has its own limits."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from concurrent.futures import TimeoutError as Waiting
from contextlib import suppress
from functools import partial
from typing import TypeAlias

from calctool import budget
from calctool.notation.problem import Problem
from calctool.run import staying, worker
from calctool.run.child import Bounds, Fault
from calctool.solve.answer import Told
from calctool.solve.question import Asked

Heard: TypeAlias = "Told | Problem | Fault"
"""An answer, or why there is none."""


def cores() -> int:
    """Those that this process may use."""
    there = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
    return min(len(there) if there else os.cpu_count() or 1, budget.WORKERS_RANGE[1])


def answers(
    asked: Sequence[tuple[Asked, Bounds]],
    workers: int,
    tick: Callable[[int], object] = lambda _: None,
) -> Iterator[Heard]:
    """What is heard of each question, in their order, as soon as it is its turn.

    `tick` is called several times a second, while none is, with the number of those that are
    there. Whatever ends the iterator early, an interrupt included, ends all that is still
    worked on.
    """
    ended = threading.Event()
    with ThreadPoolExecutor(max(1, min(workers, len(asked)))) as pool:
        waiting = [pool.submit(_heard, *each, partial(_is_wanted, ended)) for each in asked]
        try:
            for one in waiting:
                yield _when_done(one, lambda: tick(sum(each.done() for each in waiting)))
        finally:
            ended.set()
            working = [one for one in waiting if not one.cancel() and not one.done()]
            while working:
                staying.close()
                working = list(wait(working, budget.TICK_SECONDS).not_done)


def _heard(question: Asked, bounds: Bounds, wanted: Callable[[], bool]) -> Heard:
    try:
        return worker.answer(question, bounds, stays=True, wanted=wanted)
    except (Problem, Fault) as told:
        return told


def _is_wanted(ended: threading.Event) -> bool:
    return not ended.is_set()


def _when_done(one: Future[Heard], tick: Callable[[], object]) -> Heard:
    while True:
        with suppress(Waiting):
            return one.result(budget.TICK_SECONDS)
        tick()
