"""The second opinion on how an equation in one name was solved: each line is solved anew."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from msgspec import Struct

from calctool.algebra.field.ring import UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Interval, Point, compare, exact_point, sign_at, zeros
from calctool.algebra.roots.found import is_inside, ordered
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import ZERO, Name, Negative, Relation, Sum, Tree, number
from calctool.notation.walk import substitute
from calctool.verify.verdict import Finding, Verdict

_NOTHING = Finding(Verdict.UNDECIDED, "nothing-usable")
_WINDOW = 10
"""Members of families are compared between -10 and 10."""


class Solutions(Struct, frozen=True):
    """All zeros of a function on some open intervals, by a search that proved it."""

    name: str
    pieces: tuple[Interval, ...]
    points: tuple[Point, ...]
    repeat: bool = False
    """Whether they repeat for ever, and those in the window are listed."""

    def check(self, line: Alternatives) -> Finding:
        """Whether the solutions of the line on the intervals are these; nothing of the way to
        the line is used."""
        try:
            found = [point for system in line.systems for point in self._of(system)]
            listed = ordered(found)
            same = len(listed) == len(self.points) and all(
                self._is_same(*pair, line) for pair in zip(listed, self.points, strict=True)
            )
        except (Undecided, Undefined, UnknownError):
            return _NOTHING
        verdict = Verdict.PROVED if same else Verdict.REFUTED
        return Finding(verdict, "same-solutions", 0 if same else 1)

    def _of(self, system: System) -> Iterator[Point]:
        match system.relations:
            case (Relation(Name(id), "=", right),) if id == self.name and id not in right.names:
                points = [exact_point(right)] if not right.names else list(self._members(right))
                yield from (p for p in points if any(is_inside(p, each) for each in self.pieces))
            case (Relation(left, "=", right),):
                yield from self._zeros(Sum((left, Negative(right))))
            case (Relation(sign="=") as first, *conditions) if conditions:
                yield from (
                    point for point in self._of(System((first,)))
                    if all(self._holds(each, point) for each in conditions)
                )  # fmt: skip
            case (Relation(left, ">=", low), Relation(right, "<=", high)):
                yield from (
                    point for point in self.points
                    if left == right == Name(self.name) and _is_in(point, low, high)
                )  # fmt: skip
            case _:
                raise Undecided

    def _is_same(self, found: Point, known: Point, line: Alternatives) -> bool:
        """Two points that cannot be compared are one, where the known one solves the line: as
        many solutions are known as the line has."""
        order = compare(found, known)
        if order is not None:
            return order == 0
        if found.high < known.low or known.high < found.low:
            return False
        apart = (
            Sum((each.left, Negative(each.right)))
            for system in line.systems
            for each in system.relations
            if each.sign == "=" and not (each.right.names - {self.name})
        )
        if not any(sign_at(tree, self.name, known) == 0 for tree in apart):
            raise Undecided
        return True

    def _holds(self, condition: Relation, point: Point) -> bool:
        """Whether u >= 0 holds there."""
        if condition.sign != ">=" or condition.right != ZERO:
            raise Undecided
        found = sign_at(condition.left, self.name, point)
        if found is None:
            raise Undecided
        return found >= 0

    def _zeros(self, apart: Tree) -> Iterator[Point]:
        found = zeros(apart, self.name, self.pieces)
        if found.state != "complete" or found.flat or bool(found.families) != self.repeat:
            raise Undecided
        yield from (zero.at for zero in found.zeros)

    def _members(self, tree: Tree) -> Iterator[Point]:
        """Of a + b*k those in the window, which holds two of them at least, or on the pieces."""
        (letter,) = tree.names
        start, after = (exact_point(substitute(tree, {letter: number(k)})) for k in (0, 1))
        step = after.low - start.low
        low, high = self._reach()
        if not step or (abs(step) * 2 > high - low and self.repeat):
            raise Undecided
        ends = sorted(((low - start.low) / step, (high - start.low) / step))
        for k in range(floor(ends[0]) - 1, ceil(ends[1]) + 2):
            point = exact_point(substitute(tree, {letter: number(k)}))
            if low <= point.high and point.low <= high:
                yield point

    def _reach(self) -> tuple[Fraction, Fraction]:
        """The window, or what the pieces cover if that is bounded."""
        starts = [piece.start for piece in self.pieces]
        ends = [piece.end for piece in self.pieces]
        low = min((s.low for s in starts if s is not None), default=Fraction(-_WINDOW))
        high = max((e.high for e in ends if e is not None), default=Fraction(_WINDOW))
        low = low if None not in starts else Fraction(-_WINDOW)
        return low, high if None not in ends else Fraction(_WINDOW)


def _is_in(point: Point, low: Tree, high: Tree) -> bool:
    return exact_point(low).low <= point.low and point.high <= exact_point(high).high
