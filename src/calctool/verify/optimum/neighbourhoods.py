"""The second opinion on what a critical point is: values of f closer and closer to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from random import Random
from typing import Literal

from calctool import budget
from calctool.algebra.ball import Ball, Program
from calctool.algebra.ball.numbers import Rational, rational
from calctool.notation.tree import Tree
from calctool.verify.verdict import Finding, Verdict

Point = Mapping[str, Fraction]
Direction = tuple[int, ...]
Claim = Literal["local-minimum", "local-maximum", "saddle", "neither", "endpoint"]

_RADII = tuple(Rational(1, 2**halvings) for halvings in (20, 60, 100))
"""A direction counts against a claim only if it does so at each of these distances."""
_DIRECTIONS = 24
_TURNS = {"local-minimum": -1, "local-maximum": 1}


def check_kind(f: Tree, centre: Point, claim: Claim) -> Finding:
    """Whether values near a point object to what it is said to be.

    `centre` is the point to 400 bits: f differs there from its value at the point itself by the
    square of that. For claims that there is no extremum nothing near by can object; what is
    counted are the directions in which f could be compared.
    """
    program, at = Program((f,)), {name: rational(value) for name, value in centre.items()}
    (here,) = program.balls(at, bits=budget.NEAR_BITS)
    if not isinstance(here, Ball):
        return Finding(Verdict.UNDECIDED, "nothing-usable")
    against = (_TURNS[claim],) if claim in _TURNS else ()
    seen = 0
    for direction in _directions(sorted(centre)):
        signs = (_sign(program, here, at, direction, radius) for radius in _RADII)
        first = next(signs)
        seen += first is not None
        # Only where the first sign objects do the others matter.
        if first in against and all(sign == first for sign in signs):
            return Finding(Verdict.REFUTED, "values-near-by", seen)
    if not seen:
        return Finding(Verdict.UNDECIDED, "nothing-usable")
    return Finding(Verdict.SAMPLED, "values-near-by", seen)


def confirmed(near: Sequence[Finding]) -> Finding:
    """Of kinds that are proved by exact signs: values near by may object, they add no doubt."""
    verdicts = {finding.verdict for finding in near}
    points = sum(finding.points for finding in near)
    if Verdict.REFUTED in verdicts:
        return Finding(Verdict.REFUTED, "values-near-by", points)
    if not points:
        return Finding(Verdict.UNDECIDED, "nothing-usable")
    return Finding(Verdict.PROVED, "signs-and-values", points)


def _sign(
    program: Program,
    here: Ball,
    centre: Mapping[str, Rational],
    direction: Direction,
    radius: Rational,
) -> int | None:
    """Of f(centre + radius*direction) - f(centre); None where the balls do not tell."""
    names = sorted(centre)
    moved = {
        name: centre[name] + radius * part for name, part in zip(names, direction, strict=True)
    }
    (there,) = program.balls(moved, bits=budget.NEAR_BITS)
    if not isinstance(there, Ball):
        return None
    return -1 if there < here else 1 if there > here else None


def _directions(names: Sequence[str]) -> Iterator[Direction]:
    """Axes and diagonals first, then any."""
    count = 0
    for direction in product((0, 1, -1), repeat=len(names)):
        if any(direction) and count < _DIRECTIONS // 2:
            count += 1
            yield direction
    random = Random(f"{names}")  # noqa: S311 (sampling)
    for _ in range(_DIRECTIONS - count):
        yield tuple(random.randint(-99, 99) for _ in names)
