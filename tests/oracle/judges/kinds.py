"""What a point must not show to be of a kind: a stationary point, a kink, a pole …"""

from __future__ import annotations

from collections.abc import Callable

from mpmath import mp

from oracle.finding import short
from oracle.values.evaluate import Real
from oracle.values.function import Function, limit_agrees
from oracle.values.reading import Exact
from oracle.values.table_case import defined

NEAR = (9, 16, 30, 45)
"""Exponents of the distances at which quotients are taken."""
NEAREST = (30, 45)
"""Those at which values are compared: what f does farther out says nothing of the point."""


def signs(f: Function, x: Exact) -> set[int]:
    """Signs of f(x ± h) − f(x) for small h, where f is defined; empty where f(x) is not."""
    found = set[int]()
    for far in _distances(x):
        digits = 8 * far + 60
        with mp.workdps(digits):
            here = f(x.at(digits), digits)
            if here is None:
                return set()
            for side in (1, -1):
                there = f.beside(x, side, far)
                if there is not None:
                    off = there - here
                    small = mp.mpf(10) ** -(5 * far + 30) * (1 + abs(here))
                    found.add(0 if abs(off) < small else int(mp.sign(off)))
    return found


def _distances(x: Exact) -> tuple[int, ...]:
    """A rounded place is far from the true one only when measured by its own error."""
    if not x.is_rounded:
        return NEAREST
    known = -int(mp.log10(x.error)) if x.error else 30
    return tuple(far for far in (known - 4, known - 6) if far > 0)


def _extremum(sign: int) -> Callable[[Function, Exact], str]:
    def check(f: Function, x: Exact) -> str:
        return "values beside it are beyond" if -sign in signs(f, x) else ""

    return check


def _neither(f: Function, x: Exact) -> str:
    found = signs(f, x)
    if x.is_rounded or len(found) != 1 or 0 in found:
        return ""
    return "an extremum: all values beside it lie on one side"


def _quotients(f: Function, x: Exact) -> list[list[Real]]:
    """On each side where there are any: quotients with ever smaller steps."""
    found = []
    for side in (1, -1):
        row = [f.quotient(x.at(8 * far + 60), side, far) for far in NEAR]
        if None not in row:
            found.append(row)
    return found


def _stationary(f: Function, x: Exact) -> str:
    if x.is_rounded:
        slope, bend = f.slope(x.at(60), 60), f.bend(x.at(80), 80)
        if slope is None or bend is None:
            return ""
        far = abs(slope) > 1e-9 * (1 + abs(bend)) * (1 + abs(x.at(60)))
        return f"f′ ≈ {short(slope)}" if far else ""
    for row in _quotients(f, x):
        if abs(row[-1]) > 1e-6 and abs(row[-1]) > 0.9 * abs(row[0]):
            return f"a difference quotient stays at {short(row[-1])}"
    return ""


def _kink(f: Function, x: Exact) -> str:
    rows = [] if x.is_rounded else _quotients(f, x)
    if len(rows) == 2 and max(abs(row[-1]) for row in rows) < mp.mpf(10) ** -100:
        return ""  # f itself is so small there: exp(-x)*abs(sin(sqrt(x))) far out.
    if len(rows) == 2 and abs(rows[0][-1] - rows[1][-1]) < mp.mpf(10) ** -25:
        return f"both one-sided derivatives are {short(rows[0][-1])}"
    return ""


def _vertical_tangent(f: Function, x: Exact) -> str:
    rows = [] if x.is_rounded else _quotients(f, x)
    if rows and all(abs(row[-1]) < 2 * abs(row[0]) + 1 for row in rows):
        return "the difference quotients stay bounded"
    return ""


def _inflection(f: Function, x: Exact) -> str:
    signs = []
    for far in _distances(x) if x.is_rounded else (25, 28):
        for side in (1, -1):
            with mp.workdps(280):
                bend = f.bend(x.at(280) + side * mp.mpf(10) ** -far, 280)
            signs.append(0 if bend is None or abs(bend) < mp.mpf(10) ** -60 else int(mp.sign(bend)))
    if len(set(signs)) == 1 and signs[0]:
        return f"f″ is {'positive' if signs[0] > 0 else 'negative'} on both sides"
    return ""


def _endpoint(f: Function, x: Exact) -> str:
    if x.is_rounded:
        return ""
    there = [f.beside(x, side, far) is not None for side in (1, -1) for far in (20, 40)]
    return "f is defined on both sides of it" if all(there) else ""


def _pole(f: Function, x: Exact) -> str:
    sides = [
        [limit_agrees(f, x, side, Exact({"expr": to})) for to in ("oo", "-oo")] for side in (1, -1)
    ]
    said = [answer for side in sides for answer in side]
    return "f stays bounded beside it" if said.count(False) == 4 else ""


def _hole(f: Function, x: Exact) -> str:
    return "f is defined there" if not x.is_rounded and defined(f, x) else ""


def _jump(f: Function, x: Exact) -> str:
    if x.is_rounded:
        return ""
    near = [f.beside(x, side, 40) for side in (1, -1)]
    if None not in near and abs(near[0] - near[1]) < mp.mpf(10) ** -12:
        here = f(x.at(120), 120)
        if here is not None and abs(here - near[0]) < mp.mpf(10) ** -12:
            return "f is continuous there"
    return ""


CHECKS: dict[str, Callable[[Function, Exact], str]] = {
    "stationary": _stationary,
    "local-minimum": _extremum(1),
    "local-maximum": _extremum(-1),
    "neither": _neither,
    "kink": _kink,
    "vertical-tangent": _vertical_tangent,
    "inflection": _inflection,
    "endpoint": _endpoint,
    "pole": _pole,
    "hole": _hole,
    "jump": _jump,
}
