"""A part of the lines of a batch, so that several runs share a file without knowing each other."""

from __future__ import annotations

import re

from msgspec import Struct

from calctool import budget
from calctool.notation.problem import Problem
from calctool.words.help.cli import ALLOWED


class Shard(Struct, frozen=True):
    """Lines `number`, `number` + `of`, …; those that are blank do not count."""

    number: int
    of: int

    def holds(self, place: int) -> bool:
        """Whether the line after `place` others is in it."""
        return place % self.of == self.number - 1


ALL = Shard(1, 1)


def shard(typed: str) -> Shard:
    """What `3/64` means; raises Problem for what means nothing."""
    found = re.fullmatch(r"(\d{1,9})/(\d{1,9})", typed, re.ASCII)
    if found is not None:
        number, of = map(int, found.groups())
        if 1 <= number <= of <= budget.SHARDS:
            return Shard(number, of)
    allowed = ALLOWED["shard"].filled(most=budget.SHARDS)
    raise Problem("usage.bad-value", option="--shard", value=typed[:40], allowed=allowed)
