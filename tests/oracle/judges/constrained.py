"""Judges what only a constrained problem has: its system, which constraints bind, and how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mpmath import mp

from calctool.notation.tree import Derivative, Relation, Tree
from oracle.finding import Finding, short
from oracle.judges.slopes import twice
from oracle.values.evaluate import Point, Real, Unknown, holds, value
from oracle.values.optimum_case import Optimum, is_rounded, place_of
from oracle.values.places import difference
from oracle.values.reading import relation, tree
from values import NoValue

DEPENDENT, FREE = 1e-12, 1e-6
"""The least singular value of gradients of length 1 that depend on each other, and of others."""


def judge(case: Optimum) -> Iterator[Finding]:
    yield from _lagrangian(case)
    constraints = [relation(text) for text in case.answer["question"]["constraints"]]
    known = [each for each in constraints if each is not None]
    if len(known) < len(constraints):
        return
    for point in case.result["points"]:
        yield from _point(case, known, point)


def _lagrangian(case: Optimum) -> Iterator[Finding]:
    """With all multipliers zero it is f; the first lines of the system are its derivatives."""
    whole = tree(case.result["lagrangian"])
    others = sorted(whole.names - set(case.names))
    for _ in range(3):
        place = dict(zip(case.names, map(mp.mpf, case.start()), strict=True))
        free = {name: mp.mpf(case.random.uniform(-2, 2)) for name in others}
        try:
            gap = value(whole, place | dict.fromkeys(others, mp.zero), 50) - value(
                case.f, place, 50
            )
        except (NoValue, Unknown):
            continue
        if abs(gap) > 1e-9:
            yield Finding(
                "system", f"L = {case.result['lagrangian']['expr']}", "L without λ is no f"
            )
            return
        lines = case.result["system"][: len(case.names)]
        for name, line in zip(case.names, lines, strict=False):
            said = relation(line["expr"])
            off = None if said is None else _off(said, Derivative(whole, (name,)), place | free)
            if off:
                yield Finding("system", line["expr"], f"∂L/∂{name} is {off}")
                return


def _off(said: Relation, asked: Tree, point: Point) -> str:
    true = twice(asked, point)
    try:
        found = value(difference(said), point, 50)
    except (NoValue, Unknown):
        return ""
    return short(true) if true is not None and abs(found - true) > 1e-7 * (1 + abs(true)) else ""


def _point(case: Optimum, constraints: list[Relation], point: dict[str, Any]) -> Iterator[Finding]:
    rounded = is_rounded(point["at"])
    shown = ", ".join(f"{name} = {math['expr']}" for name, math in point["at"].items())
    try:
        place = dict(zip(case.names, place_of(point["at"], case.names, 90), strict=True))
        binding = [
            number
            for number, each in enumerate(constraints, 1)
            if number not in case.left_out and _is_equal(each, place, rounded)
        ]
        if not rounded and point["active"] != binding:
            yield Finding("active", f"{point['active']} at {shown}", str(binding))
            return
        least = independence([difference(constraints[n - 1]) for n in binding], case.names, place)
    except (NoValue, Unknown):
        return
    if least is None or rounded or any(case.is_at_side(name, x) for name, x in place.items()):
        return
    if point["regular"] is True and least < DEPENDENT:
        yield Finding("regular", f"independent gradients at {shown}", "they are dependent")
    if point["regular"] is False and least > FREE:
        yield Finding("regular", f"dependent gradients at {shown}", short(least))


def _is_equal(constraint: Relation, place: Point, rounded: bool) -> bool:
    equation = Relation(constraint.left, "=", constraint.right)
    if not rounded:
        return holds(equation, place, 90)
    return bool(abs(value(difference(equation), place, 30)) < 1e-9)


def independence(functions: list[Tree], names: list[str], place: Point) -> Real | None:
    """The least singular value of their gradients, each made one long; 0 where one vanishes.

    None where a gradient does not exist, or nothing is asked.
    """
    rows = []
    for g in functions:
        row = [slope(g, name, place) for name in names]
        if None in row:
            return None
        length = mp.sqrt(mp.fsum(x * x for x in row if x is not None))
        if length < 1e-15:
            return mp.zero
        rows.append([x / length for x in row if x is not None])
    if not rows:
        return None
    if len(rows) > len(names):
        return mp.zero
    with mp.workdps(40):
        return min(mp.svd_r(mp.matrix(rows), compute_uv=False))


def slope(g: Tree, name: str, place: Point) -> Real | None:
    """The partial derivative; None where both sides do not agree, as at a kink."""
    with mp.workdps(130):
        here, step = value(g, place, 130), mp.mpf(10) ** -30
        sides = [
            (value(g, {**place, name: place[name] + h}, 130) - here) / h for h in (step, -step)
        ]
        return sides[0] if abs(sides[0] - sides[1]) < 1e-12 * (1 + abs(sides[0])) else None
