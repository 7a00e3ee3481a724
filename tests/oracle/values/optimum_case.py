"""A function of several variables on its feasible set: samples of it, and projection onto it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from random import Random
from typing import Any

import numpy as np
from mpmath import mp

from calctool.notation.tree import Negative, Relation, Sum, Tree, expression, number
from oracle.ask import Question
from oracle.values.evaluate import Point, Real, Unknown, value
from oracle.values.fast import Quick, quick
from oracle.values.function import Range
from oracle.values.reading import Exact, read
from values import NoValue

Vector = Any
_MOST_PLACES = 30
INSIDE = number(Fraction(1, 10**7))
"""How far inside samples begin that look for values beside an edge that is left out."""


@dataclass(frozen=True)
class Optimum:
    """An answer of critical or lagrange with what was asked."""

    question: Question
    answer: dict[str, Any]
    random: Random

    @property
    def left_out(self) -> set[int]:
        """The numbers of constraints that a note calls implied by the others."""
        notes = (each for each in self.answer["notes"] if each["id"] == "note.constraint-implied")
        return {int(digits) for each in notes for digits in re.findall(r"\((\d+)\)", each["text"])}

    @property
    def result(self) -> dict[str, Any]:
        found: dict[str, Any] = self.answer["result"]
        return found

    @cached_property
    def names(self) -> list[str]:
        return list(self.answer["question"]["wrt"])

    @cached_property
    def f(self) -> Tree:
        return expression(read(self.answer["question"]["expr"]))

    @property
    def is_complete(self) -> bool:
        return self.answer["status"] == "complete" and not self.answer["completeness"]["scope"]

    @cached_property
    def equal(self) -> list[Tree]:
        """What is zero on the feasible set."""
        return [g for g, sign in self._constraints if sign == "="]

    @cached_property
    def least_zero(self) -> list[Tree]:
        """What is not negative on the feasible set, or positive."""
        return [g for g, sign in self._constraints if sign != "="]

    @cached_property
    def positive(self) -> list[Tree]:
        """Those of them of which the edge does not belong to the set."""
        return [g for g, sign in self._constraints if sign == ">"]

    @cached_property
    def _constraints(self) -> list[tuple[Tree, str]]:
        found: list[tuple[Tree, str]] = []
        for text in self.answer["question"]["constraints"]:
            relation = read(text)
            assert isinstance(relation, Relation)
            left, right = relation.left, relation.right
            if relation.sign in ("<=", "<"):
                left, right = right, left
            sign = {"<": ">", "<=": ">="}.get(relation.sign, relation.sign)
            found.append((Sum((left, Negative(right))), sign))
        return found

    @cached_property
    def ranges(self) -> dict[str, Range]:
        return {n: Range.typed(text) for n, text in self.answer["question"]["domain"].items()}

    def is_at_side(self, name: str, x: Real) -> bool:
        """Whether a coordinate is at an end of its range, where no multiplier is given."""
        piece = self.ranges.get(name)
        ends = () if piece is None else (piece.start, piece.end)
        return any(not end.infinite and abs(end.at(90) - x) < 1e-15 for end in ends)

    @cached_property
    def scale(self) -> Real:
        """The least distance of what is listed from zero, and from each other, where small."""
        places = []
        for point in self.result["points"]:
            try:
                places.append(place_of(point["at"], self.names, 30))
            except (NoValue, Unknown):
                continue
        found = [mp.one, *(abs(x) for place in places for x in place if x)]
        for one, other in combinations(places[:_MOST_PLACES], 2):
            apart = max(abs(a - b) for a, b in zip(one, other, strict=True))
            found += [apart] if apart > 1e-25 else []
        return min(found)

    # --- values ---------------------------------------------------------------------------------

    def at(self, place: Sequence[Real], digits: int = 60) -> Real | None:
        """f where it is defined and everything asked for holds, up to rounding."""
        point = dict(zip(self.names, place, strict=True))
        if not self.is_feasible(point, digits):
            return None
        try:
            return value(self.f, point, digits)
        except NoValue:
            return None

    def is_feasible(self, point: Point, digits: int) -> bool:
        with mp.workdps(digits):
            noise = mp.mpf(10) ** (-digits // 2)
            try:
                size = 1 + max(abs(point[name]) for name in self.names)
                if any(abs(value(g, point, digits)) > noise * size for g in self.equal):
                    return False
                for g in self.least_zero:
                    least = noise if g in self.positive else -noise
                    if value(g, point, digits) < least * size:
                        return False
            except NoValue:
                return False
            for name, piece in self.ranges.items():
                low, high = piece.ends(digits)
                x = point[name]
                for inner, closed in zip((x - low, high - x), piece.closed, strict=True):
                    if inner < -noise or (not closed and inner < noise):
                        return False
        return True

    # --- floats ---------------------------------------------------------------------------------

    @cached_property
    def quick_f(self) -> Quick:
        return quick(self.f, self.names)

    @cached_property
    def quick_equal(self) -> list[Quick]:
        return [quick(g, self.names) for g in self.equal]

    @cached_property
    def quick_least_zero(self) -> list[Quick]:
        found = [
            quick(Sum((g, Negative(INSIDE))) if g in self.positive else g, self.names)
            for g in self.least_zero
        ]
        for name, piece in self.ranges.items():
            place = self.names.index(name)
            low, high = (float(end) for end in piece.ends(20))
            if math.isfinite(low):
                found.append(lambda x, p=place, low=low: x[p] - low)
            if math.isfinite(high):
                found.append(lambda x, p=place, high=high: high - x[p])
        return found

    def start(self) -> Vector:
        size = self.random.choice((0.7, 2.0, 5.0))
        return np.array([self.random.uniform(-size, size) for _ in self.names])

    def feasible(self, x: Vector, active: Sequence[Quick] = ()) -> Vector | None:
        """A feasible point near x, on the given faces, as far as floats tell."""
        for _ in range(25):
            wanted = [*self.quick_equal, *active]
            wanted += [g for g in self.quick_least_zero if g not in active and not g(x) >= -1e-12]
            values = np.array([g(x) for g in wanted])
            if not np.all(np.isfinite(values)):
                return None
            if not len(values) or np.max(np.abs(values)) < 1e-11:
                return x
            rows = np.array([gradient(g, x) for g in wanted])
            if not np.all(np.isfinite(rows)):
                return None
            x = x - np.linalg.lstsq(rows, values, rcond=1e-10)[0]
            if not np.all(np.abs(x) < 1e8):
                return None
        return None

    def samples(self, count: int) -> list[Vector]:
        """Feasible points, many of them on faces."""
        found = []
        for _ in range(count):
            faces = [g for g in self.quick_least_zero if self.random.random() < 0.35]
            x = self.feasible(self.start(), faces)
            if x is not None and math.isfinite(self.quick_f(x)):
                found.append(x)
        return found


def gradient(f: Callable[[Vector], float], x: Vector, h: float = 1e-6) -> Vector:
    found = []
    for place in range(len(x)):
        step = np.zeros(len(x))
        step[place] = h * (1 + abs(x[place]))
        with np.errstate(all="ignore"):
            found.append((f(x + step) - f(x - step)) / (2 * float(step[place])))
    return np.array(found)


def place_of(point: dict[str, Any], names: list[str], digits: int = 60) -> list[Real]:
    return [Exact(point[name]).at(digits) for name in names]


def is_rounded(point: dict[str, Any]) -> bool:
    return any(Exact(math).is_rounded for math in point.values())
