"""Standard streams as they really are: closed, full, broken, or in an old encoding."""

import os
import select
import sys
from codecs import BOM_UTF8
from contextlib import suppress

from calctool import budget
from calctool.notation.node import Span
from calctool.notation.problem import Problem
from calctool.words.faults.usage import FILE_REASONS
from calctool.words.printable import printable

OUT, ERR = 1, 2


def open_closed_ones() -> None:
    """Give streams 0, 1 and 2 something to be, else the next file opened takes their number."""
    for stream in (0, OUT, ERR):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def encoding(stream: int) -> str:
    """What the stream's readers expect; Python has worked it out from locale and environment."""
    file = {OUT: sys.stdout, ERR: sys.stderr}[stream]
    return getattr(file, "encoding", None) or "utf-8"


def can_show(text: str, stream: int) -> bool:
    try:
        text.encode(encoding(stream))
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write(text: str, stream: int) -> None:
    """All of the text; raises BrokenPipeError when nobody reads, Problem when there is no room."""
    try:
        data = text.encode(encoding(stream), "backslashreplace")
    except LookupError:
        data = text.encode("ascii", "backslashreplace")
    try:
        write_all(stream, data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise cannot_write("-", error) from error


def write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        try:
            view = view[os.write(descriptor, view) :]
        except BlockingIOError:
            select.select([], [descriptor], [])


def complain(text: str) -> None:
    """To standard error; there is nobody to tell when that fails."""
    with suppress(OSError, Problem):
        write(text, ERR)


def cannot_write(file: str, error: OSError) -> Problem:
    import errno

    kind = {
        errno.EISDIR: "folder",
        errno.ENOENT: "no-folder",
        errno.ENOTDIR: "no-folder",
        errno.EACCES: "denied",
        errno.EPERM: "denied",
        errno.EROFS: "denied",
        errno.ENOSPC: "full",
        errno.EDQUOT: "full",
        errno.ENAMETOOLONG: "long",
    }.get(error.errno or 0, "other")
    return Problem("file.cannot-write", file=file, reason=FILE_REASONS[kind])


def read_expression(most: int = budget.STDIN_BYTES) -> str:
    """One expression from standard input; raises Problem when it is too long or not UTF-8."""
    data = b""
    try:
        while len(data) <= most and (more := os.read(0, budget.STDIN_BYTES)):
            data += more
    except OSError:
        raise Problem("file.cannot-read", file="-", reason=FILE_REASONS["other"]) from None
    if len(data) > most:
        raise Problem("input.too-long", most=most)
    return utf8(data.removeprefix(BOM_UTF8)).rstrip("\r\n")


def text_of(file: str, most: int) -> str:
    """A short text from a file, `-` being standard input; raises Problem when it cannot be had."""
    if file == "-":
        return read_expression(most)
    try:
        with open(file, "rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        reason = "no-file" if isinstance(error, FileNotFoundError) else "other"
        said = FILE_REASONS.get(reason, FILE_REASONS["other"])
        raise Problem("file.cannot-read", file=f"'{printable(file)}'", reason=said) from None
    if len(data) > most:
        raise Problem("input.too-long", most=most)
    return utf8(data.removeprefix(BOM_UTF8))


def utf8(data: bytes) -> str:
    """Bytes that were typed, as text; raises Problem at the first byte that is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as bad:
        start = len(data[: bad.start].decode("utf-8"))
        raise Problem(
            "input.not-utf8", Span(start, start + 1), hint="type-utf8",
            source=data.decode("utf-8", "replace"), byte=f"0x{data[bad.start]:02x}",
            place=bad.start + 1,
        ) from None  # fmt: skip
