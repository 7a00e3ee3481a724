"""Lines in, answers out, in the order of the lines: what is sent when, and again, and how small.

A chunk whose workers die is cut into pieces, which are tried while nothing else is under
suspicion, down to the line that does it.
"""

from __future__ import annotations

import itertools
import math
from collections import deque
from collections.abc import Callable, Generator, Iterator
from multiprocessing import connection as pipes
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from calctool import budget
from calctool.notation.problem import Problem
from calctool.run.batch.lines import CAN_WAIT, Feed, Line
from calctool.run.batch.pending import AnswerLine
from calctool.run.batch.pool import Settings
from calctool.run.batch.request import asked
from calctool.run.cluster.chunk import Answers, Chunk, Cluster, Failed, Killed, Reply
from calctool.run.cluster.pace import Pace
from calctool.version import __version__


def run_lines(
    feed: Feed, settings: Settings, cluster: Cluster, *, tick: Callable[[], object] = lambda: None
) -> Generator[AnswerLine, None, None]:
    """What `batch.run_lines` gives, worked out by a cluster.

    `tick` is called several times a second. Raises Problem when the cluster cannot go on.
    """
    run = _Run(replace(settings, workers=1), cluster)
    while True:
        run.take_in(feed)
        run.hand_out(feed)
        if run.has_finished:
            yield from run.finished()
        elif run.is_busy or not feed.ended:
            run.listen(feed)
            tick()
        else:
            return


class _Piece(Struct, eq=False):
    """Lines that go together, and their answers once they are there."""

    lines: tuple[Line, ...]
    answers: tuple[AnswerLine, ...] | None = None
    is_suspect: bool = False
    faults: int = 0

    def parts(self) -> list[_Piece]:
        """Few and small: each round of looking for the line that kills costs several workers."""
        size = math.isqrt(len(self.lines))
        starts = range(0, len(self.lines), size)
        return [_Piece(self.lines[at : at + size], is_suspect=True) for at in starts]


class _Run(Struct):
    settings: Settings
    cluster: Cluster
    pace: Pace = field(default_factory=Pace)
    ahead: deque[Line] = field(default_factory=deque)
    """Lines that are in no piece yet."""
    ahead_bytes: int = 0
    is_dry: bool = False
    """Whether the feed has no line at the moment."""
    open: deque[_Piece] = field(default_factory=deque)
    """Every piece whose answers were not given out, oldest first."""
    away: dict[int, _Piece] = field(default_factory=dict)
    suspects: deque[_Piece] = field(default_factory=deque)
    """Those that wait until no other suspect is away."""
    finished_bytes: int = 0
    numbers: Iterator[int] = field(default_factory=itertools.count)

    @property
    def is_busy(self) -> bool:
        return bool(self.open or self.ahead)

    # --- lines in -------------------------------------------------------------------------------

    @property
    def _has_room(self) -> bool:
        threads = self.cluster.threads
        enough = budget.CHUNKS_AWAY * threads * self.pace.size(threads)
        return len(self.ahead) < max(enough, 1) and self.ahead_bytes < budget.AHEAD_BYTES

    def take_in(self, feed: Feed) -> None:
        """Lines that are there: as many as show, near the end, how many there are still."""
        self.is_dry = False
        while self._has_room and not self.is_dry:
            line = feed.take()
            if line is not None:
                self.ahead.append(line)
                self.ahead_bytes += len(line.data)
            self.is_dry = line is None

    def hand_out(self, feed: Feed) -> None:
        """Work for every thread, and a little that waits there."""
        if self.suspects and not any(piece.is_suspect for piece in self.away.values()):
            self._send(self.suspects.popleft())
        threads = self.cluster.threads
        while self.ahead and self._may_send(threads):
            size = self.pace.size(threads, len(self.ahead) if feed.ended else None)
            if len(self.ahead) < size and not feed.ended and len(self.away) >= threads:
                return
            self.open.append(_Piece(tuple(self._taken(size))))
            self._send(self.open[-1])

    def _may_send(self, threads: int) -> bool:
        return (
            len(self.away) < budget.CHUNKS_AWAY * threads
            and len(self.open) < budget.CHUNKS_OPEN * threads
            and self.finished_bytes < budget.WINDOW_BYTES
        )

    def _taken(self, most: int) -> Iterator[Line]:
        for _ in range(min(most, len(self.ahead))):
            line = self.ahead.popleft()
            self.ahead_bytes -= len(line.data)
            yield line

    def _send(self, piece: _Piece) -> None:
        number = next(self.numbers)
        self.away[number] = piece
        self.cluster.submit(number, Chunk(piece.lines, self.settings, __version__))

    # --- answers out ----------------------------------------------------------------------------

    @property
    def has_finished(self) -> bool:
        """Whether it is the turn of answers that are there."""
        return bool(self.open) and self.open[0].answers is not None

    def finished(self) -> Iterator[AnswerLine]:
        """Answers whose turn it is."""
        while self.open and (answers := self.open[0].answers) is not None:
            self.open.popleft()
            self.finished_bytes -= _size(answers)
            yield from answers

    def listen(self, feed: Feed) -> None:
        """Wait until something comes back, or until a line comes."""
        sources: list[Any] = [self.cluster]
        if CAN_WAIT and self.is_dry and not feed.ended:
            sources.append(feed)
        more_at_once = self._has_room and not self.is_dry
        pipes.wait(sources, 0 if more_at_once else budget.TICK_SECONDS)
        for number, reply in self.cluster.arrived():
            self._hear(self.away.pop(number), reply)

    def _hear(self, piece: _Piece, reply: Reply) -> None:
        match reply:
            case Answers(lines, seconds):
                self.pace.learn(len(lines), seconds, _size(lines))
                self._finish(piece, lines)
            case Failed(why):
                piece.faults += 1
                if piece.faults > budget.CHUNK_FAULTS:
                    raise why
                self._send(piece)
            case Killed() if piece.is_suspect and len(piece.lines) == 1:
                self._finish(piece, (self._given_up(piece.lines[0]),))
            case Killed():
                parts = piece.parts()
                at = self.open.index(piece)
                self.open.remove(piece)
                for part in reversed(parts):
                    self.open.insert(at, part)
                self.suspects.extend(parts)

    def _finish(self, piece: _Piece, answers: tuple[AnswerLine, ...]) -> None:
        piece.answers = answers
        self.finished_bytes += _size(answers)

    def _given_up(self, line: Line) -> AnswerLine:
        """For a line that ended every worker it was given to, with nothing else to blame."""
        settings = self.settings
        timeout = settings.bounds.timeout
        found = asked(line, settings.language, steps=settings.steps, timeout=timeout)
        if isinstance(found.request, Problem):
            return AnswerLine.refusing(found, found.request)
        return AnswerLine.refusing(found, Problem("limit.crash"), "stopped")


def _size(answers: tuple[AnswerLine, ...]) -> int:
    return sum(len(answer.json) for answer in answers)
