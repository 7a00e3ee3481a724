"""The second opinion on a least or greatest value, whatever argument it comes from.

Feasible points with a value beyond it, a place that breaks a constraint or has another value, and
a curve that does not come near refute it. Nothing here proves it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, log
from typing import Literal

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball import Ball, Program
from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.ball.numbers import Rational, rational
from calctool.algebra.build import added, negated
from calctool.notation.tree import Relation, Tree
from calctool.notation.walk import substitute, walk
from calctool.verify.optimum.feasible import feasible
from calctool.verify.verdict import Finding, Verdict

_REFUTED = Finding(Verdict.REFUTED, "values-near-by")


class Claimed(Struct, frozen=True):
    """An infimum (turn -1) or supremum with rational bounds, None where it is infinite.

    `places` are said to have it, along `curve`, by name, f is said to tend to it as the parameter
    tends to infinity. Where it is said not to be `attained`, no listed point may have the
    `exact` value.
    """

    turn: Literal[-1, 1]
    value: tuple[Fraction, Fraction] | None
    places: tuple[Mapping[str, Tree], ...] = ()
    curve: tuple[tuple[str, Tree], ...] = ()
    parameter: str = "t"
    attained: bool | None = None
    exact: Tree | None = None
    listed: tuple[Mapping[str, Tree], ...] = ()


class Extremes:
    """The points of one question: f of the names where all relations hold."""

    def __init__(self, f: Tree, names: Sequence[str], relations: Sequence[Relation]) -> None:
        self.f, self.names, self.relations = f, tuple(names), tuple(relations)
        self._points = feasible(f, names, relations)

    def check(self, claimed: Sequence[Claimed]) -> Finding:
        """Whether a point, a place or a curve objects to any of the bounds."""
        points = 0
        for each in claimed:
            if self._is_wrong_at_places(each) or self._is_wrong_along(each):
                return _REFUTED
            if each.attained is False and self._is_taken(each):
                return _REFUTED
            if each.value is not None:
                seen = self._points.descended(each.turn)
                if are_beyond(seen, each.turn, each.value, 1 + abs(each.value[0])):
                    return _REFUTED
                points += len(seen)
        if not points:
            return Finding(Verdict.UNDECIDED, "nothing-usable")
        return Finding(Verdict.SAMPLED, "values-near-by", points)

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

    def _is_taken(self, claimed: Claimed) -> bool:
        """Whether a listed point has the value to as many digits as can be told."""
        if claimed.exact is None:
            return False
        apart = added((self.f, negated(claimed.exact)))
        for place in claimed.listed:
            known = {name: place[name] for name in self.names if name in place}
            if len(known) < len(self.names) or any(tree.names for tree in known.values()):
                continue
            balls = _balls((apart, *self._gaps()), known, {})
            if not self._breaks(balls[1:]) and self._is_inside(balls[1:]) and _is_tiny(balls[0]):
                return True
        return False

    def _is_inside(self, balls: Sequence[Ball | None]) -> bool:
        """Whether all strict conditions certainly hold."""
        strict = (
            (each.sign, ball)
            for each, ball in zip(self.relations, balls, strict=True)
            if each.sign in ("<", ">", "!=")
        )
        return all(ball is not None and _is_strictly(sign, ball) for sign, ball in strict)

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
        size = _size((self.f, *curve.values()))
        for power in budget.EXTREME_POWERS:
            far = {claimed.parameter: Fraction(2 ** (power + size))}
            balls = _balls((self.f, *self._gaps()), curve, far)
            if self._breaks(balls[1:]):
                return True
            ends = _ends(balls[0])
            if ends is not None:
                there, bound = sum(ends, Fraction(0)) / 2, claimed.value
                if bound is not None and are_beyond(
                    (rational(there),), claimed.turn, bound, 1 + abs(bound[0])
                ):
                    return True
                # Two balls that meet say nothing of how near f has come.
                meets = not _is_apart(balls[0], claimed.value)
                near = claimed.value is not None and meets
                sizes.append(Fraction(0) if near else _distance(there, claimed))
        if claimed.value is None:
            return len(sizes) > 1 and sizes[-1] >= sizes[0]
        # As slow as 1/log t is slow enough.
        return len(sizes) > 1 and 2 * abs(sizes[-1]) > abs(sizes[0])


def _size(trees: Sequence[Tree]) -> int:
    """The bits of constants that f and a curve have to outgrow before it is seen where f goes."""
    constants = dict.fromkeys(part for tree in trees for part in walk(tree) if not part.names)
    balls = Program(tuple(constants)).balls({}, bits=budget.ON_SET_BITS)
    apart = [ball for ball in balls if isinstance(ball, Ball) and (ball > 0 or ball < 0)]
    size = max((abs(float(abs(ball).log().mid())) / log(2) for ball in apart), default=0)
    return ceil(size) if budget.EXTREME_SMALL_BITS < size < budget.EXTREME_MOST_BITS else 0


def are_beyond(
    values: Sequence[Rational],
    turn: int,
    bound: tuple[Fraction, Fraction],
    scale: Fraction | int = 1,
) -> bool:
    """Whether one of them lies below a least value (turn -1) or above a greatest, clearly for
    values of this size: points that were brought to constraints miss them by a little."""
    if not values:
        return False
    low, high = map(rational, bound)
    gap = low - min(values) if turn < 0 else max(values) - high
    return bool(gap > rational(scale) / 2**20)


def _ends(ball: Ball | None) -> tuple[Fraction, Fraction] | None:
    """Bounds; those of exp(-2^64) itself would be too long to write."""
    if ball is None:
        return None
    scaled = ball * 2**budget.ON_SET_BITS
    if scaled < 1 and scaled > -1:
        return -Fraction(1, 2**budget.ON_SET_BITS), Fraction(1, 2**budget.ON_SET_BITS)
    return bounds_of(ball)


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


def _is_strictly(sign: str, ball: Ball) -> bool:
    above, below = bool(ball > 0), bool(ball < 0)
    return above if sign == ">" else below if sign == "<" else above or below


def _is_tiny(ball: Ball | None) -> bool:
    """Whether it holds 0 and next to nothing else."""
    ends = None if ball is None else bounds_of(ball)
    small = Fraction(1, 2 ** (budget.ON_SET_BITS // 2))
    return ends is not None and -small < ends[0] <= 0 <= ends[1] < small


def _balls(
    trees: Sequence[Tree], coordinates: Mapping[str, Tree], values: Mapping[str, Fraction]
) -> list[Ball | None]:
    """At a point whose coordinates are given as trees."""
    put = [substitute(tree, dict(coordinates)) for tree in trees]
    found = Program(tuple(put)).balls(values, bits=budget.ON_SET_BITS)
    return [ball if isinstance(ball, Ball) else None for ball in found]


def _is_apart(ball: Ball | None, value: tuple[Fraction, Fraction] | None) -> bool:
    ends = _ends(ball)
    if ends is None or value is None:
        return False
    return ends[1] < value[0] or ends[0] > value[1]


def _distance(value: Fraction, claimed: Claimed) -> Fraction:
    """From the bound; of an infinite one, how far f still has to go: it must fall."""
    if claimed.value is None:
        return -claimed.turn * value
    return value - sum(claimed.value, Fraction(0)) / 2
