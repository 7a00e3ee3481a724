"""One question, answered in a child process that may be slow, hungry or killed; the parent stays.

FLINT and GMP abort instead of raising, so only a parent can turn that into an answer. The child
is forked before anything heavy is imported; where there is no fork it is a new interpreter.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import time
from collections.abc import Callable

from msgspec.structs import replace

from calctool import commands
from calctool.notation.problem import Problem
from calctool.run.child import Bounds, Fault, Solver, redirect, serve
from calctool.run.reply import Reply, messages, read_until, reason_of
from calctool.solve.answer import Completeness, State, Status, Told
from calctool.solve.question import Asked
from calctool.words.faults.stops import STOPS


def answer(
    question: Asked,
    bounds: Bounds,
    *,
    solve: Solver | None = None,
    meanwhile: Callable[[], object] = lambda: None,
    stays: bool = False,
    wanted: Callable[[], bool] = lambda: True,
    heard: Callable[[bytes | bytearray], object] = lambda _: None,
) -> Told:
    """The final answer, or what was finished when a bound was met (status "stopped").

    `meanwhile` runs in the parent while the child works; `heard` is called several times a second
    with what it has sent. `stays` is for a parent that goes
    on asking, has threads, or much memory: no fork of it answers, but one of a process that stays,
    as long as the answer is `wanted`.
    Raises Problem when the question turns out to be unanswerable, Fault when calctool is at fault.
    """
    start = time.monotonic()
    if stays:
        reply = _of_one_that_stays(question, bounds, wanted, heard)
    elif hasattr(os, "fork"):
        reply = _fork(question, bounds, solve, meanwhile, heard)
    else:
        reply = spawn(question, bounds)
    finished = None
    for message in messages(reply.data):
        if isinstance(message, Problem | Fault):
            raise message
        finished = message
    seconds = time.monotonic() - start
    if reply.stopped is not None:
        return stopped(question, finished, reply.stopped, bounds, seconds)
    if finished is None:
        raise Fault("the solver ended without an answer")
    return replace(finished, seconds=seconds)


def _of_one_that_stays(
    question: Asked,
    bounds: Bounds,
    wanted: Callable[[], bool],
    heard: Callable[[bytes | bytearray], object],
) -> Reply:
    from calctool.run import forks, staying

    if not forks.IS_THERE:
        return spawn(question, bounds)
    return staying.ask(question, bounds, wanted, heard)


def _fork(
    question: Asked,
    bounds: Bounds,
    solve: Solver | None,
    meanwhile: Callable[[], object],
    heard: Callable[[bytes | bytearray], object],
) -> Reply:
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
        data, early = read_until(replies, end, heard)
    finally:
        if early is not None:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(replies)
        complaint = os.read(complaints, 1 << 16)
        os.close(complaints)
    return Reply(data, early or reason_of(os.waitstatus_to_exitcode(status), complaint))


def stopped(
    question: Asked, finished: Told | None, reason: str, bounds: Bounds, seconds: float
) -> Told:
    """What was finished of an answer that was ended early, and why it was ended."""
    said = STOPS[reason].filled(timeout=bounds.timeout, memory=bounds.memory)
    state = State.PARTIAL if finished else State.UNKNOWN
    base = finished or _answers_of(question).nothing_yet(question)
    missing = base.completeness.missing
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


def spawn(question: Asked, bounds: Bounds) -> Reply:
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
            return Reply(data, reason_of(child.returncode, complaint))
        except subprocess.TimeoutExpired:
            child.kill()
            return Reply(child.communicate()[0], "limit.time")
        except BaseException:
            child.kill()
            raise
