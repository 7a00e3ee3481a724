"""What a file of answers holds already, and whether those are the answers to these lines."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

import msgspec
from msgspec import Struct

from calctool import budget
from calctool.notation.problem import Problem
from calctool.run.batch.lines import Stream
from calctool.run.batch.pool import Settings
from calctool.run.batch.request import Asked, asked

_BEGINNING = b'{"id":'
_NOTHING_WRITTEN = b"\0"
"""What a file system may leave behind a cut of the power, where the length came before the text."""
_GZIP = zlib.MAX_WBITS | 16
_MAGIC = b"\x1f\x8b"


class Kept(Struct, frozen=True):
    """An answer that the file holds, and where the next one would begin."""

    id: str
    command: str | None
    status: str
    source: str | None
    end: int


class _Question(msgspec.Struct):
    source: str


class _Answer(msgspec.Struct):
    id: msgspec.Raw
    schema_version: int
    command: str | None
    status: str
    question: _Question | None


def passed_over(
    stream: Stream, answers: Iterator[Kept], name: str, settings: Settings,
    count: Callable[[str], object],
) -> int:  # fmt: skip
    """Take the lines that are answered off the stream; where the next answer begins.

    `count` is told the status of each. Raises Problem at an answer to another line.
    """
    end = 0
    for number, answer in enumerate(answers, 1):
        line = stream.next()
        found = line and asked(
            line, settings.language, steps=settings.steps, timeout=settings.bounds.timeout
        )
        if not found or not _belongs(answer, found):
            raise Problem("file.other-answers", hint="same-problems", file=name, line=number)
        count(answer.status)
        end = answer.end
    return end


def _belongs(answer: Kept, found: Asked) -> bool:
    same_source = answer.source is None or answer.source == found.source
    return answer.id == found.id and answer.command == found.command and same_source


def kept(descriptor: int, name: str, *, packed: bool) -> Iterator[Kept]:
    """The answers of a file, up to the first that is torn; raises Problem for another file.

    A file is another one when what cannot be read is no beginning of an answer either.
    """
    decoder = msgspec.json.Decoder(_Answer)
    lines = _packed_lines(descriptor) if packed else _lines(descriptor)
    for number, (line, end) in enumerate(lines, 1):
        try:
            found = decoder.decode(line)
        except (ValueError, RecursionError):
            found = None
        if found is None or not line.endswith(b"\n"):
            if _may_be_torn(line, _BEGINNING):
                return
            raise Problem("file.not-answers", hint="another-name", file=name, line=number)
        source = found.question.source if found.question is not None else None
        id = bytes(found.id).decode("ascii", "replace")
        yield Kept(id, found.command, found.status, source, end)


def _may_be_torn(data: bytes, beginning: bytes) -> bool:
    written = data.rstrip(_NOTHING_WRITTEN)
    return written.startswith(beginning[: len(written)])


def _lines(descriptor: int) -> Iterator[tuple[bytes, int]]:
    """Every line and where it ends."""
    end = 0
    with open(descriptor, "rb", closefd=False) as file:
        for line in file:
            end += len(line)
            yield line, end


def _packed_lines(descriptor: int) -> Iterator[tuple[bytes, int]]:
    """Every line of the members that are whole, and where its member ends."""
    member, text, head, data = zlib.decompressobj(wbits=_GZIP), bytearray(), b"", b""
    with open(descriptor, "rb", closefd=False) as file:
        while data := data or file.read(budget.CHUNK_BYTES):
            head = head or data[: len(_MAGIC)]
            try:
                text += member.decompress(data)
            except zlib.error:
                if not _may_be_torn(head, _MAGIC):
                    yield head, 0
                return
            data = member.unused_data
            if member.eof:
                end = file.tell() - len(data)
                for line in text.splitlines(keepends=True):
                    yield bytes(line), end
                member, text, head = zlib.decompressobj(wbits=_GZIP), bytearray(), b""
