"""The four things a check can say; there is no boolean "ok" anywhere."""

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct


class Verdict(Enum):
    """From strongest to weakest; only PROVED may print a tick, REFUTED is our own fault."""

    PROVED = "proved"
    SAMPLED = "sampled"
    UNDECIDED = "undecided"
    REFUTED = "refuted"


class Finding(Struct, frozen=True):
    """A verdict and how it was reached: `method` is a key of words.checks.METHODS.

    `points` counts the random points at which both sides were compared, 0 for a proof.
    """

    verdict: Verdict
    method: str
    points: int = 0


_ORDER = list(Verdict)


def weakest(verdicts: Iterable[Verdict]) -> Verdict:
    """The weakest of some verdicts; nothing checked is undecided, never proved."""
    return max(verdicts, key=_ORDER.index, default=Verdict.UNDECIDED)
