"""A process of its own that has imported what solving needs and forks workers on demand.

It is started by exec and has one thread, so that forking is safe whatever the run's own process
does, and workers start small. Orders come over a socket; when that closes, all workers end.
"""

from __future__ import annotations

import os
import signal
import socket
import struct
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import NoReturn

from calctool.run.batch import duty
from calctool.run.child import solver_for
from calctool.run.worker import redirect

HIRE, WAIT = b"h", b"w"
ORDER = struct.Struct("<cQ")
"""HIRE and megabytes, with two descriptors; or WAIT and a process."""
REPLY = struct.Struct("<q")
"""The process that was hired; or the exit status of the one that was waited for."""


def main(descriptor: int) -> NoReturn:
    """Obey until the socket closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    orders = socket.socket(fileno=descriptor)
    workers: set[int] = set()
    try:
        duty.preload()
        while True:
            order, descriptors, _, _ = socket.recv_fds(orders, ORDER.size, 2)
            if len(order) < ORDER.size:
                break
            kind, value = ORDER.unpack(order)
            if kind == HIRE:
                reply = _hired(orders, value, *descriptors)
                workers.add(reply)
            else:
                reply = _waited_for(value)
                workers.discard(value)
            orders.sendall(REPLY.pack(reply))
    finally:
        for worker in workers:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        os._exit(0)


def _hired(orders: socket.socket, memory: int, jobs: int, complaints: int) -> int:
    parent = os.getpid()
    worker = os.fork()
    if worker == 0:
        orders.close()
        redirect(complaints)
        duty.serve(Connection(jobs), memory, parent, solver_for)
    os.close(jobs)
    os.close(complaints)
    return worker


def _waited_for(worker: int) -> int:
    _, status = os.waitpid(worker, 0)
    return os.waitstatus_to_exitcode(status)
