"""Judges the curve along which f is said to come near a bound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mpmath import mp

from oracle.finding import Finding, short
from oracle.values.evaluate import Real, Unknown, value
from oracle.values.optimum_case import Optimum
from oracle.values.reading import Exact, tree
from values import NoValue

FAR = (2, 4, 8)
"""Exponents of the parameter."""


def judge(case: Optimum, key: str, claim: dict[str, Any], sign: int) -> Iterator[Finding]:
    """It keeps to the feasible set, f on it is as told, and tends to the bound.

    A curve in exponentials leaves what can be worked out early; the parameters before count.
    """
    curve = claim.get("approached")
    if not curve or claim["value"] is None:
        return
    shown = ", ".join(f"{name} = {math['expr']}" for name, math in curve["at"].items())
    found: list[Real] = []
    for far in FAR:
        t = {curve["parameter"]: mp.mpf(10) ** far}
        digits = 30 + 10 * far
        try:
            place = [value(tree(curve["at"][name]), t, digits) for name in case.names]
            here = case.at(place, digits)
            told = curve["value"] and value(tree(curve["value"]), t, digits)
        except (NoValue, Unknown):
            break
        if here is None:
            yield Finding("approach", f"{key} along {shown}", f"not feasible at t = 1e{far}")
            return
        if told is not None and abs(told - here) > 1e-8 * (1 + abs(here)):
            yield Finding("approach", f"f = {curve['value']['expr']} along {shown}", short(here))
            return
        found.append(here)
    bound = Exact(claim["value"])
    if len(found) < 2:
        return
    if bound.infinite:
        off = not bound.infinite * (found[-1] - found[0]) > 0
    else:
        gaps = [sign * (each - bound.at(40)) for each in found]
        off = gaps[-1] < -1e-12 or (gaps[-1] > 1e-6 and not gaps[-1] < gaps[0])
    if off:
        yield Finding("approach", f"{key} {bound} along {shown}", ", ".join(map(short, found)))
