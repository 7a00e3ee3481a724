"""Points of a feasible set: at random on several scales, and where a descent from them leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from random import Random

from calctool import budget
from calctool.algebra.ball import Ball, Program
from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.build import added, negated
from calctool.notation.tree import ZERO, Relation, Tree
from calctool.verify.optimum.descent import Descent
from calctool.verify.optimum.projection import Projection

Point = dict[str, Fraction]

_SCALES = (Fraction(1, 3), Fraction(3), Fraction(30), Fraction(1000))
_INSIDE = Fraction(1, 2**30)
"""How far inside an inequality points are put that broke it."""
_LONGER, _SHORTER = Fraction(3, 2), Fraction(2, 3)


class Feasible:
    """Where all relations hold, with f on it."""

    def __init__(self, f: Tree, names: Sequence[str], relations: Sequence[Relation]) -> None:
        self.names, self.relations = tuple(names), tuple(relations)
        trees = (added((each.left, negated(each.right))) for each in relations)
        program = Program((f, *trees))
        self._moves = Projection(program, names, budget.EXTREME_BITS)
        self._random = Random(f"{self.names}")  # noqa: S311 (sampling)

    def descended(self, turn: int) -> Iterator[Fraction]:
        """Values at feasible points, and at those that a descent from the best leads to."""
        yield from (value for value, _ in self._scattered)
        ordered = sorted(self._scattered, key=lambda each: -turn * each[0])
        falling = Descent(self._slopes, self._brought, self._feasible, turn)
        for value, point in ordered[: budget.EXTREME_STARTS]:
            near, at = self._best_from(value, point, turn)
            yield near
            yield falling.best(near, at, budget.EXTREME_FALLS)

    def _slopes(self, at: Point) -> tuple[list[float], list[list[float]]] | None:
        """The gradients of f and of the equations."""
        equations = [i for i, each in enumerate(self.relations) if each.sign == "="]
        found = self._moves.gradients(at, [0, *(i + 1 for i in equations)])
        return None if found is None else (found[0], found[1:])

    def _best_from(self, value: Fraction, point: Point, turn: int) -> tuple[Fraction, Point]:
        """At random, and on the way that led to a better value."""
        best, at = value, point
        step = (1 + max(map(abs, point.values()), default=Fraction(0))) / 4
        heading = dict.fromkeys(at, Fraction(0))
        for _ in range(budget.EXTREME_STEPS):
            moved = self._beside(at, step, heading)
            there = None if moved is None else self._feasible(moved)
            if there is not None and moved is not None and (there - best) * turn > 0:
                heading = {name: moved[name] - at[name] for name in at}
                best, at = there, moved
                step *= _LONGER
            else:
                heading = dict.fromkeys(at, Fraction(0))
                step *= _SHORTER
        return best, at

    @cached_property
    def _scattered(self) -> list[tuple[Fraction, Point]]:
        return list(self._at_random())

    def _at_random(self) -> Iterator[tuple[Fraction, Point]]:
        for each in _scattered(self.names, self.relations):
            point = dict(each)
            value = self._feasible(point)
            if value is not None:
                yield value, point

    def scattered(self) -> Iterator[Point]:
        """Points of the set, whatever f is."""
        for scale in _SCALES:
            for _ in range(budget.EXTREME_SAMPLES):
                start = {name: scale * self._random.randint(-999, 999) / 999 for name in self.names}
                point = self._brought(start)
                if point is not None:
                    yield point

    def _beside(self, at: Point, step: Fraction, heading: Point) -> Point | None:
        moved = {
            name: value + heading[name] + step * self._random.randint(-99, 99) / 99
            for name, value in at.items()
        }
        return self._brought(moved)

    def _brought(self, point: Point) -> Point | None:
        """To the equations, and inside the inequalities that it breaks."""
        point = {name: self._moves.rounded(value) for name, value in point.items()}
        balls = self._moves.balls(point)
        if balls is None:
            return None
        targets = {
            index: target
            for index, (relation, ball) in enumerate(zip(self.relations, balls[1:], strict=True))
            if (target := _target(relation.sign, ball)) is not None
        }
        moved, converged = self._moves.closely(point, targets, budget.EXTREME_ROUNDS)
        return moved if converged else None

    def _feasible(self, point: Point) -> Fraction | None:
        """f there; None where a constraint does not hold, or something has no value or none that is
        known well: what cancels far out says nothing."""
        balls = self._moves.balls(point)
        if balls is None:
            return None
        small = Fraction(1, 2 ** (budget.EXTREME_BITS // 2))
        for relation, ball in zip(self.relations, balls[1:], strict=True):
            low, high = bounds_of(ball) or (Fraction(-1), Fraction(1))
            if not _holds(relation.sign, low, high, small):
                return None
        ends = bounds_of(balls[0])
        if ends is None or ends[1] - ends[0] > small * (1 + abs(ends[0])):
            return None
        return sum(ends, Fraction(0)) / 2


@lru_cache(maxsize=16)
def _scattered(names: tuple[str, ...], relations: tuple[Relation, ...]) -> tuple[Point, ...]:
    """The same for every line of an argument about one set."""
    return tuple(Feasible(ZERO, names, relations).scattered())


def _target(sign: str, ball: Ball) -> Fraction | None:
    """The value that a constraint has to be brought to; None where it holds."""
    if sign == "=":
        return Fraction(0)
    if sign in (">=", ">"):
        return None if ball > 0 else _INSIDE
    if sign in ("<=", "<"):
        return None if ball < 0 else -_INSIDE
    return None


def _holds(sign: str, low: Fraction, high: Fraction, small: Fraction) -> bool:
    match sign:
        case "=":
            return -small < low and high < small
        case ">=" | ">":
            return low > 0
        case "<=" | "<":
            return high < 0
    return low > 0 or high < 0
