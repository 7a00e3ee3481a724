"""One question, answered in a child process that may be slow, hungry or killed; the parent stays.

FLINT and GMP abort instead of raising, so only a parent can turn that into an answer. The child
is forked before anything heavy is imported; where there is no fork it is a new interpreter.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget, commands
from calctool.notation.problem import Problem
from calctool.run.child import LENGTH, STOPPED_BY_STATUS, Bounds, Fault, Solver, serve
from calctool.solve.answer import Completeness, State, Status, Told
from calctool.solve.question import Asked
from calctool.words.faults.stops import STOPS


class _Reply(Struct, frozen=True):
    """What the child sent before it ended, and why it ended early (an id), if it did."""

    data: bytes
    stopped: str | None


def answer(
    question: Asked,
    bounds: Bounds,
    *,
    solve: Solver | None = None,
    meanwhile: Callable[[], object] = lambda: None,
    afresh: bool = False,
) -> Told:
    """The final answer, or what was finished when a bound was met (status "stopped").

    `meanwhile` runs in the parent while the child works. `afresh` asks for a new interpreter even
    where there is fork: for a parent with threads, or with much memory. Raises Problem when the
    question turns out to be unanswerable, Fault when calctool is at fault.
    """
    start = time.monotonic()
    by_fork = hasattr(os, "fork") and not afresh
    reply = _fork(question, bounds, solve, meanwhile) if by_fork else spawn(question, bounds)
    finished = None
    for message in _messages(reply.data):
        if isinstance(message, Problem | Fault):
            raise message
        finished = message
    seconds = time.monotonic() - start
    if reply.stopped is not None:
        return stopped(question, finished, reply.stopped, bounds, seconds)
    if finished is None:
        raise Fault("the solver ended without an answer")
    return replace(finished, seconds=seconds)


def _fork(
    question: Asked, bounds: Bounds, solve: Solver | None, meanwhile: Callable[[], object]
) -> _Reply:
    end = time.monotonic() + bounds.timeout
    replies, out = os.pipe()
    complaints, errors = os.pipe()
    os.set_blocking(errors, False)
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        redirect(errors)
        serve(question, bounds, solve, out, parent)
    os.close(out)
    os.close(errors)
    early: str | None = "limit.crash"
    try:
        meanwhile()
        data, early = _read_until(replies, end)
    finally:
        if early is not None:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(replies)
        complaint = os.read(complaints, 1 << 16)
        os.close(complaints)
    return _Reply(data, early or reason_of(os.waitstatus_to_exitcode(status), complaint))


def redirect(errors: int) -> None:
    """The child has nothing to read or print; what libraries print as they die goes to us."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.dup2(errors, 2)


def _read_until(replies: int, end: float) -> tuple[bytes, str | None]:
    """All that the child sends until it ends; the reason if it had to be given up instead."""
    data = bytearray()
    while True:
        left = end - time.monotonic()
        if left <= 0 or not select.select([replies], [], [], left)[0]:
            return bytes(data), "limit.time"
        chunk = os.read(replies, 1 << 16)
        if not chunk:
            return bytes(data), None
        data += chunk
        if len(data) > budget.REPLY_BYTES:
            return bytes(data), "limit.size"


def reason_of(status: int, complaint: bytes) -> str | None:
    """Why a child that ended by itself ended: None when it was done, else an id of STOPS."""
    if status >= 0:
        return STOPPED_BY_STATUS.get(status, "limit.crash") if status else None
    died_of = -status
    if died_of == signal.SIGXCPU:
        return "limit.time"
    if died_of == signal.SIGKILL or b"alloc" in complaint.lower() or b"memory" in complaint:
        return "limit.memory"
    return "limit.crash"


def _messages(data: bytes) -> Iterator[Told | Problem | Fault]:
    """Whole messages only: the last one may have been cut off by a kill."""
    sys.setrecursionlimit(max(sys.getrecursionlimit(), budget.RECURSION))
    at = 0
    while at + LENGTH.size <= len(data):
        (length,) = LENGTH.unpack_from(data, at)
        at += LENGTH.size
        if at + length > len(data):
            return
        # These bytes come from our own child over a private pipe, so they may be unpickled.
        yield pickle.loads(data[at : at + length])  # noqa: S301
        at += length


def stopped(
    question: Asked, finished: Told | None, reason: str, bounds: Bounds, seconds: float
) -> Told:
    """What was finished of an answer that was ended early, and why it was ended."""
    said = STOPS[reason].filled(timeout=bounds.timeout, memory=bounds.memory)
    missing = finished.completeness.missing if finished else ()
    state = State.PARTIAL if finished else State.UNKNOWN
    base = finished or _answers_of(question).nothing_yet(question)
    return replace(
        base,
        status=Status.STOPPED,
        completeness=Completeness(state, said, missing),
        seconds=seconds,
        error=(reason, ""),
    )


def _answers_of(question: Asked) -> type[Told]:
    """The record of its command's answers."""
    record: type[Told] = commands.solver(question.command, "record").Answer
    return record


def spawn(question: Asked, bounds: Bounds) -> _Reply:
    """The same without fork: a new interpreter reads the question on its standard input."""
    import subprocess

    command = [sys.executable, "-P", "-m", "calctool.run"]
    found_here = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(  # noqa: S603 (our own interpreter, no shell)
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=found_here,
    ) as child:
        sent = pickle.dumps((question, bounds))
        try:
            data, complaint = child.communicate(sent, timeout=bounds.timeout)
            return _Reply(data, reason_of(child.returncode, complaint))
        except subprocess.TimeoutExpired:
            child.kill()
            return _Reply(child.communicate()[0], "limit.time")
        except BaseException:
            child.kill()
            raise
