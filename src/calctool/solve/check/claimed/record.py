"""What claims are compared with, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from calctool.solve.candidates import CandidatePoint, Place, PointFamily, PointSet
from calctool.solve.check.record import Missing, Named
from calctool.solve.exact.record import Exact
from calctool.solve.question import Asked


class Bound(Struct, frozen=True):
    """What was found of one extreme: attained or not, None where that is open."""

    attained: bool | None
    value: Exact | None
    at: tuple[Place, ...] = ()


class Bends(Struct, frozen=True):
    """The inflection points of a table; `is_whole` says whether there are certainly no others."""

    places: tuple[Place, ...]
    families: tuple[PointFamily, ...]
    is_whole: bool


class Listed(Struct, frozen=True):
    """What an answer of `table`, `critical` or `lagrange` says of points and extremes.

    `is_whole` says whether there are certainly no other points.
    """

    question: Asked
    points: tuple[CandidatePoint, ...]
    families: tuple[PointFamily, ...]
    sets: tuple[PointSet, ...]
    bounds: Mapping[str, Bound]
    is_whole: bool
    constrained: bool = False
    bends: Bends | None = None
    """The inflection points, where the question is about them too."""
    wants_sets: bool = True
    """Whether a list of points is to name the sets, too."""


class Found(Struct, frozen=True):
    """What became of the claims: what is wrong with them, what is missing, what stays open."""

    wrong: tuple[Missing, ...] = ()
    missing: tuple[Missing, ...] = ()
    mistakes: tuple[Named, ...] = ()
    open: bool = False
