"""Points of a feasible set: at random on several scales, and where a descent from them leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from random import Random

from calctool import budget
from calctool.algebra.ball import Ball
from calctool.algebra.ball.constants import ends_of
from calctool.algebra.ball.numbers import Rational, rounded
from calctool.algebra.build import added, negated
from calctool.notation.tree import ZERO, Relation, Tree
from calctool.verify.optimum.corrections import Point
from calctool.verify.optimum.descent import Descent
from calctool.verify.optimum.projection import Projection

_SCALES = (Rational(1, 3), Rational(3), Rational(30), Rational(1000))
_INSIDE = Rational(1, 2**30)
"""How far inside an inequality points are put that broke it."""
_LONGER, _SHORTER = Rational(3, 2), Rational(2, 3)
_NOTHING = Rational(0)
_SMALL = Rational(1, 2 ** (budget.EXTREME_BITS // 2))


class Feasible:
    """Where all relations hold, with f on it."""

    def __init__(self, f: Tree, names: Sequence[str], relations: Sequence[Relation]) -> None:
        self.names, self.relations = tuple(names), tuple(relations)
        gaps = [added((each.left, negated(each.right))) for each in relations]
        self._moves = Projection(f, gaps, names, budget.EXTREME_BITS)
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
        falling = Descent(self._slopes, self._reached, turn)
        for point, value in ordered[: budget.EXTREME_STARTS]:
            at, near = self._best_from(point, value, turn, random)
            yield near
            yield falling.best(near, at, budget.EXTREME_FALLS)

    def _random(self) -> Random:
        return Random(f"{self.names}")  # noqa: S311 (sampling)

    def _slopes(self, at: Point) -> tuple[list[float], list[list[float]]] | None:
        """The gradients of f and of the equations."""
        equations = [i for i, each in enumerate(self.relations) if each.sign == "="]
        found = self._moves.gradients(at, [0, *(i + 1 for i in equations)])
        return None if found is None else (found[0], found[1:])

    def _best_from(
        self, point: Point, value: Rational, turn: int, random: Random
    ) -> tuple[Point, Rational]:
        """At random, and on the way that led to a better value."""
        at, best = point, value
        step = (1 + max(map(abs, point.values()), default=_NOTHING)) / 4
        heading = dict.fromkeys(at, _NOTHING)
        for _ in range(budget.EXTREME_STEPS):
            found = self._reached(_beside(at, step, heading, random))
            if found is not None and (found[1] - best) * turn > 0:
                heading = {name: found[0][name] - at[name] for name in at}
                at, best = found
                step *= _LONGER
            else:
                heading = dict.fromkeys(at, _NOTHING)
                step *= _SHORTER
        return at, best

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
            index: target
            for index, (relation, ball) in enumerate(zip(self.relations, balls[1:], strict=True))
            if (target := _target(relation.sign, ball)) is not None
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


def _beside(at: Point, step: Rational, heading: Point, random: Random) -> Point:
    return {
        name: value + heading[name] + step * random.randint(-99, 99) / 99
        for name, value in at.items()
    }


def _target(sign: str, ball: Ball) -> Rational | None:
    """The value that a constraint has to be brought to; None where it holds."""
    if sign == "=":
        return _NOTHING
    if sign in (">=", ">"):
        return None if ball > 0 else _INSIDE
    if sign in ("<=", "<"):
        return None if ball < 0 else -_INSIDE
    return None


def _holds(sign: str, low: Rational, high: Rational) -> bool:
    match sign:
        case "=":
            return low > -_SMALL and high < _SMALL
        case ">=" | ">":
            return low > 0
        case "<=" | "<":
            return high < 0
    return low > 0 or high < 0
