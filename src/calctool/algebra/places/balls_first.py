"""A point at which signs are first looked for in ball arithmetic: most of them show at once.

Exact arithmetic in a number field of high degree is left to what is zero, or nearly so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from operator import add, mul, neg, sub
from typing import Any, cast

from flint import arb

from calctool import budget
from calctool.algebra.ball import Ball, Lack, Program
from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.ball.numbers import ball, head, working
from calctool.algebra.ball.slope import Place as At
from calctool.algebra.places.place import Bounds, Place, Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.points.point import around
from calctool.notation.tree import ZERO, AlgebraicRoot, Tree, rational
from calctool.notation.walk import walk

Operation = Callable[..., Any]


class QuickPlace:
    """The same point as `exact`."""

    def __init__(self, exact: Place) -> None:
        self.exact = exact
        self._balls: dict[int, dict[str, arb]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return self.exact.names

    def coordinate(self, name: str) -> Scalar:
        return self.exact.coordinate(name)

    def scalar(self, tree: Tree) -> Scalar:
        made = QuickScalar(self, tree)
        if made.enclosure(budget.BALL_BITS) is None:
            return self.exact.scalar(tree)
        return made

    @cached_property
    def is_long(self) -> bool:
        """Whether exact values there cost more than balls."""
        return degree(self.exact) > budget.VALUE_DEGREE

    def balls(self, bits: int) -> dict[str, arb]:
        """Balls around the coordinates; the caller has set the precision."""
        if bits not in self._balls:
            bounds = {name: self.coordinate(name).bounds(bits) for name in self.names}
            self._balls[bits] = {name: around(*ends) for name, ends in bounds.items()}
        return self._balls[bits]


class QuickScalar:
    """The value of a tree at such a point."""

    def __init__(self, place: QuickPlace, inner: Tree) -> None:
        self.place, self.inner = place, inner

    @cached_property
    def exact(self) -> Scalar:
        """The same value by exact computing."""
        return self.place.exact.scalar(self.inner)

    def __add__(self, other: Scalar) -> Scalar:
        return self._combined(add, other)

    def __sub__(self, other: Scalar) -> Scalar:
        return self._combined(sub, other)

    def __mul__(self, other: Scalar) -> Scalar:
        return self._combined(mul, other)

    def __neg__(self) -> Scalar:
        return _Combined(neg, (self,))

    def _combined(self, operation: Operation, other: Scalar) -> Scalar:
        if isinstance(other, QuickScalar) and other.place is self.place:
            return _Combined(operation, (self, other))
        return cast("Scalar", operation(self.exact, other))

    def sign(self) -> int | None:
        value = self.enclosure(budget.BALL_BITS)
        if value is not None and (value > 0 or value < 0):
            return 1 if value > 0 else -1
        try:
            return self.exact.sign()
        except (Undecided, Undefined):
            return None

    def tree(self) -> Tree | None:
        """None where it would be longer than anyone reads, and takes seconds to find."""
        if self.place.is_long:
            return ZERO if self.sign() == 0 else None
        try:
            return self.exact.tree()
        except (Undecided, Undefined):
            return None

    def bounds(self, bits: int) -> Bounds:
        value = self.enclosure(bits + budget.BALL_BITS)
        found = None if value is None else bounds_of(value)
        if found is not None and value is not None and value.rel_accuracy_bits() >= bits:
            return found
        try:
            return self.exact.bounds(bits)
        except (Undecided, Undefined):
            if found is None:
                raise
            return found

    def enclosure(self, bits: int) -> Ball | None:
        """A ball around the value; None where that takes more than balls."""
        with working(bits, 1):
            (value,) = _program(self.inner).run(At(self.place.balls(bits), {}, 0, 0))
            if value is Lack.UNDEFINED:
                raise Undefined
            return None if isinstance(value, Lack) else ball(head(value))


class _Combined(QuickScalar):
    """What is worked out with such values is no tree: a determinant would be a very long one."""

    def __init__(self, operation: Operation, parts: tuple[QuickScalar, ...]) -> None:
        self.place = parts[0].place
        self._operation, self._parts = operation, parts
        self._known: dict[int, Ball | None] = {}

    @cached_property
    def exact(self) -> Scalar:
        return cast("Scalar", self._operation(*(part.exact for part in self._parts)))

    def enclosure(self, bits: int) -> Ball | None:
        if bits not in self._known:
            found = [part.enclosure(bits) for part in self._parts]
            known = [each for each in found if each is not None]
            with working(bits, 1):
                whole = len(known) == len(found)
                self._known[bits] = self._operation(*known) if whole else None
        return self._known[bits]


@lru_cache(maxsize=512)
def _program(tree: Tree) -> Program:
    return Program((tree,))


def quick(place: Place) -> Place:
    """The point for quick signs; itself where its coordinates are as quickly put in exactly."""
    try:
        trees = [place.coordinate(name).tree() for name in place.names]
    except (Undecided, Undefined):
        return place
    if all(tree is not None and rational(tree) is not None for tree in trees):
        return place
    return QuickPlace(place)


def degree(place: Place) -> int:
    """The largest degree of a coordinate that has no shorter form than its polynomial."""
    trees = (place.coordinate(name).tree() for name in place.names)
    parts = (part for tree in trees if tree is not None for part in walk(tree))
    roots = (part for part in parts if isinstance(part, AlgebraicRoot))
    return max((len(root.coefficients) - 1 for root in roots), default=1)
