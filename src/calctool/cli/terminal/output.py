"""Where an answer goes: standard output, or a file that is written whole or not at all."""

import os
import stat
from contextlib import suppress

from calctool.cli.terminal import streams
from calctool.notation.problem import Problem
from calctool.run import address
from calctool.words.faults.usage import FILE_REASONS
from calctool.words.printable import printable

_STREAMS = {"/dev/stdout": streams.OUT, "/dev/stderr": streams.ERR}


def check(file: str, *, may_be_remote: bool = False) -> None:
    """Refuse what can be seen to be no place for an answer before anything is computed."""
    folder, name = os.path.split(file)
    if not name or name in (".", "..") or printable(file) != file:
        raise _refused(file, "folder" if folder and os.path.isdir(file) else "name")
    if may_be_remote and address.store(file):
        return
    if file in _STREAMS or is_device(file):
        return
    if os.path.islink(file):
        raise _refused(file, "link")
    if os.path.isdir(file):
        raise _refused(file, "folder")
    if folder and not os.path.isdir(folder):
        raise _refused(file, "no-folder")


def is_device(file: str) -> bool:
    try:
        mode = os.stat(file).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def deliver(text: str, file: str | None) -> None:
    """The whole answer to standard output or to the file; raises Problem when it cannot be."""
    if file is None:
        streams.write(text, streams.OUT)
    elif file in _STREAMS:
        streams.write(text, _STREAMS[file])
    else:
        deliver_bytes(text.encode("utf-8", "backslashreplace"), file)


def deliver_bytes(data: bytes, file: str) -> None:
    """All of it to the file or nothing; raises Problem when it cannot be."""
    check(file)
    try:
        _write(data, file)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise streams.cannot_write(printable(file), error) from error


def _write(data: bytes, file: str) -> None:
    if is_device(file):
        descriptor = os.open(file, os.O_WRONLY)
        try:
            streams.write_all(descriptor, data)
        finally:
            os.close(descriptor)
    else:
        _replace(data, file)


def _replace(data: bytes, file: str) -> None:
    """Write a temporary file beside the target and put it in its place in one move."""
    beside = os.path.join(os.path.dirname(file), f".calctool-{os.getpid()}-{os.urandom(4).hex()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        try:
            with suppress(FileNotFoundError):
                os.chmod(beside, stat.S_IMODE(os.stat(file).st_mode))
            streams.write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.replace(beside, file)
    except BaseException:
        os.unlink(beside)
        raise


def _refused(file: str, reason: str) -> Problem:
    return Problem(
        "file.cannot-write", hint="another-name", file=f"'{file}'", reason=FILE_REASONS[reason]
    )
