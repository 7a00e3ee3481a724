"""Whether the decimals of an answer can be roundings of the right numbers."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice

from calctool.algebra.ball import Lack, Program
from calctool.budget import CHECK_ATTEMPTS, CHECKED_POINTS
from calctool.notation.tree import Name, Number, Tree
from calctool.notation.walk import transform, walk
from calctool.verify.points import points
from calctool.verify.witness import Place, plain_points

_MARK = "rounded__"


def can_be_rounded(right: Tree, claimed: Tree) -> bool:
    """Whether each decimal, taken for all numbers that are rounded to it, can be right.

    Both sides are compared in balls at many points; one disjoint pair says no.
    """
    around = _decimals(claimed)
    if not around:
        return False
    named = {number: Name(f"{_MARK}{place}") for place, number in enumerate(around)}
    loose = transform(claimed, lambda at: named.get(at) if isinstance(at, Number) else None)
    bounds = {named[number].id: limits for number, limits in around.items()}
    program = Program((right, loose))
    names = right.names | claimed.names
    met = 0
    listed: list[Place] = [*islice(plain_points(names), 12), *islice(points((right, claimed)), 40)]
    for place in listed[:CHECK_ATTEMPTS]:
        one, other = program.balls({**place, **bounds})
        if isinstance(one, Lack) or isinstance(other, Lack):
            continue
        if not one.overlaps(other):
            return False
        met += 1
        if met >= CHECKED_POINTS or not names:
            break
    return met > 0


def _decimals(tree: Tree) -> dict[Tree, tuple[Fraction, Fraction]]:
    """Each typed decimal with the bounds of what is rounded to it."""
    found: dict[Tree, tuple[Fraction, Fraction]] = {}
    for part in walk(tree):
        if isinstance(part, Number) and "." in part.typed:
            half = Fraction(1, 2 * 10 ** len(part.typed.partition(".")[2]))
            found[part] = (part.value - half, part.value + half)
    return found
