"""One question to each process: the trade of the nursery that stays for many of them."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator
from functools import partial
from typing import NoReturn

from calctool import budget
from calctool.commands import ANSWERED, QUESTIONS
from calctool.commands import command as record_of
from calctool.run.child import LENGTH, serve, solver_for
from calctool.solve.typed import Typed, question

IDLE_SECONDS: float | None = budget.IDLE_SECONDS


def first_work() -> Iterator[Callable[[], object]]:
    """A first answer of each: with it a solver reads its rules and fills what it remembers."""
    return (partial(_answered, command) for command in QUESTIONS)


def _answered(command: str) -> None:
    for _ in solver_for(command)(question(command, Typed(**record_of(command).sample))):
        pass


def prepare(number: int) -> None:
    solver_for(ANSWERED[number])


def work(jobs: int, _number: int, parent: int) -> NoReturn:
    """Answer the question that comes over `jobs`, and leave."""
    try:
        (length,) = LENGTH.unpack(_received(jobs, LENGTH.size))
        # These bytes come from the process that started us, over a socket that nobody else has.
        asked, bounds = pickle.loads(_received(jobs, length))  # noqa: S301
    except EOFError:
        os._exit(0)
    serve(asked, bounds, None, jobs, parent)


def _received(jobs: int, length: int) -> bytes:
    """So many bytes; EOFError when nobody sends them any more."""
    data = bytearray()
    while len(data) < length:
        more = os.read(jobs, length - len(data))
        if not more:
            raise EOFError
        data += more
    return bytes(data)
