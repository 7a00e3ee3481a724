"""The nursery as the process sees it that it works for."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

from calctool import budget
from calctool.run.nursery import FORK, ORDER, REPLY, WAIT

IS_THERE = hasattr(os, "fork") and hasattr(socket, "send_fds")

_START = "from calctool.run.nursery import main; main({}, {!r})"


class Nursery:
    """One nursery of a trade; OSError or EOFError from any method when it is gone."""

    def __init__(self, trade: str) -> None:
        self._orders, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 (our own interpreter, no shell)
                [sys.executable, "-P", "-c", _START.format(theirs.fileno(), trade)],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("CALCTOOL_DEBUG") else subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )

    def fork(self, number: int, jobs: int, errors: int) -> int:
        """A new process that gets both descriptors, the second for what libraries print."""
        socket.send_fds(self._orders, [ORDER.pack(FORK, number)], [jobs, errors])
        return self._reply()

    def wait(self, process: int) -> int:
        """The exit status of a process that has ended."""
        self._orders.sendall(ORDER.pack(WAIT, process))
        return self._reply()

    def _reply(self) -> int:
        reply = self._orders.recv(REPLY.size, socket.MSG_WAITALL)
        if len(reply) < REPLY.size:
            raise EOFError
        (value,) = REPLY.unpack(reply)
        return int(value)

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        """The nursery ends what it has forked when its socket closes, and itself."""
        self._orders.close()
        try:
            self._process.wait(budget.CLOSING_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """At once; by the kernel's order what it has forked dies with it."""
        self._orders.close()
        self._process.kill()
        self._process.wait()

    def leave(self) -> None:
        """What a forked copy of the process does with a nursery that is not its own."""
        self._orders.close()
        self._process.returncode = 0
