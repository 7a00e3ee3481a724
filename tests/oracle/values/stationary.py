"""Points at which the gradient is a combination of those of the active constraints, by Newton."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import numpy as np
from mpmath import mp

from calctool.notation.tree import Derivative, Tree
from oracle.values.evaluate import Real, Unknown, value
from oracle.values.fast import quick
from oracle.values.optimum_case import Optimum, gradient
from values import NoValue

Vector = Any
STARTS = 24


def found(case: Optimum, starts: int = STARTS) -> Iterator[tuple[list[Real], list[Real]]]:
    """Feasible points, to 30 digits, with the multipliers of the active inequalities."""
    for active in _faces(case):
        kept: list[list[Real]] = []
        for _ in range(starts):
            rough = _rough(case, [*case.equal, *active])
            exact = None if rough is None else _improved(case, [*case.equal, *active], rough)
            if exact is None or any(_near(exact, other) for other in kept):
                continue
            kept.append(exact)
            place, multipliers = exact[: len(case.names)], exact[len(case.names) :]
            if case.at(place, 24) is not None:
                yield place, multipliers[len(case.equal) :]


def _faces(case: Optimum) -> Iterator[list[Tree]]:
    room = len(case.names) - len(case.equal)
    for size in range(min(room, len(case.least_zero)) + 1):
        for chosen in combinations(case.least_zero, size):
            yield list(chosen)


def _near(a: Sequence[Real], b: Sequence[Real]) -> bool:
    return all(abs(x - y) < 1e-8 * (1 + abs(x)) for x, y in zip(a, b, strict=True))


def _rough(case: Optimum, active: list[Tree]) -> Vector | None:
    """Newton's method with floats for x and the multipliers together."""
    size, quicks = len(case.names), [quick(g, case.names) for g in active]

    def equations(z: Vector) -> Vector:
        x, multipliers = z[:size], z[size:]
        slope = gradient(case.quick_f, x, 1e-5)
        for multiplier, g in zip(multipliers, quicks, strict=True):
            slope = slope - multiplier * gradient(g, x, 1e-5)
        return np.concatenate([slope, [g(x) for g in quicks]])

    z = np.concatenate([case.start(), [case.random.uniform(-1, 1) for _ in active]])
    for _ in range(30):
        values = equations(z)
        if not np.all(np.isfinite(values)) or np.max(np.abs(z)) > 1e4:
            return None
        rows = _jacobian(equations, z)
        if not np.all(np.isfinite(rows)):
            return None
        step = np.linalg.lstsq(rows, values, rcond=1e-9)[0]
        z = z - step
        if np.max(np.abs(step)) < 1e-7 * (1 + np.max(np.abs(z))):
            return z
    return None


def _jacobian(equations: Any, z: Vector) -> Vector:
    columns = []
    for place in range(len(z)):
        step = np.zeros(len(z))
        step[place] = 1e-4 * (1 + abs(z[place]))
        columns.append((equations(z + step) - equations(z - step)) / (2 * step[place]))
    return np.array(columns).T


def _improved(case: Optimum, active: list[Tree], z: Vector) -> list[Real] | None:
    """The same system with many digits; None where it is singular or does not settle."""
    size = len(case.names)

    def equations(z: list[Real]) -> list[Real]:
        point = dict(zip(case.names, z, strict=False))

        def slope(tree: Tree, name: str) -> Real:
            return value(Derivative(tree, (name,)), point, 40)

        rows = [
            slope(case.f, name)
            - mp.fsum(m * slope(g, name) for m, g in zip(z[size:], active, strict=True))
            for name in case.names
        ]
        return rows + [value(g, point, 60) for g in active]

    with mp.workdps(40):
        now = [mp.mpf(x) for x in z]
        try:
            for _ in range(6):
                values = equations(now)
                if max(map(abs, values)) < mp.mpf(10) ** -13:
                    step = _step(equations, now, values)
                    if max(map(abs, step)) > 1e-10 * (1 + max(map(abs, now))):
                        return None
                    return [x - d for x, d in zip(now, step, strict=True)]
                step = _step(equations, now, values)
                now = [x - d for x, d in zip(now, step, strict=True)]
        except (NoValue, Unknown, ZeroDivisionError, TypeError):
            return None
    return None


def _step(equations: Any, now: list[Real], values: list[Real]) -> list[Real]:
    size = len(now)
    h = mp.mpf(10) ** -6
    rows = mp.matrix(size)
    for j in range(size):
        moved = [x + (h if i == j else 0) for i, x in enumerate(now)]
        for i, there in enumerate(equations(moved)):
            rows[i, j] = (there - values[i]) / h
    if not abs(mp.det(rows)) > 1e-9:
        raise ZeroDivisionError
    return list(mp.lu_solve(rows, mp.matrix(values)))
