"""The right answer in the notation of claims, which `check` reads again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from calctool.notation.printing.plain import plain
from calctool.notation.quoted import quoted
from calctool.notation.tree import Name, Relation
from calctool.solve.answer import State
from calctool.solve.candidates import CandidatePoint, Place, PointFamily
from calctool.solve.check.claimed.match import in_family
from calctool.solve.check.claimed.points import coordinates, in_words
from calctool.solve.check.claimed.record import Bound, Listed
from calctool.solve.check.claimed.runs import joined_runs, repeated, shift_of
from calctool.solve.check.claimed.stretches import TREND_OF, spoken
from calctool.solve.check.record import RightClaims
from calctool.solve.exact.rounding import shown
from calctool.solve.given import Given
from calctool.solve.table.record import TableAnswer
from calctool.words import Words
from calctool.words import checking as words

_Parts = Iterator[tuple[str, Any, Words]]
_INTEGERS = {"k", "n", "m", "j"}


class _Unsaid(Exception):  # noqa: N818
    """Something of the answer is open, or has no form as a claim."""


def right_claims(answer: Any, listed: Listed, given: Given) -> RightClaims | None:
    """All that was asked for by the kind of claims made: points, intervals or extremes.

    None where the answer is not complete, or where a part of it cannot be written as a claim.
    """
    kinds = {claim.kind for claim in given.claims}
    trends = isinstance(answer, TableAnswer) and given.kind == "trends"
    points = given.none or (given.complete and not trends)
    try:
        found = list(_points(listed)) if points else []
        for kind in ("minimum", "maximum"):
            if kind in kinds:
                found += _extreme(kind, listed.bounds[kind])
        if trends:
            found += _trends(answer)
    except _Unsaid:
        return None
    said: dict[str, Any] = {"points": []} if points else {}
    for key, part, _ in found:
        if key in ("minimum", "maximum"):
            said[key] = part
        else:
            said.setdefault(key, []).append(part)
    lines = tuple(line for *_, line in found)
    return RightClaims(said, lines or (words.NO_POINTS,))


def _known(at: Place) -> Mapping[str, str]:
    if not all(value.is_known for _, value in at):
        raise _Unsaid
    return {name: plain(value.expr) for name, value in at}


def _points(listed: Listed) -> _Parts:
    if not listed.is_whole or (listed.sets and listed.wants_sets):
        raise _Unsaid
    alone = [point for point in listed.points if not _is_member(point, listed.families)]
    found: list[CandidatePoint | PointFamily] = [*alone, *listed.families]
    for each in found:
        if each.kind == "undecided":
            raise _Unsaid
        at, place = _family(each) if isinstance(each, PointFamily) else _at(each.at)
        said = in_words(words.CLAIMED_POINT, place, kind=words.KINDS[each.kind])
        yield "points", {"at": at, "kind": each.kind}, said


def _is_member(point: CandidatePoint, families: Sequence[PointFamily]) -> bool:
    return any(in_family(coordinates(point), family) for family in families)


def _at(at: Place) -> tuple[Mapping[str, str], str]:
    return _known(at), shown(at)


def _family(family: PointFamily) -> tuple[Mapping[str, str], str]:
    """One with a whole number that runs through all of them."""
    if family.rounded:
        raise _Unsaid
    reach = family.ranges[0][1] if len(family.integers) == 1 else None
    if reach != (None, None) or family.integers[0] not in _INTEGERS - {n for n, _ in family.at}:
        raise _Unsaid
    place = ", ".join(quoted(Relation(Name(name), "=", tree)) for name, tree in family.at)
    return {name: plain(tree) for name, tree in family.at}, place


def _extreme(kind: str, bound: Bound) -> _Parts:
    if bound.attained is None or (bound.attained and bound.value is None):
        raise _Unsaid
    if not bound.attained or bound.value is None:
        yield kind, None, words.CLAIMED_NONE[kind]
        return
    if not bound.value.is_known:
        raise _Unsaid
    value = {"value": plain(bound.value.expr)}
    listed = {"at": [_known(at) for at in bound.at]} if bound.at else {}
    shown_value = quoted(bound.value.expr)
    for at in bound.at:
        said = words.CLAIMED_AT[kind].filled(value=shown_value, place=shown(at))
        yield kind, {**value, **listed}, said
    if not bound.at:
        yield kind, value, words.CLAIMED_VALUE[kind].filled(value=shown_value)


def _trends(answer: TableAnswer) -> _Parts:
    shift = shift_of(answer)
    if not answer.intervals or answer.completeness.state is not State.COMPLETE:
        raise _Unsaid
    if shift is None and answer.families:
        raise _Unsaid
    for run in joined_runs(answer):
        if run.sign is None or not (run.start.is_known and run.end.is_known):
            raise _Unsaid
        start, end = (repeated(each, shift) for each in (run.start, run.end))
        trend = TREND_OF[run.sign]
        line = in_words(words.CLAIMED_TREND, spoken(start, end), trend=words.TRENDS[trend])
        yield trend, f"({plain(start)}, {plain(end)})", line
