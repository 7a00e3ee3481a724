"""Feasible values of a function: at random, after a descent and an ascent, and far away."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product
from typing import Any

from mpmath import mp

from oracle.finding import short
from oracle.values.evaluate import Real, Unknown, value
from oracle.values.neighbours import projected
from oracle.values.optimum_case import Optimum, gradient, place_of
from values import NoValue

SAMPLES = 60
CLIMBS = 10
SIZES = (1e-3, 9.0, 30.0, 1e3, 1e5)


def values(case: Optimum) -> list[tuple[str, Real]]:
    """Places, and the values there to 30 digits; the best of each kind is among them."""
    found = case.samples(SAMPLES)
    ranked = sorted(found, key=case.quick_f)
    for sign, starts in ((1, ranked[:CLIMBS]), (-1, ranked[-CLIMBS:])):
        found += [_improved(case, x, sign) for x in starts]
    if case.quick_equal:
        found += _far(case)
    else:
        found += [x * scale for x in ranked[:20] for scale in (30.0, 1e3, 1e5)]
        found += _along_axes(case)
    known = []
    for x in found:
        place = projected(case, [mp.mpf(each) for each in x], mp.mpf("1e-6"))
        known += [] if place is None else _known(case, place)
    for point in case.result["points"]:
        try:
            known += _known(case, place_of(point["at"], case.names, 60))
        except (NoValue, Unknown):
            continue
    return known


def _along_axes(case: Optimum) -> Iterator[Any]:
    """Places with one coordinate far away, however near the others are."""
    for place, size, sign in product(range(len(case.names)), (1e2, 1e3, 1e4), (1.0, -1.0)):
        start = case.start()
        start[place] = sign * size
        yield start


def _far(case: Optimum) -> Iterator[Any]:
    """Feasible points with one coordinate far away, or near zero."""
    for place, size, sign in product(range(len(case.names)), SIZES, (1, -1)):
        start = case.start()
        start[place] = sign * size
        x = case.feasible(start, [lambda x, p=place, c=sign * size: x[p] - c])
        if x is not None:
            yield x


def _known(case: Optimum, place: list[Real]) -> list[tuple[str, Real]]:
    """Nothing where f is so steep that what is taken for zero on a face decides its value."""
    try:
        found = case.at(place, 60)
        moved = None if found is None else _moved(case, place)
    except (NoValue, Unknown):
        return []
    if moved is not None and abs(moved - found) > 1e-6 * (1 + abs(found)):
        return []
    shown = ", ".join(f"{n} = {short(x)}" for n, x in zip(case.names, place, strict=True))
    return [] if found is None else [(shown, found)]


def _moved(case: Optimum, place: list[Real]) -> Real | None:
    """The value as far from a place as rounding may have put it, where it has one."""
    beside = [x + mp.mpf(10) ** -25 * (1 + abs(x)) for x in place]
    try:
        return value(case.f, dict(zip(case.names, beside, strict=True)), 60)
    except NoValue:
        return None


def _improved(case: Optimum, x: Any, sign: int) -> Any:
    """A few steps downhill (sign 1) or uphill, each brought back to the feasible set."""
    best, size = sign * case.quick_f(x), 0.3
    for _ in range(25):
        slope = gradient(case.quick_f, x)
        length = math.hypot(*slope)
        if not math.isfinite(length) or length < 1e-9 or size < 1e-9:
            break
        tried = case.feasible(x - sign * size * (slope / length))
        there = math.nan if tried is None else sign * case.quick_f(tried)
        if there < best:
            x, best, size = tried, there, size * 1.5
        else:
            size /= 3
    return x
