"""What a worker does: one problem after the other, each answer as the JSON line it will be.

A full memory, a rung timer or too deep a nesting ends the worker with a bare status, as in a
single run: there may be no room for more, and what was interrupted may be half done.
"""

from __future__ import annotations

import gc
import os
import pickle
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import NoReturn

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.notation.problem import Problem
from calctool.render import wire
from calctool.run import alarm
from calctool.run.alarm import OutOfTime
from calctool.run.batch.known import Known
from calctool.run.batch.request import Request
from calctool.run.child import STATUS_OF_STOP, Bounds, Solver, confine, solver_for
from calctool.run.worker import stopped
from calctool.solve import typed, unfinished
from calctool.solve.answer import Told
from calctool.solve.question import Asked


class Solve(Struct, frozen=True):
    """A problem to answer; `careful` sends every finished part ahead, however quick it was."""

    request: Request
    seconds: float
    careful: bool = False


class Close(Struct, frozen=True):
    """A problem that was ended early, to be written down with the part that was finished."""

    request: Request
    part: bytes | None
    reason: str
    bounds: Bounds


class Ready(Struct, frozen=True):
    """The worker can begin."""


class Part(Struct, frozen=True):
    """What is finished of an answer; nobody reads it unless the rest never comes."""

    pickled: bytes


class Done(Struct, frozen=True):
    """An answer as JSON on one line."""

    status: str
    json: bytes


Job = Solve | Close
Message = Ready | Part | Done


IDLE_SECONDS: float | None = None


def first_work() -> Iterator[Callable[[], object]]:
    """None that would be of use to a worker, who answers many problems."""
    return iter(())


def prepare(_memory: int) -> None:
    """Import what solving needs, before there are workers; a fault shows in its own problems."""
    for command in typed.ANSWERED:
        with suppress(Exception):
            solver_for(command)
    gc.freeze()
    gc.set_threshold(budget.COLLECTED_AFTER)


def work(jobs: int, memory: int, parent: int) -> NoReturn:
    """What a worker does that a nursery has forked."""
    serve(Connection(jobs), memory, parent, solver_for)


def serve(
    connection: Connection, memory: int, parent: int | None, find: Callable[[str], Solver]
) -> NoReturn:
    """Do jobs until nobody sends any more."""
    status = 1
    try:
        confine(memory, None, parent)
        worker = _Worker(connection, find)
        connection.send(Ready())
        while True:
            worker.work(connection.recv())
    except EOFError:
        status = 0
    except OutOfTime:
        status = STATUS_OF_STOP["limit.time"]
    except MemoryError:
        status = STATUS_OF_STOP["limit.memory"]
    except RecursionError:
        status = STATUS_OF_STOP["limit.depth"]
    finally:
        os._exit(status)


class _Worker:
    def __init__(self, connection: Connection, find: Callable[[str], Solver]) -> None:
        self._connection = connection
        self._find = find
        self._known = Known()

    def work(self, job: Job) -> None:
        """Answer one job; what ends a worker rises."""
        asked = job.request
        try:
            answer = self._solved(job) if isinstance(job, Solve) else _closed(job)
        except (MemoryError, RecursionError):
            raise
        except Problem as problem:
            answer = _failed(problem, asked)
        except Exception:
            answer = _failed(Problem("internal.fault", hint="report"), asked)
        self._send(answer)

    def _solved(self, job: Solve) -> Done:
        """The timer covers reading, solving and writing; what is sent is sent whole."""
        with alarm.at_most(budget.SOFT_SHARE * job.seconds):
            began = time.monotonic()
            asked = job.request
            question = typed.question(asked.command, asked.typed)
            answer = self._known.get(question) or self._worked_out(question, job)
            answer = replace(answer, seconds=time.monotonic() - began)
            done = _written(answer, asked)
            self._known.keep(answer, len(done.json))
            return done

    def _worked_out(self, question: Asked, job: Solve) -> Told:
        sent = time.monotonic()
        unfinished.forget()
        unsent: Told | None = None
        last: Told | None = None
        try:
            for last in self._find(question.command)(question):
                unsent = last
                if job.careful or time.monotonic() - sent > budget.PART_SECONDS:
                    self._send_part(last)
                    sent, unsent = time.monotonic(), None
        except (OutOfTime, RecursionError):
            unsent = unfinished.known_so_far(question) or unsent
            if unsent is not None:
                self._send_part(unsent)
            raise
        if last is None:
            raise ValueError("the solver ended without an answer")
        return last

    def _send_part(self, answer: Told) -> None:
        pickled = pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)
        if len(pickled) <= budget.REPLY_BYTES:
            self._send(Part(pickled))

    def _send(self, message: Message) -> None:
        with alarm.held_back():
            self._connection.send(message)


def _closed(job: Close) -> Done:
    """What was finished, and why there is no more."""
    asked = job.request
    # These bytes come from another worker of the same run, so they may be unpickled.
    part = pickle.loads(job.part) if job.part is not None else None  # noqa: S301
    question = part.question if part is not None else typed.question(asked.command, asked.typed)
    return _written(stopped(question, part, job.reason, job.bounds, job.bounds.timeout), asked)


def _written(answer: Told, asked: Request) -> Done:
    wired = wire.wired(answer, asked.language, steps=asked.steps)
    line = wire.line(wired)
    if len(line) > budget.REPLY_BYTES:
        raise Problem("limit.size", hint="print-less")
    return Done(wired.status, line)


def _failed(problem: Problem, asked: Request) -> Done:
    return Done("error", wire.line(wire.failure(problem, asked.command, asked.language)))
