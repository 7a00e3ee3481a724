"""Lines in, answers out, in the order of the lines: who works on what, until when, how often.

Nothing is read, solved or written down here; this process only waits.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from multiprocessing import connection as pipes
from typing import Any

from msgspec import Struct, field

from calctool import budget
from calctool.notation.problem import Problem
from calctool.run.batch import crew as workers
from calctool.run.batch.crew import Crew, Hand
from calctool.run.batch.duty import Done, Message, Part, Ready, Solve
from calctool.run.batch.lines import CAN_WAIT, Feed
from calctool.run.batch.pending import AnswerLine, Entry, Pending
from calctool.run.batch.request import asked
from calctool.run.child import Bounds
from calctool.words import Language


class Settings(Struct, frozen=True):
    """What holds for every line of a run; no line can ask for more than `bounds`."""

    workers: int
    bounds: Bounds
    language: Language = "en"
    steps: bool = True


def run_lines(
    feed: Feed,
    settings: Settings,
    *,
    tick: Callable[[], object] = lambda: None,
    crew: Crew | None = None,
) -> Generator[AnswerLine, None, None]:
    """One answer for each line, in their order, each as soon as it is its turn.

    `tick` is called several times a second. Workers end with the iterator.
    """
    crew = crew or workers.crew()
    with closing(crew), closing(_Pool(settings, crew)) as pool:
        while True:
            pool.take_in(feed)
            pool.hand_out()
            if pool.has_finished:
                yield from pool.finished()
            elif pool.is_busy or not feed.ended:
                pool.listen(feed)
                tick()
            else:
                return


class _Worker(Struct):
    hand: Hand
    is_ready: bool = False
    problem: Pending | None = None
    deadline: float = 0.0
    served: int = 0


class _Pool(Struct):
    settings: Settings
    crew: Crew
    workers: list[_Worker] = field(default_factory=list)
    window: deque[Entry] = field(default_factory=deque)
    """Every line whose answer was not given out, oldest first."""
    waiting: deque[Pending] = field(default_factory=deque)
    """Those that nobody works on."""
    finished_bytes: int = 0

    @property
    def is_busy(self) -> bool:
        return bool(self.window)

    @property
    def has_room(self) -> bool:
        return len(self.window) < budget.WINDOW and self.finished_bytes < budget.WINDOW_BYTES

    def take_in(self, feed: Feed) -> None:
        """Lines that are there, as far as they may be read ahead."""
        settings = self.settings
        while self.has_room and (line := feed.take()) is not None:
            found = asked(
                line,
                settings.language,
                steps=settings.steps,
                timeout=settings.bounds.timeout,
            )
            if isinstance(found.request, Problem):
                self.window.append(Entry(found))
                self._finish(self.window[-1], AnswerLine.refusing(found, found.request))
            else:
                job = Solve(found.request, found.request.timeout)
                self.waiting.append(Pending(found, request=found.request, job=job))
                self.window.append(self.waiting[-1])

    @property
    def has_finished(self) -> bool:
        """Whether it is the turn of an answer that is there."""
        return bool(self.window) and self.window[0].answer is not None

    def finished(self) -> Iterator[AnswerLine]:
        """Answers whose turn it is."""
        while self.window and (answer := self.window[0].answer) is not None:
            self.window.popleft()
            self.finished_bytes -= len(answer.json)
            yield answer

    # --- giving work ----------------------------------------------------------------------------

    def hand_out(self) -> None:
        """Work for every idle worker, and workers for the work that is left."""
        for worker in [one for one in self.workers if one.is_ready and one.problem is None]:
            if self.waiting:
                self._give(worker)
        hired = sum(not one.is_ready for one in self.workers)
        while hired < len(self.waiting) and len(self.workers) < self.settings.workers:
            self.workers.append(_Worker(self.crew.hire(self.settings.bounds.memory)))
            hired += 1

    def _give(self, worker: _Worker) -> None:
        problem = worker.problem = self.waiting.popleft()
        job = problem.job
        seconds = job.seconds if isinstance(job, Solve) else budget.CLOSING_SECONDS
        worker.deadline = time.monotonic() + seconds
        try:
            worker.hand.connection.send(job)
        except OSError:
            self._lose(worker, None)

    # --- waiting for what comes of it -----------------------------------------------------------

    def listen(self, feed: Feed) -> None:
        """Wait until a worker says something, dies or is late, or until a line comes."""
        by_pipe = {one.hand.connection: one for one in self.workers}
        sources: list[Any] = list(by_pipe)
        if CAN_WAIT and self.has_room and not feed.ended:
            sources.append(feed)
        ends = [one.deadline for one in self.workers if one.problem is not None]
        left = min(ends, default=float("inf")) - time.monotonic()
        heard: list[Any] = pipes.wait(sources, max(0.0, min(left, budget.TICK_SECONDS)))
        for ready in heard:
            if ready is not feed:
                self._hear(by_pipe[ready])
        for worker in list(self.workers):
            if worker.problem is not None and worker.deadline <= time.monotonic():
                self._lose(worker, "limit.time")

    def _hear(self, worker: _Worker) -> None:
        try:
            message: Message = worker.hand.connection.recv()
        except (EOFError, OSError):
            self._lose(worker, None)
            return
        match message, worker.problem:
            case Ready(), _:
                worker.is_ready = True
            case Part(pickled), Pending() as problem:
                problem.part = pickled
            case Done(status, json), Pending() as problem:
                problem.part = None
                self._finish(problem, AnswerLine.of(problem.asked, status, json))
                worker.problem = None
                worker.served += 1
                if worker.served >= budget.WORKER_PROBLEMS:
                    self._bury(worker, kill=False)

    def _finish(self, entry: Entry, answer: AnswerLine) -> None:
        entry.answer = answer
        self.finished_bytes += len(answer.json)

    def close(self) -> None:
        """No worker is left, whatever it is doing."""
        for worker in list(self.workers):
            self._bury(worker, kill=True)

    # --- deaths ---------------------------------------------------------------------------------

    def _bury(self, worker: _Worker, *, kill: bool) -> str | None:
        self.workers.remove(worker)
        return worker.hand.bury(kill=kill)

    def _lose(self, worker: _Worker, reason: str | None) -> None:
        """A worker that died, or must because it is late, and what becomes of its problem."""
        problem, worker.problem = worker.problem, None
        why = self._bury(worker, kill=reason is not None)
        reason = reason or why or "limit.crash"
        if problem is None:
            return
        job = problem.after(reason, self.settings.bounds)
        if job is None:
            self._finish(problem, problem.given_up())
        else:
            problem.job = job
            self.waiting.appendleft(problem)
