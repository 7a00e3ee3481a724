"""Derivatives inside expressions, by Taylor arithmetic along lines: no rule is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import perm

from flint import arb, arb_series, ctx, fmpq, fmpq_poly
from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.ball.numbers import (
    Lack,
    Scalar,
    Undecided,
    Undefined,
    Value,
    ball,
    working,
)
from calctool.budget import BALL_MIXED_NESTING, BALL_TAYLOR_ORDER


class Place(Struct, frozen=True):
    """Where a program runs: at a point, or along a line through it to some order."""

    values: Mapping[str, Scalar]
    direction: Mapping[str, int]
    order: int
    seed: int
    nesting: int = 0


Runs = Callable[[Place], Value | Lack]


def slope(of: Runs, variables: tuple[str, ...]) -> Callable[[Place], Value]:
    """The operation that differentiates `of` in these variables."""
    counts = tuple((name, variables.count(name)) for name in dict.fromkeys(variables))

    def operation(place: Place) -> Value:
        value = _derived(of, counts, place)
        if isinstance(value, Lack):
            raise Undefined if value is Lack.UNDEFINED else Undecided
        return value

    return operation


def _derived(of: Runs, counts: tuple[tuple[str, int], ...], place: Place) -> Value | Lack:
    if not counts:
        return of(place)
    (name, times), *others = counts
    rest = tuple(others)

    def inner(at: Place) -> Value | Lack:
        return _derived(of, rest, at)

    if place.direction.keys() <= {name}:
        return _along(inner, name, times, place)
    return _across(inner, name, times, place)


def _along(of: Runs, name: str, times: int, place: Place) -> Value | Lack:
    """The line, if there is one, runs in the variable itself: shift the coefficients."""
    found = _coefficients(of, replace(place, direction={name: 1}, order=place.order + times))
    if isinstance(found, Lack):
        return found
    speed = place.direction.get(name)
    shifted = [
        found[k + times] * perm(k + times, times) * (speed or 1) ** k
        for k in range(place.order + 1)
    ]
    return shifted[0] if speed is None else arb_series(shifted)


def _across(of: Runs, name: str, times: int, place: Place) -> Value | Lack:
    """Along the lines turned by c into the variable, coefficient m is a polynomial in c."""
    if place.nesting >= BALL_MIXED_NESTING:
        return Lack.UNKNOWN
    order = place.order + times
    weights = _weights(order + 1, times)
    total = [arb(0)] * (place.order + 1)
    for c, weight in weights:
        turned = {**place.direction, name: place.direction.get(name, 0) + c}
        moving = {one: speed for one, speed in turned.items() if speed}
        found = _coefficients(
            of, replace(place, direction=moving, order=order, nesting=place.nesting + 1)
        )
        if isinstance(found, Lack):
            return found
        for m in range(place.order + 1):
            total[m] += found[m + times] * weight
    return arb_series([value * perm(times, times) for value in total])


@lru_cache(maxsize=64)
def _weights(nodes: int, power: int) -> tuple[tuple[int, fmpq], ...]:
    """Lagrange: weights that read off one coefficient from values at small integers."""
    points = [(k + 1) // 2 * (-1) ** k for k in range(nodes)]
    found = []
    for point in points:
        basis = fmpq_poly([1])
        for other in points:
            if other != point:
                basis *= fmpq_poly([-other, 1]) / (point - other)
        found.append((point, basis[power]))
    return tuple(found)


def _coefficients(of: Runs, place: Place) -> list[arb] | Lack:
    if place.order > BALL_TAYLOR_ORDER:
        return Lack.UNKNOWN
    with working(ctx.prec, place.order + 1):
        return coefficients(of(place), place.order)


def coefficients(value: Value | Lack, order: int) -> list[arb] | Lack:
    """Coefficients 0 to `order`, each a finite ball."""
    if isinstance(value, Lack):
        return value
    if isinstance(value, arb_series):
        if value.prec <= order:
            return Lack.UNKNOWN
        found = [value[k] for k in range(order + 1)]
    else:
        found = [ball(value)] + [arb(0)] * order
    return found if all(one.is_finite() for one in found) else Lack.UNKNOWN
