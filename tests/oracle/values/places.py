"""Points at which formulas in several names are compared, on a curve where one is given."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from mpmath import mp

from calctool.notation.tree import Negative, Relation, Statement, Sum, Tree
from oracle.values.evaluate import Point, Real, Unknown, value
from oracle.values.reading import tree
from values import NoValue


def all_points(
    statement: Statement, answer: dict[str, Any], of: str | None, random: Random, count: int
) -> Iterator[Point]:
    """Random points; the names that an answer made up stand for what it says they do."""
    known: dict[str, Any] = {name: tree(math) for name, math in answer["names"].items()}
    for turn in range(count):
        size = (0.9, 2.5, 7)[turn % 3]
        point = known | {
            name: mp.mpf(random.uniform(-size, size))
            if turn % 4
            else mp.mpf(random.uniform(0.05, size))
            for name in sorted(statement.names)
        }
        if isinstance(statement, Relation) and of is not None:
            on = on_curve(statement, of, point)
            if on is not None:
                yield on
        else:
            yield point


def difference(relation: Relation) -> Tree:
    return Sum((relation.left, Negative(relation.right)))


def on_curve(relation: Relation, of: str, start: Point) -> Point | None:
    """A point of the curve above the others' values, which moves along it with them."""
    residual = difference(relation)

    def follow(point: Point, variable: str, step: Real) -> Point:
        moved = {**point, variable: point[variable] + step}
        if variable == of:
            return moved
        found = _solved(residual, of, moved, mp.dps)
        if found is None:
            raise Unknown
        return {**moved, of: found}

    found = _solved(residual, of, start, 400)
    return None if found is None else {**start, of: found, "": follow}


def _solved(residual: Tree, of: str, start: Point, digits: int) -> Real | None:
    """Newton's method in one name, to all digits."""
    with mp.workdps(digits):
        y = start[of]
        h = mp.mpf(10) ** (-digits // 2)
        try:
            for _ in range(60):
                here = value(residual, {**start, of: y}, digits)
                slope = (value(residual, {**start, of: y + h}, digits) - here) / h
                if not slope or abs(y) > 1e4:
                    return None
                step = here / slope
                y -= step
                if abs(step) < mp.mpf(10) ** (-digits * 3 // 4) * (1 + abs(y)):
                    return y if abs(slope) > 1e-6 else None
        except (NoValue, Unknown):
            return None
        return None
