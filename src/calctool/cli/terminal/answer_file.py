"""Where the answers of a batch go: a stream, or a file that grows and can be gone on with."""

from __future__ import annotations

import errno
import os
from contextlib import suppress

from calctool.cli.terminal import output, streams
from calctool.notation.problem import Problem
from calctool.run import address
from calctool.run.batch import Settings
from calctool.run.batch.lines import Stream
from calctool.run.batch.output import Output
from calctool.run.batch.resume import kept, passed_over
from calctool.run.batch.tally import Tally
from calctool.words.printable import printable


def is_stdout(file: str | None) -> bool:
    return file in (None, "-", "/dev/stdout")


def said(file: str | None) -> str:
    """A file's name in a sentence."""
    return "-" if file is None else f"'{printable(address.shown(file))}'"


def opened(
    file: str | None, stream: Stream, tally: Tally, settings: Settings, *, resume: bool
) -> Output:
    """Ready for the next answer; with `resume`, lines that are answered are passed over."""
    if file is not None and address.store(file):
        return _remote(file, stream, tally, settings, resume=resume)
    is_stream = file is None or is_stdout(file) or output.is_device(file)
    if resume and is_stream:
        raise Problem("usage.resume-needs-file")
    if file is None or is_stdout(file):
        return Output(streams.OUT)
    try:
        if is_stream:
            return Output(os.open(file, os.O_WRONLY))
        return _file(file, stream, tally, settings, resume=resume)
    except OSError as error:
        raise streams.cannot_write(said(file), error) from error


def _file(file: str, stream: Stream, tally: Tally, settings: Settings, *, resume: bool) -> Output:
    no_link = getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND | no_link, 0o666)
    try:
        _lock(descriptor, file)
        end = 0
        if resume:
            answers = kept(descriptor, said(file), packed=_is_packed(file))
            end = passed_over(stream, answers, said(file), settings, tally.count)
            tally.go_on()
            os.ftruncate(descriptor, end)
        elif os.fstat(descriptor).st_size:
            raise Problem("file.has-answers", hint="resume-or-remove", file=said(file))
    except BaseException:
        os.close(descriptor)
        raise
    return Output(descriptor, packed=_is_packed(file), position=end)


def _remote(file: str, stream: Stream, tally: Tally, settings: Settings, *, resume: bool) -> Output:
    """What a store has of them is brought here, so that it can be gone on with."""
    from calctool.run.batch.remote import Remote, RemoteOutput, spool

    remote = Remote(file)
    remote.check_place()
    is_there = remote.has_content()
    if is_there and not resume:
        raise Problem("file.has-answers", hint="resume-or-remove", file=remote.name)
    answers, end = spool(), 0
    try:
        if is_there:
            remote.fetch(answers)
            answers.seek(0)
            found = kept(answers.fileno(), remote.name, packed=remote.is_packed)
            end = passed_over(stream, found, remote.name, settings, tally.count)
            tally.go_on()
            answers.truncate(end)
            answers.seek(end)
        return RemoteOutput(remote, answers, end)
    except BaseException:
        answers.close()
        raise


def _is_packed(file: str) -> bool:
    return file.endswith(".gz")


def _lock(descriptor: int, file: str) -> None:
    """Two runs that write one file would spoil it; some file systems know no locks."""
    with suppress(ImportError):
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                raise Problem("file.in-use", file=said(file)) from None
