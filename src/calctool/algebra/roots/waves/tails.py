"""Signs far out of functions without waves, with the place from which on they hold."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from math import floor

from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.analytic import factors, radicand
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.points.point import rational_point
from calctool.algebra.roots.records import Interval
from calctool.algebra.roots.waves.enveloped import enveloped, free_beyond
from calctool.notation.tree import Call, Negative, Tree
from calctool.notation.walk import transform, walk

Tail = tuple[Fraction, int]
"""A place, and the sign of a function at all places beyond it."""


def sign_beyond(search: Effort, tree: Tree, place: Fraction) -> Tail:
    """Of a function without waves, looked at beyond `place`; Undecided where that fails."""
    if search.name not in tree.names:
        return place, curve(tree, search.name).at(Fraction(0))
    inner = replace(search.exactly(), endless=False)
    rest = Interval(rational_point(place), None)
    beyond = place
    for each in (tree, *_below(tree, search.name)):
        beyond = max(beyond, _free_beyond(inner, each, rest, place))
    sign = curve(tree, search.name).at(beyond + 1)
    if sign == 0:
        raise Undecided
    return beyond, sign


def without_bars(search: Effort, tree: Tree, place: Fraction) -> tuple[Fraction, Tree]:
    """u or -u for |u|, as it is from the place or a later one on."""
    bars = (each for each in walk(tree) if isinstance(each, Call) and each.function == "abs")
    found = min(bars, key=lambda each: each.size, default=None)
    if found is None:
        return place, tree
    (inner,) = found.arguments
    place, sign = sign_beyond(search, inner, place)
    known = inner if sign > 0 else Negative(inner)
    opened = transform(tree, lambda part: known if part == found else None)
    return without_bars(search, opened, place)


def _free_beyond(search: Effort, tree: Tree, rest: Interval, place: Fraction) -> Fraction:
    """From where on it has no zero."""
    if not enveloped(tree, search.name):
        return _behind_all(search, tree, rest, place)
    found = factors(tree, search.name)
    if found.zero:
        raise Undecided
    for p, _ in found.parts:
        place = max(place, _factor_free_beyond(search, radicand(p) or p.tree, rest, place))
    return place


def _factor_free_beyond(search: Effort, tree: Tree, rest: Interval, place: Fraction) -> Fraction:
    if calls := enveloped(tree, search.name):
        try:
            return free_beyond(tree, search.name, calls, place, partial(sign_beyond, search))
        except Undecided:
            pass
    return _behind_all(search, tree, rest, place)


def _behind_all(search: Effort, tree: Tree, rest: Interval, place: Fraction) -> Fraction:
    listed = search.zeros(tree, rest).all_points()
    return max(place, Fraction(floor(listed[-1].high) + 1)) if listed else place


def _below(tree: Tree, name: str) -> Iterator[Tree]:
    """What must not be 0: beside a pole the sign may be another one, without a zero."""
    needs = (each for each in conditions(tree) if each.sign == "!=" and name in each.names)
    return map(difference, needs)
