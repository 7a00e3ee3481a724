"""Sample points: rational, at several scales, the same for the same expressions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import count
from math import isqrt
from random import Random

from calctool.budget import CHECK_CENTRES
from calctool.notation.tree import Number, Tree
from calctool.notation.walk import walk

Point = Mapping[str, Fraction]
Range = tuple[Fraction, Fraction]

RANGES: tuple[Range, ...] = tuple(
    (Fraction(low), Fraction(high))
    for low, high in ((0, 1), (-3, 0), (1, 4), (4, 20), (-20, -3), (0, Fraction(1, 16)), (20, 1000))
)
"""Logarithms, roots and inverse functions live on very different ones of these."""
PARTS = 4096
"""Points are odd multiples of a range's 8192nd part: never a whole number, a half or a tenth."""
SCALES = 24
"""Later points lie between 2^-24 and 2^24 away from 0 or from a number in the expressions."""


def points(trees: tuple[Tree, ...]) -> Iterator[Point]:
    """Without end; all names in one range, each range in turn, then mixtures and all scales.

    Ranges around the numbers in the expressions come after the general ones: that is where
    sqrt(x - 5000) begins to live, and on both sides of which a piecewise function must be seen.
    """
    names = sorted(frozenset().union(*(tree.names for tree in trees)))
    random = _random(names, trees)
    for one in RANGES:
        yield {name: _draw(random, one) for name in names}
    centres = _centres(trees)
    ranges = (*RANGES, *_around(centres))
    for number in count(len(RANGES)):
        if number < len(ranges):
            chosen = [ranges[number]] * len(names)
        elif number % 2:
            chosen = random.choices(ranges, k=len(names))
        else:
            chosen = [_at_any_scale(random, centres) for _ in names]
        yield {name: _draw(random, one) for name, one in zip(names, chosen, strict=True)}


def points_beside(point: Point) -> Iterator[Point]:
    """Closer and closer to a point that could be used, where a domain is narrow."""
    random = _random(sorted(point), ())
    for halvings in count(6, 2):
        yield {
            name: value * (1 + _draw(random, (Fraction(-1), Fraction(1))) / 2**halvings)
            for name, value in point.items()
        }


def _random(names: list[str], trees: tuple[Tree, ...]) -> Random:
    return Random(f"{names} {[tree.size for tree in trees]}")  # noqa: S311 (sampling)


def _draw(random: Random, within: Range) -> Fraction:
    (a, b), (c, d) = (end.as_integer_ratio() for end in within)
    part = 2 * random.randrange(PARTS) + 1
    # As low + (high - low)*part/(2*PARTS), in one fraction instead of four.
    return Fraction(a * d * (2 * PARTS - part) + c * b * part, 2 * PARTS * b * d)


def _at_any_scale(random: Random, centres: list[Fraction]) -> Range:
    centre = random.choice((*centres, *[Fraction(0)] * max(1, len(centres))))
    centre *= random.choice((-1, 1))
    reach = random.choice((-1, 1)) * Fraction(2) ** random.randint(-SCALES, SCALES)
    return centre + reach, centre + 2 * reach


def _centres(trees: tuple[Tree, ...]) -> list[Fraction]:
    """The numbers written in the expressions, without 0 and 1, their reciprocals and roots."""
    found: dict[Fraction, None] = {}
    for tree in trees:
        for part in walk(tree):
            if isinstance(part, Number) and part.value not in (0, 1):
                root = Fraction(isqrt(int(part.value * PARTS**2)), PARTS)
                found |= dict.fromkeys((part.value, 1 / part.value, root or part.value))
    return list(found)[:CHECK_CENTRES]


def _around(centres: list[Fraction]) -> Iterator[Range]:
    for centre in centres:
        reach = min(Fraction(1), centre / 2)
        yield centre, centre + reach
        yield centre - reach, centre
        yield -centre - reach, reach - centre
