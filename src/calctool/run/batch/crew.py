"""Workers as a run sees them: hired, given jobs, and buried; how they come to be is hidden."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Protocol

from calctool import budget
from calctool.run import forks
from calctool.run.batch import duty
from calctool.run.child import Fault, solver_for
from calctool.run.forks import Nursery
from calctool.run.reply import reason_of

ORPHANED = "orphaned"
"""The nursery died, and by the kernel's order its workers with it, whatever they did."""


class Hand(Protocol):
    """One worker."""

    @property
    def connection(self) -> Connection:
        """Takes jobs, gives messages; ends when the worker does."""

    def bury(self, *, kill: bool) -> str | None:
        """Wait for its end, or make it; why it ended early, if it did: of STOPS, or ORPHANED."""


class Crew(Protocol):
    """Where workers come from."""

    def hire(self, memory: int) -> Hand: ...

    def close(self) -> None:
        """End every worker."""


def crew() -> Crew:
    """Forked workers where there is fork, else new interpreters."""
    return Forked() if forks.IS_THERE else Spawned()


# --- forked by a nursery ------------------------------------------------------------------------


class Forked:
    """A nursery, started when the first worker is wanted, and again should it die."""

    def __init__(self) -> None:
        self._nursery: Nursery | None = None

    def hire(self, memory: int) -> Hand:
        for _ in range(budget.NURSERY_STARTS):
            try:
                self._nursery = self._nursery or Nursery(duty.__name__)
                return _hired(self._nursery, memory)
            except (OSError, EOFError):
                self.close()
        raise Fault("the process that forks workers does not start")

    def close(self) -> None:
        if self._nursery is not None:
            self._nursery.close()
            self._nursery = None


def _hired(nursery: Nursery, memory: int) -> Hand:
    ours, theirs = multiprocessing.Pipe()
    complaints, errors = os.pipe()
    os.set_blocking(errors, False)
    os.set_blocking(complaints, False)
    try:
        process = nursery.fork(memory, theirs.fileno(), errors)
        return ForkedHand(ours, complaints, process, nursery.wait)
    except BaseException:
        ours.close()
        os.close(complaints)
        raise
    finally:
        theirs.close()
        os.close(errors)


class ForkedHand:
    """A forked worker: `wait` gives the exit status of a process that has ended."""

    def __init__(
        self,
        connection: Connection,
        complaints: int,
        process: int,
        wait: Callable[[int], int],
    ) -> None:
        self.connection = connection
        self.process = process
        self._complaints = complaints
        self._wait = wait

    def bury(self, *, kill: bool) -> str | None:
        if kill:
            # Nobody else waits for it, so this number still is its own.
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
        self.connection.close()
        try:
            status = self._wait(self.process)
        except (OSError, EOFError):
            return ORPHANED
        finally:
            complaint = self._complaint()
            os.close(self._complaints)
        return reason_of(status, complaint)

    def _complaint(self) -> bytes:
        try:
            return os.read(self._complaints, 1 << 16)
        except BlockingIOError:
            return b""


# --- new interpreters ---------------------------------------------------------------------------


class Spawned:
    """Where there is no fork; the system then has no limits of memory for a process either."""

    def __init__(self) -> None:
        self._hands: list[_SpawnedHand] = []

    def hire(self, memory: int) -> Hand:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, memory), daemon=True)
        process.start()
        theirs.close()
        self._hands = [hand for hand in self._hands if hand.process.is_alive()]
        self._hands.append(_SpawnedHand(ours, process))
        return self._hands[-1]

    def close(self) -> None:
        for hand in self._hands:
            hand.process.kill()
            hand.process.join()


def _serve(connection: Connection, memory: int) -> None:
    duty.serve(connection, memory, None, solver_for)


class _SpawnedHand:
    def __init__(
        self, connection: Connection, process: multiprocessing.process.BaseProcess
    ) -> None:
        self.connection = connection
        self.process = process

    def bury(self, *, kill: bool) -> str | None:
        if kill:
            self.process.kill()
        self.connection.close()
        self.process.join()
        return reason_of(self.process.exitcode or 0, b"")
