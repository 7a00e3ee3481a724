"""Exact constants as scalars, and the order of scalars whatever places they come from."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.build import added, negated
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.places.place import Bounds, Scalar
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.sign import sign
from calctool.algebra.real.writing import written
from calctool.algebra.roots.points.norms import vanishes
from calctool.notation.tree import Tree, rational


class Constant(Struct, frozen=True):
    """A scalar that belongs to no place."""

    value: Real

    @staticmethod
    def of(value: Fraction | int) -> Constant:
        """A rational number."""
        return Constant(Real.of(value))

    def __add__(self, other: Scalar) -> Constant:
        return Constant(self.value + real(other))

    def __sub__(self, other: Scalar) -> Constant:
        return Constant(self.value - real(other))

    def __mul__(self, other: Scalar) -> Constant:
        return Constant(self.value * real(other))

    def __neg__(self) -> Constant:
        return Constant(-self.value)

    def sign(self) -> int | None:
        try:
            return sign(self.value)
        except (Undecided, Undefined):
            return None

    def tree(self) -> Tree:
        return written(self.value)

    def bounds(self, bits: int) -> Bounds:
        known = self.value.rational
        found = (known, known) if known is not None else enclose(self.tree(), bits * 3 // 10 + 1)
        if found is None:
            raise Undecided
        return found


class Enclosed(Struct, frozen=True):
    """A number of which these bounds are all that is known."""

    low: Fraction
    high: Fraction

    def __add__(self, other: Scalar) -> Enclosed:
        low, high = _bounds(other)
        return Enclosed(self.low + low, self.high + high)

    def __sub__(self, other: Scalar) -> Enclosed:
        return self + -other

    def __mul__(self, other: Scalar) -> Enclosed:
        ends = [mine * its for mine in (self.low, self.high) for its in _bounds(other)]
        return Enclosed(min(ends), max(ends))

    def __neg__(self) -> Enclosed:
        return Enclosed(-self.high, -self.low)

    def sign(self) -> int | None:
        if self.low == self.high == 0:
            return 0
        return 1 if self.low > 0 else -1 if self.high < 0 else None

    def tree(self) -> None:
        return None

    def bounds(self, bits: int) -> Bounds:  # noqa: ARG002 (no closer ones are known)
        return self.low, self.high


def _bounds(scalar: Scalar) -> Bounds:
    return scalar.bounds(budget.EXTREMA_ORDER_BITS[-1])


def real(scalar: Scalar) -> Real:
    """The value in normal form; raises Undecided where no exact form is known."""
    if isinstance(scalar, Constant):
        return scalar.value
    tree = scalar.tree()
    if tree is None:
        raise Undecided
    return constant_value(tree)


def fraction(scalar: Scalar) -> Fraction | None:
    """The value of a scalar that is seen to be rational."""
    if isinstance(scalar, Constant):
        return scalar.value.rational
    tree = scalar.tree()
    return None if tree is None else rational(tree)


def compare(a: Scalar, b: Scalar) -> int | None:
    """-1, 0 or 1, proved: bounds apart, or exact forms whose difference vanishes."""
    p, q = fraction(a), fraction(b)
    if p is not None and q is not None:
        return (p > q) - (p < q)
    for bits in budget.EXTREMA_ORDER_BITS:
        try:
            (low, high), (start, end) = a.bounds(bits), b.bounds(bits)
        except Undecided:
            return None
        if high < start or low > end:
            return -1 if high < start else 1
        if bits == budget.EXTREMA_ORDER_BITS[0] and are_equal(a, b):
            return 0
    return None


def are_equal(a: Scalar, b: Scalar) -> bool:
    """True is a proof; False only says that none was found."""
    left, right = a.tree(), b.tree()
    if left is None or right is None:
        return False
    if left == right:
        return True
    try:
        return vanishes(added((left, negated(right))))
    except Undecided:
        pass
    try:
        return sign(constant_value(left) - constant_value(right)) == 0
    except (Undecided, Undefined):
        return False


def least(values: Sequence[Scalar]) -> tuple[int, ...] | None:
    """The indices of all that are least; None where the order of some was not decided."""
    best: list[int] = []
    for index, value in enumerate(values):
        order = compare(value, values[best[0]]) if best else -1
        if order is None:
            return None
        if order <= 0:
            best = [*best, index] if order == 0 else [index]
    return tuple(best)
