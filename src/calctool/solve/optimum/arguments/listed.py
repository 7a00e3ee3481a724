"""The candidates of a question, and what comparing their values says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cached_property

from msgspec import Struct

from calctool.algebra.extrema.scalars import Enclosed, least
from calctool.algebra.places.place import Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Box
from calctool.algebra.systems.points.scalars import written_scalar
from calctool.notation.tree import Relation
from calctool.solve.candidates import Place
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.kinds.corner import Corner


class Candidate(Struct, frozen=True):
    """A point or a set that is listed: `value` is f there, None where it is not known; `height` is
    f, or the function that is compared in its place, as exactly as it is known.

    `is_flat`: f is differentiable there and its gradient vanishes. `corner`: the point seen from
    its active constraints. `is_certain` False: whether the set has a point is open. `counts` False:
    no extreme value can be there.
    """

    value: Exact | None
    is_flat: bool = False
    height: Scalar | None = None
    corner: Corner | None = None
    is_certain: bool = True
    counts: bool = True
    is_set: bool = False


Scope = tuple[tuple[str, Fraction, Fraction], ...]


class Found(Struct, frozen=True):
    """A candidate of another search: its `number` in the list where it is one of that, and where it
    is."""

    number: int | None
    candidate: Candidate
    at: Place


class Listed(Struct, frozen=True, eq=False, dict=True):
    """All candidates; `is_whole` promises that an extreme value is at no other point, `is_all` that
    the set has no other points.

    Where they are not all, those in the box `scope` are, if there is one, but for boxes that are
    `doubtful`. `outside` finds those on edges that the set lacks. `orbits` has
    for the first of them the number of the one from which it is an image, see
    algebra/extrema/symmetry.
    Heights are of an inner function of f where `is_inner`; f falls with them where `sign` is -1.
    """

    candidates: tuple[Candidate, ...] = ()
    is_whole: bool = False
    is_all: bool = False
    outside: Callable[[], Sequence[Candidate | None]] | None = None
    within: Callable[[Relation, Box], Sequence[Found] | None] | None = None
    """All candidates in a box that a condition leaves, where those can be known."""
    scope: Scope = ()
    doubtful: tuple[Scope, ...] = ()
    orbits: tuple[int, ...] = ()
    is_inner: bool = False
    sign: int = 1

    def best(self, turn: int) -> tuple[int, ...]:
        """The numbers of all that have the greatest value (turn 1) or the least and certainly have
        a point of the set; none where one is not known or two cannot be compared."""
        found = self._lowest if turn * self.sign < 0 else self._greatest
        return tuple(i for i in found if self.candidates[i].is_certain)

    def best_on_closure(self, turn: int) -> tuple[int, ...]:
        """The same with the edges that the set lacks."""
        heights = self._heights()
        if len(heights) < sum(each.counts for each in self.candidates):
            return ()
        beyond = {len(self.candidates) + i: each.height for i, each in enumerate(self._beyond)}
        heights |= {i: height for i, height in beyond.items() if height is not None}
        found = self._chosen(heights if turn * self.sign < 0 else _turned(heights))
        return tuple(i for i in found if self.all_on_closure[i].is_certain)

    @property
    def all_on_closure(self) -> tuple[Candidate, ...]:
        """The candidates, then those on edges that the set lacks."""
        return (*self.candidates, *self._beyond)

    @property
    def values_beyond(self) -> tuple[Exact | None, ...]:
        """Those that f comes near on edges that the set lacks; none where one is open."""
        try:
            return tuple(each.value for each in self._beyond)
        except Undecided:
            return ()

    @cached_property
    def _beyond(self) -> tuple[Candidate, ...]:
        found = () if self.outside is None else self.outside()
        known = tuple(each for each in found if each is not None)
        if len(known) < len(found):
            raise Undecided
        return known

    @property
    def has_sets(self) -> bool:
        """Whether some candidates are curves or surfaces."""
        return any(each.is_set for each in self.candidates)

    @property
    def is_reached(self) -> bool:
        """Whether a point of the set is known."""
        return any(each.is_certain for each in self.candidates)

    @property
    def is_comparable(self) -> bool:
        """Whether the values of all candidates could be compared."""
        return bool(self._lowest or self._greatest)

    @cached_property
    def _lowest(self) -> tuple[int, ...]:
        return self._chosen(self._heights())

    @cached_property
    def _greatest(self) -> tuple[int, ...]:
        return self._chosen(_turned(self._heights()))

    def _heights(self) -> dict[int, Scalar]:
        """By number; none at all where one is not known."""
        asked = {i: c for i, c in enumerate(self.candidates) if c.counts}
        found = {i: height for i, c in asked.items() if (height := self._height(c)) is not None}
        return found if len(found) == len(asked) else {}

    def _height(self, each: Candidate) -> Scalar | None:
        if each.height is not None or self.is_inner:
            return each.height
        value = each.value
        if value is None or value.low is None or value.high is None:
            return None
        try:
            return written_scalar(value.expr) if value.is_known else Enclosed(value.low, value.high)
        except (Undecided, Undefined):
            return None

    def _chosen(self, heights: dict[int, Scalar]) -> tuple[int, ...]:
        """Equal values of which no exact form is known cannot be told apart: symmetry says so."""
        origin = {i: self.orbits[i] if i < len(self.orbits) else i for i in heights}
        alone = [i for i in heights if origin[i] not in heights or origin[i] == i]
        try:
            found = least([heights[i] for i in alone])
        except Undecided:
            return ()
        chosen = {alone[i] for i in found or ()}
        return tuple(i for i in heights if i in chosen or origin[i] in chosen)


def _turned(heights: dict[int, Scalar]) -> dict[int, Scalar]:
    return {i: -height for i, height in heights.items()}


NOTHING_LISTED = Listed()
"""Of a smaller question nothing is listed."""


def shortest(values: Sequence[Exact | None]) -> Exact | None:
    """Of equal values the one that is shortest to read; None where none is known."""
    known = [value for value in values if value is not None]
    return min(known, key=lambda value: (not value.is_known, value.expr.size), default=None)
