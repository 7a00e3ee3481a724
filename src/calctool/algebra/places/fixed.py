"""A point of which some coordinates are known beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calctool.algebra.places.place import Place, Scalar
from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute


class FixedPlace:
    """`fixed` are values of names that the inner place does not have; the names come in the order
    of `names`, or else the fixed ones last."""

    def __init__(self, inner: Place, fixed: Mapping[str, Tree], names: Sequence[str] = ()) -> None:
        self.inner, self.fixed = inner, dict(fixed)
        self._names = tuple(names)

    @property
    def names(self) -> tuple[str, ...]:
        """All names that have a value."""
        return self._names or (*self.inner.names, *self.fixed)

    def coordinate(self, name: str) -> Scalar:
        """The value of one name."""
        return self.scalar(Name(name))

    def scalar(self, tree: Tree) -> Scalar:
        """The value of a tree, with the fixed ones put in."""
        return self.inner.scalar(substitute(tree, self.fixed))
