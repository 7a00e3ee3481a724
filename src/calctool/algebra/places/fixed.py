"""A point of which some coordinates are known beforehand."""

from __future__ import annotations

from collections.abc import Mapping

from calctool.algebra.places.place import Place, Scalar
from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute


class FixedPlace:
    """`fixed` are values of names that the inner place does not have."""

    def __init__(self, inner: Place, fixed: Mapping[str, Tree]) -> None:
        self.inner, self.fixed = inner, dict(fixed)

    @property
    def names(self) -> tuple[str, ...]:
        """Those of the inner place, then the fixed ones."""
        return (*self.inner.names, *self.fixed)

    def coordinate(self, name: str) -> Scalar:
        """The value of one name."""
        return self.scalar(Name(name))

    def scalar(self, tree: Tree) -> Scalar:
        """The value of a tree, with the fixed ones put in."""
        return self.inner.scalar(substitute(tree, self.fixed))
