"""A process of its own that has imported what solving needs and forks others on demand.

It is started by exec and has one thread, so that forking is safe whatever the process does that
it works for, and what it forks starts small. Orders come over a socket; when that closes, all
that it has forked ends.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import NoReturn, Protocol

from calctool.run.child import preload, redirect

FORK, WAIT = b"f", b"w"
ORDER = struct.Struct("<cQ")
"""FORK and a number that the trade understands, with two descriptors; or WAIT and a process."""
REPLY = struct.Struct("<q")
"""The process that was forked; or the exit status of the one that was waited for."""


class Trade(Protocol):
    """A module that says what forked processes do."""

    IDLE_SECONDS: float | None
    """After so long without an order and without a process it ends; None for never."""

    def first_work(self) -> Iterator[Callable[[], object]]:
        """What is the same for all processes, done before them, and while nobody waits."""

    def prepare(self, number: int) -> None:
        """What the next process cannot do without; its number is that of the order."""

    def work(self, jobs: int, number: int, parent: int) -> NoReturn:
        """What a forked process does with the descriptor of its jobs."""


def main(descriptor: int, trade: str) -> NoReturn:
    """Obey until the socket closes; `trade` is the name of a module that is a Trade."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    orders = socket.socket(fileno=descriptor)
    forked: set[int] = set()
    try:
        _obey(orders, import_module(trade), forked)
    finally:
        for process in forked:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        os._exit(0)


def _obey(orders: socket.socket, trade: Trade, forked: set[int]) -> None:
    to_do = trade.first_work()
    with suppress(ImportError):
        preload()
    while True:
        while not _waits(orders, 0) and (work := next(to_do, None)) is not None:
            with suppress(Exception):
                work()
            gc.freeze()
        if not forked and not _waits(orders, trade.IDLE_SECONDS):
            return
        order, descriptors, _, _ = socket.recv_fds(orders, ORDER.size, 2)
        if len(order) < ORDER.size:
            return
        kind, value = ORDER.unpack(order)
        if kind == FORK:
            reply = _forked(orders, trade, value, *descriptors)
            forked.add(reply)
        else:
            reply = _waited_for(value)
            forked.discard(value)
        orders.sendall(REPLY.pack(reply))


def _waits(orders: socket.socket, seconds: float | None) -> bool:
    """Whether there is an order, or comes within so many seconds."""
    return bool(select.select([orders], [], [], seconds)[0])


def _forked(orders: socket.socket, trade: Trade, number: int, jobs: int, complaints: int) -> int:
    with suppress(Exception):
        trade.prepare(number)
    parent = os.getpid()
    process = os.fork()
    if process == 0:
        orders.close()
        redirect(complaints)
        trade.work(jobs, number, parent)
    os.close(jobs)
    os.close(complaints)
    return process


def _waited_for(process: int) -> int:
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status)
