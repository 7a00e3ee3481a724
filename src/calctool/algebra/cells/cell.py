"""What is known of a parameter inside an open interval: signs, by zeros and one sample."""

from __future__ import annotations

from calctool.algebra.cells.region import Region
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, UnknownError, is_constant
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import (
    Interval,
    Point,
    compare,
    domain,
    inside,
    rational_point,
    zeros,
)
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.notation.tree import Name, Negative, Sum, Tree, number
from calctool.notation.walk import substitute


class Cut(Exception):  # noqa: N818 (it is no fault: the case has to be cut there)
    """A sign is not the same all over a case: `of` changes at `points`."""

    def __init__(self, of: Tree, points: tuple[Point, ...]) -> None:
        self.of, self.points = of, points


class Cell(Region):
    """One parameter between two points (None is infinity)."""

    def __init__(self, letter: str, start: Point | None, end: Point | None) -> None:
        super().__init__({letter: inside(start, end)})
        self.on = Interval(start, end)

    def _sign(self, tree: Tree) -> int:
        if tree.names != {self.letter}:
            raise Undecided
        own = Field()
        element = own.normal(tree)
        if element is None:
            raise Undecided
        self._refuse_gaps(tree)
        num, den = element.parts()
        if not num:
            return 0
        for p in (num, den):
            for factor, _ in own.ring.factors(p)[1]:
                if not is_constant(factor):
                    self._refuse_zeros(own, factor, tree)
        try:
            return constant_sign(substitute(tree, {self.letter: number(self.sample[self.letter])}))
        except Undefined:
            raise Undecided from None

    def without_sample(self) -> Exception:
        value = self.sample[self.letter]
        apart = Sum((Name(self.letter), Negative(number(value))))
        return Cut(apart, (rational_point(value),))

    def _refuse_zeros(self, own: Field, factor: object, whole: Tree) -> None:
        try:
            part = own.to_tree(Element(own.ring, factor, own.ring.one))
        except UnknownError:
            part = None
        if part is None:
            raise Undecided
        if self.letter not in part.names:
            return
        found = zeros(part, self.letter, (self.on,), whole=True)
        if found.state != "complete" or found.families or found.flat:
            raise Undecided
        if found.zeros:
            raise Cut(whole, tuple(zero.at for zero in found.zeros))

    def _refuse_gaps(self, tree: Tree) -> None:
        """The tree must have a value all over the case."""
        found = domain(tree, self.letter)
        if found.state != "complete" or found.period is not None:
            raise Undecided
        ends = (end for each in found.intervals for end in (each.start, each.end))
        points = dict.fromkeys((*ends, *found.breaks, *found.isolated))
        within = tuple(p for p in points if p is not None and self.holds(p))
        if within:
            raise Cut(tree, within)
        if not found.intervals:
            raise Undecided

    def holds(self, point: Point) -> bool:
        """Whether a value of the parameter lies in the case."""
        for end, turn in ((self.on.start, 1), (self.on.end, -1)):
            if end is not None and compare(point, end) != turn:
                if compare(point, end) is None:
                    raise Undecided
                return False
        return True
