"""The exit code of every run, from one place; INTERFACE lists what each promises."""

from enum import IntEnum

from calctool.notation.problem import Problem
from calctool.run.child import Answer
from calctool.solve.answer import Status
from calctool.words.faults.stops import STOPS


class Terminated(BaseException):
    """The system asked the process to end."""


class Exit(IntEnum):
    ANSWERED = 0
    FAULT = 1
    USAGE = 2
    INCOMPLETE = 3
    STOPPED = 4
    FILE = 5
    INTERRUPTED = 130
    CLOSED = 141
    TERMINATED = 143


_BY_STATUS = {
    Status.COMPLETE: Exit.ANSWERED,
    Status.PARTIAL: Exit.INCOMPLETE,
    Status.STOPPED: Exit.STOPPED,
    Status.ERROR: Exit.FAULT,
}


def of_answer(answer: Answer) -> Exit:
    return _BY_STATUS[answer.status]


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
