"""Quasi-homogeneous parts in two variables, from the edges of the Newton polygon."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import gcd

from msgspec import Struct

from calctool.algebra.extrema.forms.homogeneous import Signs, signs_of
from calctool.algebra.extrema.forms.jets import Form, Jet

Weights = tuple[int, int]


class Edge(Struct, frozen=True):
    """The terms of least weight, and which signs they take together."""

    weights: Weights
    terms: Form
    signs: Signs


def edges(jet: Jet) -> Iterator[Edge]:
    """The edges whose terms are all known from the jet."""
    seen: set[Weights] = set()
    for (i, j), (k, m) in combinations(jet.terms, 2):
        if (i - k) * (m - j) <= 0:
            continue
        across, up = abs(m - j), abs(i - k)
        weights = (across // gcd(across, up), up // gcd(across, up))
        level = weights[0] * i + weights[1] * j
        if weights in seen or not _is_lowest(jet, weights, level):
            continue
        seen.add(weights)
        terms = {m: c for m, c in jet.terms.items() if _weight(m, weights) == level}
        yield Edge(weights, terms, signs_of(terms, 2))


def _weight(powers: tuple[int, ...], weights: Weights) -> int:
    return weights[0] * powers[0] + weights[1] * powers[1]


def _is_lowest(jet: Jet, weights: Weights, level: int) -> bool:
    unknown = None if jet.whole else min(weights) * (jet.order + 1)
    known = all(_weight(m, weights) >= level for m in jet.terms)
    return known and (unknown is None or unknown > level)


def is_minimum(jet: Jet, sign: int, found: list[Edge]) -> bool:
    """Whether all parts have this sign where no coordinate is 0, and the axes are covered.

    By the curve selection lemma a point near by with another sign would lie on an analytic curve
    (a*t^p + …, b*t^q + …), on which a part, or a power on an axis, is the leading term.
    """
    if not found or not all(_reaches_axes(found)):
        return False
    for edge in found:
        for powers in _ends(edge):
            if any(n % 2 for n in powers) or jet.terms[powers].sign() != sign:
                return False
        if not _is_definite_inside(edge, sign):
            return False
    return True


def _reaches_axes(found: list[Edge]) -> tuple[bool, bool]:
    ends = [m for edge in found for m in edge.terms]
    return any(m[0] == 0 for m in ends), any(m[1] == 0 for m in ends)


def _ends(edge: Edge) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return min(edge.terms), max(edge.terms)


def _is_definite_inside(edge: Edge, sign: int) -> bool:
    """Off the axes: divided by the powers that all terms share, the part reaches both axes."""
    shared = [min(m[k] for m in edge.terms) for k in (0, 1)]
    if any(n % 2 for n in shared):
        return False
    lowered: Form = {(m[0] - shared[0], m[1] - shared[1]): c for m, c in edge.terms.items()}
    return signs_of(lowered, 2) == ("positive" if sign > 0 else "negative")
