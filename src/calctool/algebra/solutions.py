"""All real solutions of a system of equations, as data: points, sets, why there are no others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from calctool.algebra.places.place import Place
from calctool.notation.system import Line
from calctool.notation.tree import Tree
from calctool.words import Words

State = Literal["complete", "box", "partial"]
"""Proved everywhere; proved inside `scope` only; something named in `missing` is open."""

Box = Mapping[str, tuple[Fraction, Fraction]]


class Root(Struct, frozen=True):
    """An isolated solution; `multiplicity` is None where it is not known.

    `periods` are (name, step): adding whole multiples of a step to that coordinate gives further
    solutions, all of them, so that `place` stands for a family. Coordinates that are given by the
    others move with them: what they are is in `follows`.
    """

    place: Place
    multiplicity: int | None = 1
    periods: tuple[tuple[str, Tree], ...] = ()
    follows: tuple[tuple[str, Tree], ...] = ()


class Component(Struct, frozen=True):
    """A curve or surface of solutions, of this `dimension`: where all `equations` are zero.

    `points` run through it in the `parameters` (None where no such form was found); where the
    form reaches real points, or the equations tell the set, only under some conditions these are in
    `where` as u >= 0, u > 0 or u != 0.
    `samples` has a real point of each connected part when `sampled`; no sample then means that
    the component has no real point (such components are not listed).
    """

    equations: tuple[Tree, ...]
    names: tuple[str, ...]
    dimension: int
    points: tuple[tuple[str, Tree], ...] | None = None
    parameters: tuple[str, ...] = ()
    where: tuple[tuple[Tree, str], ...] = ()
    samples: tuple[Place, ...] = ()
    sampled: bool = False


class Move(Struct, frozen=True):
    """One step of the solution as a person would write it: `id` is a permanent id of words.

    `proof` says by what the two lines were shown to have the same real solutions; None where
    they were not.
    """

    id: str
    before: Line
    after: Line
    proof: str | None
    bindings: tuple[tuple[str, Tree], ...] = ()


class Count(Struct, frozen=True):
    """The independent count of one zero-dimensional part: the rank and signature of its form."""

    dimension: int
    complex: int
    real: int


class Solutions(Struct, frozen=True):
    """`roots` are isolated and pairwise different; none of them lies on a component."""

    roots: tuple[Root, ...]
    components: tuple[Component, ...]
    state: State
    method: str
    reason: Words
    missing: tuple[Words, ...] = ()
    scope: tuple[tuple[str, Fraction, Fraction], ...] = ()
    undecided: tuple[tuple[tuple[str, Fraction, Fraction], ...], ...] = ()
    moves: tuple[Move, ...] = ()
    counts: tuple[Count, ...] = ()
    """Together of all roots, or none: a case without a count of its own takes those of others."""

    @property
    def is_empty(self) -> bool:
        """Whether it is proved that there are none."""
        return self.state == "complete" and not self.roots and not self.components

    def counts_of(self, kept: int) -> tuple[Count, ...]:
        """For as many roots made of these: the counts, if none was left out or doubled."""
        return self.counts if kept == len(self.roots) else ()


def counts_together(parts: Sequence[Solutions]) -> tuple[Count, ...]:
    """Of the roots of all parts; none where those of one part were not counted."""
    is_counted = all(part.counts or not part.roots for part in parts)
    return tuple(count for part in parts for count in part.counts) if is_counted else ()
