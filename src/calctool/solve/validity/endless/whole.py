"""Signs of trees in a whole number, for all whole numbers between two at once."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from msgspec import Struct, field

from calctool import budget
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Interval, Point, rational_point, zeros
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.waves.circles import has_waves
from calctool.notation.tree import Tree, rational
from calctool.solve.exact.record import Reach


class Cut(Exception):  # noqa: N818 (it is no fault: the whole numbers are divided)
    """A sign is not one: it may change before each of these whole numbers."""

    def __init__(self, before: tuple[int, ...]) -> None:
        self.before = before


class Whole(Struct):
    """Signs of trees in a letter that is a whole number of the `reach`; see `letters_known`."""

    letter: str
    reach: Reach
    known: dict[Tree, int] = field(default_factory=dict)

    def sign(self, tree: Tree) -> int:
        """Raises Cut where it is not the same for all, Undecided where that is not known."""
        if tree not in self.known:
            self.known[tree] = self._sign(tree)
        return self.known[tree]

    def _sign(self, tree: Tree) -> int:
        if not tree.names <= {self.letter} or has_waves(tree, self.letter):
            raise Undecided
        own = Field()
        element = own.normal(tree)
        if element is None:
            raise Undecided
        total = 1
        for part in element.parts():
            if not part:
                return 0
            read = own.to_tree(Element(own.ring, part, own.ring.one))
            if read is None:
                raise Undecided
            total *= self._of_part(read)
        return total

    def _of_part(self, tree: Tree) -> int:
        """Of a function without poles."""
        first, last = self.reach
        ends = (None if k is None else rational_point(Fraction(k)) for k in (first, last))
        start, end = ends
        if tree.names:
            on = Interval(start, end, (start is not None, end is not None))
            found = zeros(tree, self.letter, (on,))
            if found.state != "complete" or found.families or found.flat:
                raise Undecided
            cuts = {k for zero in found.zeros for k in _around(zero.at) if self._divides(k)}
            if cuts:
                raise Cut(tuple(sorted(cuts)))
        sample = first if first is not None else last if last is not None else 0
        try:
            return curve(tree, self.letter).at(Fraction(sample))
        except Undefined as undefined:
            raise Undecided from undefined

    def _divides(self, k: int) -> bool:
        first, last = self.reach
        return (first is None or first < k) and (last is None or k <= last)


def _around(point: Point) -> tuple[int, ...]:
    """The whole numbers before which a zero divides: its own and the next one, or the next one."""
    value = None if point.tree is None else rational(point.tree)
    if value is None:
        low, high = point.refined(budget.TABLE_BITS)
        if floor(low) != floor(high):
            raise Undecided
        return (floor(low) + 1,)
    return (ceil(value),) if value.denominator > 1 else (int(value), int(value) + 1)
