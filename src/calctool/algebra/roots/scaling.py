"""cos(4*x) alone is solved for 4*x: multiplied out it would have four times the angles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import gcd
from typing import TYPE_CHECKING

from calctool.algebra.build import divided, multiplied
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Monomial, Undecided
from calctool.algebra.roots.analytic import derivative
from calctool.algebra.roots.families import Progression, family_of
from calctool.algebra.roots.found import Found, Hit
from calctool.algebra.roots.point import Point, exact_point
from calctool.algebra.roots.records import Family, Interval
from calctool.notation.tree import Call, Name, Tree, number
from calctool.notation.walk import substitute

if TYPE_CHECKING:
    from calctool.algebra.roots.search import Search

WAVES = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})


def by_scaling(search: Search, tree: Tree, interval: Interval) -> Found | None:
    """The zeros through those of f(x/n), where all angles are multiples of n*x; else None."""
    times = common_multiple(tree, search.name)
    if times < 2:
        return None
    n = number(times)
    smaller = substitute(tree, {search.name: divided(Name(search.name), n)})
    ends = [
        None if end is None else exact_point(multiplied((n, _tree(end))))
        for end in (interval.start, interval.end)
    ]
    window = (search.window[0] * times, search.window[1] * times)
    found = replace(search, window=window).zeros(smaller, Interval(ends[0], ends[1]))
    if any(hit.at.tree is None for hit in found.hits) or found.state == "partial":
        return None
    return replace(
        found,
        hits=tuple(Hit(_over(hit.at, n), hit.times) for hit in found.hits),
        families=tuple(_family(each, n, interval) for each in found.families),
    )


def common_multiple(tree: Tree, name: str) -> int:
    """The largest n such that the name occurs in angles k*n*x only, k whole or a fraction."""
    numerators: list[int] = []
    unit: Monomial | None = None
    try:
        for angle in _angles(tree, name):
            rate = constant_value(derivative(angle, name))
            if len(rate.parts) != 1:
                return 1
            ((part, coefficient),) = rate.parts.items()
            if unit not in (None, part):
                return 1
            unit = part
            numerators.append(coefficient.numerator)
    except Undecided:
        return 1
    return gcd(*numerators)


def _angles(tree: Tree, name: str) -> Iterator[Tree]:
    """The arguments of all waves; Undecided where the name stands anywhere else."""
    if name not in tree.names:
        return
    match tree:
        case Name():
            raise Undecided
        case Call(function, (angle,)) if function in WAVES:
            if name in derivative(angle, name).names:
                raise Undecided
            yield angle
        case _:
            for child in tree.children:
                yield from _angles(child, name)


def _tree(point: Point) -> Tree:
    if point.tree is None:
        raise Undecided
    return point.tree


def _over(point: Point, n: Tree) -> Point:
    return exact_point(divided(_tree(point), n))


def _family(family: Family, n: Tree, interval: Interval) -> Family:
    start, step = divided(_tree(family.start), n), divided(family.step, n)
    return family_of(Progression(start, step), family.name, interval)
