"""The exit code of every run, from one place; INTERFACE lists what each promises."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from calctool.notation.problem import Problem
from calctool.words.faults.stops import STOPS

if TYPE_CHECKING:
    from calctool.solve.answer import Told


class Terminated(BaseException):
    """The system asked the process to end."""


class Exit(IntEnum):
    ANSWERED = 0
    FAULT = 1
    USAGE = 2
    INCOMPLETE = 3
    STOPPED = 4
    FILE = 5
    NOT_ACCEPTED = 6
    INTERRUPTED = 130
    CLOSED = 141
    TERMINATED = 143


_BY_STATUS = {
    "complete": Exit.ANSWERED,
    "partial": Exit.INCOMPLETE,
    "stopped": Exit.STOPPED,
    "error": Exit.FAULT,
}


def of_answer(answer: Told) -> Exit:
    if answer.status.value == "complete" and not getattr(answer, "accepted", True):
        return Exit.NOT_ACCEPTED
    return _BY_STATUS[answer.status.value]


def of_failure(failure: BaseException) -> Exit:
    """What is not listed here is a fault of calctool itself."""
    match failure:
        case Problem(id=id):
            if id in STOPS:
                return Exit.STOPPED
            return Exit.FILE if id.startswith(("file.", "cluster.")) else Exit.USAGE
        case KeyboardInterrupt():
            return Exit.INTERRUPTED
        case Terminated():
            return Exit.TERMINATED
        case BrokenPipeError():
            return Exit.CLOSED
        case MemoryError():
            return Exit.STOPPED
    return Exit.FAULT
