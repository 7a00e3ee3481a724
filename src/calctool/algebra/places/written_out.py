"""Points whose coordinates are written out, as constants or in terms of one isolated number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from math import prod
from operator import is_

from flint import arb
from msgspec import Struct

from calctool import budget
from calctool.algebra.ball import Lack
from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.ball.numbers import working
from calctool.algebra.clean import from_leaves
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.places.place import Bounds, Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.roots.points.point import Point, rational_point
from calctool.notation.tree import (
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import substitute

NOWHERE = rational_point(0)
"""Where constants are evaluated: they do not ask."""


class TracedScalar(Struct, frozen=True, dict=True):
    """The value of `inner` where its only name, `parameter`, has the value `at`."""

    inner: Tree
    parameter: str = ""
    at: Point = NOWHERE

    def _made(self, inner: Tree) -> TracedScalar:
        return TracedScalar(_worked_out(inner, inner.children), self.parameter, self.at)

    def __add__(self, other: Scalar) -> TracedScalar:
        return self._made(Sum((self.inner, self._tree_of(other))))

    def __sub__(self, other: Scalar) -> TracedScalar:
        return self._made(Sum((self.inner, Negative(self._tree_of(other)))))

    def __mul__(self, other: Scalar) -> TracedScalar:
        return self._made(Product((self.inner, self._tree_of(other))))

    def __neg__(self) -> TracedScalar:
        return self._made(Negative(self.inner))

    def _tree_of(self, other: Scalar) -> Tree:
        if isinstance(other, TracedScalar) and other.at in (self.at, NOWHERE):
            return other.inner
        known = other.tree()
        if known is None:
            raise Undecided
        return known

    def sign(self) -> int | None:
        from calctool.algebra.roots.functions.curve import curve

        known = rational(self.inner)
        if known is not None:
            return (known > 0) - (known < 0)
        try:
            return curve(self.inner, self.parameter).sign(self.at)
        except (Undecided, Undefined):
            return None

    def tree(self) -> Tree | None:
        return self._exact

    @cached_property
    def _exact(self) -> Tree | None:
        made = self.inner
        if self.parameter in made.names:
            if self.at.tree is None:
                return None
            made = substitute(made, {self.parameter: self.at.tree})
        try:
            found = written(constant_value(made))
        except (Undecided, Undefined):
            return made
        return found if found.size < made.size else made

    def bounds(self, bits: int) -> Bounds:
        from calctool.algebra.roots.functions.curve import curve

        known = rational(self.inner)
        if known is not None:
            return known, known
        for precision in (bits + 16, 2 * bits + 64, *budget.ROOT_SIGN_BITS):
            if precision < bits:
                continue
            with working(precision, 1):
                ball = self.at.ball(precision)
            found = curve(self.inner, self.parameter).jet(ball, 0, precision)
            if isinstance(found, Lack):
                continue
            value = found[0]
            if value.is_exact() or value.rel_accuracy_bits() >= bits or _is_tiny(value, bits):
                ends = bounds_of(value)
                if ends is not None:
                    return ends
        raise Undecided


def _is_tiny(ball: arb, bits: int) -> bool:
    """Around zero no relative accuracy is reached."""
    return bool(abs(ball) < arb(2) ** -bits)


def _worked_out(tree: Tree, children: Sequence[Tree]) -> Tree:
    """A sum, product or whole power of rational numbers as one of them; all else as it stands.
    Where coordinates are rational, determinants would be long trees of them."""
    same = all(map(is_, tree.children, children))
    made = tree if same else tree.rebuilt(tuple(children))
    known = [] if made.names else [each for each in map(rational, children) if each is not None]
    if not known or len(known) < len(children):
        return made
    match made:
        case Sum():
            return number(sum(known, Fraction()))
        case Product():
            return number(prod(known, start=Fraction(1)))
        case Quotient() if known[1]:
            return number(known[0] / known[1])
        case Power() if known[1].denominator == 1 and 0 < known[1] <= budget.EXTREMA_DEGREE:
            return number(known[0] ** int(known[1]))
    return made


class TracedPlace:
    """A point by a tree for each name, constant or in one further name whose value is `at`."""

    def __init__(
        self, values: Mapping[str, Tree], parameter: str = "", at: Point = NOWHERE
    ) -> None:
        self.values, self.parameter, self.at = dict(values), parameter, at

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.values)

    def coordinate(self, name: str) -> TracedScalar:
        return TracedScalar(self.values[name], self.parameter, self.at)

    def scalar(self, tree: Tree) -> TracedScalar:
        put_in = from_leaves(substitute(tree, self.values), _worked_out, {})
        made = TracedScalar(put_in, self.parameter, self.at)
        made.bounds(budget.PLACE_BITS)
        return made

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TracedPlace) or self.names != other.names:
            return NotImplemented
        apart = ((self.coordinate(n) - other.coordinate(n)).sign() for n in self.names)
        return all(sign == 0 for sign in apart)

    __hash__ = None  # type: ignore[assignment]
