"""Whether a point is of the kind that is claimed of it."""

from __future__ import annotations

from collections.abc import Iterable

from calctool.solve.candidates import CandidatePoint, PointFamily, PointSet
from calctool.solve.check.claimed.match import Coordinates, holds, same_place
from calctool.solve.check.claimed.record import Listed
from calctool.solve.given import Claim

Item = CandidatePoint | PointFamily


def kinds_on(given: PointSet, at: Coordinates) -> frozenset[str]:
    """What a point of a set is, by the stretches on which it may lie: both kinds of extremum where
    f is constant near it."""
    return frozenset(each.kind for each in given.kinds if holds(each.where, at) is not False)


def agrees(answer: Listed, claim: Claim, item: Item | None, kinds: Iterable[str]) -> bool | None:
    """Whether the kind that is claimed is one of those; None where that is open.

    A saddle point is neither minimum nor maximum. Many books call any stationary point so that is
    no extremum.
    """
    there = frozenset(kinds)
    if claim.kind is None or claim.kind in there:
        return True
    if claim.kind == "endpoint" and isinstance(item, CandidatePoint) and item.why == "endpoint":
        return True
    if "undecided" in there or not there:
        return None
    if claim.kind == "neither" and there == {"saddle"}:
        return True
    if claim.kind == "saddle" and "neither" in there:
        return _is_stationary(item)
    if "stationary" in there:
        return None
    return isinstance(item, CandidatePoint) and _end_is(answer, item, claim)


def _is_stationary(item: Item | None) -> bool | None:
    if not isinstance(item, CandidatePoint):
        return None
    return item.why == "gradient-zero"


def _end_is(answer: Listed, item: CandidatePoint, claim: Claim) -> bool:
    """An end of the domain may be called an extremum where the least or greatest value is."""
    if item.kind != "endpoint":
        return False
    bound = answer.bounds.get((claim.kind or "").removeprefix("local-"))
    return bound is not None and any(same_place(item.at, at) for at in bound.at)
