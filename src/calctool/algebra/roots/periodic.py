"""Periodic functions: what one period shows holds everywhere; families that repeat each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from calctool.algebra.build import added, divided, negated
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.curve import curve
from calctool.algebra.roots.families import Progression, members
from calctool.algebra.roots.found import Found, Hit, together
from calctool.algebra.roots.period import period
from calctool.algebra.roots.point import exact_point, rational_point
from calctool.algebra.roots.records import LINE, Family, Interval
from calctool.algebra.roots.search import Search
from calctool.notation.tree import Tree


def over_one_period(search: Search, tree: Tree) -> Found | None:
    """All zeros through those in one period; None without a period or without exact zeros."""
    step = period(tree, search.name)
    if step is None:
        return None
    start, end = rational_point(0), exact_point(step)
    try:
        found = search.zeros(tree, Interval(start, end))
        found = together([found, _at_start(search, tree)])
    except Undecided:
        return None
    if found.state != "complete" or found.flat or any(not hit.at.exact for hit in found.hits):
        return None
    rows = [Progression(hit.at.tree, step, hit.times) for hit in found.hits if hit.at.tree]
    listed = members(rows, LINE, search.window, search.name)
    return replace(listed, methods=(*found.methods, "period"))


def _at_start(search: Search, tree: Tree) -> Found:
    try:
        zero = curve(tree, search.name).at(Fraction(0)) == 0
    except Undefined:
        zero = False
    return Found((Hit(rational_point(0), None),) if zero else ())


def without_repetition(families: Iterable[Family]) -> tuple[Family, ...]:
    """Without those whose members all belong to another family."""
    listed = list(dict.fromkeys(families))
    kept: list[Family] = []
    for place, each in enumerate(listed):
        others = kept + listed[place + 1 :]
        if not any(_is_part(each, other) for other in others):
            kept.append(each)
    return tuple(kept)


def _is_part(inner: Family, outer: Family) -> bool:
    """Whether the distance and the step of `inner` are whole multiples of the step of `outer`."""
    if inner.start.tree is None or outer.start.tree is None or outer.on not in (inner.on, LINE):
        return False
    distance = added((inner.start.tree, negated(outer.start.tree)))
    return all(_is_whole(divided(each, outer.step)) for each in (inner.step, distance))


def _is_whole(tree: Tree) -> bool:
    try:
        value = constant_value(tree).rational
    except (Undecided, Undefined):
        return False
    return value is not None and value.denominator == 1
