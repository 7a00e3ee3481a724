"""A session whose lines come from a file or a pipe: it goes on after an error."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterator

from calctool import budget
from calctool.cli.exit_code import Exit
from calctool.cli.reporting import report
from calctool.cli.session.session import Leave, Session
from calctool.cli.terminal import streams
from calctool.notation.problem import Problem
from calctool.words.doors.handout import LINE
from calctool.words.faults.usage import FILE_REASONS

_FATAL = (Exit.CLOSED, Exit.INTERRUPTED, Exit.TERMINATED)


def run(session: Session, language: str) -> Exit:
    """The exit code of the first line that was not answered completely."""
    worst = Exit.ANSWERED
    for number, line in enumerate(_lines(), start=1):
        try:
            code = session.run(streams.utf8(line))
        except Leave:
            break
        except BaseException as failure:
            if isinstance(failure, Problem):
                failure.facts.setdefault("part", LINE.filled(line=number))
            code = report(failure, ["--lang", language])
        if code in _FATAL:
            return code
        worst = worst or code
    return worst


def _lines() -> Iterator[bytes]:
    """Line by line, as they come; raises Problem for one that is too long."""
    data, ended = b"", False
    first = True
    while not ended:
        try:
            more = os.read(0, budget.CHUNK_BYTES)
        except OSError:
            raise Problem("file.cannot-read", file="-", reason=FILE_REASONS["other"]) from None
        data, ended = data + more, not more
        if first and data:
            data, first = data.removeprefix(BOM_UTF8), False
        *whole, data = data.split(b"\n")
        yield from whole
        if len(data) > budget.LINE_BYTES:
            raise Problem("input.too-long", most=budget.LINE_BYTES)
    if data:
        yield data
