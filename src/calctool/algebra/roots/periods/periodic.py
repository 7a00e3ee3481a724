"""Periodic functions: what one period shows holds everywhere; families that repeat each other."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec.structs import replace

from calctool.algebra.build import added, divided, negated
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.defined import where_defined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found, Hit, together
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.periods.families import Progression, family_of, members
from calctool.algebra.roots.periods.period import period
from calctool.algebra.roots.points.point import exact_point, rational_point
from calctool.algebra.roots.records import LINE, Family, Interval
from calctool.notation.tree import TWO, ZERO, Tree


def over_one_period(search: Effort, tree: Tree) -> Found | None:
    """All zeros through those in one period; None without a period or without exact zeros."""
    step = period(tree, search.name)
    if step is None:
        return None
    start, end = rational_point(0), exact_point(step)
    try:
        found = search.zeros(tree, Interval(start, end))
        found = where_defined(tree, search.name, together([found, _at_start(search, tree)]))
    except Undecided:
        return None
    if found.state != "complete" or found.flat or any(not hit.at.exact for hit in found.hits):
        return None
    rows = [Progression(hit.at.tree, step, hit.times) for hit in found.hits if hit.at.tree]
    listed = members(rows, LINE, search.window, search.name)
    return replace(listed, methods=(*found.methods, "period"))


def _at_start(search: Effort, tree: Tree) -> Found:
    try:
        zero = curve(tree, search.name).at(Fraction(0)) == 0
    except Undefined:
        zero = False
    return Found((Hit(rational_point(0), None),) if zero else ())


def without_repetition(families: Iterable[Family]) -> tuple[Family, ...]:
    """Without those that belong to another family; two that alternate evenly are one."""
    kept: list[Family] = []
    waiting = list(dict.fromkeys(families))
    while waiting:
        each = waiting.pop(0)
        if any(_is_part(each, other) for other in (*kept, *waiting)):
            continue
        partner = next((other for other in kept if _alternate(each, other)), None)
        if partner is None:
            kept.append(each)
        else:
            kept.remove(partner)
            both = Progression(_start(partner), divided(each.step, TWO))
            waiting.append(family_of(both, each.name, each.on))
    return tuple(kept)


def _is_part(inner: Family, outer: Family) -> bool:
    """Whether the distance and the step of `inner` are whole multiples of the step of `outer`."""
    if outer.on not in (inner.on, LINE):
        return False
    steps = _ratio(inner.step, outer.step), _ratio(_distance(inner, outer), outer.step)
    return all(each is not None and each.denominator == 1 for each in steps)


def _alternate(a: Family, b: Family) -> bool:
    """Whether each lies in the middle between neighbours of the other."""
    if a.on != b.on or _ratio(a.step, b.step) != 1:
        return False
    shift = _ratio(_distance(a, b), a.step)
    return shift is not None and shift % 1 == Fraction(1, 2)


def _start(family: Family) -> Tree:
    return family.start.tree or ZERO


def _distance(a: Family, b: Family) -> Tree:
    return added((_start(a), negated(_start(b))))


def _ratio(a: Tree, b: Tree) -> Fraction | None:
    try:
        return constant_value(divided(a, b)).rational
    except (Undecided, Undefined):
        return None
