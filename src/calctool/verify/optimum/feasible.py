"""Points of a feasible set: at random on several scales, and where a descent from them leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from math import isfinite
from random import Random

from calctool import budget
from calctool.algebra.ball import Ball
from calctool.algebra.ball.constants import ends_of
from calctool.algebra.ball.floats import floats
from calctool.algebra.ball.numbers import Rational, rounded
from calctool.algebra.build import added, negated
from calctool.notation.tree import ZERO, Relation, Tree
from calctool.verify.optimum.corrections import Point, Rows, Vector
from calctool.verify.optimum.descent import Descent, Reach, Reached, Slopes, wandered
from calctool.verify.optimum.in_floats import InFloats, target
from calctool.verify.optimum.projection import Projection

_SCALES = (Rational(1, 3), Rational(3), Rational(30), Rational(1000))
_SMALL = Rational(1, 2 ** (budget.EXTREME_BITS // 2))


class Feasible:
    """Where all relations hold, with f on it."""

    def __init__(self, f: Tree, names: Sequence[str], relations: Sequence[Relation]) -> None:
        self.names, self.relations = tuple(names), tuple(relations)
        gaps = [added((each.left, negated(each.right))) for each in relations]
        self._moves = Projection(f, gaps, names, budget.EXTREME_BITS)
        known = floats((f, *gaps), names)
        signs = [each.sign for each in relations]
        self._floats = (
            None if known is None
            else InFloats(known, signs, self._moves, budget.EXTREME_ROUNDS)
        )  # fmt: skip
        self._descended: dict[int, tuple[Rational, ...]] = {}

    def descended(self, turn: int) -> tuple[Rational, ...]:
        """Values at feasible points, and at those that a descent from the best leads to."""
        if turn not in self._descended:
            self._descended[turn] = tuple(self._descent(turn))
        return self._descended[turn]

    def _descent(self, turn: int) -> Iterator[Rational]:
        random = self._random()
        yield from (value for _, value in self._scattered)
        ordered = sorted(self._scattered, key=lambda each: -turn * each[1])
        for point, value in ordered[: budget.EXTREME_STARTS]:
            try:
                start = [float(point[name]) for name in self.names], float(value)
            except OverflowError:
                continue
            slopes, reach = self._ways(start)
            near = wandered(reach, start, turn, random)
            yield from self._judged(near)
            yield from self._judged(Descent(slopes, reach, turn).best(near, budget.EXTREME_FALLS))

    def _ways(self, start: Reached) -> tuple[Slopes, Reach]:
        """In floats, where these know all that is asked for and f to some digits."""
        if self._floats is not None and self._floats.is_near(*start):
            return self._floats.slopes, self._floats.reached
        return self._slopes, self._reached_slowly

    def _judged(self, end: Reached) -> Iterator[Rational]:
        """f where a search has ended, in balls."""
        found = self._reached(self._moves.point(end[0]))
        if found is not None:
            yield found[1]

    def _random(self) -> Random:
        return Random(f"{self.names}")  # noqa: S311 (sampling)

    def _slopes(self, at: Vector) -> tuple[Vector, Rows] | None:
        equations = [i for i, each in enumerate(self.relations) if each.sign == "="]
        found = self._moves.gradients(self._moves.point(at), [0, *(i + 1 for i in equations)])
        return None if found is None else (found[0], found[1:])

    def _reached_slowly(self, at: Vector) -> Reached | None:
        if not all(map(isfinite, at)):
            return None
        found = self._reached(self._moves.point(at))
        try:
            return None if found is None else ([*map(float, found[0].values())], float(found[1]))
        except OverflowError:
            return None

    @cached_property
    def _scattered(self) -> list[tuple[Point, Rational]]:
        points = (dict(each) for each in _scattered(self.names, self.relations))
        return [
            (point, value) for point in points if (value := self._value(self._balls(point)))
            is not None
        ]  # fmt: skip

    def scattered(self) -> Iterator[Point]:
        """Points of the set, whatever f is."""
        random = self._random()
        for scale in _SCALES:
            for _ in range(budget.EXTREME_SAMPLES):
                start = {name: scale * random.randint(-999, 999) / 999 for name in self.names}
                found = self._brought(start)
                if found is not None:
                    yield found[0]

    def _reached(self, point: Point) -> tuple[Point, Rational] | None:
        """A feasible point near by, with f there."""
        found = self._brought(point)
        value = None if found is None else self._value(found[1])
        return None if found is None or value is None else (found[0], value)

    def _brought(self, point: Point) -> tuple[Point, list[Ball] | None] | None:
        """To the equations, and inside the inequalities that it breaks, with the values there."""
        point = {name: rounded(value, budget.EXTREME_BITS) for name, value in point.items()}
        balls = self._balls(point)
        if balls is None:
            return None
        targets = {
            index: Rational(*wanted.as_integer_ratio())
            for index, (relation, ball) in enumerate(zip(self.relations, balls[1:], strict=True))
            if (wanted := target(relation.sign, ball)) is not None
        }
        if not targets:
            return point, balls
        moved = self._moves.closely(point, targets, budget.EXTREME_ROUNDS)
        return None if moved is None else (moved, self._balls(moved))

    def _balls(self, point: Point) -> list[Ball] | None:
        return self._moves.balls(point)

    def _value(self, balls: Sequence[Ball] | None) -> Rational | None:
        """f there; None where a constraint does not hold, or something has no value or none that is
        known well: what cancels far out says nothing."""
        if balls is None:
            return None
        for relation, ball in zip(self.relations, balls[1:], strict=True):
            low, high = ends_of(ball) or (Rational(-1), Rational(1))
            if not _holds(relation.sign, low, high):
                return None
        ends = ends_of(balls[0])
        if ends is None or ends[1] - ends[0] > _SMALL * (1 + abs(ends[0])):
            return None
        return (ends[0] + ends[1]) / 2


def feasible(f: Tree, names: Sequence[str], relations: Sequence[Relation]) -> Feasible:
    """One for the lines of an argument, for what it proves and for all else that is said of f on
    this set: points and descents are the same, in whatever order names and relations come."""
    ordered = sorted(relations, key=lambda each: each.sign)
    return _feasible(f, tuple(sorted(names)), tuple(ordered))


_feasible = lru_cache(maxsize=16)(Feasible)


@lru_cache(maxsize=16)
def _scattered(names: tuple[str, ...], relations: tuple[Relation, ...]) -> tuple[Point, ...]:
    """The same for every line of an argument about one set."""
    return tuple(Feasible(ZERO, names, relations).scattered())


def _holds(sign: str, low: Rational, high: Rational) -> bool:
    match sign:
        case "=":
            return low > -_SMALL and high < _SMALL
        case ">=" | ">":
            return low > 0
        case "<=" | "<":
            return high < 0
    return low > 0 or high < 0
