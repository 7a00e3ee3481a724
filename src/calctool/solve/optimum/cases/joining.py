"""Neighbouring parts of the line of a letter as one, where the formulas of one give the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from calctool.algebra.cells import partition
from calctool.algebra.cells.partition import Part
from calctool.algebra.field import prove_equal
from calctool.algebra.roots import Point
from calctool.notation.tree import Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import CandidatePoint, Extreme, Place, PointSet
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.record import OptimumAnswer

T = TypeVar("T")


def joined(parts: list[Part[OptimumAnswer]], letter: str) -> list[Part[OptimumAnswer]]:
    """In order; every value of a part is in one of them."""

    def agree(cell: OptimumAnswer, value: OptimumAnswer, at: Point) -> bool:
        return agrees(cell, value, letter, at)

    return partition.joined(parts, alike, agree)


def alike(one: OptimumAnswer, other: OptimumAnswer) -> bool:
    """Whether two cells have the same formulas everywhere, in whatever order and form."""

    def told(answer: OptimumAnswer) -> tuple[object, ...]:
        sets = tuple((s.equations, s.points, [k.kind for k in s.kinds]) for s in answer.sets)
        ends = tuple(e and (e.attained, len(e.at), e.sets) for e in _ends(answer))
        feasible = getattr(answer, "feasible", None)
        missing = answer.completeness.missing
        return (sets, answer.families, ends, missing, len(answer.points), feasible)

    if told(one) != told(other):
        return False
    values = zip(_ends(one), _ends(other), strict=True)
    if not all(e is None or g is None or _equal(e.value, g.value) for e, g in values):
        return False
    left = list(other.points)
    for p in one.points:
        found = next((q for q in left if _equal_points(p, q)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _equal_points(p: CandidatePoint, q: CandidatePoint) -> bool:
    if (p.kind, p.strict, p.regular) != (q.kind, q.strict, q.regular):
        return False
    if (p.multipliers is None) != (q.multipliers is None):
        return False
    pairs = (
        *zip(p.at, q.at, strict=True),
        *zip(p.multipliers or (), q.multipliers or (), strict=False),
    )
    return _equal(p.value, q.value) and all(_equal(a, b) for (_, a), (_, b) in pairs)


def _equal(one: Exact | None, other: Exact | None) -> bool:
    """Whether two formulas are certainly the same."""
    if one is None or other is None:
        return one is other
    if one == other:
        return True
    if not (one.is_known and other.is_known) or one.root is not None or other.root is not None:
        return False
    if is_infinite(one.expr) or is_infinite(other.expr):
        return one.expr == other.expr
    return prove_equal(one.expr, other.expr) is True


def _ends(answer: OptimumAnswer) -> tuple[Extreme | None, Extreme | None]:
    return answer.minimum, answer.maximum


def agrees(cell: OptimumAnswer, point: OptimumAnswer, letter: str, at: Point) -> bool:
    """Whether the formulas of a cell give, at a value beside it, exactly the answer there."""
    assert at.tree is not None  # noqa: S101 (an answer was found there)
    return _Comparison(letter, at.tree).answers(cell, point)


class _Comparison(Struct, frozen=True):
    letter: str
    at: Tree

    def answers(self, cell: OptimumAnswer, point: OptimumAnswer) -> bool:
        if cell.completeness.missing or point.completeness.missing or cell.families:
            return False
        if len(cell.points) != len(point.points) or len(cell.sets) != len(point.sets):
            return False
        if point.families or getattr(cell, "feasible", None) != getattr(point, "feasible", None):
            return False
        return all(self._tests(cell, point))

    def _tests(self, cell: OptimumAnswer, point: OptimumAnswer) -> Iterator[bool]:
        yield self.matched(cell.points, point.points)
        yield all(map(self.sets, cell.sets, point.sets))
        yield all(map(self.extremes, _ends(cell), _ends(point)))

    def matched(self, own: Sequence[CandidatePoint], other: Sequence[CandidatePoint]) -> bool:
        left = list(other)
        for p in own:
            found = next((q for q in left if self.points(p, q)), None)
            if found is None:
                return False
            left.remove(found)
        return True

    def points(self, p: CandidatePoint, q: CandidatePoint) -> bool:
        if (p.kind, p.strict, p.why, p.regular) != (q.kind, q.strict, q.why, q.regular):
            return False
        if (p.multipliers is None) != (q.multipliers is None):
            return False
        return (
            self.places(p.at, q.at)
            and self.same(p.value, q.value)
            and self.places(p.multipliers or (), q.multipliers or ())
        )

    def places(self, one: Place, other: Place) -> bool:
        return len(one) == len(other) and all(
            n == m and self.same(a, b) for (n, a), (m, b) in zip(one, other, strict=True)
        )

    def sets(self, one: PointSet, other: PointSet) -> bool:
        if [k.kind for k in one.kinds] != [k.kind for k in other.kinds]:
            return False
        if any(k.where for k in (*one.kinds, *other.kinds)) or not self.same(
            one.value, other.value
        ):
            return False
        if one.points is None or len(one.parameters) != len(other.parameters):
            return False
        along = {n: self.put(tree) for n, tree in one.points}
        return all(
            prove_equal(substitute(r.left, along), substitute(r.right, along))
            for r in other.equations
        )

    def put(self, tree: Tree) -> Tree:
        return substitute(tree, {self.letter: self.at})

    def extremes(self, e: Extreme | None, g: Extreme | None) -> bool:
        if e is None or g is None:
            return e is g
        if e.attained != g.attained or e.attained is None or len(e.at) != len(g.at):
            return False
        return self.same(e.value, g.value) and e.sets == g.sets

    def same(self, one: Exact | None, other: Exact | None) -> bool:
        """Whether a formula has certainly that value."""
        if one is None or other is None:
            return one is other
        if is_infinite(one.expr) or is_infinite(other.expr):
            return one.expr == other.expr
        if not one.is_known or one.root is not None:
            return False
        value = exact(exact_value(self.put(one.expr)))
        return value.low is not None and compared(value, other) == 0
