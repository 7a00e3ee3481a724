"""What the child process does: bind itself, solve, send every part that is finished."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import struct
import sys
import traceback
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from msgspec import Struct

from calctool import budget, commands
from calctool.notation.problem import Problem
from calctool.run import alarm
from calctool.run.alarm import OutOfTime
from calctool.solve import unfinished
from calctool.solve.question import Asked

if TYPE_CHECKING:
    from calctool.solve.answer import Told

Solver: TypeAlias = "Callable[[Any], Iterator[Told]]"
"""Gives answers that are more and more complete; the last one is final."""

LENGTH = struct.Struct("<Q")
STOPPED_BY_STATUS = {71: "limit.time", 72: "limit.memory", 73: "limit.depth"}
_BROKEN = 70
STATUS_OF_STOP = {reason: status for status, reason in STOPPED_BY_STATUS.items()}


class Bounds(Struct, frozen=True):
    """Seconds of wall time and megabytes of address space for one question."""

    timeout: float = budget.TIMEOUT_S
    memory: int = budget.MEMORY_MB


class Fault(Exception):  # noqa: N818 (the name users meet)
    """A mistake of calctool itself; `trace` is for its authors, never for its users."""

    def __init__(self, trace: str) -> None:
        super().__init__(trace)
        self.trace = trace


def solver_for(command: str) -> Solver:
    """The solver of a subcommand; its imports are heavy, so they happen in the child."""
    found: Solver = commands.solver(command, "answering").answer
    return found


def serve(
    question: Asked,
    bounds: Bounds,
    solve: Solver | None,
    out: int,
    parent: int | None = None,
) -> NoReturn:
    """Answer one question; the parts go to the file descriptor `out`, how it ended is the status.

    A full memory or a rung timer leaves by a bare status: there may be no room for more.
    """
    status = _BROKEN
    try:
        confine(bounds.memory, bounds.timeout, parent)
        alarm.ring_after(budget.SOFT_SHARE * bounds.timeout)
        gc.disable()
        solve = solve or solver_for(question.command)
        gc.freeze()
        gc.set_threshold(budget.COLLECTED_AFTER)
        gc.enable()
        for answer in solve(question):
            _send(out, answer)
        status = 0
    except OutOfTime:
        status = STATUS_OF_STOP["limit.time"]
        if (found := unfinished.known_so_far(question)) is not None:
            _send(out, found)
    except MemoryError:
        status = STATUS_OF_STOP["limit.memory"]
    except RecursionError:
        status = STATUS_OF_STOP["limit.depth"]
    except Problem as problem:
        _send(out, problem)
        status = 0
    except BaseException:
        _send(out, Fault(traceback.format_exc()))
        status = 0
    finally:
        os._exit(status)


def _send(out: int, message: Told | Problem | Fault) -> None:
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    view = memoryview(LENGTH.pack(len(data)) + data)
    with alarm.held_back():
        while view:
            view = view[os.write(out, view) :]


def redirect(errors: int) -> None:
    """The child has nothing to read or print; what libraries print as they die goes to us."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.dup2(errors, 2)


def preload() -> None:
    """What each child would import for `confine`, for a process that forks many."""
    import ctypes
    import resource  # noqa: F401

    ctypes.CDLL(None)


def confine(memory: int, seconds: float | None, parent: int | None) -> None:
    """Limits that only the kernel can lift: C code does not look at a Python signal handler."""
    sys.setrecursionlimit(budget.RECURSION)
    if not alarm.IS_THERE:
        return
    import resource

    _die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    bounds = [
        (resource.RLIMIT_AS, memory << 20),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, budget.FILE_BYTES),
    ]
    if seconds is not None:
        bounds.append((resource.RLIMIT_CPU, int(seconds) + 1))
    for kind, most in bounds:
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, hard))


def _die_with(parent: int | None) -> None:
    """Where the parent is known: it may have died before this was asked for."""
    if sys.platform != "linux":
        return
    import ctypes

    set_death_signal = 1
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)
    if parent is not None and os.getppid() != parent:
        os._exit(0)
