"""What is open of points, sets and extremes that were found, named for whoever reads the answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import Name, Relation
from calctool.solve.candidates import CandidatePoint, Extreme, PointFamily, PointSet
from calctool.solve.exact.rounding import shown
from calctool.words import Language, Words
from calctool.words.extrema import candidates as said
from calctool.words.extrema.kinks import GRADIENT_OPEN

_LANGUAGES: tuple[Language, Language] = ("en", "zh")
_PLAIN = ("not-classified", "undecided-candidate", "degenerate-undecided")
"""Tests that say no more than that nothing was decided."""


class _Found(Protocol):
    """What the answers of `critical` and `lagrange` have found."""

    @property
    def points(self) -> tuple[CandidatePoint, ...]: ...

    @property
    def families(self) -> tuple[PointFamily, ...]: ...

    @property
    def sets(self) -> tuple[PointSet, ...]: ...

    @property
    def minimum(self) -> Extreme | None: ...

    @property
    def maximum(self) -> Extreme | None: ...


def unjudged(made: _Found) -> Iterator[Words]:
    """Kinds, values, gradients and extremes that are not decided."""
    yield from (_point(_Same(each)) for each in made.points if each.kind == "undecided")
    yield from (
        GRADIENT_OPEN.filled(place=shown(each.at))
        for each in made.points
        if each.why == "gradient-open"
    )
    yield from (_family(each) for each in made.families if each.kind == "undecided")
    yield from (_set(each) for each in made.sets if _is_open(each))
    yield from _extreme(made.minimum, said.LEAST_OPEN, said.LEAST_PLACE_OPEN)
    yield from _extreme(made.maximum, said.GREATEST_OPEN, said.GREATEST_PLACE_OPEN)


class _Same:
    """One point and no other that is equal, whose numbers may have been typed differently."""

    __slots__ = ("point",)

    def __init__(self, point: CandidatePoint) -> None:
        self.point = point

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.point is self.point

    def __hash__(self) -> int:
        return id(self.point)


@lru_cache(maxsize=512)
def _point(same: _Same) -> Words:
    """Said once, for all the unfinished answers that the point stands in."""
    point = same.point
    place = shown(point.at)
    if point.test.id in _PLAIN:
        return said.KIND_OPEN.filled(place=place)
    why = point.test.reason
    en, zh = (
        said.KIND_OPEN_WHY.marked(language, place=place, why=why.marked(language))
        for language in _LANGUAGES
    )
    return Words(en=en, zh=zh)


def _family(family: PointFamily) -> Words:
    places = all_quoted(Relation(Name(name), "=", at) for name, at in family.at)
    integers = ", ".join(quoted(Name(each)) for each in family.integers)
    return said.FAMILY_OPEN.filled(place=places, integers=integers)


def _set(one: PointSet) -> Words:
    return said.SET_OPEN.filled(equations=all_quoted(one.equations))


def _is_open(one: PointSet) -> bool:
    return any(stretch.kind == "undecided" for stretch in one.kinds)


def _extreme(one: Extreme | None, value: Words, place: Words) -> Iterator[Words]:
    if one is None or one.attained is None:
        why = None if one is None else one.open
        yield (
            value
            if why is None
            else said.OPEN_WHY.filled(
                what=value.en, what_zh=value.zh, why=why.marked("en"), why_zh=why.marked("zh")
            )
        )
    elif one.attained and not one.is_placed:
        yield place
