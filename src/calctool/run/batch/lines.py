"""The lines of a batch as they arrive, whole or packed, in bounded memory; what they say is not
looked at here."""

from __future__ import annotations

import os
import select
import stat
import zlib
from codecs import BOM_UTF8
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec import Struct

from calctool import budget
from calctool.notation.problem import Problem
from calctool.run.batch.shard import ALL, Shard
from calctool.words.faults.usage import FILE_REASONS

CAN_WAIT = hasattr(select, "poll")
"""Whether the system tells that a stream has something to read; else reading waits for it."""


class Line(Struct, frozen=True):
    """One line that is not blank; of one that is too long only the beginning is kept."""

    number: int
    data: bytes
    is_too_long: bool = False


class Feed(Protocol):
    """Where lines come from."""

    @property
    def ended(self) -> bool:
        """Whether no line will come any more."""

    def take(self) -> Line | None:
        """A line that is there by now; None when there is none yet, or none any more."""

    def fileno(self) -> int:
        """What becomes readable when more lines are there."""


class Given:
    """Lines that are all there."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self.ended = False

    def take(self) -> Line | None:
        line = next(self._lines, None)
        self.ended = line is None
        return line

    def fileno(self) -> int:
        raise ValueError


class Stream:
    """The lines of a file or a pipe that belong to a shard.

    `trouble` is why it ended early, if it did: the lines before are good all the same. `read`
    and `size` count the bytes of the file as it is stored, `lines` the lines found in what was
    read; a pipe has no size.
    """

    def __init__(
        self, descriptor: int, name: str, *, packed: bool = False, shard: Shard = ALL
    ) -> None:
        self._descriptor = descriptor
        self._name = name
        self._shard = shard
        self._passed = 0
        self._splitter = Splitter()
        self._unpacker = Unpacker() if packed else None
        self._queue: deque[Line] = deque()
        self._pieces: Iterator[bytes] = iter(())
        self._is_unpacking = False
        self._is_read = False
        self.trouble: Problem | None = None
        self.read = 0
        self.lines = 0
        found = os.fstat(descriptor)
        self.size = found.st_size if stat.S_ISREG(found.st_mode) else None

    @property
    def ended(self) -> bool:
        return self._is_read and not self._queue

    def fileno(self) -> int:
        return self._descriptor

    def take(self) -> Line | None:
        if not self._queue and not self._is_read and self._is_ready():
            self._fill()
        while not self._queue and self._is_unpacking:
            self._fill()
        return self._queue.popleft() if self._queue else None

    def next(self) -> Line | None:
        """The next line, waited for; None at the end."""
        while not self._queue and not self._is_read:
            self._fill()
        return self._queue.popleft() if self._queue else None

    def _is_ready(self) -> bool:
        if not CAN_WAIT:
            return True
        poll = select.poll()
        poll.register(self._descriptor, select.POLLIN)
        return bool(poll.poll(0))

    def _fill(self) -> None:
        """One piece more, or the end."""
        try:
            if self._is_unpacking:
                self._unpack_on()
            else:
                self._read_on()
        except OSError:
            reason = FILE_REASONS["other"]
            self._end(Problem("file.cannot-read", file=self._name, reason=reason))
        except (EOFError, zlib.error):
            self._end(Problem("file.damaged", file=self._name))

    def _unpack_on(self) -> None:
        piece = next(self._pieces, None)
        self._is_unpacking = piece is not None
        if piece is not None:
            self._add(self._splitter.feed(piece))

    def _read_on(self) -> None:
        chunk = os.read(self._descriptor, budget.CHUNK_BYTES)
        self.read += len(chunk)
        if self._unpacker is None:
            self._pieces = iter((chunk,))
        elif chunk:
            self._pieces = self._unpacker.feed(chunk)
        else:
            self._unpacker.end()
        self._is_unpacking = bool(chunk)
        if not chunk:
            self._end(None)

    def _end(self, trouble: Problem | None) -> None:
        self._is_read = True
        self.trouble = trouble
        if trouble is None:
            self._add(self._splitter.end())

    def _add(self, lines: Iterator[Line]) -> None:
        for line in lines:
            if self._shard.holds(self._passed):
                self._queue.append(line)
                self.lines += 1
            self._passed += 1


class Splitter:
    """Cuts bytes into lines; never holds more of a line than may be in one."""

    def __init__(self) -> None:
        self._begun = bytearray()
        self._number = 1

    def feed(self, data: bytes) -> Iterator[Line]:
        *whole, rest = data.split(b"\n")
        for part in whole:
            self._add(part)
            yield from self.end()
        self._add(rest)

    def end(self) -> Iterator[Line]:
        """The line that has been begun, unless it is blank."""
        data = bytes(self._begun)
        if self._number == 1:
            data = data.removeprefix(BOM_UTF8)
        if data.strip():
            is_too_long = len(data) > budget.LINE_BYTES
            yield Line(self._number, data[: budget.LINE_BYTES], is_too_long)
        self._begun.clear()
        self._number += 1

    def _add(self, part: bytes) -> None:
        room = budget.LINE_BYTES + len(BOM_UTF8) + 1 - len(self._begun)
        self._begun += part[: max(0, room)]


class Unpacker:
    """Gzip members one after the other, unpacked piece by piece."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(wbits=31)
        self._is_begun = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while True:
            piece = self._member.decompress(data, budget.CHUNK_BYTES)
            self._is_begun = True
            yield piece
            data = self._member.unconsumed_tail
            if self._member.eof:
                data = self._member.unused_data.lstrip(b"\0")
                self._member = zlib.decompressobj(wbits=31)
                self._is_begun = False
            if not data and (not self._is_begun or len(piece) < budget.CHUNK_BYTES):
                return

    def end(self) -> None:
        """Raises EOFError in the middle of a member."""
        if self._is_begun:
            raise EOFError


def opened(file: str, shard: Shard = ALL) -> Stream:
    """The lines of a file, packed if its name ends so; `-` is standard input."""
    if file == "-":
        return Stream(0, "-", shard=shard)
    try:
        descriptor = os.open(file, os.O_RDONLY)
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from None
    if stat.S_ISDIR(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _unreadable(file, IsADirectoryError())
    return Stream(descriptor, f"'{file}'", packed=file.endswith(".gz"), shard=shard)


def _unreadable(file: str, error: OSError | ValueError) -> Problem:
    kinds: dict[type[BaseException], str] = {
        FileNotFoundError: "missing",
        NotADirectoryError: "missing",
        IsADirectoryError: "folder",
        PermissionError: "denied",
        ValueError: "name",
    }
    kind = kinds.get(type(error), "other")
    return Problem("file.cannot-read", file=f"'{file}'", reason=FILE_REASONS[kind])
