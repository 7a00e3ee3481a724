"""What is sent to a cluster and what comes back; nothing here knows dask."""

from __future__ import annotations

from typing import Protocol, TypeAlias

from msgspec import Struct

from calctool.notation.problem import Problem
from calctool.run.batch.lines import Line
from calctool.run.batch.pending import AnswerLine
from calctool.run.batch.pool import Settings


class Chunk(Struct, frozen=True):
    """Lines to be answered one after the other, by a calctool of the same version."""

    lines: tuple[Line, ...]
    settings: Settings
    version: str


class Answers(Struct, frozen=True):
    """To the lines of a chunk, in their order, and the seconds that it took."""

    lines: tuple[AnswerLine, ...]
    seconds: float


class Killed(Struct, frozen=True):
    """Every worker machine that was given the chunk is gone."""


class Failed(Struct, frozen=True):
    """A worker could not begin, and why."""

    why: Problem


Reply: TypeAlias = Answers | Killed | Failed


class Cluster(Protocol):
    """Where chunks are answered."""

    @property
    def threads(self) -> int:
        """How many chunks are worked on at a time, as far as is known; raises Problem when the
        cluster is gone."""

    def submit(self, number: int, chunk: Chunk) -> None: ...

    def arrived(self) -> list[tuple[int, Reply]]:
        """What came back since, by the number of the chunk."""

    def fileno(self) -> int:
        """What becomes readable when something arrives."""

    def close(self) -> None:
        """Nothing that was submitted is wanted any more."""
