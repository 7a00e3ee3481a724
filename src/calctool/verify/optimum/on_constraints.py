"""The second opinion on an extremum under constraints: values of f at feasible points near by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from random import Random
from typing import Literal

from calctool import budget
from calctool.algebra.ball.constants import ends_of
from calctool.algebra.ball.numbers import Rational, rational
from calctool.notation.tree import Tree
from calctool.verify.optimum.projection import Projection
from calctool.verify.verdict import Finding, Verdict

Point = Mapping[str, Fraction]
Bound = tuple[Tree, Literal[-1, 0, 1]]
"""g and 0 for g = 0, 1 for g <= 0, -1 for g >= 0; all of them equalities at the point."""

_RADII = tuple(Rational(1, 2**halvings) for halvings in (20, 40))
"""A direction counts against a claim only if it does so at each of these distances."""
_DIRECTIONS = 4
_ROUNDS = 4
"""Newton steps back to the constraints: each doubles the number of right digits."""
_TURNS = {"local-minimum": -1, "local-maximum": 1}


def check_kind_on(f: Tree, bounds: Sequence[Bound], centre: Point, kind: str) -> Finding:
    """Whether feasible points near by object to an extremum; `centre` is it to many digits."""
    near = _Near(f, bounds, centre)
    against = (_TURNS[kind],) if kind in _TURNS else ()
    seen = 0
    for direction in _directions(len(centre)):
        for depths in near.choices():
            signs = (near.sign(direction, radius, depths) for radius in _RADII)
            first = next(signs)
            seen += first is not None
            # Only where the first sign objects do the others matter.
            if first in against and all(sign == first for sign in signs):
                return Finding(Verdict.REFUTED, "values-near-by", seen)
    if not seen:
        return Finding(Verdict.UNDECIDED, "nothing-usable")
    return Finding(Verdict.SAMPLED, "values-near-by", seen)


def _directions(size: int) -> Iterator[tuple[int, ...]]:
    random = Random(size)  # noqa: S311 (sampling)
    for _ in range(_DIRECTIONS):
        yield tuple(random.randint(-99, 99) for _ in range(size))


class _Near:
    """Points beside the centre, brought back to the constraints by Newton's method."""

    def __init__(self, f: Tree, bounds: Sequence[Bound], centre: Point) -> None:
        self.names, self.bounds = sorted(centre), bounds
        self.centre = {name: rational(value) for name, value in centre.items()}
        self._moves = Projection(f, [g for g, _ in bounds], self.names, budget.ON_SET_BITS)
        self._here = self._moves.balls(self.centre)

    def choices(self) -> Iterator[tuple[int, ...]]:
        """How far inside each constraint, in units of the radius: on all of them, or off the
        inequalities."""
        on = tuple(0 for _ in self.bounds)
        off = tuple(-side for _, side in self.bounds)
        yield from dict.fromkeys((on, off))

    def sign(
        self, direction: Sequence[int], radius: Rational, depths: tuple[int, ...]
    ) -> int | None:
        """Of f there minus f at the centre; None where that cannot be told."""
        point = {
            name: self.centre[name] + radius * part
            for name, part in zip(self.names, direction, strict=True)
        }
        targets = {index: radius * depth for index, depth in enumerate(depths)}
        moved = self._moves.brought(point, targets, _ROUNDS)
        there = None if moved is None else self._moves.balls(moved)
        if there is None or self._here is None:
            return None
        difference = there[0] - self._here[0]
        # Newton's method leaves an error far below this.
        least = Rational(1, 2 ** (budget.ON_SET_BITS // 2))
        low, high = ends_of(difference) or (Rational(0), Rational(0))
        return 1 if low > least else -1 if high < -least else None
