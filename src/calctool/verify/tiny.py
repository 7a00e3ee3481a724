"""Limits at tiny increments in ball arithmetic: what refutes an equality and what supports it."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice

from calctool.algebra.ball import Ball, Lack, Program
from calctool.budget import CHECK_ATTEMPTS, LIMIT_BITS, LIMIT_INCREMENTS, LIMIT_POINTS
from calctool.notation.tree import INFINITY, Limit, Negative, Tree
from calctool.notation.walk import transform, walk
from calctool.verify.points import Point, points
from calctool.verify.verdict import Finding, Verdict

_NEAR = 2**20
"""Values agree when they differ by less than this part of their size at the smaller increment."""


def approach(before: Tree, after: Tree, points_wanted: int = LIMIT_POINTS) -> Finding:
    """Both states at random points, every limit replaced by its operand close to its point.

    From both sides, or from the one that the limits name. Refuted where they stay apart.
    """
    if after in (INFINITY, Negative(INFINITY)):
        return _grows(before, after)
    limits = {part for tree in (before, after) for part in walk(tree) if isinstance(part, Limit)}
    variables = {limit.variable for limit in limits}
    sides = {limit.side for limit in limits}
    signs = (1,) if "right" in sides else (-1,) if "left" in sides else (1, -1)
    bare = (_bare(before), _bare(after))
    program = Program(bare)
    agreed = 0
    wanted = points_wanted if any(tree.names - variables for tree in bare) else 1
    for point in islice(points(bare), CHECK_ATTEMPTS):
        said = [_agrees(program, point, variables, sign) for sign in signs]
        if False in said:
            return Finding(Verdict.REFUTED, "tiny-increments", 1)
        agreed += None not in said
        if agreed == wanted:
            return Finding(Verdict.SAMPLED, "tiny-increments", agreed)
    return Finding(Verdict.UNDECIDED, "nothing-usable", agreed)


def _bare(tree: Tree) -> Tree:
    return transform(tree, lambda at: at.operand if isinstance(at, Limit) else None)


def _agrees(program: Program, point: Point, variables: set[str], sign: int) -> bool | None:
    """True: the values agree in the limit, False: they do not, None: nobody can say."""
    gaps: list[Ball] = []
    for power in LIMIT_INCREMENTS:
        place = dict(point) | dict.fromkeys(variables, Fraction(sign, 2**power))
        left, right = program.balls(place, bits=LIMIT_BITS)
        if isinstance(left, Lack) or isinstance(right, Lack):
            return None
        size = 1 + abs(left) + abs(right)
        gaps.append(abs(left - right))
    first, last = gaps
    if last * _NEAR < size:
        return True
    # 1/log(h) halves between the two increments: what hardly shrinks has another limit.
    return False if last * _NEAR > size and last * 4 > first * 3 else None


def _grows(before: Tree, infinite: Tree) -> Finding:
    """Whether a one-sided or two-sided quotient grows in size with the right sign."""
    if not isinstance(before, Limit) or before.operand.names != {before.variable}:
        return Finding(Verdict.UNDECIDED, "nothing-usable")
    signs = {"right": (1,), "left": (-1,), "both": (1, -1)}[before.side]
    program = Program((before.operand,))
    wanted = -1 if isinstance(infinite, Negative) else 1
    for sign in signs:
        near, nearer = (
            program.balls({before.variable: Fraction(sign, 2**power)}, bits=LIMIT_BITS)[0]
            for power in LIMIT_INCREMENTS
        )
        if isinstance(near, Lack) or isinstance(nearer, Lack):
            return Finding(Verdict.UNDECIDED, "nothing-usable")
        if nearer * wanted < 0:
            return Finding(Verdict.REFUTED, "tiny-increments", 1)
        if not nearer * wanted > near * wanted:
            return Finding(Verdict.UNDECIDED, "nothing-usable")
    return Finding(Verdict.SAMPLED, "tiny-increments", 1)
