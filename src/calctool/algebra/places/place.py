"""A point in several variables and exact values there, whatever the point is known by."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import Tree

Bounds = tuple[Fraction, Fraction]


class Scalar(Protocol):
    """A real number of which a sign can be asked; the ring operations make more of them."""

    def __add__(self, other: Scalar) -> Scalar: ...

    def __sub__(self, other: Scalar) -> Scalar: ...

    def __mul__(self, other: Scalar) -> Scalar: ...

    def __neg__(self) -> Scalar: ...

    def sign(self) -> int | None:
        """-1, 0 or 1, proved; None where it could not be decided."""

    def tree(self) -> Tree | None:
        """An exact form, as short as is known; None where only an enclosure is known."""

    def bounds(self, bits: int) -> Bounds:
        """Rational bounds with about so many significant bits."""


class Place(Protocol):
    """A point: a value for each of `names`."""

    @property
    def names(self) -> tuple[str, ...]: ...

    def coordinate(self, name: str) -> Scalar: ...

    def scalar(self, tree: Tree) -> Scalar:
        """The value of a tree there; raises Undecided or Undefined where it has none."""


def sign_of(scalar: Scalar) -> int:
    """-1, 0 or 1, proved; Undecided where it is not known."""
    sign = scalar.sign()
    if sign is None:
        raise Undecided
    return sign


def sign_at(place: Place, tree: Tree) -> int:
    """The sign of the value of a tree there; Undefined where it has none."""
    return sign_of(place.scalar(tree))
