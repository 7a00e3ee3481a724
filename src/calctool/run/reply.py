"""What a process sent that answers a question, and why it ended."""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator

from msgspec import Struct

from calctool import budget
from calctool.notation.problem import Problem
from calctool.run.child import LENGTH, STOPPED_BY_STATUS, Fault
from calctool.solve.answer import Told


class Reply(Struct, frozen=True):
    """What the child sent before it ended, and why it ended early (an id), if it did."""

    data: bytes
    stopped: str | None


def read_until(
    replies: int, end: float, heard: Callable[[bytes | bytearray], object] = lambda _: None
) -> tuple[bytes, str | None]:
    """All that the child sends until it ends; the reason if it had to be given up instead.

    `heard` is called several times a second with what was sent by then.
    """
    data = bytearray()
    while True:
        left = end - time.monotonic()
        if left <= 0:
            return bytes(data), "limit.time"
        if not select.select([replies], [], [], min(left, budget.TICK_SECONDS))[0]:
            heard(data)
            continue
        chunk = os.read(replies, 1 << 16)
        if not chunk:
            return bytes(data), None
        data += chunk
        if len(data) > budget.REPLY_BYTES:
            return bytes(data), "limit.size"


def reason_of(status: int, complaint: bytes) -> str | None:
    """Why a child that ended by itself ended: None when it was done, else an id of STOPS."""
    if status >= 0:
        return STOPPED_BY_STATUS.get(status, "limit.crash") if status else None
    died_of = -status
    if died_of == signal.SIGXCPU:
        return "limit.time"
    if died_of == signal.SIGKILL or b"alloc" in complaint.lower() or b"memory" in complaint:
        return "limit.memory"
    return "limit.crash"


def messages(data: bytes) -> Iterator[Told | Problem | Fault]:
    """Whole messages only: the last one may have been cut off by a kill."""
    return map(_unpickled, _pickled(data))


def latest(data: bytes) -> Told | Problem | Fault | None:
    """The last whole message alone."""
    found = None
    for each in _pickled(data):
        found = each
    return None if found is None else _unpickled(found)


def _pickled(data: bytes) -> Iterator[memoryview]:
    view, at = memoryview(data), 0
    while at + LENGTH.size <= len(data):
        (length,) = LENGTH.unpack_from(data, at)
        at += LENGTH.size
        if at + length > len(data):
            return
        yield view[at : at + length]
        at += length


def _unpickled(message: memoryview) -> Told | Problem | Fault:
    sys.setrecursionlimit(max(sys.getrecursionlimit(), budget.RECURSION))
    # These bytes come from our own child over a private pipe, so they may be unpickled.
    found: Told | Problem | Fault = pickle.loads(message)  # noqa: S301
    return found
