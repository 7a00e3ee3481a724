"""Judges what stands for a bound: the curve along which f comes near it, lines of its proof."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mpmath import mp

from oracle.finding import Finding, short
from oracle.values.evaluate import Real, Unknown, value
from oracle.values.optimum_case import Optimum
from oracle.values.reading import Exact, read, relation, tree
from values import NoValue

FAR = (2, 4, 8)
"""Exponents of the parameter."""
ELSEWHERE = ("part-of-set", "limit-at-edge")
"""Rules of lines after which others speak of a part of the set, or of an edge."""


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


def judge_proof(
    case: Optimum, proof: list[dict[str, Any]], known: list[tuple[str, Real]]
) -> Iterator[Finding]:
    """A line that bounds f on the whole set holds for all values that are known."""
    asked = read(case.answer["question"]["expr"])
    first = next((n for n, line in enumerate(proof) if line["rule"] in ELSEWHERE), len(proof))
    for text in (each for line in (*proof[:first], *proof[-1:]) for each in line["where"]):
        said = relation(text)
        if said is None or said.left != asked or said.sign == "=" or said.right.names:
            continue
        bound = value(said.right, {}, 60)
        for place, found in known:
            over = found - bound if said.sign in ("<", "<=") else bound - found
            if over > mp.mpf(10) ** -28 * (1 + abs(bound)):
                yield Finding("proof", text, f"{short(found)} at {place}")
                return
