"""What is sent to a cluster and what comes back; nothing here knows dask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias

from calctool.notation.problem import Problem
from calctool.run.batch.lines import Line
from calctool.run.batch.pending import AnswerLine
from calctool.run.batch.pool import Settings


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines to be answered one after the other, by a calctool of the same version."""

    lines: tuple[Line, ...]
    settings: Settings
    version: str


@dataclass(frozen=True, slots=True)
class Answers:
    """To the lines of a chunk, in their order, and the seconds that it took."""

    lines: tuple[AnswerLine, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Killed:
    """Every worker machine that was given the chunk is gone."""


@dataclass(frozen=True, slots=True)
class Failed:
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
