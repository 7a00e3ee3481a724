"""A dask cluster as seen by the run: where chunks go and replies come from."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import time
import warnings
from collections import deque
from collections.abc import Iterator
from concurrent import futures
from contextlib import contextmanager, suppress
from typing import Any

from calctool import budget
from calctool.notation.problem import Problem
from calctool.run.cluster import on_worker
from calctool.run.cluster.chunk import Chunk, Failed, Killed, Reply


def connected(address: str) -> DaskCluster:
    """The cluster of the scheduler at that address; raises Problem."""
    try:
        with _quietly():
            import distributed
    except ImportError:
        raise Problem("usage.no-cluster", hint="install-cluster") from None
    _hush()
    try:
        with _quietly():
            client = distributed.Client(  # type: ignore[no-untyped-call]
                address, timeout=budget.CONNECT_SECONDS, set_as_default=False, name="calctool"
            )
    except ValueError:
        raise Problem("cluster.address", hint="an-address", address=address[:60]) from None
    except (OSError, ImportError, TimeoutError):
        raise Problem("cluster.no-scheduler", hint="start-one", address=address[:60]) from None
    return DaskCluster(client, address)


@contextmanager
def _quietly() -> Iterator[None]:
    """dask warns on standard error, which is ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _hush() -> None:
    """dask gives several of its loggers a handler of their own."""
    if not os.environ.get("CALCTOOL_DEBUG"):
        known = [*logging.root.manager.loggerDict, "distributed", "tornado", "asyncio"]
        for name in known:
            if name.partition(".")[0] not in ("distributed", "tornado", "asyncio"):
                continue
            logger = logging.getLogger(name)
            logger.handlers = [logging.NullHandler()]
            logger.propagate = False


class DaskCluster:
    """Replies are fetched in dask's own thread, so that the run never waits for one of them."""

    def __init__(self, client: Any, address: str) -> None:
        self._client = client
        self._address = address[:60]
        self._arrived: deque[tuple[int, Reply]] = deque()
        self._lost = False
        self._threads = 0
        self._last_seen = time.monotonic()
        self._listener, self._ringer = socket.socketpair()
        for end in (self._listener, self._ringer):
            end.setblocking(False)
        client.loop.add_callback(self._watch)

    @property
    def threads(self) -> int:
        if self._lost:
            raise Problem("cluster.lost", hint="resume-later", address=self._address)
        if self._threads:
            self._last_seen = time.monotonic()
        elif time.monotonic() - self._last_seen > budget.CLUSTER_SECONDS:
            raise Problem(
                "cluster.no-workers", hint="start-a-worker", address=self._address,
                seconds=budget.CLUSTER_SECONDS,
            )  # fmt: skip
        return self._threads

    def submit(self, number: int, chunk: Chunk) -> None:
        future = self._client.submit(
            on_worker.answered, chunk, key=f"calctool-{self._client.id}-{number}", pure=False
        )
        self._client.loop.add_callback(self._fetch, number, future)

    def arrived(self) -> list[tuple[int, Reply]]:
        with suppress(BlockingIOError):
            self._listener.recv(1 << 12)
        found = []
        while self._arrived:
            found.append(self._arrived.popleft())
        return found

    def fileno(self) -> int:
        return self._listener.fileno()

    def close(self) -> None:
        """dask forgets the tasks of a client that leaves, and their workers see it."""
        with suppress(Exception), _quietly():
            self._client.close(timeout=budget.CLOSING_SECONDS)
        self._listener.close()
        self._ringer.close()

    # --- in dask's thread -----------------------------------------------------------------------

    async def _watch(self) -> None:
        """Count the threads of all workers from time to time, until the scheduler is gone."""
        while self._client.status == "running":
            with suppress(Exception):
                found = await self._client.nthreads()
                if sum(found.values()) != self._threads:
                    self._threads = sum(found.values())
                    self._ring()
            await asyncio.sleep(budget.CLUSTER_POLL_SECONDS)
        self._lost = True
        self._ring()

    async def _fetch(self, number: int, future: Any) -> None:
        from distributed import KilledWorker

        try:
            reply: Reply = await future
        except KilledWorker:
            reply = Killed()
        except (futures.CancelledError, asyncio.CancelledError):
            self._lost = True
            self._ring()
            return
        except Exception:
            reply = Failed(Problem("cluster.worker", hint="install-everywhere"))
        finally:
            future.release()
        self._arrived.append((number, reply))
        self._ring()

    def _ring(self) -> None:
        """Enough are rung already when there is no room."""
        with suppress(OSError):
            self._ringer.send(b"\0")
