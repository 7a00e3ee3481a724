"""Judges derivatives at a point: from both sides, by quotients of steps ever shorter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mpmath import mp

from calctool.notation.tree import Derivative, Relation, Tree
from oracle.finding import Finding, short
from oracle.values.evaluate import Point, Real, Unknown, value
from oracle.values.function import Function
from oracle.values.reading import Exact, read
from values import NoValue

FAR = (20, 45)
"""Exponents of the steps of difference quotients at a point."""


def twice(asked: Tree, point: Point) -> Real | None:
    """By steps of two lengths; None where they differ, as beside a kink."""
    try:
        first, second = value(asked, point, 30), value(asked, point, 50)
    except (NoValue, Unknown):
        return None
    return second if abs(first - second) < 1e-9 * (1 + abs(second)) else None


def sides(f: Function, x: Exact) -> list[Real | None]:
    """The one-sided derivatives: infinite where quotients grow, None where there are none."""
    found: list[Real | None] = []
    for side in (-1, 1):
        rows = [f.quotient(x.at(8 * far + 60), side, far) for far in (10, *FAR)]
        if None in rows:
            found.append(None)
        elif abs(rows[2] - rows[1]) < 1e-9 * (1 + abs(rows[1])):
            found.append(rows[2])
        elif abs(rows[2]) > 2 * abs(rows[1]) > 4 * abs(rows[0]) and abs(rows[2]) > 1e4:
            found.append(mp.sign(rows[2]) * mp.inf)
        elif abs(rows[2]) < 1e-4 and abs(rows[2]) < abs(rows[1]) / 2:
            found.append(mp.zero)
        else:
            raise Unknown
    return found


def at_a_point(statement: Tree, one: dict[str, Any]) -> Iterator[Finding]:
    (name, math), *more = one["at"].items()
    names = sorted(statement.names | {name})
    if more or names != [name]:
        yield from _at_smooth(statement, one)
        return
    if len(one["wrt"]) > 1:
        yield from _at_smooth(statement, one)
        return
    f, x = Function(statement, name), Exact(math)
    try:
        left, right = sides(f, x)
    except Unknown:
        return
    for key, true in (("left", left), ("right", right)):
        if one[key] is not None and true is not None and not _equal(Exact(one[key]), true):
            yield Finding("side", f"{key} derivative {Exact(one[key])} at {x}", short(true))
    exists = (
        left is not None
        and right is not None
        and mp.isfinite(left)
        and abs(left - right) < 1e-8 * (1 + abs(left))
    )
    if one["exists"] is not None and one["exists"] != exists:
        yield Finding(
            "exists",
            f"a derivative at {x}: {one['exists']}",
            f"left {short(left)}, right {short(right)}",
        )
    elif one["exists"] and one["value"] is not None and not _equal(Exact(one["value"]), left):
        yield Finding("value", f"derivative {Exact(one['value'])} at {x}", short(left))
    yield from _tangent(f, x, one, left)
    if one.get("continuous") is False and exists:
        yield Finding("exists", f"not continuous at {x}", "it has a derivative")


def _equal(claimed: Exact, true: Real) -> bool:
    if claimed.infinite or mp.isinf(true):
        return bool(claimed.at(30) == true)
    return bool(abs(claimed.at(60) - true) < 1e-8 * (1 + abs(true)))


def _at_smooth(statement: Tree, one: dict[str, Any]) -> Iterator[Finding]:
    point = {name: Exact(math).at(60) for name, math in one["at"].items()}
    true = twice(Derivative(statement, tuple(one["wrt"])), point)
    if true is not None and one["exists"] and one["value"] is not None:
        claimed = Exact(one["value"])
        try:
            if not _equal(claimed, true):
                yield Finding("value", f"derivative {claimed}", short(true))
        except (NoValue, Unknown):
            return


def _tangent(f: Function, x: Exact, one: dict[str, Any], slope: Real | None) -> Iterator[Finding]:
    if one["tangent"] is None or slope is None or mp.isinf(slope):
        return
    said = read(one["tangent"]["expr"])
    line = said.right if isinstance(said, Relation) else said
    with mp.workdps(60):
        for step in (0, 3):
            at = x.at(60) + step
            here, there = f(x.at(60), 60), value(line, {f.name: at}, 60)
            if here is not None and abs(here + step * slope - there) > 1e-8 * (1 + abs(there)):
                yield Finding(
                    "tangent",
                    one["tangent"]["expr"],
                    f"{short(here + step * slope)} at {short(at)}",
                )
                return
