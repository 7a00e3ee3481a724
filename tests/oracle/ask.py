"""A question put to calctool in a child of this process; the answer is the JSON that users get."""

from __future__ import annotations

import json
import shlex
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from calctool.notation.problem import Problem
from calctool.render import wire
from calctool.run import worker
from calctool.run.alarm import OutOfTime
from calctool.run.child import Bounds, Fault, solver_for
from calctool.solve import typed
from calctool.solve.answer import Told
from calctool.solve.question import Asked
from calctool.solve.typed import Typed

WALL_S = 600.0
"""The bound that counts is that of CPU time, which another process cannot use up."""
CPU_S = 20.0
MEMORY_MB = 1024


@dataclass(frozen=True)
class Question:
    """What is typed: the fields of `options` are those of Typed."""

    command: str
    expression: str
    options: dict[str, Any] = field(default_factory=dict)
    family: str = ""

    @property
    def line(self) -> str:
        """The command line that asks it."""
        parts = ["calctool", self.command, self.expression]
        for name, given in self.options.items():
            for one in given if isinstance(given, list | tuple) else [given]:
                parts += [f"--{name.replace('_', '-')}", str(one)]
        return shlex.join(parts)


class Failed(Exception):  # noqa: N818 (a finding)
    """A fault of calctool itself, with its trace."""


def answered(question: Question, seconds: float = CPU_S) -> dict[str, Any]:
    """The answer, an error that says why there is none included; Failed for an internal fault."""
    return told(question, seconds)[0]


def told(question: Question, seconds: float = CPU_S) -> tuple[dict[str, Any], Told | None]:
    """The answer as users get it in JSON, and as pages are made of it; None for a refusal."""
    try:
        asked = typed.question(question.command, Typed(question.expression, **question.options))
    except Problem as problem:
        return _plain(wire.failure(problem, question.command, "en")), None

    def solve(asked: Asked) -> Iterator[Told]:
        signal.signal(signal.SIGVTALRM, _ring)
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        yield from solver_for(asked.command)(asked)

    try:
        found = worker.answer(asked, Bounds(WALL_S, MEMORY_MB), solve=solve)
    except Problem as problem:
        return _plain(wire.failure(problem, question.command, "en")), None
    except Fault as fault:
        raise Failed(fault.trace) from None
    return _plain(wire.wired(found, "en")), found


def _ring(_signal: int, _frame: object) -> None:
    raise OutOfTime


def _plain(answer: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(wire.text(answer))
    return found
