"""The second opinion on a least or greatest value, whatever argument it comes from.

Feasible points with a value beyond it, a place that breaks a constraint or has another value, and
a curve that does not come near refute it. Nothing here proves it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from random import Random
from typing import Literal

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball import Ball, Program
from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.build import added, negated
from calctool.notation.tree import Relation, Tree
from calctool.notation.walk import substitute
from calctool.verify.optimum.projection import Projection
from calctool.verify.verdict import Finding, Verdict

Point = dict[str, Fraction]

_SCALES = (Fraction(1, 3), Fraction(3), Fraction(30), Fraction(1000))
_INSIDE = Fraction(1, 2**30)
"""How far inside an inequality points are put that broke it."""
_REFUTED = Finding(Verdict.REFUTED, "values-near-by")


class Claimed(Struct, frozen=True):
    """An infimum (turn -1) or supremum with rational bounds, None where it is infinite.

    `places` are said to have it, along `curve`, by name, f is said to tend to it as the parameter
    tends to infinity.
    """

    turn: Literal[-1, 1]
    value: tuple[Fraction, Fraction] | None
    places: tuple[Mapping[str, Tree], ...] = ()
    curve: tuple[tuple[str, Tree], ...] = ()
    parameter: str = "t"


class Extremes:
    """The points of one question: f of the names where all relations hold."""

    def __init__(self, f: Tree, names: Sequence[str], relations: Sequence[Relation]) -> None:
        self.f, self.names, self.relations = f, tuple(names), tuple(relations)
        trees = (added((each.left, negated(each.right))) for each in relations)
        program = Program((f, *trees))
        self._moves = Projection(program, names, budget.EXTREME_BITS)
        self._random = Random(f"{self.names}")  # noqa: S311 (sampling)

    def check(self, claimed: Sequence[Claimed]) -> Finding:
        """Whether a point, a place or a curve objects to any of the bounds."""
        points = 0
        for each in claimed:
            if self._is_wrong_at_places(each) or self._is_wrong_along(each):
                return _REFUTED
            if each.value is not None:
                seen = list(self._descended(each.turn))
                if any(self._is_beyond(value, each) for value in seen):
                    return _REFUTED
                points += len(seen)
        if not points:
            return Finding(Verdict.UNDECIDED, "nothing-usable")
        return Finding(Verdict.SAMPLED, "values-near-by", points)

    @staticmethod
    def _is_beyond(value: Fraction, claimed: Claimed) -> bool:
        low, high = claimed.value or (value, value)
        gap = low - value if claimed.turn < 0 else value - high
        return gap > (1 + abs(low)) / 2**20

    # --- points -----------------------------------------------------------------------------------

    def _descended(self, turn: int) -> Iterator[Fraction]:
        """Values at feasible points, and at those that a descent from the best leads to."""
        yield from (value for value, _ in self._scattered)
        ordered = sorted(self._scattered, key=lambda each: -turn * each[0])
        for value, point in ordered[: budget.EXTREME_STARTS]:
            size = max(map(abs, point.values()), default=Fraction(0))
            best, at, step = value, point, (1 + size) / 4
            for _ in range(budget.EXTREME_STEPS):
                moved = self._beside(at, step)
                there = None if moved is None else self._feasible(moved)
                if there is not None and moved is not None and (there - best) * turn > 0:
                    best, at = there, moved
                    step *= 2
                else:
                    step /= 2
            yield best

    @cached_property
    def _scattered(self) -> list[tuple[Fraction, Point]]:
        return list(self._at_random())

    def _at_random(self) -> Iterator[tuple[Fraction, Point]]:
        for scale in _SCALES:
            for _ in range(budget.EXTREME_SAMPLES):
                start = {name: scale * self._random.randint(-999, 999) / 999 for name in self.names}
                point = self._brought(start)
                value = None if point is None else self._feasible(point)
                if point is not None and value is not None:
                    yield value, point

    def _beside(self, at: Point, step: Fraction) -> Point | None:
        moved = {n: v + step * self._random.randint(-99, 99) / 99 for n, v in at.items()}
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
        """f there; None where a constraint does not hold or something has no value."""
        balls = self._moves.balls(point)
        if balls is None:
            return None
        small = Fraction(1, 2 ** (budget.EXTREME_BITS // 2))
        for relation, ball in zip(self.relations, balls[1:], strict=True):
            low, high = bounds_of(ball) or (Fraction(-1), Fraction(1))
            if not _holds(relation.sign, low, high, small):
                return None
        ends = bounds_of(balls[0])
        return None if ends is None else sum(ends, Fraction(0)) / 2

    # --- places and curves ------------------------------------------------------------------------

    def _is_wrong_at_places(self, claimed: Claimed) -> bool:
        for place in claimed.places:
            known = {name: place[name] for name in self.names if name in place}
            if len(known) < len(self.names) or any(tree.names for tree in known.values()):
                continue
            balls = _balls((self.f, *self._gaps()), known, {})
            if self._breaks(balls[1:]) or _is_apart(balls[0], claimed.value):
                return True
        return False

    def _gaps(self) -> Iterator[Tree]:
        return (added((each.left, negated(each.right))) for each in self.relations)

    def _breaks(self, balls: Sequence[Ball | None]) -> bool:
        pairs = zip(self.relations, balls, strict=True)
        return any(ball is not None and _is_broken(each.sign, ball) for each, ball in pairs)

    def _is_wrong_along(self, claimed: Claimed) -> bool:
        """Far out constraints hold, and f comes ever nearer, or grows."""
        curve = dict(claimed.curve)
        if set(curve) != set(self.names):
            return False
        sizes: list[Fraction] = []
        for power in budget.EXTREME_POWERS:
            far = {claimed.parameter: Fraction(2**power)}
            balls = _balls((self.f, *self._gaps()), curve, far)
            if self._breaks(balls[1:]):
                return True
            ends = None if balls[0] is None else bounds_of(balls[0])
            if ends is not None:
                if self._is_beyond(sum(ends, Fraction(0)) / 2, claimed):
                    return True
                # Two balls that meet say nothing of how near f has come.
                meets = not _is_apart(balls[0], claimed.value)
                near = claimed.value is not None and meets
                sizes.append(
                    Fraction(0) if near else _distance(sum(ends, Fraction(0)) / 2, claimed)
                )
        if claimed.value is None:
            return len(sizes) > 1 and sizes[-1] >= sizes[0]
        # As slow as 1/log t is slow enough.
        return len(sizes) > 1 and 2 * abs(sizes[-1]) > abs(sizes[0])


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


def _is_broken(sign: str, ball: Ball) -> bool:
    """Whether a constraint certainly does not hold."""
    match sign:
        case "=":
            return bool(ball > 0 or ball < 0)
        case ">=" | ">":
            return bool(ball < 0)
        case "<=" | "<":
            return bool(ball > 0)
    return False


def _balls(
    trees: Sequence[Tree], coordinates: Mapping[str, Tree], values: Mapping[str, Fraction]
) -> list[Ball | None]:
    """At a point whose coordinates are given as trees."""
    put = [substitute(tree, dict(coordinates)) for tree in trees]
    found = Program(tuple(put)).balls(values, bits=budget.ON_SET_BITS)
    return [ball if isinstance(ball, Ball) else None for ball in found]


def _is_apart(ball: Ball | None, value: tuple[Fraction, Fraction] | None) -> bool:
    ends = None if ball is None else bounds_of(ball)
    if ends is None or value is None:
        return False
    return ends[1] < value[0] or ends[0] > value[1]


def _distance(value: Fraction, claimed: Claimed) -> Fraction:
    """From the bound; of an infinite one, how far f still has to go: it must fall."""
    if claimed.value is None:
        return -claimed.turn * value
    return value - sum(claimed.value, Fraction(0)) / 2
