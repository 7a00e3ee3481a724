"""A nursery that stays, for a process that asks many questions: each has a fork of its own.

It is started when the first question is asked, with the environment of that moment, and ends with
the process, or when nobody has asked for a while; then the next question starts another. Any
thread may ask, and a forked copy of the process has a nursery of its own.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from calctool import budget
from calctool.commands import ANSWERED
from calctool.run import forks, single
from calctool.run.child import LENGTH, Bounds, Fault
from calctool.run.forks import Nursery
from calctool.run.reply import Reply, read_until, reason_of
from calctool.solve.question import Asked

Value = TypeVar("Value")


class _Gone(Exception):  # noqa: N818 (no fault: another nursery is asked)
    """The nursery died, and the process that worked on the question with it."""


class Unwanted(Exception):  # noqa: N818 (no fault: nobody waits for the answer any more)
    """A question was given up before it was answered."""


class _Stay:
    """The nursery of this process, if it has one; one thread at a time talks to it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.nursery: Nursery | None = None

    def fork(self, number: int, jobs: int, errors: int) -> tuple[Nursery, int]:
        with self.lock:
            nursery = self.nursery = self.nursery or Nursery(single.__name__)
            return nursery, self._told(nursery, lambda: nursery.fork(number, jobs, errors))

    def begin(self) -> None:
        with self.lock:
            if self.nursery is not None and not self.nursery.is_alive():
                self._end(self.nursery)
            self.nursery = self.nursery or Nursery(single.__name__)

    def wait(self, nursery: Nursery, process: int) -> int:
        with self.lock:
            if nursery is not self.nursery:
                raise _Gone
            return self._told(nursery, lambda: nursery.wait(process))

    def kill(self, nursery: Nursery, process: int) -> None:
        """Nobody but a living nursery waits for it, so this number still is its own."""
        with self.lock, suppress(ProcessLookupError):
            if nursery is self.nursery and nursery.is_alive():
                os.kill(process, signal.SIGKILL)

    def _told(self, nursery: Nursery, order: Callable[[], Value]) -> Value:
        """An order and its reply; after half of that, as an interrupt leaves it, no more of it."""
        try:
            return order()
        except (OSError, EOFError):
            self._end(nursery)
            raise _Gone from None
        except BaseException:
            self._end(nursery)
            raise

    def _end(self, nursery: Nursery) -> None:
        self.nursery = None
        nursery.kill()

    def close(self) -> None:
        with self.lock:
            if self.nursery is not None:
                self._end(self.nursery)


_stay = _Stay()


def begin() -> None:
    """Start the nursery, so that the next question need not wait for it."""
    if forks.IS_THERE:
        _stay.begin()


def close() -> None:
    """End the nursery, and whatever it works on; the next question starts another."""
    _stay.close()


def _begin_anew() -> None:
    """In a forked copy: the nursery is that of the other process, and so may be the lock."""
    global _stay
    if _stay.nursery is not None:
        _stay.nursery.leave()
    _stay = _Stay()


atexit.register(close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)


def ask(
    question: Asked,
    bounds: Bounds,
    wanted: Callable[[], bool] = lambda: True,
    heard: Callable[[bytes | bytearray], object] = lambda _: None,
) -> Reply:
    """The answer of a process forked for this question; any exception ends that process.

    Another nursery is asked when one dies, as long as the answer is `wanted`; `heard` is called
    several times a second with what was sent.
    """
    for _ in range(budget.NURSERY_STARTS):
        if not wanted():
            raise Unwanted
        with suppress(_Gone):
            return _asked(question, bounds, heard)
    raise Fault("the process that forks others does not start")


def _asked(question: Asked, bounds: Bounds, heard: Callable[[bytes | bytearray], object]) -> Reply:
    ours, theirs = socket.socketpair()
    complaints, errors = os.pipe()
    os.set_blocking(errors, False)
    os.set_blocking(complaints, False)
    try:
        number = ANSWERED.index(question.command)
        try:
            nursery, process = _stay.fork(number, theirs.fileno(), errors)
        finally:
            theirs.close()
            os.close(errors)
        data, early, status = _heard(ours, nursery, process, question, bounds, heard)
        return Reply(data, early or reason_of(status, _complaint(complaints)))
    finally:
        ours.close()
        os.close(complaints)


def _heard(
    ours: socket.socket,
    nursery: Nursery,
    process: int,
    question: Asked,
    bounds: Bounds,
    heard: Callable[[bytes | bytearray], object],
) -> tuple[bytes, str | None, int]:
    """All that the process sends, why it was given up if it was, and its exit status."""
    end = time.monotonic() + bounds.timeout
    sent = pickle.dumps((question, bounds), protocol=pickle.HIGHEST_PROTOCOL)
    early: str | None = "limit.crash"
    try:
        with suppress(BrokenPipeError):
            ours.sendall(LENGTH.pack(len(sent)) + sent)
        data, early = read_until(ours.fileno(), end, heard)
    finally:
        if early is not None:
            _stay.kill(nursery, process)
        status = _stay.wait(nursery, process)
    return data, early, status


def _complaint(complaints: int) -> bytes:
    with suppress(BlockingIOError):
        return os.read(complaints, 1 << 16)
    return b""
