"""The places that may have the best value, each with a box in which no point is better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from calctool.algebra.ball.numbers import Ball, between, rational
from calctool.algebra.ball.numbers import ball as as_ball
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.extrema.enclosed.around import Active, Point, neighbourhood
from calctool.algebra.extrema.enclosed.flat import flat_neighbourhood
from calctool.algebra.extrema.enclosed.record import Sloped
from calctool.algebra.extrema.enclosed.search import Spared
from calctool.algebra.local.switches import all_switches
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import Tree, number
from calctool.solve.candidates import Place
from calctool.solve.exact.at_point import known, recorded
from calctool.solve.optimum.arguments.listed import Candidate
from calctool.solve.optimum.kinds.corner import Corner, with_fewer
from calctool.solve.optimum.strata.by_newton import place_near
from calctool.solve.stationary.manifold import Manifold, Row, gradient, slope

_BITS = 96
_ACTIVE = Fraction(1, 2**12)
"""A constraint that misses 0 by less at a place may hold with = near it."""


class Best(Struct, frozen=True):
    """A candidate by its number, None for one that is not listed: `height` is g there, which is
    to be least, and `spared` a box in which it is not smaller."""

    number: int | None
    candidate: Candidate
    height: Ball
    spared: Spared


def ball(ends: tuple[Fraction, Fraction]) -> Ball:
    """All between two numbers."""
    return as_ball(between(*ends))


def height_of(each: Candidate) -> Ball | None:
    """What is compared at a candidate: f, or the function inside of it."""
    if each.height is not None:
        return ball(each.height.bounds(_BITS))
    value = each.value
    if value is None or value.low is None or value.high is None:
        return None
    return ball((value.low, value.high))


class Target:
    """A function g that is to be least, which is f, -f or what is inside of one of them (`sign`
    times that)."""

    def __init__(self, g: Tree, sign: int, names: tuple[str, ...]) -> None:
        self.g, self.sign, self.names = g, sign, names
        self.slopes = gradient(g, names)
        self._bends: dict[Row, tuple[Row, ...]] = {}

    def spared(self, corner: Corner) -> Spared | None:
        """A box around a point in which no point of the set is better; None where none is seen."""
        try:
            choices = [corner] if corner.columns is not None else list(with_fewer(corner))
            for one in choices:
                point = self._point(one)
                box = neighbourhood(point)
                if box is not None:
                    below = self._lagrangian(point.active)
                    return Spared(box, () if below is None else (below,))
            if not corner.manifold.constraints:
                at, f = self._point(corner), self.g
                box = flat_neighbourhood(f, corner.place, self.names, at.switching, slope)
                return None if box is None else Spared(box, is_flat=True)
        except (Undecided, Undefined):
            return None
        return None

    def _point(self, corner: Corner) -> Point:
        place = corner.place
        at = tuple(ball(place.coordinate(name).bounds(_BITS)) for name in self.names)
        active: list[Active] = []
        for i, (g, side) in enumerate(zip(corner.manifold.constraints, corner.sides, strict=True)):
            weight = place.scalar(corner.weights[i])
            if weight.sign() == 0:
                continue
            slopes = corner.manifold.jacobian[i]
            times = self.sign * ball(weight.bounds(_BITS))
            active.append(Active(g, slopes, self._second(slopes), side, times))
        functions = self.g, *(each.g for each in active)
        switching = tuple(
            added((switch.relation.left, negated(switch.relation.right)))
            for function in functions
            for switch in all_switches(function)
        )
        return Point(self.names, at, self._second(self.slopes), tuple(active), switching)

    def _second(self, slopes: Row) -> tuple[Row, ...]:
        if slopes not in self._bends:
            self._bends[slopes] = tuple(gradient(slope, self.names) for slope in slopes)
        return self._bends[slopes]

    def _lagrangian(self, active: Sequence[Active]) -> Sloped | None:
        """With multipliers of the same signs that are short: g is nowhere below it on the set."""
        if not active:
            return None
        weights = [number(-_short(each.weight)) for each in active]

        def joined(own: Tree, others: Iterator[Tree]) -> Tree:
            terms = zip(weights, others, strict=True)
            return added((own, *(multiplied(term) for term in terms)))

        slopes = (
            joined(slope, (each.slopes[i] for each in active))
            for i, slope in enumerate(self.slopes)
        )
        return Sloped(joined(self.g, (each.g for each in active)), tuple(slopes))

    def found_near(self, at: Sequence[float], sides: Sequence[tuple[Tree, int]]) -> Corner | None:
        """A point near by where g may be least on the set, seen from the constraints g = 0 (side
        0), g <= 0 (1) and g >= 0 (-1) that hold with = there."""
        active = [(g, side) for g, side in sides if side == 0 or self._is_active(g, at)]
        constraints = tuple(g for g, _ in active)
        if len(constraints) > len(self.names):
            return None
        manifold = Manifold(self.g if self.sign > 0 else negated(self.g), constraints, self.names)
        place = place_near(manifold, at)
        if place is None:
            return None
        corner = Corner(manifold, tuple(side for _, side in active), place)
        left = [(g, side) for g, side in sides if (g, side) not in active]
        inside = all((place.scalar(g).sign() or 0) * side < 0 for g, side in left)
        return corner if inside else None

    def _is_active(self, g: Tree, at: Sequence[float]) -> bool:
        from calctool.algebra.extrema.enclosed.record import Values

        point = tuple(as_ball(rational(Fraction(x))) for x in at)
        (found,) = Values((g,), self.names).at(point)
        return isinstance(found, Ball) and bool(abs(found) < ball((_ACTIVE, _ACTIVE)))


def candidate_at(corner: Corner, f: Tree) -> Candidate | None:
    """The same as those that are listed."""
    try:
        height = corner.place.scalar(corner.manifold.f)
        return Candidate(known(corner.place.scalar(f)), height=height, corner=corner)
    except (Undecided, Undefined):
        return None


def place_of(best: Best, names: Sequence[str]) -> Place | None:
    """Its coordinates."""
    corner = best.candidate.corner
    return None if corner is None else recorded(corner.place, names)


def _short(weight: Ball) -> Fraction:
    return Fraction(float(weight.mid())).limit_denominator(10**6)
