"""A line on its way to its answer, and what becomes of it when a worker dies over it."""

from __future__ import annotations

from msgspec import Struct

from calctool import budget, commands
from calctool.notation.problem import Problem
from calctool.render import wire
from calctool.run.batch.crew import ORPHANED
from calctool.run.batch.duty import Close, Job, Solve
from calctool.run.batch.request import Asked, Request
from calctool.run.child import Bounds
from calctool.solve.answer import Told

_WORTH_A_SECOND_TRY = ("limit.memory", "limit.crash")
"""A worker may die of what its other problems left behind, or be killed from outside."""


class AnswerLine(Struct, frozen=True):
    """The answer to the line of that number, as JSON with the line's id first."""

    line: int
    status: str
    json: bytes

    @classmethod
    def of(cls, asked: Asked, status: str, json: bytes) -> AnswerLine:
        """An answer without an id, and the line that it answers."""
        return cls(asked.line, status, b'{"id":' + asked.id.encode("ascii") + b"," + json[1:])

    @classmethod
    def refusing(cls, asked: Asked, problem: Problem, status: str = "error") -> AnswerLine:
        """An answer that says no more than why there is none, and what is open then."""
        failure = wire.failure(problem, asked.command, asked.language)
        failure.status = status  # type: ignore[assignment]
        if status == "stopped" and asked.command is not None:
            record: type[Told] = commands.solver(asked.command, "record").Answer
            failure.completeness.missing = [each.say(asked.language) for each in record.all_open()]
        return cls.of(asked, status, wire.line(failure))


class Entry(Struct):
    """A line and the answer to it."""

    asked: Asked
    answer: AnswerLine | None = None


class Pending(Entry, kw_only=True):
    """A line that asks something, and what a worker is to do about it now."""

    request: Request
    job: Job
    part: bytes | None = None
    """The latest that was finished, in case the rest never comes."""
    is_second_try: bool = False
    orphaned: int = 0

    def after(self, reason: str, bounds: Bounds) -> Job | None:
        """The next job now that a worker died of this one; None to give up."""
        if reason == ORPHANED and self.orphaned < budget.NURSERY_STARTS:
            self.orphaned += 1
            return self.job
        if isinstance(self.job, Close):
            return None
        first, self.is_second_try = not self.is_second_try, True
        request = self.request
        if first and reason in _WORTH_A_SECOND_TRY:
            return Solve(request, request.timeout, careful=True)
        if first and reason == "limit.time" and self.part is None:
            most = min(budget.SECOND_TRY_SECONDS, request.timeout)
            return Solve(request, most, careful=True)
        reason = "limit.crash" if reason == ORPHANED else reason
        return Close(request, self.part, reason, Bounds(request.timeout, bounds.memory))

    def given_up(self) -> AnswerLine:
        """Where even writing down what was finished ended a worker."""
        job = self.job
        assert isinstance(job, Close)  # noqa: S101 (nothing else is given up)
        stop = Problem(job.reason, timeout=job.bounds.timeout, memory=job.bounds.memory)
        return AnswerLine.refusing(self.asked, stop, "stopped")
