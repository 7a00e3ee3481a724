"""Wrong claims made of right ones, in one thing each."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

from mpmath import mp
from msgspec.structs import replace

from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Number, Product, Sum, Tree, expression, number
from calctool.notation.walk import substitute
from calctool.verify.optimum.extremes import Claimed
from opinions.claims import Case
from oracle.values.optimum_case import Optimum
from values import NoValue, value


def planted(right: Claimed) -> Iterator[tuple[str, Claimed]]:
    """Wrong in one thing each, with its name."""
    if right.value is not None:
        low, high = right.value
        size = (1 + abs(low)) / 10
        # A worse value: some feasible point beats it.
        shift = -right.turn * size
        yield "value", replace(right, value=(low + shift, high + shift), curve=())
        if right.places:
            # A better one: the place does not have it.
            yield "value-at-place", replace(right, value=(low - shift, high - shift))
        if right.curve:
            yield "value-on-curve", replace(right, value=(low - shift, high - shift), places=())
        # Only a listed point can object: a place on a curve of critical points is none.
        if right.exact is not None and any(place in right.listed for place in right.places):
            yield "attained", replace(right, attained=False, places=())
    if right.places:
        place = right.places[0]
        first = next(iter(place))
        moved = {**place, first: Sum((place[first], number(Fraction(1, 7))))}
        yield "place", replace(right, places=(moved, *right.places[1:]))
    if right.curve:
        name, first_ = right.curve[-1]
        bent = Product((Number(Fraction(3, 2)), first_))
        yield "curve", replace(right, curve=(*right.curve[:-1], (name, bent)))
        back = {right.parameter: _inverse(right.parameter)}
        turned = tuple((n, substitute(at, back)) for n, at in right.curve)
        yield "curve-turned", replace(right, curve=turned)


def _inverse(parameter: str) -> Tree:
    return expression(read_back(f"1/{parameter}"))


def is_wrong(case: Case, sort: str, claimed: Claimed) -> bool:
    """Whether what was planted is wrong indeed: a place may be one of many, a curve as well."""
    asked = Optimum(case.question, case.answer, Random(0))  # noqa: S311
    with mp.workdps(60):
        if sort == "place":
            point = claimed.places[0]
            at = [number_of(point[name]) for name in case.names]
            there = asked.at(at, 50)
            return there is None or abs(there - middle(case.claimed)) > mp.mpf(10) ** -6
        if sort.startswith("curve"):
            return _leads_away(case, claimed, asked)
    return True


def _leads_away(case: Case, claimed: Claimed, asked: Optimum) -> bool:
    gaps = []
    for power in (20, 40):
        at = {claimed.parameter: number(Fraction(2**power))}
        try:
            place = [number_of(substitute(tree, at)) for _, tree in claimed.curve]
        except NoValue:
            return False  # It has no points there, and claims nothing of f.
        names = [name for name, _ in claimed.curve]
        ordered = [dict(zip(names, place, strict=True))[name] for name in case.names]
        there = asked.at(ordered, 60)
        if there is None:
            return True
        if claimed.value is None:
            gaps.append(-claimed.turn * there)
        else:
            gaps.append(abs(there - middle(claimed)))
    if claimed.value is None:
        # Of 0 times a large number balls say nothing.
        return bool(gaps[1] >= gaps[0] and abs(gaps[1]) > mp.mpf(10) ** -6)
    return bool(gaps[1] > mp.mpf(10) ** -3 and gaps[1] > gaps[0] / 2)


def middle(claimed: Claimed) -> Any:
    """The value that is claimed, where it is finite."""
    assert claimed.value is not None
    return sum(mp.mpf(end.numerator) / end.denominator for end in claimed.value) / 2


def number_of(tree: Tree) -> Any:
    """The value of a constant."""
    return value(tree, {})
