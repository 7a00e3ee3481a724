"""The candidates in a box at which f is not beyond a level: others are of no interest there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from calctool.algebra.boxes.place import is_same_point
from calctool.algebra.solutions import Box
from calctool.notation.tree import Relation
from calctool.solve.attempts import tried
from calctool.solve.optimum.arguments.listed import Candidate, Found
from calctool.solve.optimum.listing.points import Spot, doubts, spots
from calctool.solve.optimum.listing.work import Work, begun
from calctool.solve.optimum.strata.on_constraints import candidates
from calctool.solve.optimum.strata.search import Search
from calctool.solve.optimum.strata.stratum import Stratum


def within(work: Work, level: Relation, box: Box) -> tuple[Found, ...] | None:
    """All of them; None where that is open. Cases that were not worked through are searched again,
    in the box only, and boxes beyond the level are left out at once."""
    if begun(work.setup).missing:
        return None
    made: list[Found] = []
    for face in work.faces:
        found = _of_face(work, face, level, box)
        if found is None:
            return None
        made += found
    return tuple(made)


def _of_face(work: Work, face: Stratum, level: Relation, box: Box) -> list[Found] | None:
    if _is_settled(face):
        own = [(i, spot) for i, spot in enumerate(work.spots) if spot.face is face]
        return [Found(i, _candidate(spot), spot.point.at) for i, spot in own]
    search = Search(box, box, (level,))
    searched = tried(None, candidates, face.manifold, search)
    if searched is None:
        return None
    again = replace(face, searched=searched)
    return [*_found(work, again)] if _is_settled(again) else None


def _is_settled(face: Stratum) -> bool:
    """Whether all its candidates are known, and they are points."""
    found = face.found
    whole = found.state == "complete" and not found.components and face.is_listed
    return whole and face.is_decided and not any(doubts(face))


def _found(work: Work, face: Stratum) -> Iterator[Found]:
    for spot in spots(face):
        known = (i for i, other in enumerate(work.spots) if _is_same(spot, other))
        yield Found(next(known, None), _candidate(spot), spot.point.at)


def _is_same(one: Spot, other: Spot) -> bool:
    return tried(None, is_same_point, one.place, other.place) is True


def _candidate(spot: Spot) -> Candidate:
    return Candidate(spot.point.value, height=spot.height)
