"""What a worker of the cluster does with a chunk: the same as a run of one worker at home."""

from __future__ import annotations

import threading
import time
from contextlib import closing

from calctool.notation.problem import Problem
from calctool.run.batch import crew, run_lines
from calctool.run.batch.crew import Crew, Hand
from calctool.run.batch.lines import Given
from calctool.run.cluster.chunk import Answers, Chunk, Failed
from calctool.version import __version__


class Unwanted(Exception):  # noqa: N818 (it is no error)
    """The run that asked has ended, or gave the chunk to somebody else."""


def answered(chunk: Chunk) -> Answers | Failed:
    """One answer for each line; several threads may do this at a time."""
    if chunk.version != __version__:
        return Failed(
            Problem(
                "cluster.version", hint="install-everywhere", here=chunk.version, there=__version__
            )
        )
    began = time.monotonic()
    lines = run_lines(Given(chunk.lines), chunk.settings, tick=_stop_if_unwanted, crew=_CREW)
    try:
        with closing(lines):
            return Answers(tuple(lines), time.monotonic() - began)
    except Unwanted:
        raise
    except Exception:
        # Not every exception can be sent: dask would wait for this one for ever.
        return Failed(Problem("cluster.worker", hint="install-everywhere"))


def _stop_if_unwanted() -> None:
    """A thread cannot be stopped from outside, so it looks whether its task is still there."""
    from distributed import get_worker
    from distributed.utils import thread_state  # type: ignore[attr-defined]

    tasks = get_worker().state.tasks
    task = tasks.get(thread_state.key)
    if task is None or task.state == "cancelled":
        raise Unwanted


class _Shared:
    """One crew for all threads of this process and all chunks: what solving needs is imported
    once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._crew: Crew | None = None

    def hire(self, memory: int) -> Hand:
        with self._lock:
            self._crew = self._crew or crew.crew()
            return _LockedHand(self._crew.hire(memory), self._lock)

    def close(self) -> None:
        """The next chunk goes on with it; it ends with this process."""


class _LockedHand:
    """Burying speaks with the nursery, as hiring does: one of them at a time."""

    def __init__(self, hand: Hand, lock: threading.Lock) -> None:
        self.connection = hand.connection
        self._hand = hand
        self._lock = lock

    def bury(self, *, kill: bool) -> str | None:
        with self._lock:
            return self._hand.bury(kill=kill)


_CREW = _Shared()
