"""Values beside a point, along lines and bent curves, on the feasible set."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mpmath import mp

from calctool.notation.tree import Derivative, Tree
from oracle.values.evaluate import Real, Unknown, value
from oracle.values.optimum_case import Optimum
from values import NoValue

DIRECTIONS = 30
FLATTEST = 10
"""Up to this degree in the distance a value is told from that at the point."""


def signs(case: Optimum, place: list[Real], rounded: bool) -> set[int]:
    """Signs of f(q) − f(p) for feasible q close to p."""
    here = case.at(place, 24 if rounded else 110)
    found = set[int]()
    if here is None:
        return found
    scale = case.scale
    for turn in range(DIRECTIONS):
        far = 3 if rounded else (4, 6, 8)[turn % 3]
        with mp.workdps(130):
            step = mp.mpf(10) ** -far * scale
            straight, bent = _direction(case, turn), _direction(case, turn // 2)
            beside = [
                x + step * a + step**2 * b * (turn % 4)
                for x, a, b in zip(place, straight, bent, strict=True)
            ]
            reached = projected(case, beside, step)
            if reached is None or _gap(reached, place) < 1e-6 * step:
                continue
            there = case.at(reached, 110 if not rounded else 24)
            if there is None:
                continue
            small = 1e-12 if rounded else max((step / 10) ** FLATTEST, mp.mpf(10) ** -100)
            off = there - here
            found.add(0 if abs(off) < small * (1 + abs(here)) else int(mp.sign(off)))
    return found


def _gap(a: Sequence[Real], b: Sequence[Real]) -> Real:
    return max(abs(x - y) for x, y in zip(a, b, strict=True))


def _direction(case: Optimum, turn: int) -> list[Real]:
    size = len(case.names)
    if turn < 2 * size:
        return [mp.mpf(1 - 2 * (turn % 2)) if i == turn // 2 else mp.zero for i in range(size)]
    return [mp.mpf(case.random.uniform(-1, 1)) for _ in range(size)]


@mp.workdps(130)
def projected(case: Optimum, place: list[Real], near: Real) -> list[Real] | None:
    """The place moved onto the equations, by Newton's shortest steps; None when it goes far.

    So are inequalities and ends that it is very close to, where floats cannot tell the sides.
    """
    now = [_on_end(case, name, x) for name, x in zip(case.names, place, strict=True)]
    try:
        point = dict(zip(case.names, now, strict=True))
        closed = (g for g in case.least_zero if g not in case.positive)
        faces = [g for g in closed if 0 < abs(value(g, point, 60)) < 1e-3 * near]
        now = _moved(case, [*case.equal, *faces], now)
    except (NoValue, Unknown, ZeroDivisionError):
        return None
    return now if _gap(now, place) < 5 * near else None


def _on_end(case: Optimum, name: str, x: Real) -> Real:
    """An end that is as good as reached, or a place just before it where it is open."""
    piece = case.ranges.get(name)
    for place, end in enumerate(piece.ends(60) if piece else ()):
        if abs(x - end) < 1e-9:
            inwards = mp.mpf(10) ** -12 * (1 if place == 0 else -1)
            return end if piece.closed[place] else end + inwards
    return x


def _moved(case: Optimum, active: list[Tree], now: list[Real]) -> list[Real]:
    for _ in range(12):
        point = dict(zip(case.names, now, strict=True))
        values = [value(g, point, 130) for g in active]
        if not values or max(map(abs, values)) < mp.mpf(10) ** -110:
            return now
        matrix = mp.matrix([[_slope(g, name, point) for name in case.names] for g in active])
        move = matrix.T * mp.lu_solve(matrix * matrix.T, mp.matrix(values))
        now = [x - move[i] for i, x in enumerate(now)]
    raise Unknown


def _slope(g: Tree, name: str, point: dict[str, Real]) -> Real:
    h = mp.mpf(10) ** -30
    return (value(g, {**point, name: point[name] + h}, 160) - value(g, point, 160)) / h


def is_definite(case: Optimum, place: list[Real]) -> bool:
    """Whether the Hessian is clearly definite and nothing but f binds the point."""
    if case.equal or case.least_zero or case.ranges:
        return False
    point = dict(zip(case.names, place, strict=True))
    try:
        rows = [
            [value(Derivative(case.f, (a, b)), point, 40) for b in case.names] for a in case.names
        ]
        other = [
            [value(Derivative(case.f, (a, b)), point, 60) for b in case.names] for a in case.names
        ]
    except (NoValue, Unknown):
        return False
    if any(
        abs(x - y) > 1e-9
        for r, s in zip(rows, other, strict=True)
        for x, y in zip(r, s, strict=True)
    ):
        return False
    minors = [mp.one] + [
        mp.det(mp.matrix([row[:size] for row in rows[:size]])) for size in range(1, len(rows) + 1)
    ]
    ratios = [b / a if a else mp.zero for a, b in pairwise(minors)]
    return all(r > 1e-5 for r in ratios) or all(r < -1e-5 for r in ratios)
