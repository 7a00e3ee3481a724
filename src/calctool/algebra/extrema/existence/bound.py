"""The question for least and greatest values, and the record of an answer to one half of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from calctool.algebra.extrema.existence.unbounded import Curve
from calctool.algebra.extrema.scalars import least
from calctool.algebra.places.place import Scalar
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import Tree
from calctool.words import Words

Domain = Literal["everywhere", "natural", "compact", "other"]
"""All of R^n, where f is continuous; the domain of f as it is written; a closed bounded set on
which f is continuous; any other, of which nothing is known."""

Turn = Literal[-1, 1]
"""-1 asks for the least value, 1 for the greatest."""


class Bound(Struct, frozen=True):
    """The least or greatest value, or the bound that is not attained.

    `value` None with `infinite` False: not known. `at` are the indices of the candidates that
    have the value.
    """

    attained: bool | None
    value: Scalar | None
    argument: str
    reason: Words
    at: tuple[int, ...] = ()
    infinite: bool = False
    curve: Curve | None = None
    """Along which f comes near an infinite bound."""


class Asked(Struct, frozen=True, dict=True):
    """A function with the values of its candidates; None is a value that is not known.

    `complete` promises: every point where an extremum may be is among the candidates. `orbits`
    has for the first of them the number of the one from which it is an image, see symmetry.
    """

    f: Tree
    names: tuple[str, ...]
    candidates: Sequence[Scalar | None]
    complete: bool
    domain: Domain
    orbits: Sequence[int] = ()

    def best(self, turn: Turn) -> tuple[int, ...]:
        """The candidates with the least or greatest value; none where there is no telling."""
        return self._least if turn < 0 else self._greatest

    @cached_property
    def known(self) -> dict[int, Scalar]:
        """The values of candidates that are known, by their number."""
        return {i: value for i, value in enumerate(self.candidates) if value is not None}

    @property
    def is_comparable(self) -> bool:
        """Whether the values of all candidates could be compared."""
        return bool(self._least or self._greatest)

    @cached_property
    def _least(self) -> tuple[int, ...]:
        return self._chosen(self.known)

    @cached_property
    def _greatest(self) -> tuple[int, ...]:
        return self._chosen({i: -value for i, value in self.known.items()})

    def _chosen(self, values: Mapping[int, Scalar]) -> tuple[int, ...]:
        """Equal values of which no exact form is known cannot be told apart: symmetry says so."""
        origin = {i: self.orbits[i] if i < len(self.orbits) else i for i in values}
        alone = [i for i in values if origin[i] not in values or origin[i] == i]
        try:
            found = least([values[i] for i in alone])
        except Undecided:
            return ()
        chosen = {alone[i] for i in found or ()}
        return tuple(i for i in values if i in chosen or origin[i] in chosen)

    @property
    def is_whole(self) -> bool:
        """Whether the best of the candidates is the best of all points."""
        return self.complete and len(self.known) == len(self.candidates)
