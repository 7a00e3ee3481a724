"""The file or stream of answers: it only ever grows, and by whole lines."""

from __future__ import annotations

import os
import select
import time
import zlib
from contextlib import suppress

from calctool import budget

_GZIP = zlib.MAX_WBITS | 16


class Output:
    """Answers to a descriptor; packed ones in members of their own, which a kill leaves whole.

    With a `position`, where it stands, the descriptor is a file of our own: what cannot be
    written whole is taken back, and the file is closed at the end.
    """

    def __init__(
        self, descriptor: int, *, packed: bool = False, position: int | None = None
    ) -> None:
        self._descriptor = descriptor
        self._packed = packed
        self._position = position
        self._member = bytearray()
        self._member_began = time.monotonic()

    def write(self, line: bytes) -> None:
        """One answer; raises OSError, and then leaves nothing torn in a file."""
        if not self._packed:
            self._append(line + b"\n")
            return
        if not self._member:
            self._member_began = time.monotonic()
        self._member += line + b"\n"
        self.tick()

    def tick(self) -> None:
        """Write what has been kept long enough."""
        waited = time.monotonic() - self._member_began
        if len(self._member) >= budget.MEMBER_BYTES or waited >= budget.MEMBER_SECONDS:
            self.flush()

    def flush(self) -> None:
        if self._member:
            packer = zlib.compressobj(wbits=_GZIP)
            member = packer.compress(self._member) + packer.flush()
            self._member.clear()
            self._append(member)

    def finish(self) -> None:
        """Every answer has been written."""
        self.flush()

    def close(self) -> None:
        """Everything on the disk, as far as there is one."""
        try:
            self.flush()
            if self._position is not None:
                os.fsync(self._descriptor)
        finally:
            if self._position is not None:
                os.close(self._descriptor)

    def _append(self, data: bytes) -> None:
        try:
            write_all(self._descriptor, data)
        except BaseException:
            if self._position is not None:
                with suppress(OSError):
                    os.ftruncate(self._descriptor, self._position)
            raise
        if self._position is not None:
            self._position += len(data)


def write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        try:
            view = view[os.write(descriptor, view) :]
        except BlockingIOError:
            select.select([], [descriptor], [])
